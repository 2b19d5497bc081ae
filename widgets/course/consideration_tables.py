"""The three things to consider, as tables: what comes before the step, and of the support."""

from .readiness import ReadinessCheck
from .readiness_questions import CONSIDERED, NO, PARTLY, SUPPORT, YES
from .tables import Tables
from .verdict import ALL_THREE

GIVEN = f"{SUPPORT}-given"


def add_considerations(tables: Tables, check: ReadinessCheck) -> None:
    """Add the tables of what is said of the three things to consider."""
    tables.add("before", ["weakest", *CONSIDERED], _before)
    given = next(each for each in check.considerations if each.id == SUPPORT).given
    tables.add("support-note", [SUPPORT, GIVEN], lambda *said: _support_notes(*said, given))


def _before(weakest, *answers):
    # Where nothing is open, what is fixed is told first.
    if weakest == (ALL_THREE[NO],):
        return ()
    lacking = [asked for asked, answer in zip(CONSIDERED, answers, strict=True) if answer == NO]
    return ("/".join(["before", *lacking]),) if lacking else ()


def _support_notes(answer, ticked, given):
    """Yield what is missing among the support that there is."""
    if answer not in (YES, PARTLY):
        return
    if not ticked:
        yield "support/none"
        return
    if not ticked & set(given.pay):
        yield "support/without-pay"
    if not ticked & set(given.language):
        yield "support/without-language"
