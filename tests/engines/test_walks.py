"""The walks that matter, the same in Chromium, Firefox and WebKit."""

import csv
import io
import json
from datetime import date

import docx
import icalendar
import pypdf
import pytest
from a_meeting import Meeting
from a_session import DIFFER
from between import Between
from taking_the_check import CHECK, COURSE, TEXTS, WORDS

LESSON, QUIZ = "what-it-is", COURSE.quiz("meaning-practice")
ASKED = QUIZ.questions[0]
RIGHT = next(option for option in ASKED.options if option.correct)
LIKELY = TEXTS["title/likely-as-seen"]
MISSED = f"Choose one answer: {ASKED.text}"
TAKE_AWAY, SAYS = WORDS.take_away, WORDS.group
# What a browser says of itself where nothing may be kept.
STRICT = [("Content-Security-Policy", "sandbox allow-scripts allow-downloads allow-forms")]
DAY, WRITTEN = date(2027, 3, 1), "ask who pays"
PLAN = {question.id: question for question in COURSE.plan.questions}
FEEDBACK = f"document.querySelector('form:has([data-question={ASKED.id}]) [data-feedback]')"


def feedback(engine):
    return engine.wait(f"{FEEDBACK}.innerText.trim()")


def answer_right(engine):
    engine.click("choice", RIGHT.text)
    engine.click("button", ASKED.text)
    return feedback(engine)


def take_the_check(engine):
    """Answer yes to all three questions, and see the result."""
    for question in CHECK.questions:
        engine.click("choice", question.answers[0].text)
    engine.click("button", WORDS.see_result)
    return engine.text("[data-verdict]")


def test_from_an_error_by_its_link_and_the_arrow_keys_to_the_feedback(engine, open_to_all):
    engine.open(open_to_all.url(LESSON))
    engine.focus("button", ASKED.text)
    engine.press("Enter")
    engine.see(MISSED)
    assert engine.js("document.activeElement.matches('[data-errors]')")
    told = engine.js("document.body.innerText").count(MISSED)
    engine.press("Tab")
    assert engine.focused == MISSED
    engine.press("Enter")
    first, second = ASKED.options[:2]
    assert engine.focused == first.text
    engine.press("ArrowDown")
    assert engine.focused == second.text
    assert engine.js("document.activeElement.checked")
    assert engine.js("document.body.innerText").count(MISSED) < told
    engine.press("ArrowDown")
    assert engine.focused == RIGHT.text
    engine.press("Enter")
    assert RIGHT.feedback in feedback(engine)


def test_the_check_comes_to_a_verdict_that_stays_and_is_taken_away(engine, open_to_all):
    engine.open(open_to_all.url("readiness-check"))
    assert LIKELY in take_the_check(engine)
    assert engine.js("document.activeElement.matches('[data-verdict]')")
    engine.reload()
    assert LIKELY in engine.text("[data-verdict]")
    engine.click("summary", WORDS.readiness.keep)
    name, content = engine.download("button", TAKE_AWAY.word)
    lines = [each.text for each in docx.Document(io.BytesIO(content)).paragraphs]
    assert name == f"{COURSE.id}-check.docx"
    assert [line for line in lines if LIKELY in line]
    name, content = engine.download("button", TAKE_AWAY.spreadsheet)
    assert name == f"{COURSE.id}-check.csv"
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
    assert [row for row in rows if LIKELY in " ".join(row)]
    name, content = engine.download("button", TAKE_AWAY.calendar)
    assert name == f"{COURSE.id}-check.ics"
    assert icalendar.Calendar.from_ical(content).events
    engine.see(TAKE_AWAY.no_days)


def test_what_looks_closer_opens_by_key_and_by_click(engine, open_to_all):
    engine.open(open_to_all.url("readiness-check"))
    take_the_check(engine)
    inside = CHECK.considerations[0].text
    shown = "text => document.body.innerText.includes(text)"
    assert not engine.js(shown, inside)
    engine.focus("summary", WORDS.readiness.considerations)
    engine.press("Space")
    engine.see(inside)
    engine.click("summary", WORDS.readiness.considerations)
    engine.wait(f"text => !({shown})(text)", inside)


