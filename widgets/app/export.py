"""`coproduction export`: the course as a file for a learning system, and what is said of it."""

from pathlib import Path

from widgets.course.loading import load_course
from widgets.exports.gift import make_gift

from .writing import encoded, write_file


def export(course_file: Path, kind: str, out: Path) -> str:
    """Write a file of a kind; return in lines what it holds.

    Raises OSError where it can't be written.
    """
    return {"gift": _gift}[kind](course_file, out)


def _gift(course_file, out):
    gift = make_gift(load_course(course_file))
    write_file(out, encoded(out, gift.text))
    return "\n".join(_told(gift, out))


def _told(gift, out):
    yield f"{_counted(len(gift.choices) + len(gift.essays), 'marked question')} in {out}"
    if gift.essays:
        yield f"As essays, since no one answer is right: {', '.join(gift.essays)}"
    if gift.left_out:
        why = "as they are about a learner's own work and nobody marks them"
        yield f"Left out, {why}: {', '.join(gift.left_out)}"
    yield "Also left out, as GIFT has no place for them: hints, stories, the readiness check"


def _counted(number, what):
    return f"{number} {what}{'' if number == 1 else 's'}"
