"""The floor: what may be shown of a closed round; one pure function, and no counts at any size.

A group is shown as one of four words, and only where each group sent enough. Whoever changes a
rule here has to attack it first: `tests/group/test_floor.py` does, for groups of 5 to 24.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum

from widgets.course.readiness_questions import ANSWERS, UNKNOWN, YES
from widgets.course.session_groups import CARERS, FLOOR, LIVED_EXPERIENCE, STAFF

# Who counts sits in one of these; side by side in this order.
GROUPS = (LIVED_EXPERIENCE, CARERS, STAFF)
RATHER_NOT = "rather-not"
RESPONSES = (*ANSWERS, RATHER_NOT)
# Of fifths: at most two are fewer than half, three or more are more than half.
FEW, MANY, FIFTHS = 2, 3, 5


class Word(StrEnum):
    """What is shown of a group: how many of those who answered say fully yes.

    UNKNOWN is FEWER, where more than half don't know yet or would rather not say.
    """

    FEWER = "fewer"
    HALF = "half"
    MORE = "more"
    UNKNOWN = "unknown"


def is_private(counted: Mapping[str, int]) -> bool:
    """Return whether every group that is there has enough phones for rounds in private."""
    there = [number for number in counted.values() if number]
    return bool(there) and min(there) >= FLOOR


def words_of(sent: Mapping[str, Iterable[str]]) -> dict[str, Word] | None:
    """Return each group's word; None where a group sent too few, so that nothing may be shown.

    sent holds the responses of every group that counts, none left out.
    """
    counts = {group: Counter(sent[group]) for group in GROUPS if group in sent}
    if not counts or min(each.total() for each in counts.values()) < FLOOR:
        return None
    return {group: _word(each) for group, each in counts.items()}


def _word(responses: Counter) -> Word:
    of = responses.total()
    if _is_most(responses[UNKNOWN] + responses[RATHER_NOT], of):
        return Word.UNKNOWN
    if _is_most(responses[YES], of):
        return Word.MORE
    return Word.FEWER if responses[YES] * FIFTHS <= FEW * of else Word.HALF


def _is_most(number, of):
    return number * FIFTHS >= MANY * of
