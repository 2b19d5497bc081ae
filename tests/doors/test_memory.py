"""The memory a learner owns: progress, where one left off, the progress file, forgetting it all."""

import json

import pytest
import ways_in
from own_device import say_own_device

WRITTEN = "What will you call it?"
UNCHANGED = "Nothing has changed here."


@pytest.fixture
def home(page, served_examples):
    page.goto(served_examples.url())
    return page


def answer(page, served_examples, text="Consultation"):
    ways_in.Door("serve", served_examples).open(page)
    page.locator("[data-form=one-of-each]").get_by_text(text, exact=True).click()
    page.keyboard.press("Enter")
    page.get_by_role("textbox", name=WRITTEN).fill("Llinell nos 🌙 ليل")
    page.goto(served_examples.url())


def told(page):
    return page.locator("[data-memory] [role=status]").inner_text()


def download(page):
    with page.expect_download() as made:
        page.get_by_role("button", name="Download my progress").click()
    return made.value.path().read_text(encoding="utf-8"), made.value.suggested_filename


def bring_back(page, content, name="progress.json"):
    file = {"name": name, "mimeType": "application/json", "buffer": content.encode()}
    page.get_by_label("Bring back a progress file:").set_input_files(file)
    page.wait_for_function("() => document.querySelector('[data-memory] [role=status]').innerText")
    return told(page)


def stored(page):
    return page.evaluate("JSON.stringify([{...sessionStorage}, {...localStorage}])")


def test_a_progress_file_holds_every_answer_and_nothing_else(home, served_examples):
    answer(home, served_examples)
    text, name = download(home)
    progress = json.loads(text)
    assert name == "examples-progress.json"
    assert set(progress) == {"kind", "version", "course", "answers"}
    assert set(progress["answers"]) == {"one-of-each/name-of-it", "one-of-each/work-name"}
    assert progress["answers"]["one-of-each/work-name"]["response"] == "Llinell nos 🌙 ليل"
    assert told(home) == "Your progress file is made. Look where your browser keeps downloads."


def test_it_brings_the_answers_to_another_browser(home, served_examples, browser):
    answer(home, served_examples)
    text, _ = download(home)
    other = browser.new_context().new_page()
    other.goto(served_examples.url())
    assert bring_back(other, text).startswith("Your answers are back in this tab.")
    ways_in.Door("serve", served_examples).open(other)
    assert other.get_by_role("textbox", name=WRITTEN).input_value() == "Llinell nos 🌙 ليل"
    feedback = other.locator("[data-form=one-of-each] [data-feedback]").first
    assert "They asked and they decide." in feedback.inner_text()
    other.context.close()


def test_with_no_answers_there_is_nothing_to_download(home):
    home.get_by_role("button", name="Download my progress").click()
    assert told(home).startswith("You have no answers in this browser yet")


GOOD = {"response": ["consultation"], "fingerprint": "x", "checked": True, "done": True}
FILE = {"kind": "coproduction-progress", "version": 1, "course": "examples"}


@pytest.mark.parametrize(
    ("content", "opening"),
    [
        ("", "That is not a progress file"),
        ("not json", "That is not a progress file"),
        ("[1, 2]", "That is not a progress file"),
        ("null", "That is not a progress file"),
        (json.dumps(FILE), "That is not a progress file"),
        (json.dumps(FILE | {"answers": {"a/b": 5}}), "That is not a progress file"),
        (json.dumps(FILE | {"answers": {"a/b": GOOD | {"response": [1]}}}), "That is not a"),
        (json.dumps(FILE | {"answers": {"../own-device": GOOD}}), "That is not a progress file"),
        (json.dumps(FILE | {"course": "other", "answers": {"a/b": GOOD}}), "That progress file be"),
        (json.dumps(FILE | {"version": 2, "answers": {"a/b": GOOD}}), "That file was made by a ne"),
        (json.dumps(FILE | {"version": -3, "answers": {"a/b": GOOD}}), "That is not a progress"),
        ("x" * 12_000_001, "That file is too large"),
    ],
)
def test_a_wrong_file_is_told_of_and_changes_nothing(home, served_examples, content, opening):
    answer(home, served_examples)
    before = stored(home)
    said = bring_back(home, content)
    assert said.startswith(opening) and UNCHANGED in said
    assert stored(home) == before


