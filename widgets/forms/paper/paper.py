"""The readiness check on paper: what is asked, and how to read the answers -> HTML."""

from dataclasses import dataclass
from itertools import groupby

from widgets.course.guidance import judge
from widgets.course.model import Course
from widgets.course.readiness import Answer, CheckResult, Fact, ReadinessCheck
from widgets.forms.drawing import render


@dataclass(frozen=True)
class Table:
    """What the work may be closest to by two facts; a cell has a name and how many columns."""

    down: Fact
    across: Fact
    columns: list[Answer]
    rows: list[tuple[Answer, list[tuple[str, int]]]]


def draw_paper_check(course: Course) -> str:
    """Return the readiness check as it can be printed and filled in by hand."""
    check = course.readiness_check
    return render("paper/paper.html", course, check=check, table=closest(check))


def closest(check: ReadinessCheck) -> Table | None:
    """Return what the two facts come to after a firm no; None where there are not two."""
    if len(check.facts) != 2:
        return None
    down, across = check.facts
    rows = [(answer, _cells(check, answer)) for answer in _known(down.answers)]
    return Table(down, across, _known(across.answers), rows)


def name_of(check: ReadinessCheck, result: CheckResult) -> str:
    """Return what a result is called in the table: its own name, its level's, or its title."""
    level = next((level.text for level in check.levels if level.id == result.level), None)
    return result.on_paper or level or result.title


def _cells(check, answer):
    down, across = check.facts
    firm_no = _known(check.answers)[-1]
    given = dict.fromkeys([asked.id for asked in check.questions], firm_no.id)
    given |= {down.id: answer.id}
    results = [judge(check, given | {across.id: other.id}) for other in _known(across.answers)]
    names = [name_of(check, result) for result in results]
    return [(name, len(list(same))) for name, same in groupby(names)]


def _known(answers):
    return [answer for answer in answers if answer.known]
