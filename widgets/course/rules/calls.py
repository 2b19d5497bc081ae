"""What the code of notebooks shows is there, and the code is Python."""

from collections.abc import Iterator
from pathlib import Path

from ..faults import Fault, one_of
from ..lessons import TAKES_AN_ID, TAKES_NOTHING, Spot
from ..plain import as_list, ids, mappings
from ..vignettes import MOMENTS
from .taught import Taught

OF_VIGNETTES = ("OwnChange", "Vignettes")


def check_calls(data: object, read: list[Taught], folder: Path) -> list[Fault]:
    """Return each id in code that the course lacks, and what is wrong inside a cell."""
    pages = [page.get("address") for _, page in mappings(data, "pages")]
    modules, sessions = ids(data, "modules"), ids(data, "sessions")
    known = {
        "Checklist": ("the id of a checklist", ids(data, "checklists")),
        "Navigation": ("the id of a module", modules),
        "Quiz": ("the id of a quiz", ids(data, "quizzes")),
        "Scenario": ("the id of a scenario", ids(data, "scenarios")),
        "Session": ("the id of a session", sessions),
        "SessionNotes": ("the id of a session", sessions),
        "Vignettes": ("when it is asked", MOMENTS),
        "Sources": ("the id of a module or address of a page", [*modules, *filter(_text, pages)]),
        "Template": ("the id of a template", ids(data, "templates")),
    }
    # Where an id is wrong, what names it is not at fault.
    if not _are_apart(data, "modules", modules):
        del known["Navigation"], known["Sources"]
    inside = [fault for taught in read for fault in _inside(taught, known)]
    return inside + ([] if ids(data, "vignettes") else [*_without_vignettes(read)])


def _inside(taught: Taught, known: dict) -> Iterator[Fault]:
    for what, finding, spot in taught.lesson.mistakes:
        told = finding.expected, finding.found, finding.cure
        yield _fault(taught, spot, what, *told)
    for call, spot in taught.lesson.calls:
        if call.name in TAKES_NOTHING and call.given:
            found, cure = f"{len(call.given)} of them", "take out what stands in its brackets"
            yield _fault(taught, spot, call.name, "no values", found, cure)
        elif call.name in TAKES_AN_ID and len(call.given) > 1:
            found = f"{len(call.given)} values"
            yield _fault(taught, spot, call.name, "one id", found, "leave one in its brackets")
        elif call.name in known:
            yield from _unknown(taught, call, spot, *known[call.name])


def _without_vignettes(read):
    for taught in read:
        for call, spot in taught.lesson.calls:
            if call.name in OF_VIGNETTES:
                told = "two vignettes beside a notebook", "none", "write them, or take this out"
                yield _fault(taught, spot, call.name, *told)


def _fault(taught, spot, what, *told):
    file, path = f"notebooks/{taught.notebook}", f"cell {spot.cell} > {what}"
    return Fault(file, spot.line, path, *told)


def _unknown(taught, call, spot: Spot, expected, there):
    if call.given[:1] == (...,):
        return
    found = call.given[0] if call.given else None
    own = taught.named.get("id")
    if not isinstance(found, str) or found not in there:
        yield taught.fault(spot, call.name, expected, found, one_of(there))
    elif call.name == "Navigation" and taught.path[0] == "modules" and found != own:
        yield taught.fault(spot, call.name, "the id of this lesson", found, f"use '{own}'")


def _are_apart(data, name, found):
    return len({*found}) == len(as_list(data.get(name)))


def _text(value):
    return isinstance(value, str)
