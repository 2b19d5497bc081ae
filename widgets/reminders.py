"""Reminders: the days to come back on, with a calendar file to make."""

from .course.loading import load_course
from .forms.shows import show
from .forms.widget import Shown


class Reminders(Shown):
    """The days to come back on. Raises CourseError for a broken course."""

    def __init__(self):
        super().__init__(show("Reminders", load_course()))
