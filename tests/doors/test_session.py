"""A session run from its screens: by a clicker and by a mouse, with what groups held up."""

import io
import re

import pytest
from accessible import violations, violations_in_other_colours
from docx import Document
from playwright.sync_api import expect

from widgets.course.loading import load_course
from widgets.course.session_minutes import steps_of

COURSE = load_course()
SAYS = COURSE.words.session
SCREEN = {"width": 1280, "height": 720}
ADDRESSES = {
    "thirty": "coach/run/30",
    "sixty": "coach/run/60",
    "ninety": "coach/run/90",
    "rehearsal": "coach/rehearsal",
}
SESSIONS = pytest.mark.parametrize("session", COURSE.sessions, ids=lambda session: session.id)
IN_EARNEST = pytest.mark.parametrize(
    "session",
    [session for session in COURSE.sessions if not session.invented],
    ids=lambda session: session.id,
)
# Each text that is seen, with the height of its letters.
LETTERS = """() => [...document.querySelectorAll('body *')]
    .filter((e) => e.checkVisibility() && e.tagName !== "H1" && [...e.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.data.trim()))
    .map((e) => [parseFloat(getComputedStyle(e).fontSize), Boolean(e.closest(".place"))])"""
WIDEST = "[document.documentElement.scrollWidth, document.documentElement.scrollHeight]"
STORED = "() => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])"
NOTED = {
    "agreed": "Ask the funder together, and write down what they say before we meet again.",
    "tells": "A host and a carer tell all of us",
    "by": "18 December, by text",
}


@pytest.fixture
def run(page, served):
    """Return a function that opens a session as it is shown to a room."""
    page.set_viewport_size(SCREEN)

    def opened(session_id, after=""):
        page.goto(served.url(ADDRESSES[session_id] + after))
        page.locator("[data-session][data-awake]").wait_for()
        return page

    return opened


def here(page):
    """Return the one step on the screen."""
    shown = page.locator("[data-step]:visible")
    expect(shown).to_have_count(1)
    return shown


def number(page):
    return int(here(page).get_attribute("id").removeprefix("step-"))


def go_to(page, kind):
    """Go on to the next step of a kind."""
    for _ in page.locator("[data-step]").all():
        if here(page).get_attribute("data-kind") == kind:
            break
        page.keyboard.press("PageDown")
    assert here(page).get_attribute("data-kind") == kind
    return here(page)


def sit(page, *counts):
    go_to(page, "groups")
    for field, count in zip(here(page).get_by_role("spinbutton").all(), counts, strict=True):
        field.fill(str(count))


def hold_up(page, group, card):
    here(page).get_by_role("group", name=group, exact=True).get_by_label(card, exact=True).check()


def run_through(page):
    """Go through a session by a clicker, with two groups that differ, and yield each step."""
    while True:
        step = here(page)
        kind = step.get_attribute("data-kind")
        if kind == "groups":
            sit(page, 6, 2, 5, 0)
        for group, card in zip(step.get_by_role("group").all(), (1, 0), strict=False):
            if kind.endswith("-cards"):
                group.get_by_role("radio").nth(card).check()
        for name, text in NOTED.items() if kind == "agree" else ():
            step.locator(f"[data-note={name}]").fill(text)
        yield step
        if step.locator(".way-on").count() == 0:
            return
        page.keyboard.press("PageDown")


@SESSIONS
def test_every_screen_fits_and_can_be_read_from_the_back_row(run, session):
    page, seen = run(session.id), 0
    for step in run_through(page):
        seen += 1
        assert number(page) == seen
        width, height = page.evaluate(WIDEST)
        assert width <= SCREEN["width"] and height <= SCREEN["height"], step.inner_text()
        for letters, is_place in page.evaluate(LETTERS):
            assert letters >= (28 if is_place else SCREEN["height"] / 25), step.inner_text()
    assert seen == len(session.steps)


@IN_EARNEST
def test_nothing_of_the_notes_is_on_a_screen_and_the_notes_have_its_numbers(run, served, session):
    page = run(session.id)
    main = page.get_by_role("main").text_content()
    page.goto(served.url(ADDRESSES[session.id].replace("run", "notes")))
    for place, (planned, step) in enumerate(steps_of(COURSE, session), 1):
        part = page.locator(f"#step-{place}")
        notes = part.inner_text()
        assert notes.startswith(f"{place}. {step.title}")
        for said in (*step.before, *step.say, *step.hosts, *planned.ask):
            assert said in notes and said not in main
        assert all(line in notes and line in main for line in step.shown)


