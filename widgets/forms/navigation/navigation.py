"""The way through the course, and what a lesson is for -> HTML."""

from collections.abc import Callable

from widgets.course.lessons import PLAN
from widgets.course.links import leading
from widgets.course.model import Course, Module
from widgets.course.progress import done_by
from widgets.forms.drawing import render


def draw_navigation(
    course: Course, address_of: Callable[[str], str], here: Module | None = None
) -> str:
    """Return the modules in order as links, and what is done."""
    return render(
        "navigation/navigation.html",
        course,
        here=here,
        place=place_of(course, here) if here else "",
        progress=_progress(course),
        modules=[_listed(course, module, address_of(module.id)) for module in course.modules],
    )


def draw_way(course: Course, module: Module) -> str:
    """Return where a notebook stands in the course, the modules folded, and what it is for."""
    modules = [
        _listed(course, each, leading(module.notebook, each.notebook)) for each in course.modules
    ]
    return render(
        "navigation/way.html",
        course,
        module=module,
        place=place_of(course, module),
        progress=_progress(course),
        modules=modules,
        around=_around(course, modules, course.modules.index(module)),
        beside=_beside(course, module),
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


def _progress(course):
    """Return what stands before and after the number of modules that are done."""
    return course.words.progress.replace("{total}", str(len(course.modules))).split("{done}")


def _around(course, modules, position):
    """Return the modules before and after one, each with the word for the way to it."""
    before = [(course.words.previous, module) for module in modules[:position][-1:]]
    return before + [(course.words.next, module) for module in modules[position + 1 :][:1]]


def _beside(course, module):
    """Return the check and the plan, as links from a module's notebook."""
    plans = [page for page in course.pages if page.address == PLAN]
    return [
        {"title": page.title, "address": leading(module.notebook, page.notebook)}
        for page in (course.readiness_check, *plans)
    ]


def _listed(course, module, address):
    minutes = course.words.minutes.format(minutes=module.minutes)
    return {
        "id": module.id,
        "title": module.title,
        "address": address,
        "minutes": minutes,
        "forms": " ".join(module.forms),
        "questions": " ".join(done_by(course, module)),
    }
