"""The page that tells editors what to copy, and where to paste it."""

import subprocess
from urllib.request import urlopen

import pytest
import ways_in
from accessible import violations, violations_in_other_colours
from taking_the_check import CHECK, CORE, COURSE, WORDS

from widgets.forms.embed.embed import embeds

SAYS = WORDS.embed
PLACES = {place.id: place for place in SAYS.places}
QUIZ = "meaning-practice"
QUIZ_SHOWN = SAYS.quiz.format(title=COURSE.quiz(QUIZ).title)
EVERY = {each.address: each for each in embeds(COURSE)}
ELSEWHERE = "course.invalid"
REFUSING = "() => Object.defineProperty(navigator, 'clipboard', {value: undefined})"
REFUSING_ALL = f"() => {{ ({REFUSING})(); document.execCommand = () => false; }}"
SELECTED = "() => getSelection().toString()"
PASTED = "navigator.clipboard.readText()"


@pytest.fixture
def editors(page, open_to_all):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(open_to_all.url("embed"))
    yield page
    page.context.clear_permissions()


@pytest.fixture(scope="module")
def built_course(course_file, tmp_path_factory):
    folder = tmp_path_factory.mktemp("built") / "site"
    command = [ways_in.BIN / "coproduction", "build", folder]
    subprocess.run(command, cwd=course_file.parent, check=True, capture_output=True)
    return folder


def choose(page, place, shown=CHECK.title):
    page.get_by_label(SAYS.what_to_show).select_option(shown)
    page.get_by_role("radio", name=PLACES[place].name, exact=True).check()


def copy(page, place):
    page.get_by_role("button", name=SAYS.ways.model_dump()[PLACES[place].way]["button"]).click()
    page.get_by_text(SAYS.copied).wait_for()
    return page.evaluate(PASTED)


def notes_on(page):
    page.get_by_role("button", name=SAYS.ways.link.button).wait_for()
    return page.locator(".notice:visible").all_inner_texts()


def answer(shown):
    """Take the check, or answer a quiz, wherever that is."""
    asked = CORE if shown.locator(f"input[name={CORE[0]}]").count() else [None]
    for question in asked:
        shown.locator(f"input[name={question}]" if question else "input").first.check()
    shown.locator("[data-check]:enabled").first.click()
    shown.locator("[data-verdict], [data-feedback] .result").first.wait_for()


@pytest.mark.parametrize("shown", [CHECK.title, QUIZ_SHOWN], ids=["the check", "a quiz"])
@pytest.mark.parametrize("place", PLACES)
def test_what_is_copied_for_a_place_answers_once_it_is_pasted_there(editors, host, place, shown):
    choose(editors, place, shown)
    text, way = copy(editors, place), PLACES[place].way
    if way in ("link", "words"):
        editors.goto(text.split("\n")[-1])
        answer(editors)
        return
    host.html, host.headers = text, {}
    editors.goto(host.url)
    pasted = editors.locator("main").locator(
        "iframe, coproduction-readiness-check, coproduction-quiz"
    )
    answer(pasted.content_frame if way == "frame" else pasted)


@pytest.mark.parametrize("place", PLACES)
def test_only_the_steps_of_the_chosen_place_are_shown(editors, place):
    choose(editors, place)
    chosen = PLACES[place]
    heading = editors.get_by_role("heading", name=f"{SAYS.paste_it} {chosen.name}")
    assert heading.is_visible()
    steps = heading.locator("xpath=..").get_by_role("listitem")
    assert steps.all_inner_texts() == chosen.steps
    assert editors.get_by_text(chosen.otherwise).is_visible()
    others = [editors.get_by_text(each.otherwise) for each in PLACES.values() if each != chosen]
    assert not any(other.is_visible() for other in others)


def test_what_is_shown_for_which_place_is_heard_and_a_copy_made_before_is_said_no_more(editors):
    heard = editors.get_by_role("status").filter(has_text=CHECK.title)
    why = SAYS.ways.link.why
    assert heard.inner_text() == f"{CHECK.title}, for WordPress. {why}"
    copy(editors, "wordpress")
    choose(editors, "moodle", QUIZ_SHOWN)
    heard = editors.get_by_role("status").filter(has_text=QUIZ_SHOWN)
    assert heard.inner_text() == f"{QUIZ_SHOWN}, for Moodle. {SAYS.ways.frame.why}"
    assert not editors.get_by_text(SAYS.copied).is_visible()