@pytest.mark.parametrize(("on", "back"), [("PageDown", "PageUp"), ("ArrowRight", "ArrowLeft")])
def test_a_clicker_and_arrows_go_on_and_back_and_stop_at_the_ends(run, on, back):
    page = run("sixty")
    page.keyboard.press(back)
    assert number(page) == 1
    for expected in (2, 3):
        page.keyboard.press(on)
        assert number(page) == expected
    page.keyboard.press(back)
    assert number(page) == 2
    for _ in range(20):
        page.keyboard.press(on)
    assert number(page) == 16


def test_by_mouse_one_gets_through_and_back(run):
    page = run("sixty")
    for expected in range(2, 17):
        here(page).get_by_role("link", name="Next").click()
        assert number(page) == expected
    here(page).get_by_role("link", name="Back").click()
    assert number(page) == 15


def test_no_other_key_and_no_click_beside_changes_anything(run):
    page = run("sixty")
    page.keyboard.press("PageDown")
    page.mouse.click(640, 300)
    keys = ("Space", "Enter", "Escape", "b", ".", "ArrowUp", "ArrowDown", "Home", "End")
    for key in (*keys, "Control+ArrowRight", "Shift+PageDown"):
        page.keyboard.press(key)
    assert number(page) == 2


def test_in_a_field_arrows_stay_in_it_and_a_clicker_goes_on(run):
    page = run("sixty")
    sit(page, 6, 2, 5, 0)
    page.keyboard.press("ArrowRight")
    assert number(page) == 4
    page.keyboard.press("PageDown")
    assert number(page) == 5


def test_a_reload_stays_at_the_step_and_the_way_back_leads_out(run, served):
    page = run("sixty")
    page.keyboard.press("PageDown")
    page.keyboard.press("PageDown")
    page.reload()
    assert number(page) == 3
    page.goto(served.url("coach/run"))
    page.get_by_role("link", name="Run it: 60 minutes").click()
    page.locator("[data-awake]").wait_for()
    page.keyboard.press("PageDown")
    page.go_back()
    assert page.url == served.url("coach/run")


def test_a_clock_begins_with_the_second_step_and_only_informs(run):
    page = run("sixty")
    page.clock.install()
    page.reload()
    assert "0 of 60 min" in here(page).inner_text()
    page.keyboard.press("PageDown")
    expect(here(page).locator(".place")).to_have_text("Step 2 of 16 · about 3 min · 0 of 60 min")
    page.clock.run_for(61 * 60_000 + 30_000)
    expect(here(page).locator(".place")).to_have_text("Step 2 of 16 · about 3 min · 61 of 60 min")
    assert number(page) == 2


def test_a_computers_clock_that_is_set_back_counts_no_minutes_below_none(run):
    page = run("sixty")
    page.clock.install(time="2027-01-31T12:00:00")
    page.reload()
    page.keyboard.press("PageDown")
    page.clock.set_system_time("2027-01-31T11:00:00")
    page.clock.run_for(6_000)
    expect(here(page).locator(".place")).to_have_text("Step 2 of 16 · about 3 min · 0 of 60 min")


def test_until_it_is_said_who_sits_where_no_group_can_hold_up_a_card(run):
    page = run("sixty")
    step = go_to(page, "question-cards")
    assert step.get_by_role("group").count() == 0
    assert SAYS.arrangements.to_groups in step.inner_text()
    step.get_by_role("link", name="How we answer").click()
    assert here(page).get_attribute("data-kind") == "groups"


@pytest.mark.parametrize(
    ("counts", "groups"),
    [
        ((5, 6, 7, 0), ["Lived experience", "Carers", "Staff"]),
        ((6, 2, 5, 0), ["Lived experience and carers", "Staff"]),
        ((6, 0, 6, 0), ["Lived experience", "Staff"]),
        ((8, 1, 3, 0), ["Table 1", "Table 2"]),
        ((5, 5, 5, 1), ["Table 1", "Table 2", "Table 3"]),
        ((3, 1, 2, 0), ["All of us"]),
        ((2, 1, 1, 0), []),
    ],
)
def test_a_group_below_five_is_never_asked_alone(run, counts, groups):
    page = run("sixty")
    sit(page, *counts)
    step = go_to(page, "question-cards")
    assert [group.locator("legend").inner_text() for group in step.get_by_role("group").all()] == (
        groups
    )


