"""What the readiness check must keep to: each pattern has a result, each condition is reached."""

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
        if countable and conditions and not misnamed:
            yield from _coverage(conditions, questions, answers, path)


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
