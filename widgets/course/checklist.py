"""A checklist: what one may want to ask, by subject."""

from typing import Annotated

from pydantic import Field

from .values import Id, Strict, Text


class Topic(Strict):
    """What one may want to ask on one subject."""

    title: Text
    asks: Annotated[list[Text], Field(min_length=1)]


class Checklist(Strict):
    """Questions to tick, to copy and to print; nothing of them is kept."""

    id: Id
    title: Text
    topics: Annotated[list[Topic], Field(min_length=1)]
