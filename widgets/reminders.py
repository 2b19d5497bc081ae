"""Reminders: the days to come back on, with a calendar file to make."""

from .course.loading import load_course
from .forms.reminders.reminders import draw_reminders
from .forms.widget import Shown


class Reminders(Shown):
    """The days to come back on. Raises CourseError for a broken course."""

    def __init__(self):
        course = load_course()
        super().__init__(draw_reminders(course), f"Reminders({len(course.reminders)})")
