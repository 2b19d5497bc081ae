"""Vignettes and OwnChange: a story before the course and one after, and what changed.

Each raises CourseError for a broken course.
"""

from .course.loading import load_course
from .forms.shows import show
from .forms.widget import Shown


class Vignettes(Shown):
    """The two stories, of which one is shown, "before" the course or "after" it.

    No kernel is told of the answers. Raises LookupError for another moment.
    """

    def __init__(self, moment: str):
        super().__init__(show("Vignettes", load_course(), moment))


class OwnChange(Shown):
    """What someone answered before and after, and what it comes to."""

    def __init__(self):
        super().__init__(show("OwnChange", load_course()))
