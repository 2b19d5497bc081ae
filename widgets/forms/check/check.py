"""The readiness check, ready to be drawn: its questions are judged together."""

from collections.abc import Iterator
from dataclasses import dataclass

from widgets.course.lessons import READINESS_CHECK
from widgets.course.model import Course
from widgets.course.questions import Option, Question
from widgets.course.readiness import SEAT, Answer, CheckQuestion, Fact, ReadinessCheck
from widgets.forms.form.drawn import (
    ALWAYS,
    DrawnForm,
    DrawnGroup,
    DrawnQuestion,
    drawn_question,
    earlier,
)


@dataclass(frozen=True)
class CheckTopic:
    """Questions of the check that belong together, under a heading."""

    title: str
    text: str
    questions: list[DrawnQuestion]


@dataclass(frozen=True)
class DrawnCheck(DrawnForm):
    """The readiness check as a form of one group, shown by topic."""

    topics: tuple[CheckTopic, ...] = ()
    check: ReadinessCheck | None = None
    template: str = "check/check.html"


def drawn_readiness_check(course: Course) -> DrawnCheck:
    """Return the readiness check as a form with one button."""
    check, words = course.readiness_check, course.words
    topics = tuple(_topics(check, words))
    group = DrawnGroup(
        questions=[drawn for topic in topics for drawn in topic.questions],
        button=words.see_result,
        subject=check.title,
        results=[],
        passages=list(_passages(check)),
    )
    return DrawnCheck(
        course=course.id,
        language=course.language,
        id=READINESS_CHECK,
        title=check.title,
        words=words,
        groups=[group],
        introduction=check.introduction,
        earlier=earlier(course, check.looks_back),
        topics=topics,
        check=check,
    )


def as_question(check: ReadinessCheck, asked: CheckQuestion) -> Question:
    """Return a question of the check in the form's terms: no answer is the correct one."""
    return _choice(asked.id, "view", asked.text, asked.hint, check.answers_to(asked))


def evidence_id(asked: CheckQuestion) -> str:
    """Return the id of the question how someone knows their answer."""
    return f"{asked.id}-evidence"


def words_id(asked: CheckQuestion) -> str:
    """Return the id of the few words under an answer."""
    return f"{asked.id}-words"


def given_id(asked: CheckQuestion) -> str:
    """Return the id of the question what an answer consists of."""
    return f"{asked.id}-given"


def _choice(question_id, kind, text, hint, answers: list[Answer]):
    # No feedback of an option's own: the check's passages say what follows.
    options = [Option(id=a.id, text=a.text, feedback=a.text) for a in answers]
    return Question(id=question_id, kind=kind, text=text, hint=hint, options=options)


def _topics(check, words):
    titles = words.readiness
    yield CheckTopic(titles.seat, "", [_seat(check, words)])
    core = [drawn for asked in check.questions for drawn in _with_evidence(check, asked, words)]
    facts = [_fact(check, fact, words) for fact in check.facts]
    yield CheckTopic(titles.questions, titles.questions_why, [*core, *facts])
    weighed = [
        drawn for asked in check.considerations for drawn in _with_evidence(check, asked, words)
    ]
    yield CheckTopic(titles.considerations, titles.considerations_why, weighed)


def _seat(check, words):
    seat = check.seat
    asked = _choice(SEAT, "view", seat.text, seat.hint, seat.options)
    return _drawn(asked, words, instruction="", optional=True, private=True)


def _fact(check, fact, words):
    asked = as_question(check, fact)
    return _drawn(asked, words, instruction="", asked_when=check.facts_asked_when)


def _with_evidence(check, asked, words) -> Iterator[DrawnQuestion]:
    """Yield a question and what is asked under its answers."""
    yield _drawn(as_question(check, asked), words, instruction="")
    if asked.given:
        when = [{asked.id: asked.given.when}]
        given = asked.given
        ticks = _choice(given_id(asked), "multiple", given.text, given.hint, given.options)
        yield _follow_up(ticks, words, asked, when)
    evidence, known = check.evidence, [answer.id for answer in check.answers if answer.known]
    when = [{asked.id: known}]
    signs = _choice(evidence_id(asked), "multiple", evidence.text, evidence.hint, evidence.options)
    yield _follow_up(signs, words, asked, when)
    more = evidence.words
    further = Question(id=words_id(asked), kind="short-text", text=more.text, hint=more.hint)
    yield _follow_up(further, words, asked, when)


def _follow_up(question, words, asked, when):
    about = {"instruction": "", "optional": True, "about": asked.name}
    return _drawn(question, words, asked_when=when, **about)


def _drawn(question, words, **names):
    return drawn_question(READINESS_CHECK, question, words, (), **names)


def _passages(check: ReadinessCheck) -> Iterator[list[dict]]:
    """Yield groups of passages in the order shown: of each the first that fits, or none."""
    yield [{"id": "opening", "when": ALWAYS}]
    seats = [{"id": f"view/{seat.id}", "when": [{SEAT: [seat.id]}]} for seat in check.seat.options]
    yield [*seats, {"id": "view", "when": ALWAYS}]
    for pair in check.contradictions:
        yield [{"id": f"contradiction/{pair.id}", "when": pair.when}]
    yield [{"id": f"result/{result.id}", "when": result.when} for result in check.results]
    for asked in check.asked:
        yield [
            {"id": f"answer/{asked.id}/{answer.id}", "when": [{asked.id: [answer.id]}]}
            for answer in check.answers_to(asked)
        ]
        yield from _notes(check, asked)


def _notes(check, asked):
    if isinstance(asked, Fact):
        return
    if asked.given:
        ticked = [{given_id(asked): [option.id for option in asked.given.options]}]
        none = {"id": f"none/{asked.id}", "when": [{asked.id: asked.given.when}]}
        yield [{"id": "", "when": ticked}, none]
    signs = check.evidence.options
    firm = [{"id": "", "when": [{evidence_id(asked): [sign.id for sign in signs if sign.firm]}]}]
    soft = [
        {"id": f"note/{sign.id}", "when": [{evidence_id(asked): [sign.id]}]}
        for sign in signs
        if not sign.firm
    ]
    yield firm + soft
