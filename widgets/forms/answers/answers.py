"""What learners can do with all their answers -> HTML."""

from collections.abc import Iterator

from widgets.course.model import Course
from widgets.forms.change.change import asked_before_and_after
from widgets.forms.check.check import drawn_readiness_check
from widgets.forms.drawing import render
from widgets.forms.plan.plan import drawn_plan
from widgets.forms.template.template import drawn_template


def draw_answers(course: Course) -> str:
    """Return what learners can do with all their answers: keep, bring back, forget."""
    return render("answers/answers.html", course, asked=_asked(course))


def _asked(course) -> Iterator[str]:
    """Yield all that an answer may be kept to, by the ids of its form and question."""
    for quiz in course.quizzes:
        yield from (f"{quiz.id}/{question.id}" for question in quiz.questions)
    for story in course.scenarios:
        yield from (f"{story.id}/{decision.id}" for decision in story.decisions)
    templates = (drawn_template(course, template) for template in course.templates)
    for form in (drawn_readiness_check(course), drawn_plan(course), *templates):
        for group in form.groups:
            yield from (f"{form.id}/{drawn.question.id}" for drawn in group.questions)
    yield from (former.place for former in course.plan.formerly)
    yield from asked_before_and_after(course)
