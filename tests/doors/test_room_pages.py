"""The pages of a session in a browser: on phones, on a wall, in a host's hand; with and without."""

import json
import re

import a_session
import pytest
import ways_in
from a_meeting import MOMENTS, Meeting, meeting_at
from accessible import violations, violations_in_other_colours
from playwright.sync_api import expect
from visitor import Phone, key_of

from widgets.course.loading import load_course

COURSE = load_course()
SAYS = COURSE.words.group
EVERY_MOMENT = pytest.mark.parametrize("name", MOMENTS)
# What has colours of its own.
COLOURED = {"gather", "sent", "closing", "shown-twice", "unknown", "rehearsal", "finished"}
PHONE, SMALL = {"width": 390, "height": 844}, {"width": 320, "height": 640}
WALL = {"width": 1280, "height": 720}
QUESTION = COURSE.readiness_check.questions[1]
# Each text that is seen, with the height of its letters.
LETTERS = """() => [...document.querySelectorAll('.screen *')]
    .filter((e) => e.checkVisibility() && !e.closest(".unseen, caption, template") &&
        [...e.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()))
    .map((e) => parseFloat(getComputedStyle(e).fontSize))"""
FITS = "() => document.querySelector('.screen').getBoundingClientRect().height"
STORED = "() => JSON.stringify([{...localStorage}, {...sessionStorage}])"
AS_SEEN = "() => document.documentElement.scrollWidth <= innerWidth"


@pytest.fixture(scope="module")
def server(course_file):
    with ways_in.serve(course_file, "--public-url", "https://rounds.example.org/") as server:
        yield server


@pytest.fixture
def meeting(server):
    return Meeting(server)


@pytest.fixture
def phone(page):
    page.set_viewport_size(PHONE)
    page.errors = []
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    yield page
    assert page.errors == []


def at(meeting, address):
    return meeting.host.server.url(address)


def of_phone(meeting, phone=None):
    phone = phone or meeting.phone
    return at(meeting, f"join/{meeting.code}?phone={phone.receipt}")


def join(page, meeting, seat="In a staff"):
    page.goto(at(meeting, f"join/{meeting.code}"))
    page.get_by_label(seat).check()
    page.get_by_role("button", name=SAYS.join.join).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(SAYS.phone.joined)


def is_asked(page, meeting):
    """Let a phone that has joined be asked a question."""
    meeting.begin()
    meeting.ask()
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text(f"{SAYS.phone.asked} {QUESTION.name}")


def answered(meeting):
    """Return how many answers the server holds, as the room screen has it."""
    return json.loads(meeting.host.get(f"api/room/{meeting.code}").body)["answered"]


def enter(page, meeting):
    """Open the hosts' pages as a host does."""
    page.goto(at(meeting, f"coach?key={key_of(meeting.host.server)}"))


@EVERY_MOMENT
def test_every_page_passes_axe_and_needs_no_scrolling_sideways(page, server, name):
    meeting = meeting_at(server, name)
    enter(page, meeting)
    page.set_viewport_size(SMALL)
    for address in (
        of_phone(meeting),
        of_phone(meeting, meeting.talking),
        at(meeting, f"room/{meeting.code}"),
        at(meeting, f"coach/session/{meeting.code}"),
    ):
        page.evaluate("sessionStorage.clear()")
        page.goto(address)
        page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
        assert page.evaluate(AS_SEEN), address
        assert violations(page) == {}, address
        if name in COLOURED:
            assert violations_in_other_colours(page) == {}, address


@pytest.mark.parametrize("address", ["join", "join/{}", "join/{}?test=1", "coach", "join/WRONGX"])
def test_every_page_before_it_passes_axe_too(page, meeting, address):
    page.set_viewport_size(SMALL)
    page.goto(at(meeting, address.format(meeting.code)))
    assert page.evaluate(AS_SEEN)
    assert violations(page) == {}
    assert violations_in_other_colours(page) == {}


