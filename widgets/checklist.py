"""Checklist: questions to tick, copy and print, of which nothing is kept."""

from .course.loading import load_course
from .forms.shows import show
from .forms.widget import Shown


class Checklist(Shown):
    """A checklist of the course, by its id.

    Raises LookupError for an id that the course does not have, CourseError for a broken course.
    """

    def __init__(self, checklist_id: str):
        super().__init__(show("Checklist", load_course(), checklist_id))
