"""What the readiness check must keep to: a text for all that its rule says, and our own answers.

The rule is total by its making: what could be missing is a text, and what could be idle is one
that no way to answer leads to.
"""

from collections.abc import Iterable, Iterator

from .. import walk
from ..faults import Finding, describe_value, one_of
from ..plain import as_list, id_of, ids, mappings
from ..readiness_questions import (
    ANSWERS,
    CARERS,
    CONSIDERED,
    CORE,
    DECIDES,
    DELIVERS,
    PARTNERS,
    SUPPORT,
    UNKNOWN,
)

FACTS = {
    CARERS: ("yes", "no", UNKNOWN),
    **{f"{partner}-decides": (*DECIDES, UNKNOWN) for partner in PARTNERS},
    **{f"{partner}-delivers": (*DELIVERS, UNKNOWN) for partner in PARTNERS},
}
WRITE_IT = "write it"
# Lists whose ids the shape leaves open.
SAID = ("stands", "verdicts", "steps", "names", "notes", "unnamed", "clashes")


def check_readiness(data: object) -> Iterator[Finding]:
    """Yield every text that is missing or idle, and every wrong answer of our own."""
    for path, check in mappings(data, "readiness_check"):
        for place, listed, wanted in _lists(check, path):
            yield from _missing(listed, wanted, place)
            yield from _idle(listed, wanted, place)
        yield from _signs(check, path)
        yield from _support(check, path)
        yield from _braces(check, path)
    yield from _own_check(data)


def _lists(check, path):
    """Yield each list that the rule goes by, with its place and the ids that it must have."""
    wanted = {"questions": CORE, "considerations": CONSIDERED, "partners": PARTNERS}
    wanted |= {"stands": ANSWERS, "verdicts": walk.headings(), "steps": walk.steps()}
    wanted |= {kind: walk.said_of_names(kind) for kind in ("names", "notes", "unnamed", "clashes")}
    for name, known in wanted.items():
        yield (*path, name), check.get(name), known
    for name in ("questions", "considerations"):
        for place, asked in mappings(check, name, path=path):
            yield (*place, "answers"), asked.get("answers"), ANSWERS
    for name, fact in (
        ("touches", CARERS),
        ("decides", "carers-decides"),
        ("delivers", "carers-delivers"),
    ):
        for place, asked in mappings(check, name, path=path):
            yield (*place, "answers"), asked.get("answers"), FACTS[fact]


def _missing(listed, wanted: Iterable[str], path):
    """Yield what some way to answer leads to, and a list lacks."""
    for identity in sorted(wanted) if isinstance(listed, list) else ():
        if identity not in ids(listed):
            yield Finding(path, f"'{identity}' among them", "none", WRITE_IT)


def _idle(listed, wanted, path):
    """Yield what no way to answer leads to, where the shape has not told of it."""
    for position, item in enumerate(as_list(listed)):
        identity = id_of(item)
        if identity is not None and identity not in wanted and path[-1] in SAID:
            place, cure = (*path, position, "id"), one_of(sorted(wanted))
            yield Finding(place, "an id that the check's rule knows", f"'{identity}'", cure)


def _signs(check, path):
    """Yield where a heading of the verdict could not come about."""
    signs = list(mappings(check, "evidence", "options"))
    for firm, kind in ((True, "a firm sign"), (False, "a hope, with `firm: false`")):
        if signs and all(sign.get("firm", True) is not firm for _, sign in signs):
            place = (*path, "evidence", "options")
            yield Finding(place, kind, "none", "add one: the verdict is headed by it")


def _support(check, path):
    for place, asked in mappings(check, "considerations", path=path):
        has_list = asked.get("given") is not None
        if id_of(asked) == SUPPORT and not has_list:
            yield Finding(place, "what support there is, as `given`", "none", WRITE_IT)
        if id_of(asked) in CONSIDERED and id_of(asked) != SUPPORT and has_list:
            cure = f"take it out, or put it under '{SUPPORT}'"
            yield Finding((*place, "given"), "no such list here", "one", cure)
        for _, given in mappings(asked, "given"):
            kinds = ids(given, "options")
            for name in ("pay", "language"):
                for kind in as_list(given.get(name)):
                    if kind not in kinds:
                        there, found = (*place, "given", name), describe_value(kind)
                        yield Finding(there, "ids of options", found, one_of(kinds))


def _braces(check, path):
    """Yield a text without the place that the check fills in."""
    for name, brace, cure in (
        ("even_then", "{names}", "the names of questions go there"),
        ("led", "{partners}", "those who decide go there"),
    ):
        if isinstance(check.get(name), str) and brace not in check[name]:
            yield Finding((*path, name), f"{brace} in it", "none", cure)
    for place, step in mappings(check, "steps", path=path):
        for _, wording in mappings(step, "where_left_out"):
            for name in ("yours", "ask"):
                if isinstance(wording.get(name), str) and "{partner}" not in wording[name]:
                    cure = "the partner who is left out goes there"
                    there = (*place, "where_left_out", name)
                    yield Finding(there, "{partner} in it", "none", cure)


def _own_check(data):
    needed = dict.fromkeys((*CORE, *CONSIDERED), ANSWERS)
    for path, own in mappings(data, "own_check"):
        for name in ("answers", "why"):
            given, place = own.get(name), (*path, name)
            for question in needed if isinstance(given, dict) else ():
                if question not in given:
                    yield Finding(place, f"one for '{question}'", "none", WRITE_IT)
        answers, why = own.get("answers"), own.get("why")
        if isinstance(answers, dict):
            yield from _known_answers(answers, needed | FACTS, (*path, "answers"))
        if isinstance(why, dict):
            yield from _needless(why, needed | FACTS, (*path, "why"))


def _known_answers(given, questions, place):
    yield from _needless(given, questions, place)
    for question, answer in given.items():
        known = questions.get(question, (answer,))
        if answer not in known:
            found = describe_value(answer)
            yield Finding((*place, question), "the id of an answer", found, one_of(known))


def _needless(given, questions, place):
    for question in given:
        if question not in questions:
            cure = one_of(questions)
            yield Finding((*place, question), "the id of a question", f"'{question}'", cure)