def test_the_hosts_list_and_the_report_pass_axe_too(page, server):
    meeting = meeting_at(server, "finished")
    enter(page, meeting)
    page.set_viewport_size(SMALL)
    for address in ("coach", f"coach/session/{meeting.code}/report"):
        page.goto(at(meeting, address))
        assert page.evaluate(AS_SEEN)
        assert violations(page) == {}


@EVERY_MOMENT
def test_the_room_screen_fits_the_wall_and_is_read_from_the_back_row(page, server, name):
    meeting = meeting_at(server, name)
    page.set_viewport_size(WALL)
    page.goto(at(meeting, f"room/{meeting.code}"))
    assert page.evaluate(FITS) <= WALL["height"]
    assert min(page.evaluate(LETTERS)) >= 28
    assert page.evaluate(AS_SEEN)
    assert page.locator("main").locator("a, button, input, summary").count() == 0


def test_a_phone_joins_by_keyboard_and_its_receipt_leaves_the_address(phone, meeting):
    phone.goto(at(meeting, f"join/{meeting.code}"))
    for key in ("Tab", "Tab", "Space", "Tab", "Enter"):
        phone.keyboard.press(key)
    heading = phone.get_by_role("heading", level=1)
    expect(heading).to_have_text(SAYS.phone.joined)
    expect(heading).to_be_focused()
    assert phone.url == at(meeting, f"join/{meeting.code}")
    expect(phone.locator(".you")).to_contain_text("Lived experience")
    assert phone.evaluate("localStorage.length") == 0


def test_a_new_question_shows_by_itself_with_the_keyboard_at_its_heading(phone, meeting):
    join(phone, meeting)
    phone.evaluate("document.activeElement.blur()")
    meeting.begin()
    expect(phone.locator("[data-heard]")).to_have_text(SAYS.phone.joined)
    meeting.ask()
    heading = phone.get_by_role("heading", level=1)
    expect(heading).to_have_text(f"{SAYS.phone.asked} {QUESTION.name}")
    expect(heading).to_be_focused()


def test_an_answer_is_sent_changed_and_taken_back_without_leaving_the_page(phone, meeting):
    join(phone, meeting)
    is_asked(phone, meeting)
    phone.evaluate("stays = true")
    phone.get_by_label("Some decisions").check()
    phone.get_by_role("button", name=SAYS.phone.send).click()
    sent = phone.locator("#sent")
    expect(sent).to_have_text(SAYS.phone.sent)
    expect(sent).to_be_focused()
    assert answered(meeting) == 1
    change = phone.get_by_text(SAYS.phone.change)
    change.click()
    phone.get_by_label(SAYS.phone.rather_not).check()
    phone.get_by_role("button", name=SAYS.phone.send_again).click()
    expect(sent).to_be_focused()
    # What was answered is not in sight of whoever sits beside.
    expect(phone.get_by_label(SAYS.phone.rather_not)).to_be_hidden()
    assert answered(meeting) == 1
    phone.reload()
    expect(phone.get_by_label(SAYS.phone.rather_not)).to_be_checked()
    change.click()
    phone.get_by_role("button", name=SAYS.phone.take_back).click()
    expect(sent).to_be_hidden()
    assert answered(meeting) == 0


def test_what_is_being_chosen_stays_when_the_end_is_announced_and_that_is_heard(phone, meeting):
    join(phone, meeting)
    is_asked(phone, meeting)
    chosen = phone.get_by_label("Some decisions")
    chosen.check()
    meeting.do("close-announce")
    closing = phone.locator(".closing")
    expect(closing).to_have_text("This round closes in about 1 min.")
    expect(chosen).to_be_checked()
    expect(chosen).to_be_focused()
    heard = phone.locator("[data-heard]")
    expect(heard).to_have_text(f"A question: {QUESTION.name} This round closes in about 1 min.")

    def later(route):
        state = route.fetch().json()
        route.fulfill(json={**state, "closes_in": 20})

    phone.route("**/api/join/*", later)
    expect(closing).to_have_text(SAYS.phone.closes_soon)
    expect(heard).to_have_text(SAYS.phone.closes_soon)


