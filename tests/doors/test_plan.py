"""The plan as people write it, and what they take away from the check and the plan."""

import csv
import io
import json
import re
from datetime import date, timedelta

import docx
import icalendar
import pytest
from playwright.sync_api import expect
from taking_the_check import (
    CHECK,
    COURSE,
    NO,
    TEXTS,
    WORDS,
    keep_earlier,
    look_closer,
    on_own_device,
    see_result,
)

PLAN, SAYS = COURSE.plan, WORDS.plan
STEP = TEXTS["step/jointly-responsible/not-now"].yours
TEXT = "=1+1, ŵ ŷ Llŷr 🧑🏽‍🤝‍🧑🏻 שלום مرحبا “;” \\ <b>&"
WRITTEN = {"when": "we meet on Monday", "what": TEXT, "who": "the chair", "sign": "-2 people"}
DAY = date(2027, 3, 1)


@pytest.fixture
def plan(page, served):
    page.goto(served.url("plan"))
    on_own_device(page)
    return page


@pytest.fixture
def checked(page, served):
    page.goto(served.url("readiness-check"))
    on_own_device(page)
    keep_earlier(page, "2026-01-31", NO | {"all-stages": "not-now"})
    see_result(page, NO)
    look_closer(page, PLAN.title)
    return page


def commitment(page, number=1):
    return page.locator("form.commitment").nth(number - 1)


def field(page, part, number=1):
    return page.locator(f"[data-question={part}-{number}]").locator("input, textarea")


def write(page, number=1, start="i-will", day=DAY):
    for part, text in WRITTEN.items():
        field(page, part, number).fill(text)
    page.locator(f"#plan--start-{number}--{start}").check()
    field(page, "by", number).fill(day.isoformat())


def save(page, number=1):
    commitment(page, number).get_by_role("button", name=re.compile(WORDS.save)).click()


def card(page, number=1):
    pairs = commitment(page, number).locator(".feedback dl > div:visible")
    return [" ".join(pair.inner_text().split()) for pair in pairs.all()]


def in_words(day):
    return f"{day:%A}, {day.day} {day:%B} {day.year}"


CARD = [
    "If or when we meet on Monday",
    f"Then I will: {TEXT}",
    "Who the chair",
    f"By when {in_words(DAY)}",
    "It worked if -2 people",
]


def test_a_plan_begins_with_one_commitment_and_says_what_it_needs(plan):
    assert plan.locator("form.commitment:visible").count() == 1
    save(plan)
    errors = commitment(plan).get_by_role("group", name=WORDS.problem).get_by_role("listitem")
    assert errors.all_inner_texts() == [
        "Write something first: If or when …",
        "Choose one answer: How does your ‘then’ begin?",
        "Write something first: Then …",
    ]


def test_a_saved_commitment_is_shown_as_it_was_written_and_after_a_reload(plan):
    write(plan)
    save(plan)
    # It is heard where it stands, as a live region, and comes into view; the focus stays.
    assert plan.evaluate("document.activeElement.textContent.trim()") == "Save: Commitment 1"
    expect(commitment(plan).get_by_role("heading", name="Commitment 1").last).to_be_in_viewport()
    assert [
        re.sub(r"(^(If or when|Then|Who|By when|It worked if)) ?", r"\1 ", line)
        for line in card(plan)
    ] == CARD
    plan.reload()
    assert len(card(plan)) == len(CARD)
    assert field(plan, "by").input_value() == DAY.isoformat()


def test_what_may_be_left_out_may_be_left_out(plan):
    field(plan, "when").fill("we meet")
    field(plan, "what").fill("cover at home")
    plan.locator("#plan--start-1--need").check()
    save(plan)
    assert len(card(plan)) == 2
    need = next(option for option in PLAN.questions[1].options if option.id == "need")
    assert commitment(plan).locator(".gentle").inner_text() == need.feedback


def test_more_commitments_come_on_request_only(plan):
    another = plan.get_by_role("button", name=SAYS.another)
    for number in range(2, PLAN.most + 1):
        another.click()
        assert plan.evaluate("document.activeElement.id") == f"plan--when-{number}-text"
    assert plan.locator("form.commitment:visible").count() == PLAN.most
    assert not another.is_visible()
    plan.reload()
    assert plan.locator("form.commitment:visible").count() == 1


def test_a_commitment_can_be_taken_out_and_the_others_stay(plan):
    write(plan)
    save(plan)
    plan.get_by_role("button", name=SAYS.another).click()
    write(plan, 2)
    save(plan, 2)
    commitment(plan).get_by_role("button", name=re.compile(SAYS.take_out)).click()
    assert field(plan, "what").input_value() == ""
    plan.reload()
    assert plan.locator("form.commitment:visible").count() == 2
    assert field(plan, "what", 2).input_value() == TEXT


