"""What the plan must keep to, and the earlier questions that the check compares itself with."""

from collections.abc import Iterator
from typing import get_args

from ..faults import Finding, one_of
from ..plain import id_of, ids, mappings, texts
from ..questions import UNMARKED_KINDS, Kind
from ..readiness_questions import ANSWERS
from .questions import by_place, check_options

# What the browser looks for in each commitment, and why.
ONCE = {"long-text": "a first step goes there", "date": "its day goes into the calendar file"}


def check_plan(data: object) -> Iterator[Finding]:
    """Yield each question of the plan that could not be shown, and each wrong first go."""
    for path, plan in mappings(data, "plan"):
        questions = list(mappings(plan, "questions", path=path))
        kinds = [question.get("kind") for _, question in questions]
        if questions and all(kind in get_args(Kind) for kind in kinds):
            yield from _kinds(questions)
            yield from _once(kinds, path)
            yield from _names(questions)
    for path, check in mappings(data, "readiness_check"):
        yield from _first_go(data, check, path)


def _kinds(questions):
    for place, question in questions:
        kind = question["kind"]
        if kind in UNMARKED_KINDS:
            yield from check_options(question, place)
        else:
            cure = one_of(UNMARKED_KINDS)
            yield Finding((*place, "kind"), "a kind that is not marked", f"'{kind}'", cure)


def _once(kinds, path):
    for kind, why in ONCE.items():
        count = kinds.count(kind)
        if count != 1:
            found, cure = f"{count or 'none'}", f"keep exactly one: {why}"
            yield Finding((*path, "questions"), f"one question of the kind {kind}", found, cure)


def _names(questions):
    """Yield the last question and the long one without a name: nothing would show its answer."""
    for place, question in questions:
        is_shown = question["kind"] == "long-text" or place == questions[-1][0]
        if is_shown and question.get("name") is None:
            yield Finding(place, "a name", "none", "write it: its answer is shown beside it")


def _first_go(data, check, path):
    asked = [*ids(check, "questions"), *ids(check, "considerations")]
    known, seen = by_place(data), set()
    for position, place in texts(check, "first_go"):
        if place in known:
            here, question = (*path, "first_go", position), known[place]
            yield from _same_question(here, id_of(question), asked, seen)
            yield from _same_answers(here, question, ANSWERS)
            seen.add(id_of(question))


def _same_question(place, question, asked, seen):
    if question not in asked:
        found, cure = f"'{question}'", one_of(asked)
        yield Finding(place, "a question by an id that the check asks by", found, cure)
    if question in seen:
        yield Finding(place, "each question once", f"'{question}' again", "take it out")


def _same_answers(place, question, answers):
    options = ids(question, "options")
    if not options or question.get("kind") == "multiple":
        cure = "choose one that has one answer"
        yield Finding(place, "a question with one answer", "another kind", cure)
    for option in options:
        if option not in answers:
            found, cure = f"'{option}'", one_of(answers)
            yield Finding(place, "options by ids of the check's answers", found, cure)
