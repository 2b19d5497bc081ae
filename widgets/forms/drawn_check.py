"""The readiness check, ready to be drawn: its questions are judged together."""

from widgets.course.lessons import READINESS_CHECK
from widgets.course.model import Course
from widgets.course.questions import CheckQuestion, Option, Question, ReadinessCheck

from .drawn import DrawnFeedback, DrawnForm, DrawnGroup, DrawnResult, drawn_question, earlier


def drawn_readiness_check(course: Course) -> DrawnForm:
    """Return the readiness check as a form with one button."""
    check, words = course.readiness_check, course.words
    group = DrawnGroup(
        questions=[_question(check, asked, words) for asked in check.questions],
        button=words.see_result,
        subject=check.title,
        results=[DrawnResult(result.id, result.title, result.text) for result in check.results],
        conditions=[{"id": result.id, "when": result.when} for result in check.results],
    )
    return DrawnForm(
        course=course.id,
        id=READINESS_CHECK,
        title=check.title,
        words=words,
        groups=[group],
        introduction=check.introduction,
        earlier=earlier(course, check.looks_back),
    )


def as_question(check: ReadinessCheck, asked: CheckQuestion) -> Question:
    """Return a question of the check in the form's terms: no answer is the correct one."""
    options = [
        Option(id=answer.id, text=answer.text, feedback=asked.guidance[answer.id].reason)
        for answer in check.answers
    ]
    return Question(id=asked.id, kind="view", text=asked.text, hint=asked.hint, options=options)


def _question(check, asked, words):
    feedback = _guidance(check, asked, words)
    return drawn_question(READINESS_CHECK, as_question(check, asked), words, feedback)


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
