"""The readiness check on paper: what is asked, and how to read the answers -> HTML."""

from dataclasses import dataclass
from itertools import groupby

from widgets.course.model import Course
from widgets.course.names import Part, name_of
from widgets.course.readiness import ReadinessCheck
from widgets.course.readiness_questions import PARTLY, UNKNOWN, Choice, Fact
from widgets.forms.drawing import render
from widgets.forms.paper.by_hand import drawn_by_hand


@dataclass(frozen=True)
class Table:
    """What to call a partner's part by two facts; a cell has a name and how many columns."""

    down: Fact
    across: Fact
    columns: list[Choice]
    rows: list[tuple[Choice, list[tuple[str, int]]]]


def draw_paper_check(course: Course) -> str:
    """Return the readiness check as it can be printed and filled in by hand."""
    check = course.readiness_check
    names = {asked.id: asked.name for asked in check.asked}
    shown = {"table": what_to_call_it(check), "by_hand": drawn_by_hand(course.words, names)}
    return render("paper/paper.html", course, check=check, **shown)


def what_to_call_it(check: ReadinessCheck) -> Table:
    """Return what each way to decide and deliver is called where the three are partly so."""
    down, across = check.decides, check.delivers
    rows = [(answer, _cells(check, answer)) for answer in _known(down)]
    return Table(down, across, _known(across), rows)


def _cells(check, decides):
    titles = {name.id: name.title for name in check.names}
    named = [
        titles[name_of(Part(decides.id, delivers.id), Part(), PARTLY, PARTLY, PARTLY).id]
        for delivers in _known(check.delivers)
    ]
    return [(name, len(list(same))) for name, same in groupby(named)]


def _known(fact):
    return [answer for answer in fact.answers if answer.id != UNKNOWN]
