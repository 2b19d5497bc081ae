"""How a question stands between groups: from their words alone; never one number over groups."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from .floor import GROUPS, LIVED_EXPERIENCE, STAFF, Word

STEPS = {Word.FEWER: 0, Word.HALF: 1, Word.MORE: 2}
# Without these two nothing is called in place.
NEEDED = {LIVED_EXPERIENCE, STAFF}


class Section(StrEnum):
    """Under which heading a question is shown, in the order of the headings."""

    MISSING = "missing"
    DIFFER = "differ"
    UNKNOWN = "unknown"
    MOSTLY = "mostly"


class Verdict(StrEnum):
    """Whether what a question asks is in place for most of each group."""

    IN_PLACE = "in-place"
    NOT_YET = "not-yet"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Standing:
    """How one question stands."""

    question: str
    words: Mapping[str, Word]
    section: Section
    gap: int
    verdict: Verdict


def standing(question: str, words: Mapping[str, Word]) -> Standing:
    """Return how a question stands, by its groups' words."""
    words = {group: words[group] for group in GROUPS if group in words}
    gap = gap_of(words)
    return Standing(question, words, _section(words, gap), gap, _verdict(words))


def ordered(standings: Iterable[Standing]) -> list[Standing]:
    """Return them as they are shown: by heading, the widest gap first, then as they came."""
    order = list(Section)
    return sorted(standings, key=lambda each: (order.index(each.section), -each.gap))


def gap_of(words: Mapping[str, Word]) -> int:
    """Return the steps between the words furthest apart, of groups that know: 0 to 2."""
    steps = [STEPS[word] for word in words.values() if word in STEPS]
    return max(steps) - min(steps) if steps else 0


def _section(words, gap):
    if gap:
        return Section.DIFFER
    if Word.UNKNOWN in words.values():
        return Section.UNKNOWN
    return Section.MOSTLY if Word.MORE in words.values() else Section.MISSING


def _verdict(words):
    if Word.UNKNOWN in words.values():
        return Verdict.UNKNOWN
    if set(words.values()) == {Word.MORE} and set(words) >= NEEDED:
        return Verdict.IN_PLACE
    return Verdict.NOT_YET
