"""The readiness check: answers to its questions -> the first result that matches."""

from collections.abc import Iterator
from itertools import product

from .questions import CheckResult, ReadinessCheck

Condition = dict[str, list[str]]


def judge(check: ReadinessCheck, answers: dict[str, str]) -> CheckResult:
    """Return the result for one answer id per question id."""
    return next(result for result in check.results if _matches(result.when, answers))


def patterns(questions: list[str], answers: list[str]) -> Iterator[dict[str, str]]:
    """Yield every way to answer: one answer id for each question id."""
    for given in product(answers, repeat=len(questions)):
        yield dict(zip(questions, given, strict=True))


def first_matches(
    conditions: list[Condition], questions: list[str], answers: list[str]
) -> tuple[set[int], list[dict[str, str]]]:
    """Return the positions of the conditions that are reached, and the patterns that meet none."""
    reached, unmatched = set(), []
    for pattern in patterns(questions, answers):
        position = next((i for i, when in enumerate(conditions) if _meets(when, pattern)), None)
        if position is None:
            unmatched.append(pattern)
        else:
            reached.add(position)
    return reached, unmatched


def _matches(conditions, answers):
    return any(_meets(condition, answers) for condition in conditions)


def _meets(condition, answers):
    return all(answers[question] in accepted for question, accepted in condition.items())
