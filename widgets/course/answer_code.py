"""Answer codes: a check's answers as six letters and two check letters, and back.

Each letter holds two answers: where their row and their column meet in one table. The check letters
are those of a Reed-Solomon code, so that any one or two wrong letters, and any swap, are noticed.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass

# Of 36 signs, those that are not taken for another: no I, L, O or U.
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ALIKE = {"I": "1", "L": "1", "O": "0", "U": "V"}
BETWEEN_LETTERS = re.compile(r"[\s\u2010-\u2015\u2212-]")
ROWS, COLUMNS = 6, 5
BY_HAND, WHOLE = 6, 8
# How many letters stand together where a code is shown.
GROUPS = (3, 3, 2)
# Who changes what a letter holds takes the next; where the version stands can never change.
VERSION, VERSIONS = 0, ROWS

# The field of 32 elements: polynomials over {0, 1} modulo x^5 + x^2 + 1.
DEGREE, MODULUS = 5, 0b100101
FIELD = 2**DEGREE
# A generator of the field and its square: with them as roots, any two codes differ in three places.
ROOTS = (2, 4)

SEEN = ("yes-fully", "partly", "not-now", "dont-know")
HOPED, LEFT_OUT, UNKNOWN = "hoped", "left-out", "dont-know"
DECIDES = ("told", "asked", "talked-over", "together", "they-decide", UNKNOWN)
DELIVERS = ("others-alone", "some-roles", "together", "they-alone", UNKNOWN)


@dataclass(frozen=True)
class Scale:
    """A question with its answers, and the one that stands for none, where one may go without."""

    id: str
    states: tuple[str, ...]
    unanswered: str | None = None


class CodeFault(ValueError):
    """What is written is no code that can be read here: too long, mistyped or newer, by an id."""


CORE = tuple(
    Scale(id, (*SEEN, HOPED)) for id in ("all-stages", "equal-decisions", "jointly-responsible")
)
WEIGHED = tuple(
    Scale(id, (*SEEN, LEFT_OUT), LEFT_OUT) for id in ("power", "responsibilities", "support")
)
TOUCHES = Scale("carers", ("yes", "no", UNKNOWN), UNKNOWN)
FACTS = tuple(
    (
        Scale(f"{partner}-decides", DECIDES, UNKNOWN),
        Scale(f"{partner}-delivers", DELIVERS, UNKNOWN),
    )
    for partner in ("lived-experience", "carers")
)
MADE_BY = Scale("version", tuple(map(str, range(VERSIONS))), str(VERSION))
# What each letter holds: a row and a column of the table.
PLACES = (
    (CORE[0], CORE[1]),
    (CORE[2], TOUCHES),
    (WEIGHED[0], WEIGHED[1]),
    (MADE_BY, WEIGHED[2]),
    *FACTS,
)
# All but the version, in the order of the check.
SCALES = (*CORE, *WEIGHED, TOUCHES, *FACTS[0], *FACTS[1])


def encode(answers: Mapping[str, str]) -> str:
    """Return the code of answer ids by question id.

    Raises ValueError for an answer that is not known, or missing from the three questions.
    """
    values = [_position(row, answers) * COLUMNS + _position(of, answers) for row, of in PLACES]
    return "".join(LETTERS[value] for value in (*values, *check_of(values)))


def decode(text: str) -> dict[str, str]:
    """Return every answer that a code holds, by question id.

    Raises CodeFault.
    """
    signs = BETWEEN_LETTERS.sub("", text.upper())
    values = [LETTERS.find(ALIKE.get(sign, sign)) for sign in signs]
    if -1 in values:
        raise CodeFault("sign")
    if len(values) not in (BY_HAND, WHOLE):
        raise CodeFault("length")
    held, check = values[:BY_HAND], values[BY_HAND:]
    if check and tuple(check) != check_of(held):
        raise CodeFault("slip")
    return _known(dict(_answers_in(held)), bool(check))


def times(one: int, other: int) -> int:
    """Return the product of two elements of the field."""
    product = 0
    for power in range(DEGREE):
        if other >> power & 1:
            product ^= one << power
    for power in reversed(range(DEGREE - 1)):
        if product >> power & FIELD:
            product ^= MODULUS << power
    return product


# (x + a)(x + b) = x^2 + (a + b)x + ab, where + is exclusive or.
GENERATOR = (ROOTS[0] ^ ROOTS[1], times(*ROOTS))


def check_of(values: list[int]) -> tuple[int, int]:
    """Return the two check values: what remains of the others, divided by the generator."""
    high = low = 0
    for value in values:
        over = value ^ high
        high, low = low ^ times(over, GENERATOR[0]), times(over, GENERATOR[1])
    return high, low


def compiled() -> dict:
    """Return the tables in which the browser looks up what a code says."""
    return {
        "letters": LETTERS,
        "alike": ALIKE,
        "columns": COLUMNS,
        "groups": GROUPS,
        "byHand": BY_HAND,
        "whole": WHOLE,
        "version": MADE_BY.id,
        "current": MADE_BY.unanswered,
        "products": [[times(value, factor) for value in range(FIELD)] for factor in GENERATOR],
        "places": [[asdict(scale) for scale in place] for place in PLACES],
    }


def _position(scale, answers):
    return scale.states.index(answers.get(scale.id, scale.unanswered))


def _answers_in(values) -> Iterator[tuple[str, str | None]]:
    for place, value in zip(PLACES, values, strict=True):
        for scale, position in zip(place, divmod(value, COLUMNS), strict=True):
            yield scale.id, dict(enumerate(scale.states)).get(position)


def _known(answers, is_whole):
    # What else a newer version says is not known here; by hand it may as well be a slip.
    if answers.pop(MADE_BY.id) != MADE_BY.unanswered:
        raise CodeFault("newer" if is_whole else "unused")
    if None in answers.values():
        raise CodeFault("unused")
    return answers
