"""A checklist: questions to tick, copy and print, of which nothing is kept -> HTML."""

from widgets.course.checklist import Checklist
from widgets.course.model import Course
from widgets.forms.drawing import render


def draw_checklist(course: Course, checklist: Checklist) -> str:
    """Return a checklist, which can be read, ticked and printed without a script."""
    return render("checklist/checklist.html", course, checklist=checklist)