def test_more_time_is_asked_for_once(phone, meeting):
    join(phone, meeting)
    is_asked(phone, meeting)
    meeting.do("close-announce")
    phone.get_by_role("button", name=SAYS.phone.more_time).click()
    expect(phone.get_by_text(SAYS.phone.more_time_asked)).to_be_visible()
    expect(phone.locator(".closing")).to_have_text("This round closes in about 2 min.")
    expect(phone.get_by_role("button", name=SAYS.phone.more_time)).to_have_count(0)


def test_an_answer_waits_for_the_network_and_is_counted_once(phone, meeting, context):
    join(phone, meeting)
    is_asked(phone, meeting)
    context.set_offline(True)
    phone.get_by_label("An equal role").check()
    phone.get_by_role("button", name=SAYS.phone.send).click()
    expect(phone.locator("[data-not-sent]")).to_have_text(SAYS.phone.not_sent)
    expect(phone.get_by_label("An equal role")).to_be_checked()
    assert answered(meeting) == 0
    context.set_offline(False)
    expect(phone.locator("#sent")).to_have_text(SAYS.phone.sent)
    assert answered(meeting) == 1
    expect(phone.locator("[data-not-sent]")).to_be_hidden()


def test_an_answer_that_waits_is_sent_after_a_reload_too_and_again_to_a_busy_server(phone, meeting):
    join(phone, meeting)
    is_asked(phone, meeting)
    busy = [503, 503]

    def answer(route):
        if route.request.method == "POST" and busy:
            route.fulfill(status=busy.pop(), body="")
        else:
            route.continue_()

    phone.route(f"**/join/{meeting.code}*", answer)
    phone.get_by_label("An equal role").check()
    phone.get_by_role("button", name=SAYS.phone.send).click()
    expect(phone.locator("[data-not-sent]")).to_have_text(SAYS.phone.not_sent)
    phone.reload()
    expect(phone.locator("#sent")).to_have_text(SAYS.phone.sent)
    assert (answered(meeting), busy) == (1, [])


def test_a_page_that_did_not_come_is_asked_for_again_and_what_is_not_ours_is_never_shown(
    phone, meeting
):
    join(phone, meeting)
    answers = [
        {"status": 503, "body": ""},
        {"status": 200, "body": "<h1>Pay for this network</h1>"},
    ]
    asked = []

    def answer(route):
        asked.append(route.request.url)
        if answers:
            route.fulfill(content_type="text/html", **answers.pop())
        else:
            route.continue_()

    phone.route(f"**/join/{meeting.code}?phone=*", answer)
    meeting.begin()
    expect(phone.get_by_text(SAYS.room.next)).to_be_visible()
    expect(phone.get_by_text("Pay for this network")).to_have_count(0)
    assert len(asked) == 3


def test_an_answer_that_comes_late_stays_on_the_phone_marked_as_not_counted(
    phone, meeting, context
):
    join(phone, meeting)
    is_asked(phone, meeting)
    context.set_offline(True)
    phone.get_by_label("An equal role").check()
    phone.get_by_role("button", name=SAYS.phone.send).click()
    expect(phone.locator("[data-not-sent]")).to_have_text(SAYS.phone.not_sent)
    meeting.do("close-now")
    context.set_offline(False)
    late = phone.locator(".late")
    told = re.compile(rf"{SAYS.phone.late}\s+{SAYS.phone.late_chosen}\s+An equal role")
    expect(late).to_have_text(told)
    expect(late).to_be_focused()
    phone.reload()
    expect(late).to_have_text(told)
    late.get_by_text(SAYS.phone.late_chosen).click()
    expect(late.get_by_text("An equal role")).to_be_visible()
    assert answered(meeting) is None


