"""`coproduction export`: the course as a file for a learning system, and what is said of it."""

from collections.abc import Iterator
from pathlib import Path

from widgets.course.loading import load_course
from widgets.exports.gift import Gift, make_gift
from widgets.exports.scorm import make_package
from widgets.pages.making import NOT_FOUND

from .build import make_site
from .workers import Workers
from .writing import encoded, write_file


def export(course_file: Path, kind: str, out: Path, cell_seconds: float) -> str:
    """Write a file of a kind, "gift" or "scorm"; return in lines what it holds.

    Raises OSError where it can't be written, CellError where a lesson fails, and PackageError where
    a learning system could not keep how far a learner is.
    """
    return _gift(course_file, out) if kind == "gift" else _scorm(course_file, out, cell_seconds)


def _gift(course_file, out):
    gift = make_gift(load_course(course_file))
    write_file(out, encoded(out, gift.text))
    return "\n".join(_told(gift, out))


def _scorm(course_file, out, cell_seconds):
    with Workers() as workers:
        course, site = make_site(course_file, cell_seconds, workers)
    # A learning system has its own page for an address that is not there.
    del site[f"{NOT_FOUND}.html"]
    package = make_package(course, site)
    write_file(out, package)
    return (
        f"The course as SCORM 1.2 is in {out}, {len(package) / 1e6:.1f} MB: add it to a learning"
        " system as one activity, not graded."
    )


def _told(gift: Gift, out) -> Iterator[str]:
    number = len(gift.choices) + len(gift.essays)
    yield f"{number} marked question{'' if number == 1 else 's'} in {out}"
    if gift.essays:
        yield f"As essays, since no one answer is right: {', '.join(gift.essays)}"
    if gift.left_out:
        why = "as they are about a learner's own work and nobody marks them"
        yield f"Left out, {why}: {', '.join(gift.left_out)}"
    yield "Also left out, as GIFT has no place for them: hints, stories, the readiness check"
