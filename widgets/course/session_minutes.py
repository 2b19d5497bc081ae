"""What is read aloud at a step of a session, and the minutes that this and the talk take."""

from .model import Course
from .session import PlannedStep, Session, SessionStep

# How fast one reads to a room that is to take it in.
WORDS_A_MINUTE = 130


def steps_of(course: Course, session: Session) -> list[tuple[PlannedStep, SessionStep]]:
    """Return each step of a session as it is planned, with what is said and done at it."""
    known = {step.id: step for step in course.session_steps}
    return [(planned, known[planned.step]) for planned in session.steps]


def read_aloud(course: Course, planned: PlannedStep, step: SessionStep) -> list[str]:
    """Return all that a host reads out at a step: the screen, and what to say."""
    return [*step.before, *_about(course, planned, step), *step.shown, *step.say]


def minutes_of(course: Course, planned: PlannedStep, step: SessionStep) -> float:
    """Return the minutes that a step takes, as reckoned from its words and its talk."""
    words = sum(len(text.split()) for text in read_aloud(course, planned, step))
    return words / WORDS_A_MINUTE + planned.talking


def _about(course, planned, step):
    if step.kind == "question":
        asked = _question(course, planned.about)
        cards = course.words.session.cards
        words = [cards.a_yes, cards.partly, cards.a_no, cards.dont_know, cards.differ]
        # What one does not know needs no other words than the card's.
        return [asked.text, *words, *(answer.text for answer in asked.answers[:-1])]
    if step.kind in ("content-note", "story", "choice", "what-happened"):
        return _of_story(course.words.you_are, course.scenario(planned.about), step.kind)
    return []


def _of_story(you_are, scenario, kind):
    first = scenario.decisions[0]
    if kind == "content-note":
        return [scenario.content_note or ""]
    if kind == "story":
        return [scenario.title, scenario.opening]
    if kind == "choice":
        asked = [you_are.format(role=first.role), first.in_full]
        return [*asked, *(option.text for option in first.options)]
    return [option.consequence for option in first.options]


def _question(course, question_id):
    return next(asked for asked in course.readiness_check.questions if asked.id == question_id)
