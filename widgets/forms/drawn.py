"""What the form's template sees: a quiz or the readiness check, ready to be drawn."""

import hashlib
import json
import re
from dataclasses import dataclass, field

from widgets.course.lessons import READINESS_CHECK
from widgets.course.marking import NOT_ATTEMPTED, compile_outcomes, feedback_id
from widgets.course.model import (
    TEXT_KINDS,
    CheckQuestion,
    Course,
    Option,
    Question,
    Quiz,
    ReadinessCheck,
)
from widgets.course.words import Words

SENTENCE_END = re.compile(r"(?<=[.!?])['\"\u2019\u201d]?\s+")
ICONS = {"fits": "✓", "partly": "◐", "not-quite": "↻", "depends": "⇄", "saved": "✓"}


@dataclass(frozen=True)
class DrawnFeedback:
    """What is shown for one option; each paragraph is a lead-in, or none, and a text."""

    id: str
    heading: str | None
    paragraphs: tuple[tuple[str | None, str], ...]


@dataclass(frozen=True)
class DrawnResult:
    """What opens the feedback: an icon and words in a quiz, a title and text in the check."""

    id: str
    title: str
    text: str = ""
    icon: str = ""


@dataclass(frozen=True)
class DrawnQuestion:
    """A question and the words around it."""

    question: Question
    prefix: str
    instruction: str
    error: str
    feedback: tuple[DrawnFeedback, ...]

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
        words = json.dumps([asked.kind, asked.text, asked.hint, options])
        return hashlib.sha256(words.encode()).hexdigest()[:12]


@dataclass(frozen=True)
class DrawnForm:
    """A form in groups of questions; each group has one button, its errors and its feedback."""

    course: str
    id: str
    title: str
    words: Words
    groups: list[list[DrawnQuestion]]
    introduction: str = ""
    results: list[DrawnResult] = field(default_factory=list)
    conditions: list[dict] = field(default_factory=list)

    def button(self, group: list[DrawnQuestion]) -> str:
        """Return what a group's button says."""
        if self.results:
            return self.words.see_result
        return self.words.save if group[0].question.kind in TEXT_KINDS else self.words.check

    def button_subject(self, group: list[DrawnQuestion]) -> str:
        """Return what tells one button from the next for someone who hears them alone."""
        return self.title if self.results else closing_sentence(group[0].question.text)

    def shown_results(self, group: list[DrawnQuestion]) -> list[DrawnResult]:
        """Return every result that a group can come to."""
        if self.results:
            return self.results
        outcomes = compile_outcomes(group[0].question).values()
        ids = sorted({outcome.result for outcome in outcomes} - {NOT_ATTEMPTED})
        titles = self.words.results
        return [DrawnResult(i, getattr(titles, i.replace("-", "_")), icon=ICONS[i]) for i in ids]

    def compiled(self, group: list[DrawnQuestion]) -> dict:
        """Return the tables of ids in which the browser looks up outcomes."""
        return {
            "outcomes": {drawn.question.id: _table(drawn.question) for drawn in group},
            "results": self.conditions,
        }


def drawn_quiz(course: Course, quiz: Quiz) -> DrawnForm:
    """Return a quiz as a form in which each question is checked by itself."""
    words = course.words
    groups = [
        [_drawn_question(quiz.id, question, words, _option_feedback(question, words))]
        for question in quiz.questions
    ]
    return DrawnForm(course.id, quiz.id, quiz.title, words, groups)


def drawn_readiness_check(course: Course) -> DrawnForm:
    """Return the readiness check as a form whose questions are judged together."""
    check, words = course.readiness_check, course.words
    group = [
        _drawn_question(
            READINESS_CHECK, as_question(check, asked), words, _guidance(check, asked, words)
        )
        for asked in check.questions
    ]
    return DrawnForm(
        course=course.id,
        id=READINESS_CHECK,
        title=check.title,
        words=words,
        groups=[group],
        introduction=check.introduction,
        results=[DrawnResult(result.id, result.title, result.text) for result in check.results],
        conditions=[{"id": result.id, "when": result.when} for result in check.results],
    )


def as_question(check: ReadinessCheck, asked: CheckQuestion) -> Question:
    """Return a question of the check in the form's terms: no answer is the correct one."""
    options = [
        Option(id=answer.id, text=answer.text, feedback=asked.guidance[answer.id].reason)
        for answer in check.answers
    ]
    return Question(id=asked.id, kind="depends", text=asked.text, hint=asked.hint, options=options)


def closing_sentence(text: str) -> str:
    """Return what is asked, without the situation it is asked about."""
    sentences = SENTENCE_END.split(text)
    questions = [sentence for sentence in sentences if sentence.endswith("?")]
    return (questions or sentences)[-1]


def _table(question):
    outcomes = compile_outcomes(question).items()
    return {key: [outcome.result, outcome.feedback] for key, outcome in outcomes}


def _drawn_question(form_id, question, words, feedback):
    errors = {"single": words.choose_one, "depends": words.choose_one, "multiple": words.choose_any}
    error = errors.get(question.kind, words.write_something)
    return DrawnQuestion(
        question=question,
        # No id holds two hyphens in a row, so that no two of these can be the same.
        prefix=f"{form_id}--{question.id}",
        instruction=_instruction(form_id, question, words),
        error=error.format(question=closing_sentence(question.text)),
        feedback=tuple(feedback),
    )


def _instruction(form_id, question, words):
    # To say that no answer is right would be odd where one is asked about one's own work.
    kind = "single" if form_id == READINESS_CHECK else question.kind
    return getattr(words.instructions, kind, words.instructions.text)


def _option_feedback(question, words):
    for option in question.options:
        heading = f"{words.you_chose} {option.text}" if question.kind == "multiple" else None
        yield DrawnFeedback(feedback_id(option), heading, ((None, option.feedback),))
        if option.if_missed:
            heading = f"{words.you_left_out} {option.text}"
            yield DrawnFeedback(
                feedback_id(option, missed=True), heading, ((None, option.if_missed),)
            )


def _guidance(check, asked, words):
    for answer in check.answers:
        guidance = asked.guidance[answer.id]
        paragraphs = (
            (words.you_chose, answer.text),
            (words.what_it_means, guidance.reason),
            (words.ask_together, guidance.ask_together),
            (words.first_step, guidance.first_step),
        )
        yield DrawnFeedback(answer.id, asked.text, paragraphs)
