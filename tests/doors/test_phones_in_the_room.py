"""Two hosts, a room screen and sixteen phones, from the code to the report."""

import re

import pytest
import ways_in
from conftest import PATIENCE
from docx import Document
from playwright.sync_api import expect

from widgets.course.loading import load_course

COURSE = load_course()
SAYS = COURSE.words.group
PHONE, LAPTOP = {"width": 390, "height": 844}, {"width": 1280, "height": 720}
GROUPS = {"lived_experience": 5, "carers": 5, "staff": 5}
ASKED = {one.id: one for one in COURSE.readiness_check.questions}
STAGES = ASKED["all-stages"]
YES, PARTLY, NO, _ = (answer.text for answer in STAGES.answers)


@pytest.fixture
def server(course_file, tmp_path):
    """Start a server of this test's own, which it may kill and start again."""
    server = ways_in.serve(course_file)
    server.command += ["--db", f"sqlite:///{tmp_path / 'sessions.db'}"]
    with server:
        yield server


@pytest.fixture
def opened(browser):
    """Return a function that opens an address on a device of its own."""
    contexts = []

    def open_on(url, size, **settings):
        context = browser.new_context(viewport=size, **settings)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        page.goto(url)
        return page

    yield open_on
    for context in contexts:
        context.close()


class Hall:
    """A session with its devices."""

    def __init__(self, server, opened):
        self.server, self.opened = server, opened
        key = re.search(r"Hosts open (\S+)", server.log.read_text())[1]
        self.host, self.second = (opened(key, PHONE) for _ in range(2))
        self.host.get_by_role("button", name=SAYS.host.create).click()
        self.code = self.host.url.split("?")[0].rpartition("/")[2]
        self.second.reload()
        self.second.get_by_role("link", name=self.code).click()
        self.screen = opened(server.url(f"room/{self.code}"), LAPTOP)

    def phone(self, seat=None, **settings):
        page = self.opened(self.server.url("join"), PHONE, **settings)
        page.get_by_label(SAYS.join.code).fill(f" {self.code[:3].lower()}-{self.code[3:]} ")
        page.get_by_role("button", name=SAYS.join.go_on).click()
        if seat:
            page.get_by_label(getattr(SAYS.seats, seat)).check()
        page.get_by_role("button", name=SAYS.join.join if seat else SAYS.join.join_only).click()
        return page

    def press(self, name, who=None):
        """Press a host's button, unfolding what it stands in, and reload as hosts do."""
        host = who or self.host
        button = host.get_by_role("button", name=name, exact=True)
        if not button.is_visible():
            host.locator("details", has=host.get_by_text(name)).locator("summary").first.click()
        with host.expect_response(lambda answer: answer.request.method == "POST"):
            button.click()

    def ask(self, question, who=None):
        host = who or self.host
        radio = host.get_by_label(question.text)
        if not radio.is_visible():
            host.get_by_text(SAYS.host.choose, exact=True).click()
        radio.check()
        self.press(SAYS.host.ask_it, host)


def answer(phone, text, told=SAYS.phone.sent):
    phone.get_by_label(text, exact=True).check()
    phone.get_by_role("button", name=SAYS.phone.send, exact=True).click()
    expect(phone.get_by_text(told)).to_be_visible()


def see(page, *texts):
    for text in texts:
        expect(page.get_by_text(text).first).to_be_visible(timeout=PATIENCE)


def see_next(page):
    """Look without a script, as its link does."""
    page.get_by_role("link", name=SAYS.see_next).click()


def sentence(group, word):
    within = getattr(SAYS.shown.within, group)
    return getattr(SAYS.shown.sentences, word).format(group=within, answer=YES)