def test_what_is_chosen_and_not_sent_is_told_of_before_the_end_and_kept_after_it(phone, meeting):
    join(phone, meeting)
    is_asked(phone, meeting)
    meeting.do("close-announce")
    expect(phone.locator(".closing")).to_be_visible()
    phone.get_by_label("An equal role").check()
    expect(phone.locator("[data-unsent]")).to_have_text(SAYS.phone.unsent)
    meeting.do("close-now")
    expect(phone.locator(".late")).to_contain_text(SAYS.phone.late)


def test_a_reload_or_the_plain_address_ends_where_the_phone_was(phone, meeting):
    join(phone, meeting, "As a carer")
    phone.goto(at(meeting, "join"))
    phone.goto(at(meeting, f"join/{meeting.code}"))
    expect(phone.get_by_role("heading", level=1)).to_have_text(SAYS.phone.joined)
    expect(phone.locator(".you")).to_contain_text("Carers")


def test_a_phone_is_cleared_and_passed_on(phone, meeting):
    join(phone, meeting)
    phone.get_by_text(SAYS.phone.leave, exact=True).click()
    phone.get_by_role("button", name=SAYS.phone.leave_now).click()
    expect(phone.get_by_label(SAYS.join.code)).to_be_visible()
    assert "receipt" not in phone.evaluate(STORED)
    phone.goto(at(meeting, f"join/{meeting.code}"))
    expect(phone.get_by_role("heading", level=1)).to_have_text(SAYS.join.before)


def test_the_receipt_outlives_the_tab_only_on_a_device_of_ones_own(phone, meeting):
    phone.goto(at(meeting, "join"))
    phone.evaluate("localStorage.setItem('coproduction/own-device', 'yes')")
    join(phone, meeting)
    kept = phone.evaluate("Object.keys(localStorage)")
    assert f"coproduction-phone/{meeting.code}" in kept
    assert phone.evaluate("sessionStorage.length") == 0


def test_a_test_of_a_phone_does_not_take_the_place_of_one_that_counts(phone, meeting):
    join(phone, meeting)
    phone.goto(at(meeting, f"join/{meeting.code}?test=1"))
    phone.get_by_role("button", name=SAYS.join.test).click()
    expect(phone.locator(".you")).to_contain_text(SAYS.phone.is_test)
    phone.goto(at(meeting, f"join/{meeting.code}"))
    expect(phone.locator(".you")).to_contain_text("Staff")


def test_the_room_screen_tells_who_joins_and_how_many_have_answered(page, meeting):
    page.set_viewport_size(WALL)
    page.goto(at(meeting, f"room/{meeting.code}"))
    staff = page.locator("[data-number=staff]")
    expect(staff).to_have_text("6")
    Phone(meeting.host.server, code=meeting.code).join("staff")
    expect(staff).to_have_text("7")
    meeting.begin()
    meeting.ask()
    told = page.locator(".answered")
    expect(told).to_have_text("Phones that have answered: 0 of 17")
    meeting.phone.send("partly")
    expect(told).to_have_text("Phones that have answered: 1 of 17")


def opened_to_propose(phone, server):
    """Return a session, open on a host's phone where an action is typed in."""
    meeting = meeting_at(server, "shown")
    enter(phone, meeting)
    phone.goto(at(meeting, f"coach/session/{meeting.code}"))
    phone.get_by_text(SAYS.host.propose, exact=True).click()
    return meeting


def test_what_a_host_is_typing_stays_when_the_page_changes(phone, server):
    meeting = opened_to_propose(phone, server)
    text = phone.get_by_label(SAYS.host.propose_label)
    text.fill("Ask the bo")
    meeting.do("apart")
    heading = phone.get_by_role("heading", level=1)
    expect(heading).to_have_text(f"{SAYS.host.now} {SAYS.host.apart_now}")
    expect(text).to_have_value("Ask the bo")
    expect(text).to_be_focused()


