"""Certificate: a certificate of effort, for the browser to fill in and print."""

from .course.loading import load_course
from .forms.assets import check_module
from .forms.certificate.certificate import draw_certificate
from .forms.widget import Shown


class Certificate(Shown):
    """The certificate of effort: it says what a learner ticks, and keeps nothing.

    Raises CourseError for a broken course.
    """

    def __init__(self):
        course = load_course()
        name = f"Certificate({len(course.modules)} modules)"
        super().__init__(draw_certificate(course), name, check_module())
