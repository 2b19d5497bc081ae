"""The real course, as `coproduction serve` shows it."""

from urllib.parse import unquote, urldefrag

import pytest
from accessible import violations, violations_in_other_colours
from read_pages import page_at
from texts import paths

from widgets.course.lessons import READINESS_CHECK
from widgets.course.loading import load_course
from widgets.course.marking import compile_outcomes
from widgets.forms.quiz.quiz import drawn_quiz

COURSE = load_course()
LESSONS = [module.id for module in COURSE.modules]
BESIDE = [page.address for page in COURSE.pages]
ADDRESSES = ["", *LESSONS, *BESIDE, READINESS_CHECK, "no-such-page"]


@pytest.fixture(scope="module")
def reader(browser, served):
    """One learner who reads the whole course; every request they cause is noted."""
    context = browser.new_context()
    page = context.new_page()
    page.requested = []
    page.on("request", lambda request: page.requested.append(request.url))
    yield page
    context.close()


GREY = """
<html lang="en"><title>Grey</title><main><h1>Grey</h1>
<style>
    :root { color-scheme: light dark; background: Canvas; color: CanvasText }
    @media (prefers-color-scheme: dark) { h1 { color: #333 } }
    @media (forced-colors: active) { h1 { forced-color-adjust: none; color: #ccc } }
</style></main></html>
"""


def test_what_hardly_stands_out_in_other_colours_is_found(page):
    page.set_content(GREY)
    assert violations(page) == {}
    heading = ["<h1>Grey</h1>"]
    found = {"color-contrast, dark": heading, "color-contrast, forced": heading}
    assert violations_in_other_colours(page) == found


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


def test_every_link_to_a_place_on_a_page_leads_there(served):
    pages = [page_at(served.url(address)) for address in ADDRESSES[:-1]]
    links = {link for page in pages for link in page.links if "#" in link}
    assert len(links) > len(pages)
    assert [link for link in sorted(links) if not leads_somewhere(link)] == []


def leads_somewhere(link):
    address, place = urldefrag(link)
    return unquote(place) in page_at(address).ids


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
        for legend in reader.locator("legend:visible").all_inner_texts():
            assert reader.get_by_role("group", name=legend, exact=True).count() == 1
        names = reader.locator("[data-check]").all_text_contents()
        assert len(set(names)) == len(names)


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


def choices():
    """Yield the address of each page with each of its quizzes that offers options."""
    quizzes = {quiz.id: quiz for quiz in COURSE.quizzes}
    for address in (*LESSONS, *BESIDE):
        for form_id in quizzes.keys() & COURSE.lesson(address).forms:
            if any(question.options for question in quizzes[form_id].questions):
                yield address, form_id


@pytest.mark.parametrize(("address", "form_id"), sorted(choices()))
def test_the_page_shows_what_python_says_of_every_response(reader, served, address, form_id):
    reader.goto(served.url(address))
    for group in drawn_quiz(COURSE, COURSE.quiz(form_id)).groups:
        (drawn,) = group.questions
        if drawn.question.options:
            outcomes = compile_outcomes(drawn.question)
            asked = [form_id, drawn.question.id, list(outcomes)]
            shown = reader.evaluate(CHOOSE_AND_CHECK, asked)
            assert shown == [expected(group, drawn, outcome) for outcome in outcomes.values()]


def expected(group, drawn, outcome):
    """Return whether an error shows, and the lines of feedback, in course.yml's words."""
    if outcome.result == "not-attempted":
        return [True, []]
    results = {result.id: f"{result.icon} {result.title}" for result in group.results}
    lines = [results[outcome.result]]
    feedback = {feedback.id: feedback for feedback in drawn.feedback}
    for shown in (feedback[id] for id in outcome.feedback):
        lines += [shown.heading] if shown.heading else []
        lines += [f"{lead} {text}" if lead else text for lead, text in shown.paragraphs]
    return [False, lines]


WALK = """([formId, path]) => {
    const section = document.querySelector(`[data-form="${formId}"]`);
    const again = section.querySelector('[data-restart] button');
    if (!section.querySelector('[data-restart]').hidden) again.click();
    return path.map(([decision, option]) => {
        const form = section.querySelector(`form:has([data-question="${decision}"])`);
        const shown = [...section.querySelectorAll('form')].filter((form) => !form.hidden);
        form.querySelector(`input[value="${option}"]`).click();
        form.querySelector('[data-check]').click();
        const lines = form.querySelector('[data-feedback]').innerText.split('\\n').filter(Boolean);
        return [shown.at(-1) === form, shown.length, lines];
    });
}"""


@pytest.mark.parametrize("scenario", COURSE.scenarios, ids=lambda scenario: scenario.id)
def test_every_way_through_a_scenario_shows_its_decisions_and_consequences(
    reader, served, scenario
):
    (module,) = [module for module in COURSE.modules if scenario.id in module.forms]
    reader.goto(served.url(module.id))
    for path in paths(scenario):
        ids = [[decision.id, option.id] for decision, option in path]
        shown = reader.evaluate(WALK, [scenario.id, ids])
        assert shown == [
            [True, number, list(consequences(option))] for number, (_, option) in enumerate(path, 1)
        ]


def consequences(option):
    words = COURSE.words
    yield f"→ {words.what_happens}"
    yield option.consequence
    yield f"{words.mechanism} {option.mechanism}"
    yield f"{words.principle} {option.principle}"
    yield f"{words.phrase} {option.phrase}"
    if option.way_back:
        yield f"{words.way_back} {option.way_back}"
    yield words.story_goes_on if option.then else words.story_ends
