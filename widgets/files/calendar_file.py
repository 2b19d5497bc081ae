"""Calendar files: Python writes the events, the browser fills in what only it knows."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from icalendar import Alarm, Calendar, Event

from widgets.course.model import Course

# Stand-ins that the browser replaces: days and a time long past, and marks that no text holds.
DAY_ZERO = date(1970, 1, 1)
MADE = datetime(1970, 1, 1, tzinfo=UTC)
EARLY = timedelta(hours=9)


class Entry(NamedTuple):
    """What a calendar shows of a day."""

    summary: str
    description: str
    alarm: str


def write_calendar(course: Course, entries: Iterable[Entry]) -> str:
    """Return an iCalendar file (RFC 5545) of whole days, with stand-ins for what the browser knows.

    Entry number n, from 1, stands on day n of 1970.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//{course.title}//{course.language}//")
    calendar.add("version", "2.0")
    for number, entry in enumerate(entries, 1):
        calendar.add_component(_event(entry, number))
    return calendar.to_ical().decode()


def calendar_pattern(course: Course) -> str:
    """Return a calendar of one event, for the browser to repeat with texts of its own."""
    return write_calendar(course, [Entry("@summary@", "@description@", "@summary@")])


def _event(entry: Entry, number: int) -> Event:
    event = Event()
    event.add("uid", f"{number}-@made@")
    event.add("dtstamp", MADE)
    event.add("transp", "TRANSPARENT")
    event.add("dtstart", DAY_ZERO + timedelta(days=number))
    event.add("summary", entry.summary)
    event.add("description", entry.description)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.alarm)
    alarm.add("trigger", EARLY)
    event.add_component(alarm)
    return event
