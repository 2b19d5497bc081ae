"""The readiness check: answers to its questions -> the first result that matches."""

from collections.abc import Iterator, Mapping
from itertools import product

from .readiness import CheckResult, Contradiction, Fact, ReadinessCheck

Condition = dict[str, list[str]]
Offered = dict[str, list[str]]


def judge(check: ReadinessCheck, answers: Mapping[str, str]) -> CheckResult:
    """Return the result for one answer id per question id that is asked."""
    return next(result for result in check.results if meets_any(result.when, answers))


def contradictions(check: ReadinessCheck, answers: Mapping[str, str]) -> list[Contradiction]:
    """Return what is said first: each set of answers that do not sit together."""
    return [pair for pair in check.contradictions if meets_any(pair.when, answers)]


def is_asked(check: ReadinessCheck, question_id: str, answers: Mapping[str, str]) -> bool:
    """Return whether a question is asked of someone who gave these answers."""
    is_fact = any(fact.id == question_id for fact in check.facts)
    return not is_fact or meets_any(check.facts_asked_when, answers)


def every_way(check: ReadinessCheck) -> Iterator[dict[str, str]]:
    """Yield every way to answer what decides the result, as answer ids by question id."""
    offered = {asked.id: [a.id for a in check.answers_to(asked)] for asked in check.asked}
    core = {asked.id: offered[asked.id] for asked in check.questions}
    facts = {asked.id: offered[asked.id] for asked in check.asked if isinstance(asked, Fact)}
    return ways(core, facts, check.facts_asked_when)


def ways(core: Offered, facts: Offered, facts_asked_when: list[Condition]):
    """Yield every way to answer, with the facts only where one of the conditions is met."""
    for given in patterns(core):
        if meets_any(facts_asked_when, given):
            yield from (given | known for known in patterns(facts))
        else:
            yield given


def patterns(offered: Offered) -> Iterator[dict[str, str]]:
    """Yield every way to choose one of the answers that each question offers."""
    for given in product(*offered.values()):
        yield dict(zip(offered, given, strict=True))


def first_matches(
    conditions: list[Condition], given: Iterator[dict[str, str]]
) -> tuple[set[int], list[dict[str, str]]]:
    """Return the positions of the conditions that are reached, and the patterns that meet none."""
    reached, unmatched = set(), []
    for pattern in given:
        position = next((i for i, when in enumerate(conditions) if _meets(when, pattern)), None)
        if position is None:
            unmatched.append(pattern)
        else:
            reached.add(position)
    return reached, unmatched


def meets_any(conditions: list[Condition], answers: Mapping[str, str]) -> bool:
    """Return whether one of the conditions is met."""
    return any(_meets(condition, answers) for condition in conditions)


def _meets(condition, answers):
    return all(answers.get(question) in accepted for question, accepted in condition.items())
