"""A response -> what it is worth: results and feedback as ids, compiled to tables."""

from dataclasses import dataclass
from itertools import chain, combinations

from .questions import TEXT_KINDS, Option, Question

NOT_ATTEMPTED = "not-attempted"
WRITTEN = "written"


@dataclass(frozen=True)
class Outcome:
    """A result's id and the ids of the feedback that goes with it, in the options' order."""

    result: str
    feedback: tuple[str, ...] = ()


def mark(question: Question, response: frozenset[str] | str) -> Outcome:
    """Mark the chosen option ids, or the text, that one question was given."""
    if not response or (isinstance(response, str) and not response.strip()):
        return Outcome(NOT_ATTEMPTED)
    if question.kind in TEXT_KINDS:
        return Outcome("saved")
    return Outcome(_result(question, response), _feedback(question, response))


def compile_outcomes(question: Question) -> dict[str, Outcome]:
    """Return the outcome of every possible response, by its key."""
    if question.kind in TEXT_KINDS:
        return {"": mark(question, ""), WRITTEN: mark(question, WRITTEN)}
    return {key(question, chosen): mark(question, chosen) for chosen in _responses(question)}


def key(question: Question, response: frozenset[str] | str) -> str:
    """Return what a response is looked up by: the chosen ids in order, or that there is text."""
    if question.kind in TEXT_KINDS:
        return WRITTEN if response.strip() else ""
    return " ".join(option.id for option in question.options if option.id in response)


def feedback_id(option: Option, *, missed: bool = False) -> str:
    """Return the id of the feedback for choosing an option, or for leaving it out."""
    return f"{option.id}/missed" if missed else option.id


def _responses(question):
    ids = [option.id for option in question.options]
    most = len(ids) if question.kind == "multiple" else 1
    subsets = (combinations(ids, size) for size in range(most + 1))
    return map(frozenset, chain.from_iterable(subsets))


def _result(question, chosen):
    if question.kind in ("depends", "view"):
        return {"depends": "depends", "view": "saved"}[question.kind]
    correct = {option.id for option in question.options if option.correct}
    if chosen == correct:
        return "fits"
    return "partly" if chosen & correct else "not-quite"


def _feedback(question, chosen):
    return tuple(
        feedback_id(option, missed=option.id not in chosen)
        for option in question.options
        if option.id in chosen or (option.correct and option.if_missed)
    )