def test_what_was_held_up_stays_as_it_was_when_somebody_leaves(run):
    page = run("sixty")
    sit(page, 6, 2, 5, 0)
    go_to(page, "story-cards")
    hold_up(page, "Staff", "B")
    page.locator("#count-staff").evaluate(
        "input => { input.value = 4; input.dispatchEvent(new Event('input', {bubbles: true})); }"
    )
    assert here(page).get_by_role("group").count() == 2
    assert go_to(page, "question-cards").get_by_role("group").count() == 2
    legends = here(page).locator("legend:visible").all_inner_texts()
    assert legends == ["Table 1", "Table 2"]


def test_cards_that_are_taken_back_leave_their_groups_to_those_who_sit_there(run):
    page = run("sixty")
    sit(page, 5, 5, 5, 0)
    go_to(page, "story-cards")
    hold_up(page, "Staff", "B")
    for _ in range(4):
        page.keyboard.press("PageUp")
    sit(page, 5, 5, 2, 0)
    step = go_to(page, "story-cards")
    step.get_by_role("button", name=SAYS.cards.clear).click()
    assert step.locator("legend:visible").all_inner_texts() == ["Table 1", "Table 2"]
    assert step.locator(":checked").count() == 0
    expect(step.get_by_role("status")).to_be_focused()
    expect(step.get_by_role("button", name=SAYS.cards.clear)).to_be_hidden()


def test_where_too_few_are_there_no_screen_speaks_of_cards_that_go_up(run):
    page = run("sixty")
    sit(page, 0, 4, 0, 0)
    rooms = {}
    while True:
        step = here(page)
        rooms[step.get_attribute("data-kind")] = step.locator(".room:visible").all_inner_texts()
        assert "Cards up" not in step.inner_text() and "card up" not in step.inner_text()
        if step.locator(".way-on").count() == 0:
            break
        page.keyboard.press("PageDown")
    assert rooms["groups"] == ["Sit together. We just talk."]
    assert rooms["choice"] == ["Think for a minute. Then we talk, all together."]
    assert rooms["story-cards"] == ["Nobody needs a card. Say what you think, if you wish."]


def test_an_arrow_after_a_tap_goes_on_and_changes_no_card(run):
    page = run("sixty")
    sit(page, 5, 5, 5, 0)
    step = go_to(page, "story-cards")
    step.get_by_role("group", name="Staff").get_by_text("C", exact=True).click()
    expect(page.locator(":focus")).to_have_count(0)
    page.keyboard.press("ArrowRight")
    assert here(page).get_attribute("data-kind") == "what-happened"
    page.keyboard.press("PageUp")
    assert here(page).locator(":checked").input_value() == "c"


def test_what_is_longer_than_the_window_is_read_before_a_clicker_goes_on(run):
    page = run("sixty")
    go_to(page, "choice")
    page.set_viewport_size({"width": 960, "height": 400})
    place = number(page)
    page.keyboard.press("PageDown")
    page.wait_for_timeout(500)
    assert page.evaluate("scrollY") > 0
    assert number(page) == place
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    page.wait_for_timeout(500)
    page.keyboard.press("PageDown")
    assert number(page) == place + 1


def test_how_many_there_are_shows_only_while_it_is_typed(run):
    page = run("sixty")
    sit(page, 5, 1, 5, 0)
    hidden = "input => getComputedStyle(input).webkitTextSecurity"
    field = page.get_by_role("spinbutton", name="Carers")
    assert field.evaluate(hidden) == "disc"
    field.focus()
    assert field.evaluate(hidden) == "none"


