"""What is asked in lessons: quizzes and scenarios."""

from typing import Annotated, Literal

from pydantic import Field

from .values import Id, QuestionPlace, Strict, Text

Kind = Literal["single", "multiple", "depends", "view", "short-text", "long-text", "date"]
# What is written or picked, rather than chosen among options.
TEXT_KINDS = ("short-text", "long-text", "date")
# About the learner's own project: there is nothing to mark.
UNMARKED_KINDS = (*TEXT_KINDS, "view")


class Option(Strict):
    """One offered answer, with the feedback shown to whoever chooses it."""

    id: Id
    text: Text
    correct: bool = False
    feedback: Text
    if_missed: Annotated[
        Text | None,
        Field(description="Shown when this option of a multiple choice matters and is not chosen."),
    ] = None


class Asked(Strict):
    """What is asked, with the scene that it is asked about."""

    id: Id
    scene: Annotated[
        Text | None, Field(description="What is so, before anything is asked about it.")
    ] = None
    text: Annotated[Text, Field(description="What is asked: an error repeats it.")]

    @property
    def in_full(self) -> str:
        """The scene and what is asked, as they are read."""
        return " ".join(filter(None, [self.scene, self.text]))


class Question(Asked):
    """One thing asked. Text kinds have no options; they and views are never marked."""

    kind: Kind
    hint: Text | None = None
    looks_back: Annotated[
        list[QuestionPlace], Field(description="Earlier questions whose answers are shown again.")
    ] = Field(default_factory=list)
    options: list[Option] = Field(default_factory=list)


class Quiz(Strict):
    """Questions that are checked one by one."""

    id: Id
    title: Text
    questions: Annotated[list[Question], Field(min_length=1)]


class Turn(Strict):
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


class Decision(Asked):
    """A point in a scenario where the learner, in a role, chooses what to do."""

    role: Text
    options: Annotated[list[Turn], Field(min_length=2, max_length=5)]


class Scenario(Strict):
    """A story with two or three decisions on each way through it."""

    id: Id
    title: Text
    content_note: Text | None = None
    opening: Text
    decisions: Annotated[list[Decision], Field(min_length=2)]
