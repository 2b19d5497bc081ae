"""Certificate: a certificate of effort, for the browser to fill in and print."""

from .course.loading import load_course
from .forms.assets import check_module
from .forms.shows import show
from .forms.widget import Shown


class Certificate(Shown):
    """The certificate of effort: it says what a learner ticks, and keeps nothing.

    Raises CourseError for a broken course.
    """

    def __init__(self):
        super().__init__(show("Certificate", load_course()), check_module())
