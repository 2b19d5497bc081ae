"""The one renderer: forms and the way through the course -> HTML."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from widgets.course.model import Course, Module
from widgets.course.progress import done_by

from .drawn import DrawnForm

TEMPLATES = Path(__file__).parent / "templates"


def draw_form(form: DrawnForm) -> str:
    """Return a form as HTML, asleep until a script wakes it."""
    return _render(form.template, form=form, words=form.words)


def render(template: str, course: Course, **names) -> str:
    """Return one of this folder's templates, filled, as HTML."""
    return _render(template, course=course, words=course.words, **names)


def draw_navigation(
    course: Course, here: Module | None = None, address_of: Callable[[str], str] | None = None
) -> str:
    """Return the modules in order and what is done, as links where there are addresses."""
    words = course.words
    return render(
        "navigation.html",
        course,
        here=here,
        place=place_of(course, here) if here else "",
        progress=words.progress.replace("{total}", str(len(course.modules))).split("{done}"),
        modules=[_listed(course, module) for module in course.modules],
        address_of=address_of,
    )


def draw_memory(course: Course) -> str:
    """Return what learners can do with all their answers: keep, bring back, forget."""
    return render("memory.html", course)


def draw_objectives(course: Course, module: Module) -> str:
    """Return what a learner can do after a lesson, and what in it may sting, as HTML."""
    return render("objectives.html", course, module=module)


def place_of(course: Course, module: Module) -> str:
    """Return where a module stands and how long it takes."""
    minutes = course.words.minutes.format(minutes=module.minutes)
    return " · ".join(filter(None, [number_of(course, module), minutes]))


def number_of(course: Course, module: Module) -> str:
    """Return which lesson a module's is; the welcome has no number."""
    number = course.modules.index(module)
    lesson = course.words.lesson.format(number=number, total=len(course.modules) - 1)
    return lesson if number else ""


def _render(template, **names):
    html = templates_in(TEMPLATES).get_template(template).render(**names)
    # Blank lines would only fill the notebooks' stored outputs.
    return "\n".join(line for line in html.splitlines() if line.strip())


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


def _listed(course, module):
    minutes = course.words.minutes.format(minutes=module.minutes)
    return {
        "id": module.id,
        "title": module.title,
        "minutes": minutes,
        "forms": " ".join(module.forms),
        "questions": " ".join(done_by(course, module)),
    }
