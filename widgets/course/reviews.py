"""What may be out of date: sources and helplines whose last check is too long ago."""

from dataclasses import replace
from datetime import date

from .document import Document
from .faults import Fault, Finding, describe_value
from .plain import mappings


def reviews_due(document: Document, today: date) -> list[Fault]:
    """Return what is due for another look, by line; values of the wrong shape are passed over."""
    due = replace(document, findings=[])
    for path, item in (*mappings(due.data, "sources"), *mappings(due.data, "care", "helplines")):
        months, found = item.get("review_months"), item.get("checked")
        if isinstance(months, int) and _is_due(found, months, today):
            expected, cure = (
                f"a day in the last {months} months",
                "look again, and put the day here",
            )
            due.add(Finding((*path, "checked"), expected, describe_value(found), cure))
    return due.faults


def _is_due(checked, months, today):
    if checked is None:
        return True
    try:
        day = date.fromisoformat(checked)
        return day > today or _months_between(day, today) >= months
    except (TypeError, ValueError):
        return False


def _months_between(earlier, later):
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return months - (later.day < earlier.day)
