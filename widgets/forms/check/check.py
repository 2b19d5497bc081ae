"""The readiness check, ready to be drawn: three questions, the result, what to look closer at."""

from dataclasses import dataclass

from widgets.course.check_tables import (
    FIXED,
    GIVEN,
    check_tables,
    evidence_id,
    first_tables,
    words_id,
)
from widgets.course.check_texts import CheckText, texts_of
from widgets.course.lessons import READINESS_CHECK
from widgets.course.model import Course
from widgets.course.names import IN_SHORT
from widgets.course.questions import Option, Question
from widgets.course.readiness import SEAT, ReadinessCheck
from widgets.course.readiness_questions import (
    CARERS,
    LIVED_EXPERIENCE,
    PARTLY,
    SUPPORT,
    YES,
)
from widgets.forms.form.drawn import DrawnForm, DrawnGroup, DrawnQuestion, drawn_question, earlier


@dataclass(frozen=True)
class DrawnPart:
    """Questions of a closed section that belong together, under a heading or none."""

    title: str
    questions: list[DrawnQuestion]


@dataclass(frozen=True)
class DrawnCheck(DrawnForm):
    """The readiness check as a form of one group: what is asked first, and what closer."""

    core: tuple[DrawnQuestion, ...] = ()
    known: tuple[DrawnPart, ...] = ()
    considered: tuple[DrawnPart, ...] = ()
    named: tuple[DrawnPart, ...] = ()
    seat: DrawnQuestion | None = None
    check: ReadinessCheck | None = None
    texts: dict[str, CheckText] | None = None
    template: str = "check/check.html"

    @property
    def short_names(self) -> dict[str, str]:
        """The name alone of each title that says more."""
        return IN_SHORT


def drawn_readiness_check(course: Course) -> DrawnCheck:
    """Return the readiness check as a form with one button."""
    check, words = course.readiness_check, course.words
    known, considered, named = _known(check, words), _considered(check, words), _named(check, words)
    seat = check.seat
    seats = _choice(SEAT, seat.text, seat.hint, seat.options, words, optional=True, private=True)
    closer = [drawn for part in (*known, *considered, *named) for drawn in part.questions]
    return _drawn(
        course,
        check_tables(check),
        [*closer, seats],
        earlier=earlier(course, check.looks_back),
        known=known,
        considered=considered,
        named=named,
        seat=seats,
        texts=texts_of(check),
    )


def drawn_first_part(course: Course) -> DrawnCheck:
    """Return the three questions alone, with the verdict and the first step."""
    tables, texts = first_tables(course.readiness_check), texts_of(course.readiness_check)
    shown = {text: texts[text] for text in sorted(tables.texts & texts.keys())}
    return _drawn(course, tables, texts=shown, template="check/first_part.html")


def _drawn(course, tables, closer=(), **names):
    """Return the three questions as a form, with what may be looked at closer."""
    check, words = course.readiness_check, course.words
    core = tuple(
        _choice(asked.id, asked.text, asked.hint, asked.answers, words) for asked in check.questions
    )
    group = DrawnGroup(
        questions=[*core, *closer],
        button=words.see_result,
        subject=check.title,
        results=[],
        tables=tables.compiled(),
    )
    return DrawnCheck(
        course=course.id,
        language=course.language,
        id=READINESS_CHECK,
        title=check.title,
        words=words,
        groups=[group],
        core=core,
        check=check,
        **names,
    )


def _choice(question_id, text, hint, answers, words, kind="view", **names):
    """Return a question in the form's terms: no answer is the correct one."""
    # No feedback of an option's own: the tables say what follows.
    options = [Option(id=a.id, text=a.text, feedback=a.text) for a in answers]
    asked = Question(id=question_id, kind=kind, text=text, hint=hint, options=options)
    return drawn_question(READINESS_CHECK, asked, words, (), instruction="", **names)


def _ticks(question_id, asked, words, **names):
    """Return a question to which any number of answers may be ticked."""
    about = (question_id, asked.text, asked.hint, asked.options, words, "multiple")
    return _choice(*about, optional=True, **names)


def _written(asked, check, words):
    """Return the place for a few words under an answer."""
    more = check.words
    question = Question(id=words_id(asked.id), kind="short-text", text=more.text, hint=more.hint)
    about = {"instruction": "", "optional": True, "about": asked.name}
    return drawn_question(READINESS_CHECK, question, words, (), **about)


def _known(check, words):
    """Return how each of the three answers is known, where some of it is a yes."""
    return tuple(
        DrawnPart(
            asked.name,
            [
                _ticks(
                    evidence_id(asked.id),
                    check.evidence,
                    words,
                    about=asked.name,
                    asked_when=[{asked.id: [YES, PARTLY]}],
                ),
                _written(asked, check, words),
            ],
        )
        for asked in check.questions
    )


def _considered(check, words):
    return tuple(
        DrawnPart(asked.name, list(_consideration(check, asked, words)))
        for asked in check.considerations
    )


def _consideration(check, asked, words):
    yield _choice(asked.id, asked.text, asked.hint, asked.answers, words, optional=True)
    if asked.given:
        when = [{SUPPORT: [YES, PARTLY]}]
        yield _ticks(GIVEN, asked.given, words, about=asked.name, asked_when=when)
    yield _written(asked, check, words)


def _named(check, words):
    """Return the facts for each partner, and what is fixed."""
    partners = {partner.id: partner.name for partner in check.partners}
    touches = check.touches
    touched = _choice(CARERS, touches.text, None, touches.answers, words, optional=True)
    when = [{CARERS: ["yes"]}]
    return (
        DrawnPart(
            partners[LIVED_EXPERIENCE], _facts(check, LIVED_EXPERIENCE, partners, words, None)
        ),
        DrawnPart(partners[CARERS], [touched, *_facts(check, CARERS, partners, words, when)]),
        DrawnPart("", [_ticks(FIXED, check.fixed, words)]),
    )


def _facts(check, partner, partners, words, when):
    names = {"about": partners[partner], "asked_when": when, "optional": True}
    return [
        _choice(f"{partner}-{name}", fact.text, fact.hint, fact.answers, words, **names)
        for name, fact in (("decides", check.decides), ("delivers", check.delivers))
    ]
