"""The certificate of effort -> HTML: the browser fills it in, prints it and keeps nothing."""

from dataclasses import replace

from markupsafe import Markup

from widgets.course.lessons import PLAN
from widgets.course.model import Course
from widgets.course.questions import Option, Question
from widgets.forms.drawing import render
from widgets.forms.form.drawn import DrawnGroup, drawn_question
from widgets.forms.plan.plan import drawn_plan

CERTIFICATE = "certificate"
# A question of the plan, with the words of its options by their ids.
Told = tuple[str, dict[str, str]]


def draw_certificate(course: Course) -> str:
    """Return what is asked for the certificate, and the certificate itself."""
    says = course.words.certificate
    name = Markup("<span data-name></span>")
    return render(
        "certificate/certificate.html",
        course,
        form_id=CERTIFICATE,
        plan_id=PLAN,
        group=DrawnGroup([_lessons(course)], says.print, says.title, results=[]),
        commitments=saved_lines(course),
        opening=Markup(says.opening).format(name=name),
    )


def saved_lines(course: Course) -> list[list[tuple[str, list[Told]]]]:
    """Return the lines of each commitment, without what may be left out of it.

    A line has a name and its questions, each with the words of its options by their ids.
    """
    plan = drawn_plan(course)
    return [_needed(group, lines) for group, lines in zip(plan.groups, plan.lines, strict=True)]


def _needed(group, lines):
    asked = {
        drawn.question.id: {option.id: option.text for option in drawn.question.options}
        for drawn in group.questions
        if not drawn.optional
    }
    needed = [line for line in lines if asked.keys() >= set(line.questions)]
    return [
        (line.name, [(question, asked[question]) for question in line.questions]) for line in needed
    ]


def _lessons(course):
    says = course.words.certificate
    options = [Option(id=m.id, text=m.title, feedback=m.title) for m in course.modules]
    asked = {"text": says.lessons, "hint": says.lessons_hint, "options": options}
    question = Question(id="lessons", kind="multiple", **asked)
    drawn = drawn_question(CERTIFICATE, question, course.words, (), instruction="")
    return replace(drawn, error=says.choose_lessons)
