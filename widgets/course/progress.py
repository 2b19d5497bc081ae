"""By what a module is done: each of its marked questions checked once, right or wrong."""

from .lessons import READINESS_CHECK
from .model import Course, Module
from .questions import UNMARKED_KINDS


def done_by(course: Course, module: Module) -> list[str]:
    """Return the ids of forms and questions, joined by a slash, that make a module done.

    A module without a marked question is done by the first decision of its scenarios.
    """
    marked = [f"{form}/{asked}" for form in module.forms for asked in _marked(course, form)]
    stories = [scenario for scenario in course.scenarios if scenario.id in module.forms]
    return marked or [f"{scenario.id}/{scenario.decisions[0].id}" for scenario in stories]


def _marked(course, form_id):
    if form_id == READINESS_CHECK:
        return [question.id for question in course.readiness_check.questions]
    quiz = next((quiz for quiz in course.quizzes if quiz.id == form_id), None)
    questions = quiz.questions if quiz else ()
    return [question.id for question in questions if question.kind not in UNMARKED_KINDS]
