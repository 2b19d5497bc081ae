"""What a course is: the shape of course.yml."""

from typing import Annotated, Literal

from pydantic import Field

from .words import Part, Text, Words

ID = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
Id = Annotated[
    str,
    Field(
        pattern=ID,
        description="Lower case words joined by hyphens. Answers hang on it: never reuse one.",
    ),
]
LANGUAGE = r"^[a-z]{2,3}(-[A-Z]{2})?$"
WEB_ADDRESS = r"^https?://\S+$"
ADDRESS = r"^(https?://|mailto:)\S+$"
NOTEBOOK = r"^[\w-]+\.ipynb$"
Kind = Literal["single", "multiple", "depends", "short-text", "long-text"]
TEXT_KINDS = ("short-text", "long-text")


class Module(Part):
    """One unit of the course, taught by one lesson notebook."""

    id: Id
    title: Text
    minutes: Annotated[int, Field(ge=1, le=60)]
    notebook: Annotated[str, Field(pattern=NOTEBOOK)]
    objectives: Annotated[list[Text], Field(min_length=1)]
    forms: Annotated[
        list[Id],
        Field(min_length=1, description="Quizzes and the readiness check, in the lesson's order."),
    ]
    sources: list[Id]


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
    """One thing asked. Text kinds have no options and are never marked."""

    id: Id
    kind: Kind
    text: Text
    hint: Text | None = None
    options: list[Option] = Field(default_factory=list)


class Quiz(Part):
    """Questions that are checked one by one."""

    id: Id
    title: Text
    questions: Annotated[list[Question], Field(min_length=1)]


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
    notebook: Annotated[str, Field(pattern=NOTEBOOK)]
    introduction: Text
    answers: Annotated[list[Answer], Field(min_length=2, max_length=6)]
    questions: Annotated[list[CheckQuestion], Field(min_length=1, max_length=5)]
    results: Annotated[list[CheckResult], Field(min_length=1)]


class Source(Part):
    """Where a claim comes from."""

    id: Id
    title: Text
    publisher: Text
    address: Annotated[str, Field(pattern=WEB_ADDRESS)]


class Contact(Part):
    """Someone to turn to, and for whom they are there."""

    id: Id
    name: Text
    audience: Literal["mind", "anyone"]
    text: Text
    address: Annotated[str, Field(pattern=ADDRESS)]


class Course(Part):
    """Everything in course.yml."""

    id: Id
    language: Annotated[str, Field(pattern=LANGUAGE)]
    title: Text
    summary: Text
    modules: Annotated[list[Module], Field(min_length=1)]
    quizzes: list[Quiz]
    readiness_check: ReadinessCheck
    sources: list[Source]
    contacts: Annotated[list[Contact], Field(min_length=1)]
    words: Words

    def module(self, module_id: str) -> Module:
        """Return a module by its id. Raises LookupError, naming those there are."""
        return _by_id("module", "modules", self.modules, module_id)

    def quiz(self, quiz_id: str) -> Quiz:
        """Return a quiz by its id. Raises LookupError, naming those there are."""
        return _by_id("quiz", "quizzes", self.quizzes, quiz_id)


def _by_id(kind, kinds, items, identity):
    found = next((item for item in items if item.id == identity), None)
    if found is None:
        known = ", ".join(item.id for item in items)
        raise LookupError(f"course.yml has no {kind} '{identity}'. Its {kinds} are: {known}")
    return found
