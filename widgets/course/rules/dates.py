"""Days on which something was looked at, and the language they are said in."""

import re
from collections.abc import Iterator
from datetime import date

from ..faults import Finding
from ..plain import mappings
from ..values import DATE, LANGUAGE


def check_dates(data: object) -> Iterator[Finding]:
    """Yield every day that is in no calendar."""
    for path, item in (*mappings(data, "sources"), *mappings(data, "care", "helplines")):
        checked = item.get("checked")
        if isinstance(checked, str) and re.fullmatch(DATE, checked) and not _is_a_day(checked):
            place, cure = (*path, "checked"), "mend the month or the day"
            yield Finding(place, "a day of the calendar", f"'{checked}'", cure)


def check_language(data: object) -> Iterator[Finding]:
    """Yield the course's language, if nobody has said how its days and months are called."""
    # Babel takes as long to import as a course to read, and a kernel need not ask again.
    from babel import Locale, UnknownLocaleError

    language = data.get("language") if isinstance(data, dict) else None
    if isinstance(language, str) and re.fullmatch(LANGUAGE, language):
        try:
            Locale.parse(language, sep="-")
        except UnknownLocaleError:
            cure = "give the code of a language that Unicode's language data (CLDR) knows"
            expected = "a language with names for days and months"
            yield Finding(("language",), expected, f"'{language}'", cure)


def _is_a_day(text):
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False
