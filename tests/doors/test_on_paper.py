"""Each page that people print, as the PDF that they get: its sheets are few, full and whole."""

import io
import shutil
import unicodedata
from concurrent.futures import ThreadPoolExecutor

import pytest
from a_meeting import meeting_at
from conftest import missing
from own_device import say_own_device
from playwright.sync_api import expect, sync_playwright
from pypdf import PdfReader
from taking_the_check import COURSE, NO, YES, look_closer, see_result
from visitor import key_of

from widgets.course.answer_code import encode

WORDS = COURSE.words
MARGIN = dict.fromkeys(("top", "right", "bottom", "left"), "1cm")
# The most sheets of A4 that each page may take as it is opened.
LESSONS = {"welcome": 4, "what-it-is": 7, "is-it-co-production": 7, "power-and-support": 7}
LESSONS |= {"four-principles": 6, "five-standards": 6, "check-your-project": 6, "keep-going": 6}
SHEETS = LESSONS | {
    **{"": 2, "readiness-check": 1, "readiness-check/paper": 3, "plan": 1, "asked": 1},
    **{"before": 3, "after": 3, "change": 2, "recall/1": 2, "recall/2": 2, "recall/3": 2},
    **{"templates": 1, "templates/group-agreement": 1, "templates/who-decides-what": 2},
    **{"templates/offer-of-pay": 1, "templates/four-pi": 1, "templates/decision-log": 2},
    **{"templates/you-said-we-did": 2, "certificate": 1, "cases": 7, "glossary": 4, "about": 6},
    **{"led-by-people": 1, "accessibility": 3, "coach/guide": 1, "coach/reference": 12},
    **{"coach/run": 2, "coach/phones": 2, "coach/run/60": 1, "coach/notes/30": 6},
    **{"coach/notes/60": 10, "coach/cards": 1, "coach/handouts": 7, "coach/stories": 27},
}
# Each sheet of these is one to hand out alone, so it may end early.
ONE_BY_ONE = {"readiness-check/paper", "coach/handouts", "coach/stories"}
# What only a screen can use.
CONTROLS = (
    "button, select, summary:not(.coproduction-objectives *), [type=file], [type=submit], "
    ".buttons, .skip, [data-skip], [data-hide], .top nav, .way"
)
SEEN = "all => all.filter((e) => e.checkVisibility() && e.offsetHeight > 1).map((e) => e.outerHTML)"
RING = """() => [document.activeElement, document.activeElement.nextElementSibling]
    .filter(Boolean).map((e) => getComputedStyle(e))
    .map((look) => [look.outlineStyle, look.boxShadow])"""
NO_RING = ["none", "none"]
HEADINGS = "all => all.filter((e) => e.checkVisibility()).map((e) => e.innerText)"
# In each form that is open: the first choice of each question, and a line in each field.
ANSWER = """() => document.querySelectorAll("main form").forEach((form) => {
    const fields = [...form.querySelectorAll("input, textarea")].filter((e) => e.checkVisibility());
    for (const field of fields) {
        const chosen = form.querySelector(`[name="${field.name}"]:checked`);
        if (["radio", "checkbox"].includes(field.type)) { if (!chosen) field.click(); }
        else if (field.type !== "date") {
            field.value = "What I wrote here.";
            field.dispatchEvent(new Event("input", { bubbles: true }));
        }
    }
    const check = form.querySelector("[data-check]");
    if (check?.checkVisibility()) check.click();
})"""
UNBROKEN = 1500 * "ŵ"
LONG = [f"word{number:04}" for number in range(1100)]


class Sheet:
    """What stands on one side of paper, and where."""

    def __init__(self, page):
        self.height, self.placed = page.mediabox.height, []
        self.text = self.plain(page.extract_text(visitor_text=self._place))

    def _place(self, text, of_page, of_text, _font, size):
        if not text.strip():
            return
        x = of_text[4] * of_page[0] + of_text[5] * of_page[2] + of_page[4]
        y = of_text[4] * of_page[1] + of_text[5] * of_page[3] + of_page[5]
        self.placed.append((float(x), float(y), float(size * abs(of_page[3] * of_text[3])), text))

    @staticmethod
    def plain(text):
        """Return a text in single spaces, without the letters that a font draws as one."""
        return " ".join(unicodedata.normalize("NFKC", text).split())

    @property
    def filled(self):
        """How much of the height has text on it, from the top to the last line."""
        return 1 - min(y for _, y, _, _ in self.placed) / float(self.height)

    @property
    def over(self):
        """Lines that are printed over one another."""
        found = []
        for x, y, size, text in self.placed:
            for other_x, other_y, other_size, other in self.placed:
                # A letter is at least three tenths as wide as it is high.
                ends, other_ends = (
                    x + 0.3 * size * len(text),
                    other_x + 0.3 * other_size * len(other),
                )
                beside = x < other_ends and other_x < ends
                if beside and 1 < y - other_y < 0.5 * min(size, other_size):
                    found.append((text, other))
        return found


