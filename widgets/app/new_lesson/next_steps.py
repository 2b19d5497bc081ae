"""What the author of a new lesson is to write next, in order."""

from pathlib import Path

from widgets.course.document import read_document
from widgets.course.faults import describe_value
from widgets.course.files import NOTEBOOKS, words_file

from .names import Names
from .place import Place


def next_steps(course_file: Path, place: Place, new: Names) -> str:
    """Return where a lesson stands, and what to write in which file."""
    document = read_document(course_file.name, course_file.read_bytes())
    line = document.places["modules", place.before + 1].line
    steps = [
        f"{course_file.name}, from line {line}: its title, its minutes, and what people can do"
        " after it.",
        f"{NOTEBOOKS}/{new.notebook}: its text and its key points, with the title again.",
        f"{words_file(new.notebook)}: its questions, with feedback on each answer. Give them ids"
        " that you will keep: answers hang on them.",
        f"{course_file.name}: what the text links to, under the sources of the course, and by its"
        " id under those of the lesson.",
    ]
    around = [lesson for lesson in (place.previous, place.following) if lesson]
    links = " and of ".join(f"{NOTEBOOKS}/{lesson.notebook}" for lesson in around)
    steps.append(f"If you changed the title: the link at the end of {links}.")
    numbered = (f"  {number}. {step}" for number, step in enumerate(steps, 1))
    opening = f"The lesson '{new.id}' is made. It comes {_where(place)}."
    write = "Now write, wherever it says 'Write here':"
    return "\n".join([opening, write, *numbered, "Then run `coproduction check --update`."])


def _where(place):
    if place.following:
        titles = f"{_title(place.previous)} and {_title(place.following)}"
        return f"before the last one, between {titles}"
    return f"after {_title(place.previous)}"


def _title(lesson):
    return describe_value(lesson.title)
