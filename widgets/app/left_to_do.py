"""What whoever hosts a course still has to do before people use it."""

from widgets.course.model import Course

NOBODY = (
    "Nobody answers for this copy of the course yet: fill in `responsible` in course.yml, run"
    " `coproduction check --update`, and read on the page /about what to do before people use it."
)


def left_to_do(course: Course) -> str:
    """Return in a line what is left to do, "" where nothing is."""
    return "" if course.responsible else NOBODY
