"""A template: a page of questions to fill in together, print and take away."""

from typing import Annotated, Literal

from pydantic import Field

from .values import Id, QuestionPlace, Strict, Text


class Blank(Strict):
    """One thing to write, or a day to choose."""

    id: Id
    kind: Literal["short-text", "long-text", "date"]
    text: Text
    hint: Text | None = None


class TemplateQuestion(Blank):
    """A blank that is filled in once."""

    looks_back: Annotated[
        list[QuestionPlace], Field(description="Earlier questions whose answers are shown again.")
    ] = Field(default_factory=list)


class Rows(Strict):
    """Blanks that are filled in once for each entry, such as each decision of a log."""

    name: Annotated[Text, Field(description="What one entry is called; a number follows it.")]
    add: Annotated[Text, Field(description="On the button that brings another entry.")]
    most: Annotated[int, Field(ge=2, le=12, description="How many entries there may be.")]
    questions: Annotated[list[Blank], Field(min_length=1)]


class Template(Strict):
    """A page to fill in. Its first question has to be answered, the others may be left out."""

    id: Id
    title: Text
    questions: Annotated[list[TemplateQuestion], Field(min_length=1)]
    rows: Rows | None = None
    closing: Annotated[
        list[Blank], Field(description="What is filled in once, below the entries.")
    ] = Field(default_factory=list)


def numbered_id(question: Blank, number: int) -> str:
    """Return the id of one question of the entry with a number."""
    return f"{question.id}-{number}"