def test_all_of_it_works_by_keyboard(editors):
    editors.get_by_label(SAYS.what_to_show).focus()
    editors.keyboard.press("ArrowDown")
    for stop in ("link", "radio", "textarea", "button"):
        editors.keyboard.press("Tab")
        if stop == "radio":
            editors.keyboard.press("ArrowDown")
    assert editors.evaluate("document.activeElement.textContent") == SAYS.ways.frame.button
    editors.keyboard.press("Enter")
    editors.get_by_text(SAYS.copied).wait_for()
    pasted = editors.evaluate(PASTED)
    assert pasted.startswith("<iframe") and f"embed/quiz/{QUIZ}.html" in pasted


def test_where_a_page_has_no_clipboard_the_old_way_copies_and_leaves_the_focus(editors):
    editors.evaluate("navigator.clipboard.writeText('before')")
    clipboard = editors.evaluate_handle("navigator.clipboard")
    editors.evaluate(REFUSING)
    editors.get_by_role("button", name=SAYS.ways.link.button).click()
    editors.get_by_text(SAYS.copied).wait_for()
    assert (
        clipboard.evaluate("c => c.readText()") == editors.get_by_label(SAYS.copy_it).input_value()
    )
    assert editors.evaluate("document.activeElement.localName") == "button"


def test_where_a_browser_refuses_altogether_the_text_is_selected_and_how_to_copy_it_is_said(
    editors,
):
    editors.evaluate(REFUSING_ALL)
    editors.get_by_role("button", name=SAYS.ways.link.button).click()
    assert editors.get_by_role("status").filter(has_text=SAYS.not_copied).is_visible()
    assert editors.evaluate(SELECTED) == editors.get_by_label(SAYS.copy_it).input_value()


def test_each_can_be_looked_at_first(editors, open_to_all):
    link = editors.get_by_role("link", name=SAYS.look)
    for value, embed in EVERY.items():
        editors.get_by_label(SAYS.what_to_show).select_option(value)
        with urlopen(link.evaluate("e => e.href")) as answer:
            assert answer.url == open_to_all.url(embed.address)
    assert link.get_attribute("target") == "_blank"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (f"https://{ELSEWHERE}/c/embed", []),
        (f"http://{ELSEWHERE}/c/embed", [SAYS.not_secure]),
    ],
)
def test_what_is_copied_has_the_address_of_the_course_and_a_warning_if_few_will_show_that(
    page, open_to_all, address, expected
):
    def answer(route):
        asked = route.request.url.split("/c/")[1]
        route.fulfill(response=route.fetch(url=open_to_all.url(asked)))

    page.route(f"**://{ELSEWHERE}/**", answer)
    page.goto(address)
    root = address.removesuffix("embed")
    link = page.get_by_label(SAYS.copy_it).input_value()
    assert link == f"{root}embed/readiness-check.html"
    assert notes_on(page) == expected


def test_an_address_that_only_this_computer_knows_is_told_of(editors):
    assert notes_on(editors) == [SAYS.only_here]


def test_a_page_on_a_disk_says_that_the_address_is_to_be_filled_in(page, built_course):
    page.goto((built_course / "embed.html").as_uri())
    assert notes_on(page) == [SAYS.no_address]
    link = page.get_by_label(SAYS.copy_it).input_value()
    assert link == "https://your-address/embed/readiness-check.html"
    page.get_by_role("link", name=SAYS.look).evaluate("e => e.removeAttribute('target')")
    page.get_by_role("link", name=SAYS.look).click()
    answer(page)


def test_without_scripts_every_way_to_show_each_of_them_can_be_copied_by_hand(browser, open_to_all):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(open_to_all.url("embed"))
    page.get_by_text(SAYS.all).click()
    for embed in EVERY.values():
        for way in SAYS.ways.model_dump().values():
            name = f"{embed.title}: {way['name']}"
            assert page.get_by_role("textbox", name=name, exact=True).is_visible()
    headings = page.get_by_role("heading", level=3).all_inner_texts()
    assert headings[: len(PLACES)] == [place.name for place in PLACES.values()]
    context.close()


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_it_fits_and_breaks_no_rule_at_any_width(editors, width):
    editors.set_viewport_size({"width": width, "height": 900})
    for place in PLACES:
        choose(editors, place, QUIZ_SHOWN)
        assert editors.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(editors) == {}
    assert violations_in_other_colours(editors) == {}
