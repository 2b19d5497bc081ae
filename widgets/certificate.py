"""Certificate: a certificate of effort, for the browser to fill in and print."""

from .course.loading import load_course
from .forms.certificate.certificate import draw_certificate
from .forms.widget import Shown
from .forms.workbook.workbook import module_for_check


class Certificate(Shown):
    """The certificate of effort: it says what a learner ticks, and keeps nothing.

    Raises CourseError for a broken course.yml.
    """

    def __init__(self):
        course = load_course()
        name = f"Certificate({len(course.modules)} modules)"
        super().__init__(draw_certificate(course), name, module_for_check(course))
