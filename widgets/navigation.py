"""Navigation: where a lesson stands in the course, what is done, what the lesson is for."""

from .course.loading import load_course
from .forms.navigation.navigation import draw_navigation, draw_objectives, place_of
from .forms.widget import Shown


class Navigation(Shown):
    """The way through the course, seen from one module.

    Raises LookupError for an id that the course does not have, CourseError for a broken course.
    """

    def __init__(self, module_id: str):
        course = load_course()
        module = course.module(module_id)
        html = draw_navigation(course, module) + "\n" + draw_objectives(course, module)
        super().__init__(html, f"Navigation({module_id!r}, {place_of(course, module)})")
