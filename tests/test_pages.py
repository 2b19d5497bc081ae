"""The real course, as `coproduction serve` shows it."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe

from widgets.course.guidance import judge, patterns
from widgets.course.lessons import READINESS_CHECK
from widgets.course.loading import load_course
from widgets.course.marking import compile_outcomes
from widgets.forms.drawn import drawn_quiz, drawn_readiness_check

COURSE = load_course()
ADDRESSES = ["", *(module.id for module in COURSE.modules), READINESS_CHECK, "no-such-page"]
WIDTHS = (1280, 320)


@pytest.fixture(scope="module")
def reader(browser, served):
    """One learner who reads the whole course; every request they cause is noted."""
    context = browser.new_context()
    page = context.new_page()
    page.requested = []
    page.on("request", lambda request: page.requested.append(request.url))
    yield page
    context.close()


def violations(page):
    found = Axe().run(page).response["violations"]
    return {rule["id"]: [node["html"] for node in rule["nodes"]] for rule in found}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_has_no_violations_and_does_not_scroll_sideways(
    reader, served, address, width, theme
):
    reader.set_viewport_size({"width": width, "height": 900})
    reader.emulate_media(color_scheme=theme)
    reader.goto(served.url(address))
    assert violations(reader) == {}
    assert reader.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_feedback_and_errors_have_no_violations(reader, served, width):
    reader.set_viewport_size({"width": width, "height": 900})
    for address in ADDRESSES[1:-1]:
        reader.goto(served.url(address))
        for button in reader.locator("[data-check]").all():
            button.click()
        assert violations(reader) == {}
        for question in reader.locator("[data-question]").all():
            question.locator("input, textarea").last.evaluate("input => input.click()")
        for text in reader.locator("input[type=text], textarea").all():
            text.fill("The quiet room")
        for button in reader.locator("[data-check]").all():
            button.click()
        assert violations(reader) == {}


def test_a_reader_of_the_whole_course_meets_no_other_host_and_no_cookie(reader, served):
    for address in ADDRESSES:
        reader.goto(served.url(address))
    assert {url for url in reader.requested if not url.startswith(served.url())} == set()
    assert reader.context.cookies() == []


def test_every_lesson_is_reached_by_links_from_the_home_page(reader, served):
    reader.goto(served.url())
    reader.get_by_role("link", name="Start with the welcome").click()
    met = [reader.url]
    while reader.get_by_role("link", name="Next:").count():
        reader.get_by_role("link", name="Next:").click()
        met.append(reader.url)
    assert met == [served.url(module.id) for module in COURSE.modules]
    reader.get_by_role("link", name=COURSE.readiness_check.title).first.click()
    assert reader.url == served.url(READINESS_CHECK)


def test_each_page_has_one_title_one_main_and_a_way_past_the_header(reader, served):
    for module in COURSE.modules:
        reader.goto(served.url(module.id))
        assert reader.title() == f"{module.title} · {COURSE.title}"
        assert reader.get_by_role("heading", level=1).all_inner_texts() == [module.title]
        assert reader.get_by_role("main").count() == 1
        reader.keyboard.press("Tab")
        reader.keyboard.press("Enter")
        assert reader.evaluate("document.activeElement.id") == "content"


def test_each_group_and_button_is_told_apart_by_its_name(reader, served):
    for module in COURSE.modules:
        reader.goto(served.url(module.id))
        for legend in reader.locator("legend").all_inner_texts():
            assert reader.get_by_role("group", name=legend, exact=True).count() == 1
        names = reader.locator("[data-check]").all_text_contents()
        assert len(set(names)) == len(names)


def drawn_forms():
    forms = [drawn_quiz(COURSE, quiz) for quiz in COURSE.quizzes]
    return {form.id: form for form in (*forms, drawn_readiness_check(COURSE))}


CHOOSE_AND_CHECK = """([formId, questionId, keys]) => {
    const form = document.querySelector(
        `[data-form="${formId}"] form:has([data-question="${questionId}"])`);
    const inputs = [...form.querySelectorAll(`[data-question="${questionId}"] input`)];
    return keys.map((key) => {
        for (const input of inputs)
            if (input.checked !== key.split(' ').includes(input.value))
                input.type === 'radio' ? input.checked = !input.checked : input.click();
        inputs[0].dispatchEvent(new Event('input', {bubbles: true}));
        form.querySelector('[data-check]').click();
        const shown = form.querySelector('[data-feedback]').innerText;
        const failed = form.querySelector('[data-question] [data-error]').innerText !== '';
        return [failed, shown.split('\\n').filter(Boolean)];
    });
}"""


@pytest.mark.parametrize("module", COURSE.modules, ids=lambda module: module.id)
def test_the_page_shows_what_python_says_of_every_response(reader, served, module):
    reader.goto(served.url(module.id))
    forms = drawn_forms()
    for form_id in module.forms:
        if form_id == READINESS_CHECK:
            continue
        for (drawn,) in forms[form_id].groups:
            if drawn.question.options:
                outcomes = compile_outcomes(drawn.question)
                asked = [form_id, drawn.question.id, list(outcomes)]
                shown = reader.evaluate(CHOOSE_AND_CHECK, asked)
                assert shown == [expected(forms[form_id], drawn, o) for o in outcomes.values()]


def expected(form, drawn, outcome):
    """Return whether an error shows, and the lines of feedback, in course.yml's words."""
    if outcome.result == "not-attempted":
        return [True, []]
    results = {result.id: f"{result.icon} {result.title}" for result in form.shown_results([drawn])}
    lines = [results[outcome.result]]
    feedback = {feedback.id: feedback for feedback in drawn.feedback}
    for shown in (feedback[id] for id in outcome.feedback):
        lines += [shown.heading] if shown.heading else []
        lines += [text for _, text in shown.paragraphs]
    return [False, lines]


def test_the_check_shows_what_python_says_of_every_pattern(reader, served):
    check = COURSE.readiness_check
    questions = [question.id for question in check.questions]
    answers = [answer.id for answer in check.answers]
    reader.goto(served.url(READINESS_CHECK))
    given = list(patterns(questions, answers))
    shown = reader.evaluate(
        """(given) => given.map((pattern) => {
            const form = document.querySelector('[data-form] form');
            for (const [question, answer] of Object.entries(pattern))
                form.querySelector(`[name="${question}"][value="${answer}"]`).click();
            form.querySelector('[data-check]').click();
            return form.querySelector('[data-feedback]').innerText.split('\\n').filter(Boolean);
        })""",
        given,
    )
    assert shown == [list(told(check, pattern, judge(check, pattern))) for pattern in given]
    assert len({json.dumps(lines) for lines in shown}) == len(given) == 64


def told(check, pattern, result):
    words = COURSE.words
    answers = {answer.id: answer.text for answer in check.answers}
    yield from (result.title, result.text)
    for question in check.questions:
        guidance = question.guidance[pattern[question.id]]
        yield question.text
        yield f"{words.you_chose} {answers[pattern[question.id]]}"
        yield f"{words.what_it_means} {guidance.reason}"
        yield f"{words.ask_together} {guidance.ask_together}"
        yield f"{words.first_step} {guidance.first_step}"
