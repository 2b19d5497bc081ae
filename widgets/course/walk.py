"""Every way to answer the readiness check, and every id that its rule then says."""

from collections.abc import Iterator
from functools import cache
from itertools import product

from . import names, verdict
from .names import Name, Part
from .readiness_questions import ANSWERS, DECIDES, DELIVERS, UNKNOWN

BASES = ("", verdict.HOPED, verdict.FIRM)
PARTS = [Part(*part) for part in product((*DECIDES, UNKNOWN), (*DELIVERS, UNKNOWN))]


def every_core() -> Iterator[tuple[str, str, str]]:
    """Yield every way to answer the three questions."""
    yield from product(ANSWERS, repeat=3)


@cache
def headings() -> frozenset[str]:
    """Return every way in which a verdict is headed."""
    return frozenset(verdict.heading(*core, base) for core in every_core() for base in BASES)


@cache
def steps() -> frozenset[str]:
    """Return every first step."""
    walked = {verdict.weakest(*core, base) for core in every_core() for base in BASES}
    return frozenset({*walked, verdict.LED, verdict.AGAINST})


@cache
def every_name() -> frozenset[Name]:
    """Return every name of a partner's part, every reason for none and every clash."""
    beside = {part.brief for part in PARTS}
    return frozenset(
        names.name_of(part, other, *core)
        for part in PARTS
        for other in beside
        for core in every_core()
    )


def said_of_names(kind: str) -> frozenset[str]:
    """Return the ids of one kind: names, notes, unnamed or clashes."""
    said = every_name()
    none, withheld = names.UNNAMED, names.WITHHELD
    if kind == "names":
        return frozenset(name.id for name in said if name.id not in (none, withheld))
    if kind == "notes":
        return frozenset(w for name in said if name.id not in (none, withheld) for w in name.why)
    if kind == "unnamed":
        return frozenset(w for name in said if name.id == none for w in name.why)
    walked = frozenset(w for name in said if name.id == withheld for w in name.why)
    return walked | {names.EQUAL_WITHOUT_POWER}
