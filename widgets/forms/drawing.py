"""The one renderer: what a component has to show -> HTML."""

from functools import cache
from pathlib import Path

from babel import Locale
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from widgets.course.model import Course

from .dates import dates_in
from .form.drawn import DrawnForm

FOLDER = Path(__file__).parent


def direction_of(language: str) -> str:
    """Return which way a language runs: "ltr" or "rtl"."""
    return Locale.parse(language, sep="-").text_direction


def draw_form(form: DrawnForm) -> str:
    """Return a form as HTML, asleep until a script wakes it."""
    return _render(form.template, form=form, words=form.words)


def render(template: str, course: Course, **names) -> str:
    """Return a component's template, named `folder/file.html`, filled, as HTML."""
    return _render(template, course=course, words=course.words, **names)


@cache
def templates_in(folder: Path) -> Environment:
    """Return the templates of a folder; whatever they are given is escaped unless it is Markup."""
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


def _render(template, **names):
    html = templates_in(FOLDER).get_template(template).render(dates_in=dates_in, **names)
    # Blank lines would only fill the notebooks' stored outputs.
    return "\n".join(line for line in html.splitlines() if line.strip())
