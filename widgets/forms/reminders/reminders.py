"""Dated reminders: Python writes the calendar file, the browser fills in the days and addresses."""

from widgets.course.model import Course
from widgets.forms.drawing import render

FOLD, ADDRESS = "\r\n ", "@address-{number}@"


def draw_reminders(course: Course) -> str:
    """Return the dates to come back on, with a button that makes a calendar file."""
    notebooks = {page.address: page.notebook for page in course.pages}
    reminders = [
        {"title": item.title, "days": item.days, "notebook": notebooks[item.page]}
        for item in course.reminders
    ]
    return render(
        "reminders/reminders.html", course, reminders=reminders, calendar=calendar_text(course)
    )


def calendar_text(course: Course) -> str:
    """Return a calendar of the reminders; the address of number n, from 1, is @address-n@."""
    # It rests on a library that takes long to import, and most notebooks need none.
    from widgets.files.calendar_file import Entry, write_calendar

    marks = [ADDRESS.format(number=number) for number, _ in enumerate(course.reminders, 1)]
    entries = [
        Entry(f"{course.title}: {reminder.title}", mark, reminder.title)
        for reminder, mark in zip(course.reminders, marks, strict=True)
    ]
    text = write_calendar(course, entries)
    for mark in marks:
        # An address may be long: it gets a line of its own.
        text = text.replace(mark, FOLD + mark)
    return text