def test_a_whole_session_with_sixteen_phones(server, opened, tmp_path):
    hall = Hall(server, opened)
    plain = hall.phone("lived_experience", java_script_enabled=False)
    lived = [plain, *(hall.phone("lived_experience") for _ in range(4))]
    carers = [hall.phone("carers") for _ in range(5)]
    staff = [hall.phone("staff") for _ in range(5)]
    for number in GROUPS.values():
        expect(hall.screen.locator("[data-number]").first).to_have_text(str(number))
    hall.host.reload()
    hall.press(SAYS.host.heads_agree)
    late = hall.phone()
    see(late, SAYS.phone.only_talking)

    # Round one: one loses the network as it sends, one changes its answer, one asks for more time.
    hall.host.reload()
    hall.ask(STAGES)
    see(hall.screen, STAGES.text)
    see_next(plain)
    lost, changed, slow = staff[0], staff[1], carers[0]
    see(lost, STAGES.text)
    lost.context.set_offline(True)
    lost.get_by_label(YES, exact=True).check()
    lost.get_by_role("button", name=SAYS.phone.send, exact=True).click()
    see(lost, SAYS.phone.not_sent)
    answer(changed, NO)
    changed.get_by_text(SAYS.phone.change).click()
    changed.get_by_label(YES, exact=True).check()
    changed.get_by_role("button", name=SAYS.phone.send_again).click()
    for phone in lived:
        answer(phone, NO)
    for phone in (*carers[1:], *staff[2:]):
        answer(phone, YES if phone in staff else PARTLY)
    hall.press(SAYS.host.announce)
    see(slow, SAYS.phone.more_time)
    slow.get_by_role("button", name=SAYS.phone.more_time).click()
    see(slow, SAYS.phone.more_time_asked)
    answer(slow, PARTLY)
    lost.context.set_offline(False)
    see(lost, SAYS.phone.sent)
    expect(hall.screen.locator("[data-answered]")).to_have_text("15")
    see(late, SAYS.phone.others_answer)

    # The server dies and comes back: every page is where it was.
    server.kill()
    server.start()
    server.wait()
    hall.second.reload()
    expect(hall.screen.locator("[data-answered]")).to_have_text("15")
    hall.press(SAYS.host.close_now, hall.second)
    told = [
        sentence("lived_experience", "fewer"),
        sentence("carers", "fewer"),
        sentence("staff", "more"),
    ]
    see_next(plain)
    for page in (hall.screen, plain, staff[0], late):
        see(page, SAYS.shown.differ, *told)

    # Apart, and the same question once more: two words for each group.
    hall.second.reload()
    hall.press(SAYS.host.apart, hall.second)
    see(carers[2], SAYS.shown.talk_apart)
    hall.host.reload()
    hall.press(SAYS.host.ask_again)
    see_next(plain)
    for phone in (*lived, *carers, *staff):
        answer(phone, PARTLY)
    hall.host.reload()
    hall.press(SAYS.host.close_now)
    see(hall.screen, SAYS.shown.apart)

    # An action, who tells everyone, and the report.
    hall.host.reload()
    hall.host.get_by_text(SAYS.host.propose, exact=True).click()
    hall.host.get_by_label(SAYS.host.propose_label).fill("The lead asks hosts before June")
    hall.press(SAYS.host.propose_it)
    see_next(plain)
    for phone in (*lived, *carers, *staff):
        answer(phone, SAYS.phone.yes, SAYS.phone.action_sent)
    hall.second.reload()
    hall.press(SAYS.host.settle, hall.second)
    see(hall.screen, SAYS.shown.everyone)
    hall.host.reload()
    hall.host.get_by_text(SAYS.host.finish, exact=True).click()
    for name, text in (("who", "Both hosts"), ("how", "By letter"), ("by", "1 June, also a no")):
        hall.host.get_by_label(getattr(SAYS.host, f"finish_{name}")).fill(text)
    hall.press(SAYS.host.finish_now)
    with hall.host.expect_download() as loading:
        hall.host.get_by_role("link", name=SAYS.host.report_word).click()
    loading.value.save_as(tmp_path / "report.docx")
    lines = [each.text for each in Document(tmp_path / "report.docx").paragraphs]
    assert "The lead asks hosts before June" in "\n".join(lines)
    see(staff[3], "The lead asks hosts before June", "1 June, also a no")


def test_with_a_group_of_four_everyone_uses_cards(server, opened):
    hall = Hall(server, opened)
    phones = [hall.phone(seat) for seat in ["staff"] * 5 + ["carers"] * 4]
    expect(hall.screen.locator("[data-number=carers]")).to_have_text("4")
    hall.host.reload()
    hall.press(SAYS.host.heads_agree)
    see(hall.host, SAYS.problems.too_few)
    hall.press(SAYS.host.heads_differ)
    for page in (hall.screen, hall.host, *phones):
        see(page, SAYS.cards.title if page in phones else SAYS.cards.heads_differ)
        expect(page.get_by_role("button", name=SAYS.phone.send, exact=True)).to_have_count(0)
