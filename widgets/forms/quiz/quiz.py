"""A quiz, ready to be drawn: each question has a button of its own."""

from collections.abc import Iterator

from widgets.course.marking import NOT_ATTEMPTED, compile_outcomes, feedback_id
from widgets.course.model import Course
from widgets.course.questions import TEXT_KINDS, UNMARKED_KINDS, Question, Quiz
from widgets.course.words import Words
from widgets.forms.form.drawn import (
    DrawnFeedback,
    DrawnForm,
    DrawnGroup,
    DrawnResult,
    drawn_question,
    earlier,
)

ICONS = {"fits": "✓", "partly": "◐", "not-quite": "↻", "depends": "⇄", "saved": "✓"}


def drawn_quiz(course: Course, quiz: Quiz) -> DrawnForm:
    """Return a quiz as a form in which each question is checked by itself."""
    groups = [_group(course, quiz.id, question) for question in quiz.questions]
    return DrawnForm(course.id, course.language, quiz.id, quiz.title, course.words, groups)


def _group(course, quiz_id, question):
    words, before = course.words, earlier(course, question.looks_back)
    feedback = _feedback(question, words)
    return DrawnGroup(
        questions=[drawn_question(quiz_id, question, words, feedback, earlier=before)],
        button=_button(question, words),
        subject=question.text,
        results=_results(question, words),
    )


def _button(question, words):
    if question.kind in TEXT_KINDS:
        return words.save
    return words.see_reply if question.kind in UNMARKED_KINDS else words.check


def _results(question: Question, words: Words) -> list[DrawnResult]:
    """Return every result that a question can come to."""
    outcomes = compile_outcomes(question).values()
    ids = sorted({outcome.result for outcome in outcomes} - {NOT_ATTEMPTED})
    return [DrawnResult(i, getattr(words.results, i.replace("-", "_")), icon=ICONS[i]) for i in ids]


def _feedback(question: Question, words: Words) -> Iterator[DrawnFeedback]:
    for option in question.options:
        heading = f"{words.you_chose} {option.text}" if question.kind == "multiple" else None
        yield DrawnFeedback(feedback_id(option), heading, ((None, option.feedback),))
        if option.if_missed:
            heading = f"{words.you_left_out} {option.text}"
            yield DrawnFeedback(
                feedback_id(option, missed=True), heading, ((None, option.if_missed),)
            )
