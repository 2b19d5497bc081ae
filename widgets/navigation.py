"""Navigation: where a lesson stands in the course, what is done, what the lesson is for."""

from .course.loading import load_course
from .forms.shows import show
from .forms.widget import Shown


class Navigation(Shown):
    """The way through the course, seen from one module.

    Raises LookupError for an id that the course does not have, CourseError for a broken course.
    """

    def __init__(self, module_id: str):
        super().__init__(show("Navigation", load_course(), module_id))