@pytest.mark.parametrize(
    ("cards", "ask"),
    [
        (("Yes", "Yes"), "all_yes"),
        (("No", "No"), "all_no"),
        (("Partly", "Partly"), "all_partly"),
        (("Don’t know", "Don’t know"), "all_unknown"),
        (("Yes", "Partly"), "differ"),
        (("Yes", "Don’t know"), "some_unknown"),
        (("We differ", "Yes"), "views_apart"),
    ],
)
def test_it_says_what_to_ask_next_by_what_the_groups_hold_up(run, cards, ask):
    page = run("sixty")
    sit(page, 6, 2, 5, 0)
    step = go_to(page, "question-cards")
    status = step.get_by_role("status")
    expect(status).to_have_text(SAYS.ask_next.waiting)
    hold_up(page, "Lived experience and carers", cards[0])
    expect(status).to_have_text(SAYS.ask_next.waiting)
    hold_up(page, "Staff", cards[1])
    expect(status).to_have_text(getattr(SAYS.ask_next, ask))


def test_of_a_story_it_asks_for_what_is_good_in_each_choice(run):
    page = run("sixty")
    sit(page, 0, 0, 0, 11)
    step = go_to(page, "story-cards")
    hold_up(page, "Table 1", "A")
    hold_up(page, "Table 2", "C")
    expect(step.get_by_role("status")).to_have_text(SAYS.ask_next.choices_apart)
    hold_up(page, "Table 1", "C")
    expect(step.get_by_role("status")).to_have_text(SAYS.ask_next.same_choice)


def run_to_the_end(page):
    for _ in run_through(page):
        pass
    return here(page)


def test_nothing_is_kept_by_the_browser_and_closing_asks_first(run):
    page = run("sixty")
    run_to_the_end(page)
    assert page.evaluate(STORED) == '[{},{},""]'
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.reload()
    assert asked == ["beforeunload"]
    page.keyboard.press("PageUp")
    assert here(page).locator("[data-note=agreed]").input_value() == ""


def test_a_session_in_which_nothing_was_tapped_closes_without_a_word(run):
    page = run("sixty")
    page.keyboard.press("PageDown")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.reload()
    assert asked == []


def lines_of_summary():
    stages, decisions = (COURSE.readiness_check.questions[place] for place in (0, 1))
    first = COURSE.scenario("friday-deadline").decisions[0]
    held = "Lived experience and carers: {}", "Staff: {}"
    return [
        SAYS.summary.title,
        "Friday at noon",
        held[0].format(f"B: {first.options[1].text}"),
        held[1].format(f"A: {first.options[0].text}"),
        stages.text,
        held[0].format(f"Partly: {stages.answers[1].text}"),
        held[1].format(f"Yes: {stages.answers[0].text}"),
        decisions.text,
        held[0].format(f"Partly: {decisions.answers[1].text}"),
        held[1].format(f"Yes: {decisions.answers[0].text}"),
        *(line for name in NOTED for line in (getattr(SAYS.summary, name), NOTED[name])),
        COURSE.care.danger,
    ]


def test_everyone_can_take_home_the_same_page_as_a_word_document(run):
    page = run("sixty")
    step = run_to_the_end(page)
    with page.expect_download() as download:
        step.get_by_role("button", name=SAYS.summary.word).click()
    document = Document(io.BytesIO(download.value.path().read_bytes()))
    assert [line.text for line in document.paragraphs] == lines_of_summary()
    expect(step.get_by_role("status")).to_have_text(SAYS.summary.made)


def link_of(page):
    page.evaluate("navigator.clipboard.writeText = async (text) => { globalThis.copied = text; }")
    here(page).get_by_role("button", name=SAYS.summary.link).click()
    expect(here(page).get_by_role("status")).to_have_text(SAYS.summary.copied)
    return page.evaluate("copied")


def test_a_link_holds_the_page_in_its_fragment_and_opens_as_that_page_alone(run, context):
    page = run("sixty")
    run_to_the_end(page)
    link = link_of(page)
    assert re.fullmatch(rf"{re.escape(page.url.split('#')[0])}#taken=[\w-]+", link)
    other = context.new_page()
    other.goto(link)
    sheet = other.get_by_role("region", name=SAYS.summary.title)
    assert re.split(r"\n+", sheet.inner_text())[: len(lines_of_summary())] == lines_of_summary()
    assert other.locator("[data-step]:visible").count() == 0
    assert violations(other) == {}
    other.emulate_media(media="print")
    assert not other.get_by_role("button").first.is_visible()


@pytest.mark.parametrize(
    "wrong", ["", "x", "W10", "bnVsbA", "W3t9LHt9XQ", "W3siYSI6WzFdfSx7fV0", "%%%"]
)
def test_a_link_that_is_not_whole_says_so_and_shows_nothing_else(run, wrong):
    page = run("sixty", f"#taken={wrong}")
    expect(page.get_by_text(SAYS.summary.unreadable)).to_be_visible()
    assert page.locator("[data-step]:visible, [data-summary]:visible").count() == 0