def printed(page):
    """Return the sheets that a browser makes of a page with its usual settings."""
    content = page.pdf(format="A4", margin=MARGIN, prefer_css_page_size=True)
    return sheets_of(content)


def sheets_of(content):
    return [Sheet(page) for page in PdfReader(io.BytesIO(content)).pages]


def everything(sheets):
    return " ".join(sheet.text for sheet in sheets)


def seen_on_paper(page, selector):
    page.emulate_media(media="print")
    found = page.locator(selector).evaluate_all(SEEN)
    page.emulate_media(media="null")
    return found


def well_made(page, most, *, full=True):
    """Assert what is true of every print; return its sheets."""
    sheets = printed(page)
    assert 1 <= len(sheets) <= most
    assert seen_on_paper(page, CONTROLS) == []
    headings = page.locator("h1, h2, h3, h4, dt, legend").evaluate_all(HEADINGS)
    last_words = tuple(f" {Sheet.plain(heading)}" for heading in headings if heading.strip())
    for sheet in sheets:
        assert sheet.over == []
    for sheet in sheets[:-1]:
        assert not sheet.text.endswith(last_words), sheet.text[-100:]
        assert not full or sheet.filled > 0.55, sheet.text[-100:]
    return sheets


@pytest.mark.parametrize("address", SHEETS)
def test_as_it_is_opened_it_takes_few_sheets_and_has_no_control_on_them(page, served, address):
    page.goto(served.url(address))
    well_made(page, SHEETS[address], full=address not in ONE_BY_ONE)


@pytest.mark.parametrize("address", [*LESSONS, "cases", "before", "recall/3"])
def test_with_its_answers_it_stays_in_one_piece(page, served, address):
    page.goto(served.url(address))
    say_own_device(page)
    page.reload()
    # Once more, for what a story goes on with.
    page.evaluate(ANSWER)
    page.evaluate(ANSWER)
    text = everything(well_made(page, SHEETS[address] + 3))
    for said in page.locator("main .feedback:visible p:not(.gentle)").all_inner_texts():
        assert Sheet.plain(said) in text


def test_the_check_is_printed_with_its_questions_until_it_is_answered(page, served):
    page.goto(served.url("readiness-check"))
    text = everything(printed(page))
    for asked in COURSE.readiness_check.questions:
        assert Sheet.plain(asked.text) in text
    page.goto(served.url("check-your-project"))
    see_result(page, YES)
    text = everything(printed(page))
    for title in page.locator("main .prose h2:visible").all_inner_texts():
        assert Sheet.plain(title) in text


def test_no_focus_ring_is_printed(page, served):
    page.goto(served.url("readiness-check"))
    see_result(page, NO)
    expect(page.locator("[data-verdict]")).to_be_focused()
    assert page.evaluate(RING)[0] != NO_RING
    page.emulate_media(media="print")
    assert page.evaluate(RING)[0] == NO_RING
    page.emulate_media(media="null")
    page.goto(served.url("what-it-is"))
    page.locator("[data-form=meaning-practice] input").first.focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate(RING)[1] != NO_RING
    page.emulate_media(media="print")
    assert page.evaluate(RING)[0] == NO_RING
    assert page.evaluate(RING)[1][0] == "none"


def test_whoever_reads_in_the_dark_prints_on_white(page, served):
    page.goto(served.url("what-it-is"))
    page.emulate_media(media="print", color_scheme="dark")
    ink = "getComputedStyle(document.querySelector('main .question legend')).color"
    assert page.evaluate(ink) == "rgb(30, 35, 41)"


def test_the_check_with_all_that_one_may_look_at_is_whole(page, served):
    page.goto(served.url("readiness-check"))
    see_result(page, NO)
    for section in page.locator("details.part > summary").all():
        section.click()
    page.evaluate(ANSWER)
    text = everything(well_made(page, 7))
    assert text.count("What I wrote here.") > 6


