"""What a new lesson is called: its id, its files and the ids of its quizzes, none of them taken."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from widgets.course.faults import describe_value
from widgets.course.files import NOTEBOOKS
from widgets.course.lessons import PLAN, READINESS_CHECK
from widgets.course.model import Course
from widgets.course.rules.ids import RESERVED
from widgets.course.values import ID

NUMBER = re.compile(r"(\d+)-")


class LessonError(Exception):
    """A lesson can't be made; says in one sentence why, and what to do."""


@dataclass(frozen=True)
class Names:
    """The names of a new lesson; a notebook's is its place in notebooks/."""

    id: str
    title: str
    notebook: str
    practice: str
    project: str


def names_for(course: Course, folder: Path, lesson_id: str) -> Names:
    """Return the names of a lesson with an id, for a course with its notebooks in a folder.

    Raises LessonError for an id or a file that is not to be had.
    """
    _refuse(course, lesson_id)
    with_ids = (*course.quizzes, *course.scenarios, *course.templates)
    forms = {READINESS_CHECK, PLAN, *(form.id for form in with_ids)}
    return Names(
        id=lesson_id,
        title=lesson_id.replace("-", " ").capitalize(),
        notebook=_free_notebook(course, folder, lesson_id),
        practice=_free_form(f"{lesson_id}-practice", forms),
        project=_free_form(f"your-{lesson_id}", forms),
    )


def _refuse(course, lesson_id):
    why = None
    titles = {module.id: module.title for module in course.modules}
    titles |= {page.address: page.title for page in course.pages}
    if not re.fullmatch(ID, lesson_id):
        why = "write lower case words joined by hyphens, such as pay-and-expenses"
    elif lesson_id in RESERVED:
        why = "the course keeps that address for itself, so choose another"
    elif lesson_id in titles:
        why = f"the page {describe_value(titles[lesson_id])} has it, so choose another"
    if why:
        raise LessonError(f"{describe_value(lesson_id)} can't be the id of a lesson: {why}.")


def _free_notebook(course, folder, lesson_id):
    for name in _notebooks(course, lesson_id):
        if not (folder / name).exists():
            return name
    raise LessonError(f"{NOTEBOOKS}/{name} is there already, so choose another id.")


def _notebooks(course, lesson_id) -> Iterator[str]:
    """Yield what its notebook may be called: with the next number, where the others have one."""
    names = [PurePosixPath(module.notebook).name for module in course.modules]
    numbers = [match[1] for match in map(NUMBER.match, names) if match]
    if not numbers:
        yield f"{lesson_id}.ipynb"
        return
    for number in itertools.count(max(map(int, numbers)) + 1):
        yield f"{number:0{len(numbers[-1])}}-{lesson_id}.ipynb"


def _free_form(name, taken):
    further = (f"{name}-{number}" for number in itertools.count(2))
    return next(form for form in itertools.chain([name], further) if form not in taken)
