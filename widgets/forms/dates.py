"""How days are said in the course's language, by Unicode's language data (CLDR)."""

import re
from collections.abc import Callable
from datetime import date
from functools import cache

# Babel takes long to import, and most of what a notebook shows has no date: it waits until asked.

# What stands for what in a pattern of CLDR: https://unicode.org/reports/tr35/tr35-dates.html
TOKENS = {"d": "day", "M": "month", "L": "month", "y": "year", "E": "weekday", "c": "weekday"}


def day_in(language: str) -> Callable[[str], str]:
    """Return a function that says a day such as 2026-05-03 in a language: 3 May 2026."""
    from babel import Locale
    from babel.dates import format_date

    locale = Locale.parse(language, sep="-")
    return lambda day: format_date(date.fromisoformat(day), "long", locale=locale)


@cache
def dates_in(language: str, length: str = "full") -> dict:
    """Return how the browser, which knows fewer languages, is to say a day in this one.

    A "full" day names its weekday, a "long" one does not. `format` has places for {weekday},
    {day}, {month} and {year}; `weekdays` begin with Sunday.
    """
    from babel import Locale
    from babel.dates import get_date_format, get_day_names, get_month_names

    locale = Locale.parse(language, sep="-")
    monday_first = get_day_names("wide", locale=locale)
    months = get_month_names("wide", locale=locale)
    return {
        "format": re.sub(r"%\((\w)\w*\)s", _place, get_date_format(length, locale=locale).format),
        "weekdays": [monday_first[day] for day in (6, 0, 1, 2, 3, 4, 5)],
        "months": [months[number] for number in range(1, 13)],
    }


def _place(token):
    name = TOKENS.get(token[1])
    return f"{{{name}}}" if name else ""
