"""What the readiness check asks and says; which of it is shown is decided in verdict.py."""

from typing import Annotated

from pydantic import Field

from .readiness_questions import (
    Consideration,
    CoreQuestion,
    Evidence,
    Fact,
    Fixed,
    FurtherWords,
    Partner,
    Seats,
    Touches,
)
from .values import Id, LinkTarget, Notebook, QuestionPlace, RuleId, Strict, Text

SEAT = "seat"


class Link(Strict):
    """A link that ends a paragraph."""

    to: LinkTarget
    text: Text


class Paragraph(Strict):
    """A paragraph, with or without a link."""

    text: Text
    link: Link | None = None


class About(Strict):
    """What stands closed beside the questions."""

    title: Text
    paragraphs: Annotated[list[Paragraph], Field(min_length=1)]


class Said(Strict):
    """A text that the rule chooses by its id."""

    id: RuleId
    text: Text


class Titled(Said):
    """A text under a title."""

    title: Text


class InTwoWordings(Strict):
    """A step for whoever can take it, and what anyone else can ask: it goes on after ‘ask’."""

    yours: Text
    ask: Text


class Step(InTwoWordings):
    """A first step, and its wordings where something is fixed or {partner} is left out."""

    id: RuleId
    where_fixed: InTwoWordings | None = None
    where_left_out: InTwoWordings | None = None


class Difference(Strict):
    """What is said where two partners have a name."""

    same: Text
    differ: Text


class FormerName(Strict):
    """What was asked, by its id and by a few words."""

    id: Id
    name: Text


class FormerAnswer(Strict):
    """What could be answered, or come of it."""

    id: Id
    text: Text


class Former(Strict):
    """Words of an earlier version: what was kept in them is shown in them."""

    wording: Annotated[Id, Field(description="By what a kept check is known to be in them.")]
    asked: Annotated[list[FormerName], Field(min_length=1)]
    answers: Annotated[list[FormerAnswer], Field(min_length=1)]


class ReadinessCheck(Strict):
    """Three questions that alone decide the verdict, and all that one may look at more closely."""

    title: Text
    notebook: Notebook
    wording: Annotated[
        Id,
        Field(description="By what a kept check is known to be in these words; see formerly."),
    ]
    about: About
    looks_back: list[QuestionPlace] = Field(default_factory=list)
    seat: Seats
    questions: Annotated[list[CoreQuestion], Field(min_length=3, max_length=3)]
    considerations: Annotated[list[Consideration], Field(min_length=3, max_length=3)]
    evidence: Evidence
    words: FurtherWords
    stands: Annotated[list[Said], Field(description="How each of the three questions stands.")]
    verdicts: list[Titled]
    even_then: Text
    beyond: Annotated[Text, Field(description="Added to every verdict but likely.")]
    against: Annotated[
        Text,
        Field(description="Added to likely where who decides or delivers points the other way."),
    ]
    led: Annotated[Text, Field(description="What begins the verdict where {partners} decide.")]
    led_door: Annotated[Link, Field(description="What stands below the three questions for them.")]
    led_link: Annotated[Link, Field(description="Where such work has a page of its own.")]
    steps: list[Step]
    partners: Annotated[list[Partner], Field(min_length=2, max_length=2)]
    both_partners: Annotated[Text, Field(description="Both, as they stand within a sentence.")]
    touches: Touches
    decides: Fact
    delivers: Fact
    fixed: Fixed
    names_today: Annotated[Text, Field(description="What stands over the names.")]
    names: list[Titled]
    notes: list[Said]
    unnamed: Annotated[list[Said], Field(description="Why a partner has no name yet.")]
    clashes: list[Said]
    withheld: Text
    difference: Difference
    formerly: list[Former] = Field(default_factory=list)
    first_go: Annotated[
        list[QuestionPlace],
        Field(description="Earlier questions that asked the same, by the same ids and answers."),
    ] = Field(default_factory=list)

    def __hash__(self) -> int:
        # What is made of a check is made once: it is looked up by the check.
        return hash((self.title, self.wording))

    @property
    def asked(self) -> list[CoreQuestion | Consideration]:
        """The three questions and the three things to consider, in the order of the page."""
        return [*self.questions, *self.considerations]
