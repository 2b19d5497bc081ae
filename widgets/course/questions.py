"""What is asked: quizzes, scenarios and the readiness check."""

from typing import Annotated, Literal

from pydantic import Field

from .fields import Id, Notebook, Part, QuestionPlace, Text

Kind = Literal["single", "multiple", "depends", "view", "short-text", "long-text"]
TEXT_KINDS = ("short-text", "long-text")
# About the learner's own project: there is nothing to mark.
UNMARKED_KINDS = (*TEXT_KINDS, "view")


class Option(Part):
    """One offered answer, with the feedback shown to whoever chooses it."""

    id: Id
    text: Text
    correct: bool = False
    feedback: Text
    if_missed: Annotated[
        Text | None,
        Field(description="Shown when this option of a multiple choice matters and is not chosen."),
    ] = None


class Question(Part):
    """One thing asked. Text kinds have no options; they and views are never marked."""

    id: Id
    kind: Kind
    text: Text
    hint: Text | None = None
    looks_back: Annotated[
        list[QuestionPlace], Field(description="Earlier questions whose answers are shown again.")
    ] = Field(default_factory=list)
    options: list[Option] = Field(default_factory=list)


class Quiz(Part):
    """Questions that are checked one by one."""

    id: Id
    title: Text
    questions: Annotated[list[Question], Field(min_length=1)]


class Turn(Part):
    """One thing to do in a scenario: what it leads to, why, and what to make of it."""

    id: Id
    text: Text
    consequence: Text
    mechanism: Text
    principle: Text
    phrase: Text
    way_back: Annotated[
        Text | None, Field(description="How to mend it, where this turn costs too much.")
    ] = None
    then: Annotated[
        Id | None, Field(description="The later decision it leads to; without one, the story ends.")
    ] = None


class Decision(Part):
    """A point in a scenario where the learner, in a role, chooses what to do."""

    id: Id
    role: Text
    text: Text
    options: Annotated[list[Turn], Field(min_length=2, max_length=5)]


class Scenario(Part):
    """A story with two or three decisions on each way through it."""

    id: Id
    title: Text
    content_note: Text | None = None
    opening: Text
    decisions: Annotated[list[Decision], Field(min_length=2)]


class Answer(Part):
    """One of the answers that every question of the readiness check offers."""

    id: Id
    text: Text


class Guidance(Part):
    """What one answer to one question of the readiness check leads to."""

    reason: Text
    ask_together: Text
    first_step: Text


class CheckQuestion(Part):
    """A question of the readiness check, with guidance for each answer."""

    id: Id
    text: Text
    hint: Text | None = None
    guidance: dict[Id, Guidance]


class CheckResult(Part):
    """What the readiness check says when one of its conditions is the first to match."""

    id: Id
    title: Text
    text: Text
    when: Annotated[
        list[dict[Id, Annotated[list[Id], Field(min_length=1)]]],
        Field(
            min_length=1,
            description="One or more conditions: questions, with the answers that meet them.",
        ),
    ]


class ReadinessCheck(Part):
    """Questions judged together; the first result that matches is shown."""

    title: Text
    notebook: Notebook
    introduction: Text
    looks_back: list[QuestionPlace] = Field(default_factory=list)
    answers: Annotated[list[Answer], Field(min_length=2, max_length=6)]
    questions: Annotated[list[CheckQuestion], Field(min_length=1, max_length=5)]
    results: Annotated[list[CheckResult], Field(min_length=1)]
