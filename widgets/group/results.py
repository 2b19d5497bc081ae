"""What was shown of each question, in words: rows by group, sentences to read out, a verdict."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from widgets.course.model import Course

from .floor import GROUPS, Word
from .report import Report, Shown
from .room import Room
from .standing import Section, Standing, Verdict, gap_of, ordered, standing

VERDICTS = {
    Verdict.IN_PLACE: "in_place",
    Verdict.NOT_YET: "not_yet",
    Verdict.UNKNOWN: "not_said",
}


@dataclass(frozen=True)
class Row:
    """A group and its word: the picture and the table are drawn of these."""

    group: str
    name: str
    word: Word
    says: str


@dataclass(frozen=True)
class Result:
    """How a question stands, as it is shown."""

    question: str
    name: str
    text: str
    section: Section
    heading: str
    gap: str
    rows: list[Row]
    sentences: list[str]
    verdict: str
    # Of the second time, once groups had talked apart; nothing where there was none.
    moved: str
    joint: list[Row]
    joint_sentences: list[str]


@dataclass(frozen=True)
class Moved:
    """What moved between an earlier session and this one, for a question asked in both."""

    text: str
    rows: list[tuple[str, str, str]]
    gap: str


def shown_of(room: Room) -> list[Shown]:
    """Return each question that was shown, by its words, in the order of asking."""
    joint = {each.question: each.words for each in room.rounds if each.is_joint}
    return [
        Shown(question=each.question, words=each.words, joint=joint.get(each.question))
        for each in room.rounds
        if each.words and not each.is_joint
    ]


def results_of(course: Course, shown: Iterable[Shown]) -> list[Result]:
    """Return how each question stands, in the order in which they are shown."""
    by_question = {each.question: each for each in shown}
    standings = ordered(standing(each.question, each.words) for each in by_question.values())
    return [_result(course, each, by_question[each.question].joint) for each in standings]


def moved_between(course: Course, earlier: Report, shown: Iterable[Shown]) -> list[Moved]:
    """Return what moved since an earlier session, question by question."""
    before = {each.question: each.words for each in earlier.shown}
    both = [each for each in shown if each.question in before]
    return [_moved(course, each.question, before[each.question], each.words) for each in both]


def asked_of(course: Course, question: str):
    """Return a question of the check by its id."""
    return next(each for each in course.readiness_check.asked if each.id == question)


def sentences_of(course: Course, words: Mapping[str, Word]) -> list[str]:
    """Return a sentence to read out for each group."""
    says = course.words.group.shown
    return [
        getattr(says.sentences, words[group]).format(group=getattr(says.within, group))
        for group in GROUPS
        if group in words
    ]


def _result(course, how: Standing, joint) -> Result:
    says, asked = course.words.group.shown, asked_of(course, how.question)
    latest = standing(how.question, joint) if joint else how
    steps = (says.no_step, says.one_step, says.two_steps)
    return Result(
        question=how.question,
        name=asked.name,
        text=asked.text,
        section=how.section,
        heading=getattr(says, how.section),
        gap=steps[how.gap] if how.gap and not joint else "",
        moved=says.gap_moved.format(before=steps[how.gap], now=steps[latest.gap]) if joint else "",
        rows=_rows(course, how.words),
        sentences=sentences_of(course, how.words),
        verdict=_verdict(says, latest),
        joint=_rows(course, joint or {}),
        joint_sentences=sentences_of(course, joint or {}),
    )


def _verdict(says, how):
    is_not_both = how.verdict == Verdict.NOT_YET and set(how.words.values()) == {Word.MORE}
    return says.needs_both if is_not_both else getattr(says, VERDICTS[how.verdict])


def _rows(course, words):
    names, says = course.words.session.groups, course.words.group.shown.words
    return [
        Row(group, getattr(names, group), words[group], getattr(says, words[group]))
        for group in GROUPS
        if group in words
    ]


def _moved(course, question, before, now):
    says = course.words.group
    both = {group for group in before if group in now}
    then, since = ({g: words[g] for g in both} for words in (before, now))
    rows = [
        (old.group, old.name, says.report.moved.format(before=old.says, now=new.says))
        for old, new in zip(_rows(course, then), _rows(course, since), strict=True)
    ]
    return Moved(asked_of(course, question).text, rows, _gap_moved(says.shown, then, since))


def _gap_moved(says, before, now):
    known = [g for g in before if Word.UNKNOWN not in (before[g], now[g])]
    if len(known) < 2:
        return ""
    old, new = (gap_of({group: words[group] for group in known}) for words in (before, now))
    return says.same_gap if old == new else says.narrower if new < old else says.wider
