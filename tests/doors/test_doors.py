"""Every kind of question through every door: our Voilà and stock, JupyterLab, Notebook, a file."""

import re

import pytest
import ways_in
from accessible import violations

NAME, JOINS = "What is the honest name?", "Who should be at the first"
FIRST = "What would you try first?"
CALLED, MISSING = "What will you call it?", "Who is missing from the room?"


def group(page, name):
    return page.get_by_role("group", name=name)


def status(page, question):
    return page.locator("form", has=page.locator(f"[data-question={question}]")).get_by_role(
        "status"
    )


def focused(page):
    return page.evaluate("document.activeElement.value ?? document.activeElement.innerText")


def shown(locator):
    return locator.inner_text().split("\n")


def test_every_kind_answers_by_keyboard_alone(page, door):
    door.open(page)
    keys = page.keyboard
    group(page, NAME).get_by_role("radio").first.focus()
    for key in ("ArrowDown", "Tab", "Enter"):
        keys.press(key)
    assert "They asked and they decide." in status(page, "name-of-it").inner_text()
    # From Check past Try again and whether the device is one's own to the next question.
    for key in (*["Tab"] * 4, "Space", "Tab", "Space", "Tab", "Tab", "Enter"):
        keys.press(key)
    assert "They live with it." in status(page, "who-joins").inner_text()
    for key in ("Tab", "Tab", "Space", "Tab", "Enter"):
        keys.press(key)
    assert "Some can wait." in status(page, "what-first").inner_text()
    for key in ("Tab", "Tab"):
        keys.press(key)
    keys.type("The quiet room")
    keys.press("Enter")
    assert "Saved." in status(page, "work-name").inner_text()
    for key in ("Tab", "Tab", "Space", "Tab", "Enter"):
        keys.press(key)
    assert "Write down how." in status(page, "where-it-stands").inner_text()
    for key in ("Tab", "Tab"):
        keys.press(key)
    keys.type("Night staff")
    for key in ("Tab", "Enter"):
        keys.press(key)
    assert "Saved." in status(page, "who-is-missing").inner_text()


def test_the_check_answers_by_keyboard_alone(page, door):
    door.open(page)
    page.locator("[name=all-stages]").first.focus()
    # The last answer, not knowing, is the one before the first.
    for key in ("ArrowUp", "Tab", "Space", "Tab", "Space", "Tab", "Enter"):
        page.keyboard.press(key)
    page.get_by_role("heading", name="The result: find out more first").wait_for()
    assert focused(page) == "The result: find out more first"
    # Past whether the device is one's own.
    for key in ("Tab", "Tab", "Tab", "Enter"):
        page.keyboard.press(key)
    # Past a few words on what is not known, to how one knows the next.
    for key in ("Tab", "Tab", "Space"):
        page.keyboard.press(key)
    assert page.locator("[name=equal-decisions-evidence]:checked").count() == 1


def test_the_plan_is_written_and_taken_away_through_every_door(page, door):
    door.open(page)
    for question in ("all-stages", "equal-decisions", "jointly-responsible"):
        page.locator(f"#readiness-check--{question}--yes-fully").check()
    page.locator("[data-form=readiness-check] [data-check]").click()
    for part in ("My plan", "Keep it, or take it away"):
        page.locator("summary", has_text=part).first.click()
    page.get_by_role("textbox", name="If or when").first.fill("we meet")
    page.locator("#plan--start-1--need").check()
    page.get_by_role("textbox", name="Then").first.fill("cover at home")
    page.locator("[type=date]:visible").first.fill("2027-03-01")
    page.locator("[data-form=plan] [data-check]").first.click()
    for name, extension in (("Word", "docx"), ("Spreadsheet", "csv"), ("Calendar file", "ics")):
        with page.expect_download() as download:
            page.locator(".take-away").get_by_role("button", name=name).click()
        assert download.value.suggested_filename == f"examples-check.{extension}"
        assert download.value.path().stat().st_size > 300