def test_views_side_by_side_are_printed_and_not_the_field_for_more(page, served):
    page.goto(served.url("readiness-check"))
    see_result(page, YES)
    look_closer(page, WORDS.readiness.compare)
    page.locator("[data-compare] [data-make]").click()
    page.locator("#compare-code").fill(encode(NO))
    page.locator("[data-compare] [data-add]").click()
    page.locator("[data-compare] [data-include]").click()
    text = everything(well_made(page, 3))
    says = WORDS.compare
    assert says.result in text and says.differ in text
    assert says.code_hint not in text and says.why not in text
    assert seen_on_paper(page, "#compare-code, .views input") == []


def test_a_text_without_a_space_is_printed_whole_wherever_it_is_written(page, served):
    # The plan last shows what a lesson holds, so it comes first.
    for address, field in (
        ("plan", "[data-question=what-1] textarea"),
        ("templates/decision-log", "[data-question=what-1] textarea"),
        ("what-it-is", "[data-form=your-partners] textarea"),
    ):
        page.goto(served.url(address))
        page.locator(f"{field}:visible").first.fill(UNBROKEN)
        assert everything(well_made(page, 9, full=False)).count("ŵ") == len(UNBROKEN), address


def test_a_long_text_begins_under_its_question_and_leaves_no_gap(page, served):
    page.goto(served.url("templates/group-agreement"))
    page.locator("main textarea").first.fill(" ".join(LONG))
    sheets = well_made(page, 6)
    text = everything(sheets)
    assert LONG[0] in sheets[0].text
    assert [word for word in LONG if word not in text] == []


def test_a_certificate_is_one_sheet_alone(page, served):
    page.goto(served.url("certificate"))
    for part in page.get_by_role("checkbox").all():
        part.check()
    page.get_by_label(WORDS.certificate.name).fill("Sam O’Neil")
    (sheet,) = well_made(page, 1)
    assert sheet.text.startswith(f"{COURSE.title}: {WORDS.certificate.course}")
    assert COURSE.care.title not in sheet.text


def test_a_session_is_printed_with_its_scale_and_without_what_a_host_could_do(page, served):
    meeting = meeting_at(served, "finished")
    page.goto(served.url(f"coach?key={key_of(served)}"))
    for address in (
        f"coach/session/{meeting.code}/report",
        f"join/{meeting.code}?phone={meeting.phone.receipt}",
        f"coach/session/{meeting.code}",
        f"room/{meeting.code}",
    ):
        page.goto(served.url(address))
        well_made(page, 3)
    page.goto(served.url(f"coach/session/{meeting.code}/report"))
    filled = """getComputedStyle(document.querySelector(".picture span"), "::before")"""
    page.emulate_media(media="print")
    assert page.evaluate(f"{filled}.printColorAdjust") == "exact"


def printed_by_firefox(program, home, server):
    """Return the sheets of a lesson with a long text, of a result and of the handouts."""
    kept = {"HOME": str(home), "MOZ_CRASHREPORTER_DISABLE": "1"}
    # This Playwright sends inches where centimetres are asked for.
    paper = {"width": "21in", "height": "29.7in", "margin": dict.fromkeys(MARGIN, "1in")}
    with sync_playwright() as playwright:
        browser = playwright.firefox.launch(
            channel="moz-firefox", executable_path=program, env=kept, timeout=120_000
        )
        page = browser.new_page()
        found = {}
        for address in ("what-it-is", "readiness-check", "coach/handouts"):
            page.goto(server.url(address))
            if address == "what-it-is":
                page.locator("[data-form=your-partners] textarea").fill(" ".join(LONG))
            if address == "readiness-check":
                see_result(page, NO)
            found[address] = sheets_of(page.pdf(**paper, prefer_css_page_size=True))
        browser.close()
    return found


def test_firefox_prints_the_same(served, tmp_path):
    program = shutil.which("firefox-esr")
    if not program:
        missing("install Firefox (Debian: apt-get install firefox-esr)")
    # In a thread of its own, as this one may have Chromium's Playwright.
    with ThreadPoolExecutor(1) as threads:
        found = threads.submit(printed_by_firefox, program, tmp_path, served).result()
    lesson, (check,), handouts = found.values()
    assert len(lesson) <= 11 and len(handouts) == SHEETS["coach/handouts"]
    assert [word for word in LONG if word not in everything(lesson)] == []
    assert all(sheet.filled > 0.55 for sheet in lesson[:-1])
    assert all(sheet.over == [] for sheet in (*lesson, check, *handouts))
    assert f"{WORDS.readiness.result} not co-production as it stands" in check.text
    for unwanted in (WORDS.see_result, WORDS.skip_to_content, WORDS.home):
        assert unwanted not in check.text
