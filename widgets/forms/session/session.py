"""A session's screens, one for each step, the hosts' notes and the cards -> HTML."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from math import floor

from widgets.course.model import Course
from widgets.course.questions import Scenario
from widgets.course.session import OF_STORY, PlannedStep, Session, SessionStep
from widgets.course.session_groups import ARRANGEMENTS, GROUPS, SEATS
from widgets.course.session_minutes import minutes_of, steps_of
from widgets.forms.drawing import render

from .held import Subject, asks_next, sheet_of, subject_of, subjects_of


@dataclass(frozen=True)
class DrawnStep:
    """A step as it is drawn: its place, its words, and what it is about."""

    number: int
    planned: PlannedStep
    step: SessionStep
    place: str
    lead: str
    title: str
    subject: Subject | None
    scenario: Scenario | None


def draw_session(course: Course, session: Session) -> str:
    """Return a session's screens: one below the other, until a script shows them one by one."""
    # It rests on a library that takes long to import, and only a session needs it here.
    from widgets.files.word import word_parts

    subjects = subjects_of(course, session)
    shown = {
        "session": session,
        "steps": list(_steps(course, session)),
        "subjects": subjects.values(),
        "seats": SEATS,
        "groups": _group_names(course),
        "clock": course.words.session.clock.format(spent="@spent@", whole=session.minutes),
        "tables": _tables(course, subjects),
        "word": word_parts(course.words.session.summary.title, course.language),
    }
    return render("session/session.html", course, **shown)


def draw_notes(course: Course, session: Session) -> str:
    """Return the hosts' notes of a session, by the numbers of its screens."""
    steps = list(_steps(course, session))
    return render("session/notes.html", course, session=session, steps=steps)


def draw_cards(course: Course) -> str:
    """Return the cards of one group, to be cut out."""
    return render("session/cards.html", course, cards=sheet_of(course))


def _steps(course, session) -> Iterator[DrawnStep]:
    says, steps = course.words.session, steps_of(course, session)
    for number, (planned, step) in enumerate(steps, 1):
        place = says.place.format(number=number, last=len(steps))
        minutes = max(1, floor(minutes_of(course, planned, step) + 0.5))
        yield DrawnStep(
            number=number,
            planned=planned,
            step=step,
            place=f"{place} · {says.about.format(minutes=minutes)}",
            subject=subject_of(course, planned.about) if planned.about else None,
            scenario=course.scenario(planned.about) if step.kind in OF_STORY else None,
            **_heading(course, planned, step),
        )


def _heading(course, planned, step):
    """Return what stands over a step: its title, and the name of what it is about."""
    if not planned.about:
        return {"lead": "", "title": step.title}
    names = {asked.id: asked.name for asked in course.readiness_check.questions}
    title = names.get(planned.about) or course.scenario(planned.about).title
    return {"lead": course.words.session.lead.format(step=step.title), "title": title}


def _tables(course, subjects):
    """Return what the browser looks up: who sits with whom, what to ask next, and names."""
    return {
        "arrangements": [asdict(one) for one in ARRANGEMENTS],
        "next": {name: asks_next(subject.cards) for name, subject in subjects.items()},
        "groups": _group_names(course),
        "cards": {name: _meanings(subject) for name, subject in subjects.items()},
    }


def _meanings(subject):
    """Return what each card says of a question or story."""
    texts = {card.id: [card.word or card.letter, card.meaning] for card in subject.cards}
    return {name: ": ".join(filter(None, text)) for name, text in texts.items()}


def _group_names(course):
    says = course.words.session.groups
    tables = {f"table_{number}": says.table.format(number=number) for number in (1, 2, 3)}
    return {name: tables.get(name) or getattr(says, name) for name in GROUPS}