def test_the_form_has_no_violations_through_any_door(page, door):
    door.open(page)
    for button in page.locator("[data-check]:visible").all():
        button.click()
    forms = [f"[data-form={name}]" for name in ("one-of-each", "a-story", "readiness-check")]
    for form in (*forms, "[data-reminders]", ".coproduction-care", ".coproduction-sources"):
        assert violations(page, context=form) == {}


def test_every_kind_answers_by_mouse(page, door):
    door.open(page)
    page.get_by_text("Co-design", exact=True).click()
    page.get_by_text("Only managers").click()
    page.get_by_text("Write it alone").click()
    page.get_by_role("textbox", name=CALLED).fill("The quiet room")
    page.get_by_role("textbox", name=MISSING).fill("Night staff")
    for name in ("name?", "first meeting?", "try first?"):
        page.get_by_role("button", name=re.compile(f"Check.*{re.escape(name)}")).click()
    for button in page.get_by_role("button", name="Save").all():
        button.click()
    assert shown(status(page, "name-of-it")) == ["↻ Not quite.", "", "The design is not shared."]
    assert "You left out: Carers" in status(page, "who-joins").inner_text()
    assert "Some things get fixed." in status(page, "what-first").inner_text()
    assert "Saved." in status(page, "work-name").inner_text()
    assert "Saved." in status(page, "who-is-missing").inner_text()


def test_arrows_stay_inside_their_group_and_wrap(page, door):
    door.open(page)
    group(page, NAME).get_by_role("radio").first.focus()
    page.keyboard.press("ArrowUp")
    assert focused(page) == "co-design"
    page.keyboard.press("ArrowDown")
    assert focused(page) == "co-production"
    assert not group(page, FIRST).get_by_role("radio", checked=True).count()


def test_groups_have_their_question_as_name_and_feedback_is_announced(page, door):
    door.open(page)
    for name in (NAME, JOINS, FIRST):
        group(page, name).wait_for()
    region = status(page, "name-of-it").element_handle()
    assert region.inner_text() == ""
    page.get_by_text("Consultation", exact=True).click()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert region.inner_text() == "✓ That fits.\n\nThey asked and they decide."
    assert region.evaluate("region => region.isConnected")


def test_a_reload_restores_what_was_answered(page, door):
    door.open(page)
    page.get_by_text("Consultation", exact=True).click()
    page.keyboard.press("Enter")
    page.get_by_role("textbox", name=CALLED).fill("Not saved yet")
    door.open(page)
    assert group(page, NAME).get_by_role("radio", name="Consultation").is_checked()
    # JupyterLab draws only what is scrolled into sight.
    assert "They asked and they decide." in status(page, "name-of-it").text_content()
    assert page.get_by_role("textbox", name=CALLED).input_value() == "Not saved yet"


@pytest.mark.parametrize(
    ("name", "fixture"),
    [("voila", "voila"), ("run in lab", "lab"), ("lab", "stored"), ("notebook", "stored")],
)
def test_a_kernel_that_is_killed_changes_nothing(page, request, name, fixture):
    server = request.getfixturevalue(fixture)
    ways_in.Door(name, server).open(page)
    while not server.kernels():
        page.wait_for_timeout(100)
    for kernel in server.kernels():
        kernel.kill()
        kernel.wait(10)
    dialog = page.locator(".jp-Dialog button")
    if name != "voila":
        dialog.first.click()
    page.get_by_text("Consultation", exact=True).click()
    page.keyboard.press("Enter")
    assert "They asked and they decide." in status(page, "name-of-it").inner_text()


def test_a_server_that_is_killed_changes_nothing(page, example_file):
    with ways_in.serve(example_file) as server:
        ways_in.Door("serve", server).open(page)
        server.kill()
    page.get_by_text("Consultation", exact=True).click()
    page.keyboard.press("Enter")
    assert "They asked and they decide." in status(page, "name-of-it").inner_text()
