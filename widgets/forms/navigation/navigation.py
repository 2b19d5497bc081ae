"""The way through the course, and what a lesson is for -> HTML."""

from collections.abc import Callable

from widgets.course.model import Course, Module
from widgets.course.progress import done_by
from widgets.forms.drawing import render


def draw_navigation(
    course: Course, here: Module | None = None, address_of: Callable[[str], str] | None = None
) -> str:
    """Return the modules in order and what is done, as links where there are addresses."""
    words = course.words
    return render(
        "navigation/navigation.html",
        course,
        here=here,
        place=place_of(course, here) if here else "",
        progress=words.progress.replace("{total}", str(len(course.modules))).split("{done}"),
        modules=[_listed(course, module) for module in course.modules],
        address_of=address_of,
    )


def draw_objectives(course: Course, module: Module) -> str:
    """Return what a learner can do after a lesson, and what in it may sting, as HTML."""
    return render("navigation/objectives.html", course, module=module)


def place_of(course: Course, module: Module) -> str:
    """Return where a module stands and how long it takes."""
    minutes = course.words.minutes.format(minutes=module.minutes)
    return " · ".join(filter(None, [number_of(course, module), minutes]))


def number_of(course: Course, module: Module) -> str:
    """Return which lesson a module's is; the welcome has no number."""
    number = course.modules.index(module)
    lesson = course.words.lesson.format(number=number, total=len(course.modules) - 1)
    return lesson if number else ""


def _listed(course, module):
    minutes = course.words.minutes.format(minutes=module.minutes)
    return {
        "id": module.id,
        "title": module.title,
        "minutes": minutes,
        "forms": " ".join(module.forms),
        "questions": " ".join(done_by(course, module)),
    }
