"""What the readiness check must keep to: a result for each pattern, and our own answers to it."""

from collections.abc import Iterator

from .faults import Finding, describe_value
from .guidance import first_matches
from .parts import as_list, ids, parts


def check_readiness(data: object) -> Iterator[Finding]:
    """Yield every answer without guidance, wrong id, missed pattern and idle condition."""
    for path, check in parts(data, "readiness_check"):
        questions, answers = ids(check, "questions"), ids(check, "answers")
        yield from _guidance(check, answers, path)
        conditions = list(_conditions(check, path))
        misnamed = list(_misnamed(conditions, questions, answers))
        yield from misnamed
        countable = questions and answers and len(answers) ** len(questions) <= 6**5
        listed = all(isinstance(each, list) for _, when in conditions for each in when.values())
        if countable and conditions and listed and not misnamed:
            yield from _coverage(conditions, questions, answers, path)
        yield from _own_check(data, questions, answers)


def _own_check(data, questions, answers):
    for path, own in parts(data, "own_check"):
        for name, known in (("answers", answers), ("why", None)):
            given = own.get(name)
            for question in questions if isinstance(given, dict) else ():
                place = (*path, name)
                if question not in given:
                    yield Finding(place, f"one for '{question}'", "none", "write it")
                elif known and given[question] not in known:
                    found = describe_value(given[question])
                    yield Finding((*place, question), "the id of an answer", found, _one_of(known))
            yield from _needless(given, questions, (*path, name))


def _needless(given, questions, place):
    for question in given if isinstance(given, dict) else ():
        if question not in questions:
            cure = _one_of(questions)
            yield Finding((*place, question), "the id of a question", f"'{question}'", cure)


def _guidance(check, answers, path):
    for place, question in parts(check, "questions", path=path):
        guidance = question.get("guidance")
        if isinstance(guidance, dict):
            place = (*place, "guidance")
            for answer in [answer for answer in answers if answer not in guidance]:
                yield Finding(place, f"guidance for '{answer}'", "none", "write it")
            for answer in [answer for answer in guidance if answer not in answers]:
                cure = "mend the id, or take it out"
                yield Finding((*place, answer), "the id of an answer", f"'{answer}'", cure)


def _conditions(check, path):
    for place, result in parts(check, "results", path=path):
        for position, condition in enumerate(as_list(result.get("when"))):
            if isinstance(condition, dict):
                yield (*place, "when", position), condition


def _misnamed(conditions, questions, answers):
    for place, condition in conditions:
        for question, accepted in condition.items():
            if question not in questions:
                cure = _one_of(questions)
                yield Finding((*place, question), "the id of a question", f"'{question}'", cure)
            for answer in as_list(accepted):
                if answer not in answers:
                    cure, found = _one_of(answers), describe_value(answer)
                    yield Finding((*place, question), "ids of answers", found, cure)


def _coverage(conditions, questions, answers, path):
    rules = [condition for _, condition in conditions]
    reached, unmatched = first_matches(rules, questions, answers)
    for position, (place, _) in enumerate(conditions):
        if position not in reached:
            cure = "move it up, or take it out"
            found = "one that earlier conditions leave nothing to"
            yield Finding(place, "a condition that can match", found, cure)
    if unmatched:
        example = ", ".join(f"{question}: {answer}" for question, answer in unmatched[0].items())
        found = f"none for {len(unmatched)} of them, such as {example}"
        cure = "add a result, or widen a condition"
        yield Finding((*path, "results"), "a result for every way to answer", found, cure)


def _one_of(names):
    return f"use one of: {', '.join(dict.fromkeys(names))}"
