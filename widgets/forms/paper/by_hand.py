"""How an answer code is made by hand: the numbers of all answers, and the table of letters."""

from collections.abc import Mapping
from dataclasses import dataclass

from widgets.course.answer_code import (
    BY_HAND,
    COLUMNS,
    CORE,
    FACTS,
    LETTERS,
    MADE_BY,
    PLACES,
    ROWS,
    TOUCHES,
    WEIGHED,
    Scale,
    encode,
)
from widgets.course.compare_words import ByHandWords
from widgets.course.words import Words
from widgets.forms.compare.compare import row_of

# What has the same answers is numbered together; a fact has them for each partner.
TOGETHER = (CORE, WEIGHED, (TOUCHES,), FACTS[0][:1], FACTS[0][1:])
EXAMPLE = {
    "all-stages": "partly",
    "equal-decisions": "not-now",
    "jointly-responsible": "partly",
    "carers": "yes",
    "power": "not-now",
    "support": "dont-know",
    "lived-experience-decides": "asked",
    "lived-experience-delivers": "some-roles",
    "carers-decides": "told",
    "carers-delivers": "others-alone",
}


@dataclass(frozen=True)
class Numbered:
    """The names of questions, and their answers in the order of their numbers."""

    name: str
    answers: list[str]


@dataclass(frozen=True)
class Letter:
    """What gives a letter, and an example of it."""

    made_of: str
    example: str


@dataclass(frozen=True)
class ByHand:
    """What is drawn for making a code on paper."""

    says: ByHandWords
    numbered: list[Numbered]
    letters: list[Letter]
    table: list[str]
    columns: int


def drawn_by_hand(words: Words, names: Mapping[str, str]) -> ByHand:
    """Return how a code is made by hand; `names` are the questions' by their ids."""
    return ByHand(
        says=words.compare.paper,
        numbered=[_numbered(words, names, scales) for scales in TOGETHER],
        letters=list(_letters(words, names)),
        table=[LETTERS[first : first + COLUMNS] for first in range(0, ROWS * COLUMNS, COLUMNS)],
        columns=COLUMNS,
    )


def _numbered(words, names, scales):
    name = ", ".join(_called(words, names, scale) for scale in scales)
    return Numbered(name, [*row_of(words, names, scales[0]).answers.values()])


def _letters(words, names):
    says, facts = words.compare.paper, words.compare.facts
    for place, letter in zip(PLACES, encode(EXAMPLE)[:BY_HAND], strict=True):
        row, column = (_called(words, names, scale) for scale in place)
        made_of = says.of_two.format(row=row, column=column)
        if place in FACTS:
            partner = facts.lived_experience if place is FACTS[0] else facts.carers
            made_of = facts.of_partner.format(partner=partner, fact=made_of)
        row, column = (number + 1 for number in divmod(LETTERS.index(letter), COLUMNS))
        yield Letter(made_of, says.example.format(row=row, column=column, letter=letter))


def _called(words: Words, names: Mapping[str, str], scale: Scale) -> str:
    """Return what a question is called, whichever partner it is asked of."""
    if scale is MADE_BY:
        return words.compare.paper.version
    if any(scale in facts for facts in FACTS):
        return getattr(words.compare.facts, scale.id.split("-")[-1])
    return row_of(words, names, scale).name
