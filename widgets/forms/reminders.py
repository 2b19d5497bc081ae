"""Dated reminders: Python writes the calendar file, the browser fills in the days and addresses."""

from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from widgets.course.model import Course, Reminder

from .drawing import render

# Stand-ins that the browser replaces: days and a time long past, and marks that no text holds.
DAY_ZERO = date(1970, 1, 1)
MADE = datetime(1970, 1, 1, tzinfo=UTC)
EARLY = timedelta(hours=9)
FOLD, ADDRESS = "\r\n ", "@address-{number}@"


def draw_reminders(course: Course) -> str:
    """Return the dates to come back on, with a button that makes a calendar file."""
    notebooks = {page.address: page.notebook for page in course.pages}
    reminders = [
        {"title": item.title, "days": item.days, "notebook": notebooks[item.page]}
        for item in course.reminders
    ]
    return render("reminders.html", course, reminders=reminders, calendar=calendar_text(course))


def calendar_text(course: Course) -> str:
    """Return an iCalendar file (RFC 5545) of whole days, with stand-ins for what today decides.

    Reminder number n, from 1, stands on day n of 1970 and its address is @address-n@.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//{course.title}//{course.language}//")
    calendar.add("version", "2.0")
    for number, reminder in enumerate(course.reminders, 1):
        calendar.add_component(_event(course, reminder, number))
    text = calendar.to_ical().decode()
    for number, _ in enumerate(course.reminders, 1):
        mark = ADDRESS.format(number=number)
        # An address may be long: it gets a line of its own.
        text = text.replace(mark, FOLD + mark)
    return text


def _event(course: Course, reminder: Reminder, number: int) -> Event:
    event = Event()
    event.add("uid", f"{number}-@made@")
    event.add("dtstamp", MADE)
    event.add("transp", "TRANSPARENT")
    event.add("dtstart", DAY_ZERO + timedelta(days=number))
    event.add("summary", f"{course.title}: {reminder.title}")
    event.add("description", ADDRESS.format(number=number))
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", reminder.title)
    alarm.add("trigger", EARLY)
    event.add_component(alarm)
    return event
