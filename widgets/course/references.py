"""What a course refers to: sources, people to turn to, and what words mean."""

from typing import Annotated, Literal

from pydantic import Field

from .values import ADDRESS, Date, Id, Months, Strict, Text, WebAddress


class Source(Strict):
    """Where a claim comes from."""

    id: Id
    title: Text
    publisher: Text
    address: WebAddress
    checked: Annotated[
        Date | None, Field(description="The day it was last read; left out while nobody has.")
    ] = None
    review_months: Months


class Contact(Strict):
    """Someone to turn to, and for whom they are there."""

    id: Id
    name: Text
    audience: Literal["mind", "anyone"]
    text: Text
    address: Annotated[str, Field(pattern=ADDRESS)]


class Responsible(Strict):
    """Who answers for this copy of the course: whoever hosts it says so."""

    name: Annotated[Text, Field(description="A person or an organisation.")]
    address: Annotated[
        str, Field(pattern=ADDRESS, description="Where to write to: mailto:… or https://…")
    ]


class Listener(Strict):
    """A kind of person to talk to."""

    id: Id
    name: Text
    text: Text


class Helpline(Strict):
    """Where to call or write in need."""

    id: Id
    name: Text
    text: Text
    number: Text
    address: WebAddress
    checked: Date
    review_months: Months


class Care(Strict):
    """How to look after oneself in the course: pausing, leaving, talking to someone."""

    title: Text
    pause: Text
    leave: Text
    talk: Annotated[list[Listener], Field(min_length=2)]
    danger: Text
    hide_address: Annotated[
        WebAddress, Field(description="The page that takes another's place in a hurry.")
    ]
    helplines: Annotated[list[Helpline], Field(min_length=1)]


class Term(Strict):
    """A word of the glossary."""

    id: Id
    term: Text
    text: Text
