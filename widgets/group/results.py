"""What was shown of each question, in words: rows by group, sentences to read out, a verdict."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from widgets.course.model import Course
from widgets.course.readiness_questions import YES

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
    # How far apart the groups are, in the words that show last.
    steps: int
    caption: str
    # Who may speak first, after two quiet minutes.
    quiet: str
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
    standings = ordered(standing(each.question, each.last) for each in by_question.values())
    return [_result(course, each, by_question[each.question]) for each in standings]


def moved_between(course: Course, earlier: Report, shown: Iterable[Shown]) -> list[Moved]:
    """Return what moved since an earlier session, question by question."""
    before = {each.question: each.last for each in earlier.shown}
    both = [each for each in shown if each.question in before]
    return [_moved(course, each.question, before[each.question], each.last) for each in both]


def asked_of(course: Course, question: str):
    """Return a question of the check by its id."""
    return next(each for each in course.readiness_check.asked if each.id == question)


def yes_of(asked) -> str:
    """Return the answer that the words of a question are about, as phones are offered it."""
    return next(each.text for each in asked.answers if each.id == YES)


def sentences_of(course: Course, asked, words: Mapping[str, Word]) -> list[str]:
    """Return a sentence to read out for each group."""
    says, yes = course.words.group.shown, yes_of(asked)
    return [
        getattr(says.sentences, words[group]).format(group=getattr(says.within, group), answer=yes)
        for group in GROUPS
        if group in words
    ]


def _result(course, how: Standing, shown: Shown) -> Result:
    says, asked = course.words.group.shown, asked_of(course, how.question)
    return Result(
        question=how.question,
        name=asked.name,
        text=asked.text,
        section=how.section,
        heading=_heading(says, how),
        gap=_gap(says, how) if how.gap and not shown.joint else "",
        rows=_rows(course, shown.words),
        sentences=sentences_of(course, asked, shown.words),
        verdict=_verdict(says, how),
        steps=how.gap,
        caption=says.caption.format(answer=yes_of(asked)),
        quiet=says.quiet if how.gap else says.quiet_alike,
        moved=_steps_moved(says, shown, how) if shown.joint else "",
        joint=_rows(course, shown.joint or {}),
        joint_sentences=sentences_of(course, asked, shown.joint or {}),
    )


def _heading(says, how):
    is_short = how.section == Section.MOSTLY and how.verdict != Verdict.IN_PLACE
    return says.mostly_yes if is_short else getattr(says, how.section)


def _gap(says, how):
    return (says.no_step, says.one_step, says.two_steps)[how.gap]


def _steps_moved(says, shown, now):
    before = standing(shown.question, shown.words)
    return says.gap_moved.format(before=_gap(says, before), now=_gap(says, now))


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