def test_a_page_without_a_place_for_what_a_host_is_typing_does_not_take_its_place(phone, server):
    meeting = opened_to_propose(phone, server)
    text = phone.get_by_label(SAYS.host.propose_label)
    text.fill("Ask the bo")
    meeting.do("ask", question="power")
    expect(phone.locator("[data-trouble]")).to_have_text(SAYS.host.moved_on)
    expect(text).to_have_value("Ask the bo")


def test_what_a_host_presses_while_the_network_is_gone_is_told_of(phone, server, context):
    opened_to_propose(phone, server)
    phone.get_by_label(SAYS.host.propose_label).fill("Ask the board")
    context.set_offline(True)
    phone.get_by_role("button", name=SAYS.host.propose_it).click()
    expect(phone.locator("[data-trouble]")).to_have_text(SAYS.host.not_done)
    context.set_offline(False)
    phone.get_by_role("button", name=SAYS.host.propose_it).click()
    expect(phone.locator("[data-trouble]")).to_be_hidden()
    expect(phone.get_by_role("heading", level=1)).to_contain_text(SAYS.host.action_open)


def test_people_keep_what_was_shown_and_agreed_on_their_own_device(phone, server):
    meeting = meeting_at(server, "finished")
    phone.goto(of_phone(meeting))
    with phone.expect_download() as download:
        phone.get_by_role("button", name=SAYS.phone.save).click()
    kept = " ".join(download.value.path().read_text(encoding="utf-8").split())
    for said in (SAYS.shown.missing, a_session.ACTION, SAYS.shown.said_yes_to, "18 December"):
        assert said in kept
    assert meeting.phone.receipt not in kept
    expect(phone.locator("[data-saved]")).to_have_text(SAYS.phone.saved)


def test_a_session_that_is_deleted_says_so_on_a_phone(phone, meeting):
    join(phone, meeting)
    meeting.do("forget")
    expect(phone.locator("[data-trouble]")).to_have_text(SAYS.phone.gone)
    expect(phone.get_by_role("heading", level=1)).to_have_text(SAYS.phone.joined)


def test_nothing_is_fetched_from_elsewhere(phone, meeting):
    asked = []
    phone.on("request", lambda request: asked.append(request.url))
    join(phone, meeting)
    phone.goto(at(meeting, f"room/{meeting.code}"))
    assert {re.match(r"https?://[^/]+/", url)[0] for url in asked} == {at(meeting, "")}


@pytest.fixture
def plain(browser):
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_without_javascript_a_phone_joins_answers_and_sees_what_is_next(plain, meeting):
    join(plain, meeting)
    meeting.begin()
    meeting.ask()
    plain.get_by_role("link", name=SAYS.see_next).click()
    plain.get_by_role("button", name=SAYS.phone.send).click()
    assert answered(meeting) == 0
    plain.get_by_label("Some decisions").check()
    plain.get_by_role("button", name=SAYS.phone.send).click()
    expect(plain.locator("#sent")).to_have_text(SAYS.phone.sent)
    assert answered(meeting) == 1
    meeting.do("close-now")
    plain.get_by_role("link", name=SAYS.see_next).click()
    expect(plain.get_by_text(SAYS.shown.nothing)).to_be_visible()


@pytest.mark.parametrize("size", [PHONE, WALL], ids=["phone", "wall"])
def test_the_tree_of_a_result_reads_row_by_row(phone, server, size):
    meeting = meeting_at(server, "shown")
    phone.set_viewport_size(size)
    phone.goto(of_phone(meeting))
    expect(phone.get_by_role("table")).to_match_aria_snapshot(
        """
        - table:
          - caption: How many of those who answered in each group chose ‘An equal role’
          - rowgroup:
            - row /Group .*chose it/
          - rowgroup:
            - row "Lived experience fewer than half":
              - rowheader "Lived experience"
              - cell "fewer than half"
            - row "Carers fewer than half":
              - rowheader "Carers"
              - cell "fewer than half"
            - row "Staff more than half":
              - rowheader "Staff"
              - cell "more than half"
        """
    )
