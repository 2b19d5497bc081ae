"""A notebook of the course as rules see it: what names it, and what was read from it."""

from dataclasses import dataclass

from ..faults import Fault, describe_value
from ..lessons import Lesson, Spot
from ..plain import mappings


@dataclass(frozen=True)
class Taught:
    """What names a notebook in the course, with what was read from it."""

    path: tuple
    named: dict
    lesson: Lesson

    @property
    def notebook(self) -> str:
        """The notebook's place in notebooks/."""
        return self.named["notebook"]

    def fault(self, spot: Spot, what: str, expected: str, found: object, cure: str) -> Fault:
        """Return a fault of something in a cell; found is a value as it stands there."""
        file, path = f"notebooks/{self.notebook}", f"cell {spot.cell} > {what}"
        return Fault(file, spot.line, path, expected, describe_value(found), cure)


def with_notebooks(data: object) -> list[tuple[tuple, dict]]:
    """Return what may name a notebook, with its path: modules, pages, the readiness check."""
    return [
        *mappings(data, "modules"),
        *mappings(data, "pages"),
        *mappings(data, "readiness_check"),
    ]