def test_what_anyone_puts_into_a_link_is_shown_as_text_or_not_at_all(run):
    page = run("sixty")
    made = page.evaluate(
        """() => btoa(JSON.stringify([
            {"all-stages": [["constructor", "a_yes"], ["staff", "valueOf"], ["staff", "a_yes"]],
             "__proto__x": [["staff", "a_yes"]]},
            {"agreed": "<img src=x onerror=alert(1)>", "tells": "", "by": ""}]))
            .replaceAll('+', '-').replaceAll('/', '_')"""
    )
    page.goto(f"{page.url.split('#')[0]}#taken={made}")
    page.locator("[data-reads]").wait_for()
    sheet = page.get_by_role("region", name=SAYS.summary.title)
    assert sheet.get_by_role("listitem").all_inner_texts() == ["Staff: Yes: At all stages"]
    assert "<img src=x onerror=alert(1)>" in sheet.inner_text()
    assert sheet.locator("img").count() == 0


def test_printed_at_the_end_it_is_the_page_to_take_home_on_one_sheet(run):
    page = run("sixty")
    run_to_the_end(page)
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) == 1


def test_without_scripts_all_steps_stand_on_one_page_and_lead_to_each_other(browser, served):
    context = browser.new_context(java_script_enabled=False, viewport=SCREEN)
    page = context.new_page()
    page.goto(served.url("coach/run/60"))
    assert page.locator("[data-step]:visible").count() == 16
    page.locator("#step-6").get_by_role("link", name="Next").click()
    assert page.url.endswith("#step-7")
    assert SAYS.asleep in page.get_by_role("main").inner_text()
    context.close()


@SESSIONS
def test_axe_finds_nothing_on_any_screen(run, session):
    page = run(session.id)
    for _ in run_through(page):
        found = violations(page)
        assert found == {}, number(page)
    assert violations_in_other_colours(page) == {}


@IN_EARNEST
def test_the_notes_are_for_a_phone(page, served, session):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(served.url(ADDRESSES[session.id].replace("run", "notes")))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("navigation", name=SAYS.steps).get_by_role(
        "link", name="7", exact=True
    ).click()
    assert page.locator("#step-7").bounding_box()["y"] < 100
    assert violations(page) == {}


def test_one_sheet_holds_the_eight_cards_of_a_group_in_shape_letter_and_word(page, served):
    page.goto(served.url("coach/cards"))
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))) == 1
    cards = page.locator(".coproduction-cards li")
    said = [re.split(r"\s*\n\s*", text.strip()) for text in cards.all_inner_texts()]
    assert said == [
        *(["Y", "Yes"], ["P", "Partly"], ["N", "No"], ["D", "Don’t know"], ["W", "We differ"]),
        *(["A", "Choice A"], ["B", "Choice B"], ["C", "Choice C"]),
    ]
    shapes = cards.locator("svg").evaluate_all("all => all.map((one) => one.innerHTML.trim())")
    assert len({*shapes}) == 8
    assert violations(page) == {}


def test_from_a_disk_a_session_runs_too(built, page):
    page.goto((built / "meeting.html").as_uri())
    page.locator("[data-awake]").wait_for()
    for expected in range(2, 12):
        page.keyboard.press("PageDown")
        assert number(page) == expected
    # Nobody else could open a link to this disk.
    assert here(page).get_by_role("button").all_inner_texts() == [
        SAYS.summary.print,
        SAYS.summary.word,
    ]
    assert "All of them are made up." in here(page).inner_text()


def test_only_its_own_pages_load_the_script_and_style_of_a_session(page, served):
    names = "() => [...document.querySelectorAll('script[src], link')].map((e) => e.src || e.href)"
    for address, counts in (
        ("coach/run/60", (1, 1)),
        ("coach/notes/60", (0, 1)),
        ("asked", (0, 0)),
    ):
        page.goto(served.url(address))
        found = " ".join(page.evaluate(names))
        scripts = len(re.findall(r"/session-\w+\.js", found))
        styles = len(re.findall(r"/session-\w+\.css", found))
        assert (scripts, styles) == counts, address
