"""What the readiness check must keep to: guidance for each answer, and our own answers to it."""

from collections.abc import Iterator

from ..faults import Finding, describe_value, one_of
from ..plain import as_list, id_of, ids, mappings
from ..readiness import SEAT
from .results import check_results

ASKED = ("questions", "facts", "considerations")
# What is asked under a question has its id with one of these behind it.
FOLLOW_UPS = ("evidence", "words", "given")


def check_readiness(data: object) -> Iterator[Finding]:
    """Yield every answer without guidance, wrong id, missed way to answer and idle condition."""
    for path, check in mappings(data, "readiness_check"):
        offered = _offered(check)
        yield from _ids_of_their_own(check, offered, path)
        for name in ASKED:
            for place, asked in mappings(check, name, path=path):
                answers = offered.get(id_of(asked))
                if answers:
                    yield from _guidance(asked, answers, name != "facts", place)
                    yield from _given(asked, answers, name != "facts", place)
        yield from _evidence(check, path)
        yield from check_results(check, offered, path)
        yield from _own_check(data, offered)


def _offered(check):
    """Return the ids of the answers that each question, fact and consideration offers."""
    shared = ids(check, "answers")
    offered = {asked: shared for name in ASKED for asked in ids(check, name)}
    known = [fact for _, fact in mappings(check, "facts") if id_of(fact)]
    return offered | {id_of(fact): ids(fact, "answers") for fact in known}


def _ids_of_their_own(check, offered, path):
    """Yield ids that another list has, or that the check gives to what it asks besides."""
    kept = {SEAT, *(f"{asked}-{ending}" for asked in offered for ending in FOLLOW_UPS)}
    seen = set()
    for name in ASKED:
        for place, asked in mappings(check, name, path=path):
            identity = id_of(asked)
            if identity in kept or identity in seen:
                why = " again" if identity in seen else ", which the check needs itself"
                found = f"'{identity}'{why}"
                yield Finding((*place, "id"), "an id of its own", found, "choose another id")
        seen |= set(ids(check, name))


def _guidance(asked, answers, is_for_each, path):
    guidance, place = asked.get("guidance"), (*path, "guidance")
    if not isinstance(guidance, dict):
        return
    for answer in answers if is_for_each else ():
        if answer not in guidance:
            yield Finding(place, f"guidance for '{answer}'", "none", "write it")
    for answer in guidance:
        if answer not in answers:
            cure = "mend the id, or take it out"
            yield Finding((*place, answer), "the id of an answer", f"'{answer}'", cure)


def _given(asked, answers, is_asked, path):
    given, place = asked.get("given"), (*path, "given")
    if not isinstance(given, dict):
        return
    if not is_asked:
        cure = "take it out, or ask it under a question"
        yield Finding(place, "no such list under a fact", "one", cure)
    for answer in as_list(given.get("when")):
        if answer not in answers:
            found, cure = describe_value(answer), one_of(answers)
            yield Finding((*place, "when"), "ids of answers", found, cure)


def _evidence(check, path):
    for place, sign in mappings(check, "evidence", "options", path=path):
        has_note = sign.get("note") is not None
        if sign.get("firm") is False and not has_note:
            cure = "write what is said of an answer that rests on it"
            yield Finding(place, "a note", "none", cure)
        if sign.get("firm", True) is True and has_note:
            cure = "take it out, or write `firm: false`"
            yield Finding((*place, "note"), "no note on what is firm", "one", cure)


def _own_check(data, offered):
    for path, own in mappings(data, "own_check"):
        for name in ("answers", "why"):
            given, place = own.get(name), (*path, name)
            for question, known in offered.items() if isinstance(given, dict) else ():
                if question not in given:
                    yield Finding(place, f"one for '{question}'", "none", "write it")
                elif name == "answers" and given[question] not in known:
                    found = describe_value(given[question])
                    yield Finding((*place, question), "the id of an answer", found, one_of(known))
            yield from _needless(given, offered, place)


def _needless(given, questions, place):
    for question in given if isinstance(given, dict) else ():
        if question not in questions:
            cure = one_of(questions)
            yield Finding((*place, question), "the id of a question", f"'{question}'", cure)
