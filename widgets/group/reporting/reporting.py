"""What was shown and agreed in a session -> a page, a Word document, and a file; nothing else."""

from collections.abc import Iterator

from ..for_all import for_all
from ..here import Here
from ..report import Agreed, Report
from ..results import Moved, Result, moved_between, shown_of
from ..room import Room
from ..session import Session

Line = tuple[str, str]


def draw_report(here: Here, session: Session, day: str) -> str:
    """Return the page to print; day is the session's, such as 2026-11-30."""
    shown = for_all(here, session)
    shown |= {"day": here.day(day), "moved": _moved(here, session.room), "problem": ""}
    address = f"coach/session/{session.room.code}/report"
    title = here.course.words.group.report.title
    return here.draw("reporting/report.html", address, title, **shown)


def report_file(session: Session, day: str) -> Report:
    """Return what a host may keep, and open in a later session."""
    room = session.room
    settled = [each for each in room.actions if each.said_yes is not None]
    telling = room.telling
    return Report(
        day=day,
        shown=tuple(shown_of(room)),
        agreed=tuple(Agreed(text=each.text, said_yes=each.said_yes) for each in settled),
        telling=(telling.who, telling.how, telling.by) if telling else (),
    )


def report_word(here: Here, session: Session, day: str) -> bytes:
    """Return the same as a Word document."""
    # It rests on a library that takes long to import.
    from widgets.files.word import word_file

    title = here.course.words.group.report.title
    return word_file(title, here.course.language, _lines(here, session, day))


def _moved(here, room: Room) -> list[Moved]:
    return moved_between(here.course, room.earlier, shown_of(room)) if room.earlier else []


def _lines(here, session, day) -> Iterator[Line]:
    """Yield each line of the document, with its kind."""
    says, room, shown = here.course.words.group, session.room, for_all(here, session)
    yield "heading", says.report.title
    yield "text", says.report.day.format(day=here.day(day))
    if room.is_rehearsal:
        yield "text", f"{says.rehearsal} {says.rehearsal_why}"
    yield from _shown_lines(says, shown)
    yield from _moved_lines(says, _moved(here, room))
    yield from _agreed_lines(here, room)


def _shown_lines(says, shown) -> Iterator[Line]:
    heading = ""
    for result in shown["results"]:
        if result.heading != heading:
            heading = result.heading
            yield "heading", heading
        yield from _result_lines(says, result, shown["not_again"])
    yield "text", says.shown.not_one_voice if shown["results"] else says.report.nothing
    if any(result.gap or result.moved for result in shown["results"]):
        yield "text", says.shown.steps
    if shown["unshown"]:
        yield "heading", says.shown.by_cards
    for each in shown["unshown"]:
        yield "subheading", each.text
        yield "text", says.shown.nothing


def _result_lines(says, result: Result, not_again) -> Iterator[Line]:
    yield "subheading", result.text
    if result.gap:
        yield "text", result.gap
    yield "text", result.caption
    if result.joint:
        yield "text", says.shown.first
    for row in result.rows:
        yield "item", f"{row.name}: {row.says}"
    if result.joint:
        yield "text", says.shown.apart
    for row in result.joint:
        yield "item", f"{row.name}: {row.says}"
    if result.question in not_again:
        yield "text", says.shown.not_again
    yield "text", " ".join(result.joint_sentences or result.sentences)
    if result.moved:
        yield "text", result.moved
    yield "text", result.verdict


def _moved_lines(says, moved: list[Moved]) -> Iterator[Line]:
    if moved:
        yield "heading", says.shown.since
    for each in moved:
        yield "subheading", each.text
        for _, name, text in each.rows:
            yield "item", f"{name}: {text}"
        if each.gap:
            yield "text", each.gap
    if moved:
        yield "text", says.shown.not_compared


def _agreed_lines(here, room: Room) -> Iterator[Line]:
    says, summary = here.course.words.group.shown, here.course.words.session.summary
    for title, verdict in ((says.said_yes_to, True), (says.not_everyone, False)):
        actions = [each.text for each in room.actions if each.said_yes is verdict]
        yield from [("heading", title)] if actions else []
        yield from (("item", text) for text in actions)
    if all(each.said_yes is None for each in room.actions):
        yield "heading", summary.agreed
        yield "text", summary.nothing
    yield from _telling_lines(summary, room.telling)


def _telling_lines(summary, telling) -> Iterator[Line]:
    if telling:
        yield "heading", summary.tells
        yield "item", telling.who
        yield "item", telling.how
        yield "heading", summary.by
        yield "text", telling.by
