"""Template: a page to fill in together, print and take away."""

from .course.loading import load_course
from .forms.assets import check_module
from .forms.shows import show
from .forms.widget import Shown


class Template(Shown):
    """A template of the course, by its id. What is written in it is told to no kernel.

    Raises LookupError for an id that the course does not have, CourseError for a broken course.
    """

    def __init__(self, template_id: str):
        super().__init__(show("Template", load_course(), template_id), check_module())