def test_first_steps_of_the_check_are_offered_and_not_filled_in(checked):
    assert field(checked, "what").input_value() == ""
    checked.get_by_text(SAYS.steps, exact=True).click()
    steps = checked.locator("[data-steps] li:visible")
    assert steps.count() == 2
    steps.filter(has_text=STEP).get_by_role("button").click()
    assert field(checked, "what").input_value() == STEP
    assert checked.evaluate("document.activeElement.id") == "plan--what-1-text"
    steps.nth(0).get_by_role("button").click()
    assert field(checked, "what").input_value() == STEP
    assert field(checked, "what", 2).input_value() == STEP


def test_without_a_check_no_step_is_offered_and_the_page_of_the_plan_says_so(plan):
    assert not plan.get_by_text(SAYS.steps, exact=True).is_visible()
    assert plan.get_by_text(SAYS.no_check).is_visible()


def test_the_plan_of_the_check_is_the_plan_everywhere(checked, served):
    write(checked)
    save(checked)
    for address in ("plan", "keep-going"):
        checked.goto(served.url(address))
        assert field(checked, "what").input_value() == TEXT
        latest = checked.locator("[data-latest]").inner_text()
        assert "not co-production as it stands" in latest
        assert CHECK.seat.view in latest


def test_the_plan_waits_until_there_is_a_result(page, served):
    page.goto(served.url("readiness-check"))
    parts = page.locator("[data-after] > details > summary")
    assert not parts.first.is_visible()
    see_result(page, NO)
    assert parts.all_inner_texts()[::2] == [PLAN.title, WORDS.readiness.keep]


def shown(page):
    """Return the lines of what is meant to be taken away, as the page shows them."""
    return page.evaluate(
        """() => [...document.querySelectorAll('[data-taken]')].flatMap((part) => {
            const copy = part.cloneNode(true);
            const isOff = getComputedStyle(part).display === 'none';
            if (part.closest('[hidden]') || isOff) return [];
            const left = copy.querySelectorAll('[hidden], [data-left-out], .unseen');
            for (const one of left) one.remove();
            const lines = copy.querySelectorAll('h2, h3, h4, h5, p, dt, dd, li');
            return [...(copy.matches('h3') ? [copy] : lines)]
                .map((line) => line.textContent.replace(/\\s+/g, ' ').trim()).filter(Boolean);
        })"""
    )


def take(page, name):
    with page.expect_download() as download:
        page.get_by_role("button", name=name).click()
    return download.value


@pytest.fixture
def written(checked):
    write(checked)
    save(checked)
    look_closer(checked, WORDS.readiness.keep)
    return checked


def flat(text):
    return re.sub(r"\s+", " ", text).strip()


def test_the_word_document_holds_exactly_what_the_page_shows(written):
    file = take(written, WORDS.take_away.word)
    assert file.suggested_filename == "co-production-check.docx"
    document = docx.Document(file.path())
    lines = [flat(paragraph.text) for paragraph in document.paragraphs]
    assert lines == shown(written)
    assert CHECK.seat.view in lines and f"I will: {TEXT}" in lines


def test_the_spreadsheet_holds_exactly_what_the_page_shows(written):
    file = take(written, WORDS.take_away.spreadsheet)
    assert file.suggested_filename == "co-production-check.csv"
    with open(file.path(), encoding="utf-8-sig", newline="") as text:
        header, *rows = csv.reader(io.StringIO(text.read()))
    assert header == [WORDS.take_away.place, WORDS.take_away.item, WORDS.take_away.text]
    said = [flat(cell) for row in rows for cell in row[1:] if cell]
    headings = set(map(flat, written.locator(":is(h2, h3, h4, h5)").all_text_contents()))
    plain = [line for line in shown(written) if line not in headings]
    assert [line.removeprefix("'") if line[1:2] in "=-" else line for line in said] == plain
    assert "'-2 people" in said


def test_the_calendar_file_holds_the_commitment_and_the_days_to_look_again(written):
    file = take(written, WORDS.take_away.calendar)
    with open(file.path(), "rb") as data:
        events = icalendar.Calendar.from_ical(data.read()).walk("VEVENT")
    today = date.fromisoformat(written.evaluate("new Date().toLocaleDateString('sv')"))
    again = [today + timedelta(days=item.days) for item in PLAN.look_again]
    assert [event.decoded("dtstart") for event in events] == [DAY, *again]
    assert [str(event["summary"]) for event in events] == [
        f"I will: {TEXT}",
        *[f"{CHECK.title}: {SAYS.look_again}"] * len(again),
    ]
    assert "It worked if: -2 people" in events[0]["description"]
    for event in events:
        assert CHECK.seat.view in event["description"]


