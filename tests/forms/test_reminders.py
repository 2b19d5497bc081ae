"""The calendar file: what Python writes of it, and what the browser makes of that."""

import json
import re
from datetime import UTC, date, datetime, timedelta

import pytest
from broken import messages, place, write_changed
from icalendar import Calendar
from markupsafe import escape

from widgets.course.loading import load_course
from widgets.forms.reminders.reminders import calendar_text, draw_reminders

TITLE = "title: Examples\n"
REMINDER = "  - {page: recall/1, days: 7, title: After a week}\n"
MARK = re.compile(r"@address-\d+@|@made@")
STAND_IN = re.compile(r"197001\d\d")
TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 17, 5, 9, tzinfo=UTC)
HREF = "https://example.org/course/recall/1.html?a=1;b=2,3&c"
LONGEST_LINE = 75


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def with_reminders(folder, *titles, title="Examples"):
    """Return the examples under a title, with a reminder after one day, after two and so on."""
    lines = [
        f"  - {{page: recall/1, days: {days}, title: {quoted(text)}}}\n"
        for days, text in enumerate(titles, 1)
    ]
    changes = (TITLE, f"title: {quoted(title)}\n"), (REMINDER, "".join(lines))
    return load_course(write_changed(folder, *changes))


def dated(calendar, reminders):
    """Do what the browser does: put days, addresses and the moment in place of the stand-ins."""
    made = NOW.strftime("%Y%m%dT%H%M%SZ")
    for index, reminder in enumerate(reminders):
        stand_in = "197001" + str(index + 2).zfill(2)
        day = (TODAY + timedelta(days=reminder.days)).strftime("%Y%m%d")
        address = re.sub(r"[\\;,]", r"\\\g<0>", HREF)
        calendar = calendar.replace(stand_in, day).replace(f"@address-{index + 1}@", address)
    return calendar.replace("@made@", made).replace("19700101T000000Z", made)


def events(course):
    text = dated(calendar_text(course), course.reminders)
    calendar = Calendar.from_ical(text)
    assert calendar.to_ical()
    return calendar, calendar.walk("VEVENT")


def test_a_calendar_reads_back_as_its_reminder(examples):
    calendar, (event,) = events(examples)
    (alarm,) = event.walk("VALARM")
    assert calendar["version"] == "2.0"
    assert event["summary"] == "Examples: After a week"
    assert event["dtstart"].dt == date(2026, 11, 30)
    assert event["dtstamp"].dt == NOW
    assert event["description"] == HREF
    assert alarm["action"] == "DISPLAY"
    assert alarm["description"] == "After a week"
    assert alarm["trigger"].dt == timedelta(hours=9)


def test_a_reminder_takes_the_whole_day_and_has_an_end_in_no_other(examples):
    _, (event,) = events(examples)
    assert event["dtstart"].params["value"] == "DATE"
    assert "dtend" not in event


def test_each_reminder_has_its_day_its_alarm_and_an_id_of_its_own(tmp_path):
    course = with_reminders(tmp_path, "One", "Two", "Three")
    _, found = events(course)
    assert [event["summary"] for event in found] == [
        "Examples: One",
        "Examples: Two",
        "Examples: Three",
    ]
    assert [event["dtstart"].dt for event in found] == [
        date(2026, 11, 24),
        date(2026, 11, 25),
        date(2026, 11, 26),
    ]
    assert [len(event.walk("VALARM")) for event in found] == [1, 1, 1]
    assert len({event["uid"] for event in found}) == 3


@pytest.mark.parametrize("count", [1, 2, 11, 30])
def test_no_stand_in_is_taken_for_another_s(tmp_path, count):
    course = with_reminders(tmp_path, *(f"Number {n}" for n in range(1, count + 1)))
    _, found = events(course)
    days = [event["dtstart"].dt - TODAY for event in found]
    assert days == [timedelta(days=n) for n in range(1, count + 1)]
    assert [event["description"] for event in found] == [HREF] * count


def test_more_reminders_than_there_are_stand_ins_are_a_fault(tmp_path):
    course_file = write_changed(tmp_path, (REMINDER, REMINDER * 31))
    assert messages(course_file) == [
        f"{place(course_file, 'reminders:' + chr(10))}: reminders: expected at most 30 in the list,"
        " found 31 (take some out)"
    ]


def test_nothing_stands_in_for_anything_once_it_is_dated(tmp_path):
    course = with_reminders(tmp_path, *(f"Number {n}" for n in range(1, 13)))
    text = dated(calendar_text(course), course.reminders)
    assert "@" not in text
    assert "1970" not in text


@pytest.mark.parametrize(
    "title",
    [
        "A, B; C: D",
        "A \\ B \\n C",
        "Caf\u00e9 \u2018quoted\u2019 \U0001f5d3",
        "<b>&amp; </script>",
        "BEGIN:VEVENT",
        "One\nTwo",
    ],
)
def test_whatever_a_title_holds_it_reads_back(tmp_path, title):
    course = with_reminders(tmp_path, title, title=title)
    _, (event,) = events(course)
    assert event["summary"] == f"{title}: {title}"
    assert event.walk("VALARM")[0]["description"] == title


@pytest.mark.parametrize("letter", ["a", "\u00e9", "\U0001f5d3", " a", ","])
def test_no_line_holds_a_broken_mark_and_none_is_too_long(tmp_path, letter):
    for length in range(1, 91, 3):
        text = f"A{letter * length}"
        course = with_reminders(tmp_path / str(length), text, text, title=text)
        calendar = calendar_text(course)
        lines = calendar.split("\r\n")
        assert [line for line in lines if "@" in MARK.sub("", line)] == []
        assert sorted(MARK.findall(calendar)) == ["@address-1@", "@address-2@", "@made@", "@made@"]
        assert [len(STAND_IN.findall(line)) for line in lines if "DTSTART" in line] == [1, 1]
        assert max(len(line.encode()) for line in lines) <= LONGEST_LINE


def test_an_address_has_a_line_of_its_own(examples):
    assert "DESCRIPTION:\r\n @address-1@\r\n" in calendar_text(examples)


def test_lines_end_as_calendars_want_them(examples):
    text = calendar_text(examples)
    assert text.startswith("BEGIN:VCALENDAR\r\n") and text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")


def test_the_calendar_is_the_same_each_time(examples):
    assert calendar_text(examples) == calendar_text(examples)


def test_a_course_without_reminders_has_an_empty_calendar(tmp_path):
    course = load_course(write_changed(tmp_path, (f"reminders:\n{REMINDER}", "reminders: []\n")))
    assert Calendar.from_ical(calendar_text(course)).walk("VEVENT") == []


def drawn_calendar(text):
    (script,) = re.findall(r'<script type="application/json">(.*?)</script>', text)
    return json.loads(script)


@pytest.mark.parametrize("title", ["After a week", "</script><b>", "<!-- & 'one' \"two\""])
def test_what_is_drawn_holds_the_calendar_the_days_and_where_they_lead(tmp_path, title):
    course = with_reminders(tmp_path, title)
    drawn = draw_reminders(course)
    assert drawn_calendar(drawn) == calendar_text(course)
    assert f"<strong>{escape(title)}</strong>" in drawn
    assert 'data-days="1" data-href="aside/recall-1.ipynb"' in drawn
    assert f'download="{course.id}.ics"' in drawn
