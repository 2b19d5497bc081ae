"""What the stories before and after must keep to, so that answers to both can be compared."""

from collections.abc import Iterator

from ..faults import Finding
from ..plain import id_of, ids, mappings
from ..vignettes import MOMENTS
from .ids import FORMS

TWO = 2


def check_vignettes(data: object) -> Iterator[Finding]:
    """Yield whatever keeps two stories from being a pair."""
    vignettes = list(mappings(data, "vignettes"))
    if len(vignettes) not in (0, TWO):
        cure = "one is answered before the course and one after: keep two"
        yield Finding(("vignettes",), "two stories, or none", f"{len(vignettes)}", cure)
    for path, question in mappings(data, "vignettes", "questions"):
        yield from _options(question, path)
    yield from _taken(data, vignettes)
    if len(vignettes) == TWO:
        yield from _unmatched(*vignettes)


def _options(question, path):
    options = [option for _, option in mappings(question, "options")]
    argued = sum(option.get("argued") is True for option in options)
    if options and argued != 1:
        cure = "put `argued: true` on what the course argues for, and on nothing else"
        yield Finding((*path, "options"), "one argued option", f"{argued}", cure)


def _taken(data, vignettes):
    forms = {form for name in FORMS for form in ids(data, name)}
    for path, vignette in vignettes:
        for form in (f"{moment}-{id_of(vignette)}" for moment in MOMENTS):
            if form in forms:
                found = f"'{form}', the id of another form, with a moment before it"
                yield Finding((*path, "id"), "an id that is free", found, "choose another id")


def _unmatched(first, second):
    (_, one), (path, other) = first, second
    wanted, found = _outline(one), _outline(other)
    if wanted != found:
        cure = f"ask as '{id_of(one)}' does: the same ids in the same order, as many options"
        yield Finding((*path, "questions"), _told(wanted), _told(found), cure)


def _outline(vignette):
    """Return the id of each question with the number of its options."""
    questions = [question for _, question in mappings(vignette, "questions")]
    return [(id_of(question), len(ids(question, "options"))) for question in questions]


def _told(outline):
    return ", ".join(f"{identity} ({count})" for identity, count in outline) or "nothing"
