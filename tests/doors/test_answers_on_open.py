"""Lessons as they are stored, opened in JupyterLab and Notebook: untrusted, with nothing run."""

import json
import re

import pytest
import ways_in
from examples import notebook
from playwright.sync_api import expect

NAME = "[data-form=one-of-each] [data-question=name-of-it]"
SHOWN = ".jp-NotebookPanel:not(.lm-mod-hidden)"
CHANGED = ".jp-mod-dirty, .jp-Dialog"
SOMEONES = [("markdown", "# Mine\n\nWords."), ("code", "print('a')"), ("code", "1")]
LOOKS = """panel => [...document.querySelectorAll(`${panel} .jp-Cell *`)].map(element => {
    const {color, fontSize, fontFamily, display, width} = getComputedStyle(element);
    return [element.className, color, fontSize, fontFamily, display, width].join();
})"""


@pytest.fixture(params=["lab", "notebook"])
def opened(request, page, stored):
    """Return a door, and the page on which it has been opened."""
    door = ways_in.Door(request.param, stored)
    door.open(page)
    return door, page


def answer(page):
    page.locator(NAME).get_by_text("Consultation", exact=True).click()
    page.keyboard.press("Enter")
    page.get_by_text("They asked and they decide.").first.wait_for()


def settled(page):
    """Wait until a kernel has told which it is: that is what JupyterLab writes down."""
    page.locator(f"{SHOWN} [data-status=idle]").first.wait_for(timeout=30_000)
    page.wait_for_timeout(500)


def test_opening_answering_and_reloading_marks_nothing_as_changed(opened):
    door, page = opened
    settled(page)
    assert page.locator(CHANGED).count() == 0
    answer(page)
    door.open(page)
    settled(page)
    expect(page.locator(NAME).get_by_role("radio", name="Consultation")).to_be_checked()
    assert page.locator(CHANGED).count() == 0
    assert page.locator("[data-jp-cell-trusted=true], .jp-Notebook [data-trusted]").count() == 0


def test_another_version_of_python_marks_nothing_as_changed(page, stored):
    file = stored.folder / "notebooks" / "first.ipynb"
    content = json.loads(file.read_text(encoding="utf-8"))
    content["metadata"]["language_info"]["version"] = "3.99.0"
    content["metadata"]["kernelspec"]["display_name"] = "Python of another machine"
    (file.parent / "elsewhere.ipynb").write_text(json.dumps(content), encoding="utf-8")
    ways_in.Door("lab", stored).open(page, "elsewhere")
    settled(page)
    assert page.locator(CHANGED).count() == 0


def test_a_learners_own_change_stays_marked(page, stored):
    ways_in.Door("lab", stored).open(page, "second")
    page.locator(f"{SHOWN} .jp-MarkdownCell").last.click()
    page.keyboard.press("b")
    settled(page)
    expect(page.locator(".jp-mod-dirty").first).to_be_attached()


def test_commands_typed_into_a_text_stay_text(opened):
    _, page = opened
    settled(page)
    field = page.get_by_role("textbox", name="What will you call it?")
    field.focus()
    page.keyboard.type("dd a b x")
    assert field.input_value() == "dd a b x"
    # A cell that had been added or cut would mark the lesson as changed.
    assert page.locator(CHANGED).count() == 0


def test_the_device_is_asked_about_once(opened):
    door, page = opened
    asking = page.locator("[data-own-device]:visible")
    answer(page)
    expect(asking).to_have_count(1)
    page.locator("[data-question=who-joins]").get_by_text("Only managers").click()
    page.get_by_role("button", name=re.compile("Check.*first meeting")).click()
    expect(asking).to_have_count(1)
    asking.get_by_role("button").first.click()
    expect(asking).to_have_count(0)
    door.open(page)
    answer(page)
    page.wait_for_timeout(300)
    expect(asking).to_have_count(0)


def test_a_lesson_that_was_run_saved_and_opened_again_answers(page, stored):
    source = stored.folder / "notebooks" / "first.ipynb"
    (source.parent / "saved.ipynb").write_bytes(source.read_bytes())
    ways_in.Door("run in lab", stored).open(page, "saved")
    page.locator(".jp-mod-dirty").first.wait_for(state="attached")
    page.locator(f"{SHOWN} .jp-MarkdownCell").first.click()
    with page.expect_response(lambda response: response.request.method == "PUT"):
        page.keyboard.press("Control+s")
    assert "application/vnd.jupyter.widget-view+json" in (source.parent / "saved.ipynb").read_text()
    for kernel in stored.kernels():
        kernel.kill()
    for name in ("lab", "notebook"):
        ways_in.Door(name, stored).open(page, "saved")
        answer(page)
        assert page.get_by_text("Error displaying widget").count() == 0


def test_two_lessons_open_at_once_have_one_memory(page, stored):
    ways_in.Door("lab", stored).open(page, "second")
    page.get_by_role("link", name="Previous: First lesson").click()
    forms = page.locator("[data-form=one-of-each][data-awake]")
    expect(forms).to_have_count(3)
    page.locator(f"{SHOWN} {NAME}").get_by_text("Consultation", exact=True).click()
    checked = page.locator("[data-question=name-of-it] [value=consultation]:checked")
    expect(checked).to_have_count(3)


def test_someone_elses_notebook_looks_as_it_did(page, stored):
    (stored.folder / "notebooks" / "someones.ipynb").write_text(notebook(SOMEONES))

    def looks():
        settled(page)
        return page.evaluate(LOOKS, SHOWN)

    page.goto(stored.url("lab/tree/someones.ipynb?reset"))
    page.locator(f"{SHOWN} .jp-Cell").first.wait_for(timeout=60_000)
    alone = looks()
    ways_in.Door("lab", stored).open(page)
    page.locator(".jp-DirListing-item", has_text="someones.ipynb").dblclick()
    page.locator(f"{SHOWN} .jp-RenderedMarkdown h1", has_text="Mine").wait_for()
    assert page.locator(f"{SHOWN}.coproduction-notebook").count() == 0
    assert page.locator(".coproduction-notebook").count() == 1
    assert looks() == alone


def test_a_link_in_a_form_leads_to_its_place_and_not_out_of_jupyterlab(opened):
    _, page = opened
    address = page.url
    page.locator("[data-form=one-of-each] [data-check]").first.click()
    page.locator("[data-errors] a:visible").first.click()
    assert page.evaluate("document.activeElement.closest('[data-question]') !== null")
    assert page.url.split("#")[0] == address.split("#")[0]


def test_a_story_goes_on_to_its_end_by_keyboard(opened):
    _, page = opened
    story = page.locator("[data-form=a-story]")
    open_decision = story.locator("form:visible:not(:has([data-feedback] > *))")
    decisions = 0
    while open_decision.count():
        open_decision.get_by_role("radio").first.focus()
        page.keyboard.press("Space")
        open_decision.locator("[data-check]").press("Enter")
        decisions += 1
    expect(story.locator("form:visible:has([data-feedback] > *)")).to_have_count(decisions)
    expect(story.locator("[data-restart]")).to_be_visible()
    assert decisions > 1


def test_stock_voila_loads_the_extension_and_goes_on_as_without_it(page, voila):
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    extension = re.compile("/co-production-course/static/extension")
    with page.expect_response(extension, timeout=60_000) as loaded:
        ways_in.Door("voila", voila).open(page)
    assert loaded.value.ok
    assert [line for line in said if "co-production-course" in line] == []
    assert page.locator(".coproduction-drawn, .coproduction-notebook").count() == 0
