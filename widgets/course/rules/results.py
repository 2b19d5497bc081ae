"""What the check's conditions must keep to: known answers, and a result for each way to answer."""

from collections.abc import Iterator
from math import prod

from ..faults import Finding, describe_value, one_of
from ..guidance import first_matches, meets_any, patterns, ways
from ..plain import as_list, ids, mappings

MOST_WAYS = 6**5
IDLE = "a condition that can match"


def check_results(check: dict, offered: dict[str, list[str]], path: tuple) -> Iterator[Finding]:
    """Yield every wrong id in a condition, way to answer without a result, and idle condition."""
    core = {question: offered[question] for question in ids(check, "questions")}
    facts = {fact: offered[fact] for fact in ids(check, "facts")}
    misnamed = [
        *_misnamed(_listed(check, "facts_asked_when", path), core),
        *_misnamed(_conditions(check, "contradictions", path), offered),
        *_misnamed(_conditions(check, "results", path), core | facts),
    ]
    yield from misnamed
    yield from _levels(check, path)
    yield from _pairs(check, path)
    if prod(map(len, (core | facts).values())) > MOST_WAYS:
        cure = "take out a question, a fact or an answer"
        yield Finding(path, f"at most {MOST_WAYS} ways to answer", "more", cure)
    elif not misnamed and all(core.values()) and _is_complete(check, path):
        yield from _coverage(check, core, facts, path)
        yield from _never_said(check, core, facts, path)


def _conditions(check, name, path):
    for place, judged in mappings(check, name, path=path):
        yield from _listed(judged, "when", place)


def _listed(judged, name, path):
    for position, condition in enumerate(as_list(judged.get(name))):
        if isinstance(condition, dict):
            yield (*path, name, position), condition


def _misnamed(conditions, offered):
    for place, condition in conditions:
        for question, accepted in condition.items():
            if question not in offered:
                found, cure = f"'{question}'", one_of(offered)
                yield Finding((*place, question), "the id of a question", found, cure)
            else:
                yield from _unknown(accepted, offered[question], (*place, question))


def _unknown(accepted, answers, place):
    for answer in as_list(accepted):
        if answer not in answers:
            yield Finding(place, "ids of answers", describe_value(answer), one_of(answers))


def _levels(check, path):
    levels = ids(check, "levels")
    for place, result in mappings(check, "results", path=path):
        level = result.get("level")
        if isinstance(level, str) and level not in levels:
            yield Finding((*place, "level"), "the id of a level", f"'{level}'", one_of(levels))


def _pairs(check, path):
    for place, condition in _conditions(check, "contradictions", path):
        if len(condition) < 2:
            cure = "name the answers that do not sit together"
            yield Finding(place, "at least 2 questions", f"{len(condition)}", cure)


def _is_complete(check, path):
    """Return whether all conditions are there and list answers; what is not is told elsewhere."""
    places = [(check, "facts_asked_when")]
    places += [(result, "when") for _, result in mappings(check, "results")]
    places += [(pair, "when") for _, pair in mappings(check, "contradictions")]
    lists = [judged.get(name) for judged, name in places]
    return all(isinstance(when, list) and all(map(_is_condition, when)) for when in lists)


def _is_condition(condition):
    return isinstance(condition, dict) and all(isinstance(a, list) for a in condition.values())


def _coverage(check, core, facts, path):
    conditions = list(_conditions(check, "results", path))
    given = ways(core, facts, check["facts_asked_when"])
    reached, unmatched = first_matches([condition for _, condition in conditions], given)
    for position, (place, _) in enumerate(conditions):
        if position not in reached:
            cure = "move it up, or take it out"
            yield Finding(place, IDLE, "one that earlier conditions leave nothing to", cure)
    if unmatched and conditions:
        example = ", ".join(f"{question}: {answer}" for question, answer in unmatched[0].items())
        found = f"none for {len(unmatched)} of them, such as {example}"
        cure = "add a result, or widen a condition"
        yield Finding((*path, "results"), "a result for every way to answer", found, cure)


def _never_said(check, core, facts, path):
    """Yield each contradiction about facts that nobody who gives these answers is asked."""
    not_asked = [p for p in patterns(core) if not meets_any(check["facts_asked_when"], p)]
    for place, condition in _conditions(check, "contradictions", path):
        of_core = {question: condition[question] for question in core if question in condition}
        given = [pattern for pattern in patterns(core) if meets_any([of_core], pattern)]
        if facts.keys() & condition.keys() and all(pattern in not_asked for pattern in given):
            found = "facts that are not asked after these answers"
            yield Finding(place, IDLE, found, "change it, or take it out")