def test_a_file_of_an_older_course_brings_what_is_still_asked(home, served_examples):
    answers = {"one-of-each/name-of-it": GOOD, "gone/for-good": GOOD, "plan/what-99": GOOD}
    assert bring_back(home, json.dumps(FILE | {"answers": answers})) == (
        "Your answers are back in this tab. To keep them in this browser, open a lesson and say"
        " that this is your own device. If you can’t, keep the file.\n\n"
        "The file also holds answers to questions that this course does not ask. They stay in the"
        " file, so keep it if you want them."
    )
    assert kept(home) == {"one-of-each/name-of-it"}
    ways_in.Door("serve", served_examples).open(home)
    assert home.locator("[data-changed]").first.is_visible()
    assert home.get_by_role("radio", name="Consultation").is_checked()


def kept(page):
    """Return all that is kept in the tab, by form and question."""
    prefix = "coproduction/examples/"
    return {key.removeprefix(prefix) for key in json.loads(stored(page))[0]}


def test_a_file_of_unknown_questions_keeps_none_of_them_and_says_so(home):
    unknown = {f"readiness-check/question-{number}": GOOD for number in range(40_000)}
    unknown |= {"constructor/name": GOOD, "gone-history/2026-01-01": GOOD}
    unknown |= {"readiness-check-history/once": GOOD, "readiness-check-history/2026-13-01": GOOD}
    assert bring_back(home, json.dumps(FILE | {"answers": unknown})) == (
        "Nothing in that file answers a question that this course asks. Nothing has changed here."
    )
    assert kept(home) == set()


def test_completed_checks_come_back_by_their_days(home):
    days = {"readiness-check-history/2026-01-31", "readiness-check-history/2026-02-28"}
    check = {"response": ["all-stages=partly"], "fingerprint": "readiness-check"}
    answers = {day: check for day in days}
    said = bring_back(home, json.dumps(FILE | {"answers": answers}))
    assert said.startswith("Your answers are back in this tab.") and "also holds" not in said
    assert kept(home) == days


def test_forgetting_everything_asks_first_and_leaves_nothing(home, served_examples):
    answer(home, served_examples)
    sure = home.get_by_role("button", name="Yes, forget everything")
    assert not sure.is_visible()
    home.get_by_text("Forget everything on this device").press("Enter")
    sure.press("Enter")
    assert told(home) == "All your answers to this course are gone from this browser."
    assert stored(home) == "[{},{}]"


def test_on_their_own_device_what_comes_back_stays(home, served_examples):
    answer(home, served_examples)
    text, _ = download(home)
    ways_in.Door("serve", served_examples).open(home)
    say_own_device(home)
    home.goto(served_examples.url())
    assert bring_back(home, text).startswith("Your answers are back. Where")


def test_everything_goes_from_other_tabs_and_what_is_damaged_goes_too(
    home, context, served_examples
):
    other = context.new_page()
    other.goto(served_examples.url("first"))
    other.get_by_role("textbox", name=WRITTEN).fill("In a tab of its own")
    home.evaluate("localStorage.setItem('coproduction/examples/bad/bad', '{broken')")
    home.evaluate("localStorage.setItem('coproduction/second-course/a/b', '{}')")
    home.get_by_text("Forget everything on this device").press("Enter")
    home.get_by_role("button", name="Yes, forget everything").press("Enter")
    other.wait_for_function("() => Object.keys(sessionStorage).length === 0")
    assert other.get_by_role("textbox", name=WRITTEN).input_value() == ""
    assert stored(home) == '[{},{"coproduction/second-course/a/b":"{}"}]'


def test_a_learner_may_go_on_where_they_left_off(home, served_examples):
    assert not home.locator("[data-resume]").is_visible()
    answer(home, served_examples)
    home.get_by_role("link", name="Go on with First lesson").click()
    assert home.url == served_examples.url("first")


def test_the_page_says_to_whom_answers_belong(home):
    said = home.get_by_role("region", name="Your answers").inner_text()
    assert "belong to this browser, at this address" in said
    assert "Browsers may clear them" in said
