"""The plan, ready to be drawn: commitments with the same questions, each saved by itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from widgets.course.check_texts import texts_of
from widgets.course.lessons import PLAN, READINESS_CHECK
from widgets.course.model import Course
from widgets.course.plan import Plan, numbered_id
from widgets.course.questions import TEXT_KINDS
from widgets.course.readiness import InTwoWordings
from widgets.forms.form.drawn import ALWAYS, DrawnForm, DrawnGroup, Earlier, drawn_question, earlier

STEP = "step/"


@dataclass(frozen=True)
class PlanLine:
    """A line of a saved commitment: its name, the questions it shows, and if it is what to do."""

    name: str
    questions: list[str]
    is_step: bool


@dataclass(frozen=True)
class DrawnPlan(DrawnForm):
    """The plan as a form of one group to each commitment, with what its lines are called."""

    lines: tuple[list[PlanLine], ...] = ()
    steps: tuple[tuple[str, str], ...] = ()
    plan: Plan | None = None
    check_id: str = READINESS_CHECK
    template: str = "plan/plan.html"


def drawn_plan(course: Course) -> DrawnPlan:
    """Return the plan as a form, with the first steps that the check may offer."""
    plan = course.plan
    numbers = range(1, plan.most + 1)
    return DrawnPlan(
        course=course.id,
        language=course.language,
        id=PLAN,
        title=plan.title,
        words=course.words,
        groups=[_commitment(course, number) for number in numbers],
        introduction=plan.introduction,
        lines=tuple(_lines(plan.questions, number) for number in numbers),
        steps=tuple(_steps(course)),
        plan=plan,
    )


def commitments(plan: Plan, responses: dict[str, frozenset[str] | str]) -> list[dict[str, str]]:
    """Return the commitments among responses by question id, without what was left empty."""
    written = (
        {
            question.id: _told(responses[numbered_id(question, number)])
            for question in plan.questions
            if responses.get(numbered_id(question, number))
        }
        for number in range(1, plan.most + 1)
    )
    return [commitment for commitment in written if commitment]


def _told(response):
    return response if isinstance(response, str) else " ".join(response)


def _commitment(course, number):
    words = course.words
    name = words.plan.commitment.format(number=number)
    questions = [_question(course, question, number, name) for question in course.plan.questions]
    passages = [[{"id": "commitment", "when": ALWAYS}], *_remarks(course.plan, number)]
    return DrawnGroup(questions, words.save, name, results=[], passages=passages)


def _remarks(plan, number):
    """Yield what follows from an option, where a question of the plan has options."""
    for question in plan.questions:
        if question.options:
            yield [
                {
                    "id": f"{question.id}/{option.id}",
                    "when": [{numbered_id(question, number): [option.id]}],
                }
                for option in question.options
            ]


def _question(course, question, number, name):
    instruction = "" if question.kind in TEXT_KINDS else course.words.instructions.view
    before = _before(course, question) if number == 1 else ()
    return drawn_question(
        PLAN,
        question.model_copy(update={"id": numbered_id(question, number)}),
        course.words,
        (),
        instruction=instruction,
        optional=question.optional,
        earlier=before,
        about=name,
    )


def _before(course, question):
    """Return earlier questions; those no longer asked stand where a first step goes."""
    former = course.plan.formerly if question.kind == "long-text" else ()
    kept = tuple(Earlier(f"{course.id}/{one.place}", one.text, {}) for one in former)
    return (*earlier(course, question.looks_back), *kept)


def _lines(questions, number):
    """Join a question without a name to the next one that has one."""
    lines, waiting = [], []
    for question in questions:
        waiting.append(numbered_id(question, number))
        if question.name:
            lines.append(PlanLine(question.name, waiting, question.kind == "long-text"))
            waiting = []
    return lines


def _steps(course) -> Iterator[tuple[str, str]]:
    """Yield each first step in its two wordings, by the id that a kept check has of it."""
    for identity, text in texts_of(course.readiness_check).items():
        if isinstance(text, InTwoWordings):
            yield identity.removeprefix(STEP), text.yours
            yield identity.removeprefix(STEP), course.words.plan.ask.format(step=text.ask)
