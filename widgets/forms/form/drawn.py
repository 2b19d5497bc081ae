"""What the form's template sees: a form in groups of questions, ready to be drawn."""

import hashlib
import json
from dataclasses import dataclass, field

from widgets.course.marking import compile_outcomes
from widgets.course.model import Course
from widgets.course.questions import Question
from widgets.course.words import Words

# Conditions that any answers meet.
ALWAYS = [{}]


@dataclass(frozen=True)
class DrawnFeedback:
    """What is shown for one option; each paragraph is a lead-in, or none, and a text."""

    id: str
    heading: str | None
    paragraphs: tuple[tuple[str | None, str], ...]


@dataclass(frozen=True)
class DrawnResult:
    """What opens the feedback: an icon and words, or in the check a title and text."""

    id: str
    title: str
    text: str = ""
    icon: str = ""


@dataclass(frozen=True)
class Earlier:
    """An earlier question whose answer, where there is one, is shown again."""

    key: str
    asked: str
    options: dict[str, str]


@dataclass(frozen=True)
class DrawnQuestion:
    """A question and the words around it."""

    question: Question
    prefix: str
    instruction: str
    error: str
    feedback: tuple[DrawnFeedback, ...]
    role: str = ""
    earlier: tuple[Earlier, ...] = ()
    about: str = ""
    optional: bool = False
    private: bool = False
    asked_when: list[dict] | None = None

    @property
    def first_input(self) -> str:
        """The id of the input that an error leads to."""
        options = self.question.options
        return f"{self.prefix}--{options[0].id}" if options else f"{self.prefix}-text"

    @property
    def fingerprint(self) -> str:
        """A short hash of the words a learner answers to."""
        asked = self.question
        options = [(option.id, option.text) for option in asked.options]
        words = json.dumps([asked.kind, asked.in_full, asked.hint, options])
        return hashlib.sha256(words.encode()).hexdigest()[:12]


@dataclass(frozen=True)
class DrawnGroup:
    """Questions that share a button, their errors and their feedback.

    `then` says, in a scenario, which decision follows an option. `passages` are groups of texts by
    their ids, each with the conditions under which it is the one to show. `tables` are those of
    the check, in which what to show is looked up.
    """

    questions: list[DrawnQuestion]
    button: str
    subject: str
    results: list[DrawnResult]
    passages: list[list[dict]] = field(default_factory=list)
    tables: dict | None = None
    then: dict[str, str | None] | None = None

    @property
    def can_be_tried_again(self) -> bool:
        """Whether one can start over with this group alone."""
        return bool(self.questions[0].question.options) and self.then is None

    @property
    def compiled(self) -> dict:
        """The tables of ids in which the browser looks up outcomes."""
        return {
            "outcomes": {} if self.passages or self.tables else self._tables,
            "passages": self.passages,
            "lookup": self.tables,
            "then": self.then,
            "asked_when": {d.question.id: d.asked_when for d in self.questions if d.asked_when},
            "optional": [drawn.question.id for drawn in self.questions if drawn.optional],
        }

    @property
    def _tables(self):
        return {drawn.question.id: _table(drawn.question) for drawn in self.questions}


@dataclass(frozen=True)
class DrawnForm:
    """A form in groups of questions: a quiz, a scenario or the readiness check."""

    course: str
    language: str
    id: str
    title: str
    words: Words
    groups: list[DrawnGroup]
    introduction: str = ""
    content_note: str = ""
    is_scenario: bool = False
    earlier: tuple[Earlier, ...] = ()
    template: str = "form/form.html"

    @property
    def asks_for_days(self) -> bool:
        """Whether one of its questions is answered with a day."""
        kinds = {drawn.question.kind for group in self.groups for drawn in group.questions}
        return "date" in kinds


def drawn_question(
    form_id: str, question: Question, words: Words, feedback, **names
) -> DrawnQuestion:
    """Return a question with its instruction, its error and its feedback."""
    errors = {"multiple": words.choose_any, "date": words.choose_day}
    errors |= dict.fromkeys(("single", "depends", "view"), words.choose_one)
    error = errors.get(question.kind, words.write_something)
    known = {"instruction": getattr(words.instructions, question.kind, words.instructions.text)}
    return DrawnQuestion(
        question=question,
        # No id holds two hyphens in a row, so that no two of these can be the same.
        prefix=f"{form_id}--{question.id}",
        error=error.format(question=question.text),
        feedback=tuple(feedback),
        **known | names,
    )


def earlier(course: Course, places: list[str]) -> tuple[Earlier, ...]:
    """Return earlier questions by the ids of their quiz and themselves."""
    return tuple(_earlier(course, place) for place in places)


def _earlier(course, place):
    asked = course.question(place)
    options = {option.id: option.text for option in asked.options}
    return Earlier(f"{course.id}/{place}", asked.text, options)


def _table(question):
    outcomes = compile_outcomes(question).items()
    return {key: [outcome.result, outcome.feedback] for key, outcome in outcomes}
