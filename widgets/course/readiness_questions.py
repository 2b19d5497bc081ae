"""What the readiness check asks, in words; the ids are those that its rule goes by."""

from typing import Annotated, Literal

from pydantic import Field

from .values import Id, Strict, Text

YES, PARTLY, NO, UNKNOWN = ANSWERS = ("yes-fully", "partly", "not-now", "dont-know")
STAGES, DECISIONS, JOINT = CORE = ("all-stages", "equal-decisions", "jointly-responsible")
POWER, RESPONSIBILITIES, SUPPORT = CONSIDERED = ("power", "responsibilities", "support")
LIVED_EXPERIENCE, CARERS = PARTNERS = ("lived-experience", "carers")
TOLD, ASKED, TALKED_OVER, TOGETHER, THEY_DECIDE = DECIDES = (
    *("told", "asked", "talked-over", "together", "they-decide"),
)
OTHERS_ALONE, SOME_ROLES, _, THEY_ALONE = DELIVERS = (
    *("others-alone", "some-roles", TOGETHER, "they-alone"),
)
AnswerId = Literal["yes-fully", "partly", "not-now", "dont-know"]


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


class Answer(Strict):
    """One of the four answers to a question, what it may mean, and what to ask each other."""

    id: AnswerId
    text: Text
    reason: Text
    ask_together: Text


class Asked(Strict):
    """A question with four answers."""

    name: Annotated[Text, Field(description="A few words that stand for the question in lists.")]
    text: Text
    hint: Text | None = None
    answers: Annotated[list[Answer], Field(min_length=4, max_length=4)]


class CoreQuestion(Asked):
    """One of the three questions that decide the verdict."""

    id: Literal["all-stages", "equal-decisions", "jointly-responsible"]


class Kind(Strict):
    """One kind of support."""

    id: Id
    text: Text


class Given(Strict):
    """What support there is, to tick where there is some."""

    text: Text
    hint: Text
    pay: Annotated[list[Id], Field(min_length=1, description="The kinds that are pay.")]
    none: Annotated[Text, Field(description="Shown where nothing is ticked.")]
    without_pay: Text
    language: Annotated[list[Id], Field(min_length=1, description="The kinds that are language.")]
    without_language: Text
    options: Annotated[list[Kind], Field(min_length=1, max_length=8)]


class Consideration(Asked):
    """A thing to consider; answered with a no, it adds a line to the result."""

    id: Literal["power", "responsibilities", "support"]
    before: Annotated[Text, Field(description="It goes on after ‘before that’, with no full stop.")]
    given: Given | None = None


class Sign(Strict):
    """One way to know an answer: it makes the answer firm, or it is a hope."""

    id: Id
    text: Text
    firm: bool = True


class Evidence(Strict):
    """How someone knows an answer to one of the three questions."""

    text: Text
    hint: Text
    options: Annotated[list[Sign], Field(min_length=2, max_length=6)]
    note: Annotated[Text, Field(description="Shown where only hope is ticked.")]


class FurtherWords(Strict):
    """What may be written under an answer."""

    text: Text
    hint: Text


class Partner(Strict):
    """Those of whom it is asked who decides and who makes it happen."""

    id: Literal["lived-experience", "carers"]
    name: Text
    within: Annotated[Text, Field(description="The name as it stands within a sentence.")]


class Choice(Strict):
    """One answer to a fact."""

    id: Id
    text: Text


class Fact(Strict):
    """Something to know of the work, for each partner."""

    text: Text
    hint: Text | None = None
    answers: list[Choice]


class Touches(Strict):
    """Whether the work touches carers."""

    text: Text
    answers: list[Choice]


class FixedBy(Strict):
    """Something that fixes part of the work, and what is said of it."""

    id: Literal["law", "who-pays", "our-organisation", "supplier", "nothing", "dont-know"]
    text: Text
    says: Text


class Fixed(Strict):
    """What is fixed, to tick."""

    text: Text
    hint: Text
    options: Annotated[list[FixedBy], Field(min_length=6, max_length=6)]
