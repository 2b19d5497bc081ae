"""What the readiness check asks and says."""

from typing import Annotated

from pydantic import Field

from .values import Id, Notebook, QuestionPlace, Strict, Text

Condition = Annotated[
    dict[Id, Annotated[list[Id], Field(min_length=1)]],
    Field(description="Questions, each with the answers that meet it."),
]
Conditions = Annotated[
    list[Condition], Field(min_length=1, description="Any one of these conditions is enough.")
]
SEAT = "seat"


class Answer(Strict):
    """One of the answers that a question of the readiness check offers."""

    id: Id
    text: Text
    known: Annotated[bool, Field(description="Whether one can be asked how one knows it.")] = True
    short: Annotated[Text | None, Field(description="Its words in a table.")] = None


class Seat(Strict):
    """One way to take part in the project, and the words that then open the result."""

    id: Id
    text: Text
    view: Text


class Seats(Strict):
    """How someone takes part in the project: never needed, and kept on their own device only."""

    text: Text
    hint: Text
    view: Annotated[Text, Field(description="What opens the result where none is known.")]
    options: Annotated[list[Seat], Field(min_length=2)]


class Sign(Strict):
    """One way to know an answer; what does not yet make it firm has a gentle note."""

    id: Id
    text: Text
    firm: bool = True
    note: Text | None = None


class FurtherWords(Strict):
    """What may be written under an answer."""

    text: Text
    hint: Text


class Evidence(Strict):
    """How someone knows their answer: signs to tick, and a few words."""

    text: Text
    hint: Text
    options: Annotated[list[Sign], Field(min_length=1, max_length=6)]
    words: FurtherWords


class Guidance(Strict):
    """What one answer to one question of the readiness check leads to."""

    reason: Text
    ask_together: Text
    first_step: Text


class Given(Strict):
    """What an answer consists of, to tick; asked under the answers it is named with."""

    text: Text
    hint: Text
    when: Annotated[list[Id], Field(min_length=1)]
    none: Annotated[Text, Field(description="Shown where nothing is ticked.")]
    options: Annotated[list[Answer], Field(min_length=1, max_length=12)]


class CheckQuestion(Strict):
    """A question of the readiness check, with guidance for each answer."""

    id: Id
    name: Annotated[Text, Field(description="A few words that stand for the question in lists.")]
    text: Text
    hint: Text | None = None
    guidance: dict[Id, Guidance]
    given: Given | None = None


class Fact(CheckQuestion):
    """Something to know of the work, with answers of its own; some of them have guidance."""

    answers: Annotated[list[Answer], Field(min_length=2)]
    guidance: dict[Id, Guidance] = Field(default_factory=dict)


class Level(Strict):
    """One honest name for how people are involved; none is better than another."""

    id: Id
    text: Text


class Contradiction(Strict):
    """What the result says first when two answers do not sit together."""

    id: Id
    text: Text
    when: Conditions


class CheckResult(Strict):
    """What the readiness check says when one of its conditions is the first to match."""

    id: Id
    level: Annotated[Id | None, Field(description="The level it comes closest to.")] = None
    title: Text
    on_paper: Annotated[
        Text | None,
        Field(description="Its name in the table on paper, where its level's name is not enough."),
    ] = None
    text: Text
    well: Annotated[Text | None, Field(description="How to do this level well.")] = None
    towards: Annotated[Text | None, Field(description="What would make it co-production.")] = None
    asking: Annotated[Text, Field(description="How and when to ask the questions together.")]
    when: Conditions


class ReadinessCheck(Strict):
    """Questions judged together; the first result that matches is shown.

    Questions and facts decide the result; facts are asked where a condition of
    `facts_asked_when` is met. Considerations never change the result.
    """

    title: Text
    notebook: Notebook
    introduction: Text
    looks_back: list[QuestionPlace] = Field(default_factory=list)
    seat: Seats
    answers: Annotated[list[Answer], Field(min_length=2, max_length=6)]
    evidence: Evidence
    questions: Annotated[list[CheckQuestion], Field(min_length=1, max_length=5)]
    facts_asked_when: Conditions
    facts: Annotated[list[Fact], Field(max_length=3)]
    considerations: Annotated[list[CheckQuestion], Field(max_length=5)]
    levels: Annotated[list[Level], Field(min_length=1)]
    contradictions: list[Contradiction]
    results: Annotated[list[CheckResult], Field(min_length=1)]
    first_go: Annotated[
        list[QuestionPlace],
        Field(description="Earlier questions that asked the same, by the same ids and answers."),
    ] = Field(default_factory=list)

    @property
    def asked(self) -> list[CheckQuestion]:
        """Everything that is asked and judged or considered, in the order of the page."""
        return [*self.questions, *self.facts, *self.considerations]

    def answers_to(self, asked: CheckQuestion) -> list[Answer]:
        """Return the answers that a question offers."""
        return asked.answers if isinstance(asked, Fact) else self.answers
