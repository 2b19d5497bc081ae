"""What learners can do with all their answers -> HTML."""

from widgets.course.model import Course
from widgets.forms.drawing import render


def draw_answers(course: Course) -> str:
    """Return what learners can do with all their answers: keep, bring back, forget."""
    return render("answers/answers.html", course)
