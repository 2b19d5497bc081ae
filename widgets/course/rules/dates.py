"""Days on which something was looked at: days of the calendar."""

import re
from collections.abc import Iterator
from datetime import date

from ..faults import Finding
from ..plain import mappings
from ..values import DATE


def check_dates(data: object) -> Iterator[Finding]:
    """Yield every day that is in no calendar."""
    for path, item in (*mappings(data, "sources"), *mappings(data, "care", "helplines")):
        checked = item.get("checked")
        if isinstance(checked, str) and re.fullmatch(DATE, checked) and not _is_a_day(checked):
            place, cure = (*path, "checked"), "mend the month or the day"
            yield Finding(place, "a day of the calendar", f"'{checked}'", cure)


def _is_a_day(text):
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False
