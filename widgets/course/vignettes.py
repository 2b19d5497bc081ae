"""Two stories that match: one is answered before the course, the other after it."""

from typing import Annotated, Literal

from pydantic import Field

from .questions import Asked
from .values import Id, Strict, Text

Moment = Literal["before", "after"]
MOMENTS: tuple[Moment, ...] = ("before", "after")


class VignetteOption(Strict):
    """One offered answer. Nothing is said to it when it is chosen."""

    id: Id
    text: Text
    argued: Annotated[bool, Field(description="Whether it is what the course argues for.")] = False


class VignetteQuestion(Asked):
    """One thing asked; without options, it is answered in one's own words, or left out."""

    point: Annotated[Text, Field(description="What both stories ask about, in a few words.")]
    hint: Text | None = None
    options: list[VignetteOption] = Field(default_factory=list)

    @property
    def kind(self) -> str:
        """What kind of question of a quiz it is drawn like."""
        return "view" if self.options else "long-text"

    @property
    def argued(self) -> VignetteOption:
        """The option that the course argues for."""
        return next(option for option in self.options if option.argued)


class Vignette(Strict):
    """A story with questions that match those of the other one."""

    id: Id
    title: Text
    opening: Text
    questions: Annotated[list[VignetteQuestion], Field(min_length=1)]

    @property
    def choices(self) -> list[VignetteQuestion]:
        """The questions with options."""
        return [question for question in self.questions if question.options]


def form_of(moment: Moment, vignette: Vignette) -> str:
    """Return the id of the form by which a story is answered before the course, or after."""
    return f"{moment}-{vignette.id}"