def test_without_a_day_the_calendar_file_says_that_it_only_holds_those(plan):
    take(plan, WORDS.take_away.calendar)
    assert plan.locator(".take-away [role=status]").inner_text() == WORDS.take_away.no_days


def test_files_from_the_page_of_the_plan_hold_what_that_page_shows(written, served):
    written.goto(served.url("plan"))
    document = docx.Document(take(written, WORDS.take_away.word).path())
    assert [flat(paragraph.text) for paragraph in document.paragraphs] == shown(written)
    assert written.locator(".take-away [role=status]").inner_text() == WORDS.take_away.made


def test_a_commitment_that_is_not_saved_is_said_to_be_left_out(written):
    field(written, "when").fill("we meet on Tuesday")
    take(written, WORDS.take_away.word)
    assert written.locator(".take-away [role=status]").inner_text() == WORDS.take_away.unsaved


def test_the_plan_stands_under_its_own_heading_in_a_file(written):
    document = docx.Document(take(written, WORDS.take_away.word).path())
    titles = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    says, moved = WORDS.readiness, WORDS.moved.title
    result = f"{says.result} not co-production as it stands"
    assert titles == [result, says.first_step, says.answers, PLAN.title, moved, SAYS.look_again]


def test_a_day_that_is_half_typed_goes_with_the_rest(plan):
    write(plan)
    field(plan, "by").fill("")
    field(plan, "by").press("0")
    commitment(plan).get_by_role("button", name=re.compile(SAYS.take_out)).click()
    assert field(plan, "by").evaluate("input => input.validity.badInput") is False


@pytest.mark.parametrize("year", ["0027", "12026"])
def test_a_day_in_a_year_that_nobody_plans_for_is_asked_for_again(plan, year):
    write(plan)
    field(plan, "by").evaluate("(input, day) => { input.value = day; }", f"{year}-01-02")
    save(plan)
    errors = commitment(plan).get_by_role("group", name=WORDS.problem).get_by_role("listitem")
    assert errors.all_inner_texts() == ["Choose a day: By when?"]


def test_what_was_written_when_the_course_asked_otherwise_is_shown_again(plan, served):
    record = {"fingerprint": "x", "response": "When we meet, then I will ask.", "checked": True}
    key = f"coproduction/{COURSE.id}/your-commitment/if-then"
    plan.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, json.dumps(record)])
    plan.reload()
    assert plan.get_by_text("When we meet, then I will ask.").is_visible()


def test_where_every_commitment_is_written_no_step_is_offered(checked):
    for number in range(1, PLAN.most + 1):
        if number > 1:
            checked.get_by_role("button", name=SAYS.another).click()
        field(checked, "what", number).fill("ask")
    assert not checked.get_by_text(SAYS.steps, exact=True).is_visible()


def test_the_progress_file_brings_the_checks_and_the_plan_to_another_browser(
    written, browser, served
):
    file = take(written, WORDS.take_away.progress)
    assert file.suggested_filename == "co-production-progress.json"
    elsewhere = browser.new_context().new_page()
    elsewhere.goto(served.url())
    elsewhere.get_by_label(WORDS.bring_back).set_input_files(file.path())
    elsewhere.get_by_text("Your answers are back").wait_for()
    elsewhere.goto(served.url("readiness-check"))
    assert shown(elsewhere) == shown(written)
    assert "All stages: from ‘None, or hardly any’ to ‘At all stages’" in shown(elsewhere)
    elsewhere.context.close()


def test_making_files_sends_nothing(written):
    sent = []
    written.on("request", lambda request: sent.append(request.url))
    for name in (WORDS.take_away.word, WORDS.take_away.spreadsheet, WORDS.take_away.calendar):
        take(written, name)
    assert [url for url in sent if not url.startswith("blob:")] == []


def test_on_paper_stand_the_result_and_the_plan_and_no_control(written):
    written.emulate_media(media="print")
    controls = ("form.commitment fieldset", "button", "select")
    for hidden in (".topic", ".take-away", ".steps", *controls):
        assert written.locator(f".coproduction-workbook {hidden}:visible").count() == 0, hidden
    assert written.locator("[data-verdict]").is_visible()
    assert written.get_by_text("we meet on Monday").last.is_visible()
    assert written.get_by_text(COURSE.care.danger).first.is_visible()


def test_print_is_a_button_too(written):
    written.evaluate("window.print = () => { window.printed = true; }")
    written.get_by_role("button", name=WORDS.take_away.print).click()
    assert written.evaluate("window.printed")