def test_a_day_is_typed_or_half_typed_and_ends_in_the_calendar(engine, open_to_all):
    engine.open(open_to_all.url("plan"))
    for part, text in (("when", "we meet"), ("what", WRITTEN)):
        engine.focus("field", PLAN[part].text)
        engine.type(text)
    engine.focus("choice", PLAN["start"].options[0].text)
    engine.press("Space")
    engine.focus("field", PLAN["by"].text)
    engine.press("1", "2")
    engine.click("button", WORDS.save)
    assert engine.js("document.activeElement.matches('[data-errors]')")
    engine.focus("field", PLAN["by"].text)
    engine.type_day(DAY)
    assert engine.js("document.activeElement.value") == str(DAY)
    engine.click("button", WORDS.save)
    engine.see("Monday, 1 March 2027")
    engine.reload()
    engine.see("Monday, 1 March 2027")
    _, content = engine.download("button", TAKE_AWAY.calendar)
    events = icalendar.Calendar.from_ical(content).events
    assert f"I will: {WRITTEN}" in [event["summary"] for event in events if event.start == DAY]


def test_a_result_is_printed_without_its_controls(engine, open_to_all):
    if not engine.prints:
        pytest.skip("WebKitGTK prints to no file by WebDriver")
    engine.open(open_to_all.url("readiness-check"))
    take_the_check(engine)
    pages = pypdf.PdfReader(io.BytesIO(engine.pdf())).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert LIKELY in text
    for control in (WORDS.see_result, TAKE_AWAY.word, WORDS.forget, WORDS.own_device_yes):
        assert control not in text


def test_a_progress_file_goes_there_and_comes_back(engine, open_to_all, tmp_path):
    engine.open(open_to_all.url(LESSON))
    said = answer_right(engine)
    engine.open(open_to_all.url())
    name, content = engine.download("button", WORDS.download_progress)
    assert name == f"{COURSE.id}-progress.json"
    kept = json.loads(content)["answers"][f"{QUIZ.id}/{ASKED.id}"]
    assert kept["response"] == [RIGHT.id]
    engine.click("summary", WORDS.forget_everything)
    engine.click("button", WORDS.forget_everything_now)
    engine.see(WORDS.everything_forgotten)
    file = tmp_path / name
    file.write_bytes(content)
    engine.upload(WORDS.bring_back, file)
    engine.see(WORDS.brought_back_for_now)
    engine.open(open_to_all.url(LESSON))
    assert feedback(engine) == said


def test_where_nothing_may_be_kept_it_answers_and_says_so(engine, open_to_all):
    with Between(open_to_all, headers=STRICT) as strict:
        engine.open(strict.url(LESSON))
        blocked = "(() => { try { localStorage; } catch ({ name }) { return name; } })()"
        assert engine.js(blocked) == "SecurityError"
        engine.see(WORDS.not_kept)
        assert RIGHT.feedback in answer_right(engine)
        assert WORDS.own_device not in engine.js("document.body.innerText")
        engine.open(strict.url("readiness-check"))
        assert LIKELY in take_the_check(engine)
        engine.click("summary", WORDS.readiness.keep)
        name, _ = engine.download("button", TAKE_AWAY.word)
        assert name.endswith(".docx")


def test_a_phone_joins_answers_and_sees_what_the_room_said(engine, open_to_all):
    meeting = Meeting(open_to_all)
    look = "dispatchEvent(new Event('online'))"
    engine.open(open_to_all.url(f"join/{meeting.code}"))
    engine.click("choice", SAYS.seats.staff)
    engine.click("button", SAYS.join.join)
    engine.see(SAYS.phone.joined)
    meeting.begin()
    meeting.ask()
    question = next(each for each in CHECK.questions if each.id == "equal-decisions")
    engine.js(look)
    engine.see(question.text)
    assert engine.focused == f"{SAYS.phone.asked} {question.name}"
    engine.click("choice", question.answers[0].text)
    engine.click("button", SAYS.phone.send)
    engine.see(SAYS.phone.sent)
    engine.reload()
    engine.see(SAYS.phone.sent)
    meeting.answer(DIFFER)
    meeting.do("close-now")
    engine.js(look)
    engine.see(SAYS.shown.differ)


@pytest.mark.parametrize("sandbox", ["", 'sandbox="allow-scripts"'], ids=["plain", "sandboxed"])
def test_on_another_page_the_check_answers_in_its_frame(engine, host, open_to_all, sandbox):
    address = open_to_all.url("embed/readiness-check")
    host.html = (
        f'<iframe {sandbox} title="Theirs" width="600" height="600" src="{address}"></iframe>'
    )
    engine.open(host.url)
    with engine.frame("iframe"):
        assert LIKELY in take_the_check(engine)
    assert engine.js("JSON.stringify([{...localStorage}, {...sessionStorage}])") == "[{},{}]"


def test_going_back_shows_what_was_answered_since(engine, open_to_all):
    engine.open(open_to_all.url())
    engine.open(open_to_all.url(LESSON))
    said = answer_right(engine)
    engine.back()
    engine.see(f"· {WORDS.started}")
    engine.open(open_to_all.url(LESSON))
    assert feedback(engine) == said
