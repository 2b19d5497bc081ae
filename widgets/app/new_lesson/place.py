"""Where a new lesson goes among those that there are."""

from dataclasses import dataclass

from widgets.course.model import Module


@dataclass(frozen=True)
class Place:
    """Where a new lesson goes: before the last one, which ends the course; after a single one."""

    modules: list[Module]

    @property
    def before(self) -> int:
        """The position of the lesson before it."""
        return max(len(self.modules) - 2, 0)

    @property
    def previous(self) -> Module:
        """The lesson before it."""
        return self.modules[self.before]

    @property
    def following(self) -> Module | None:
        """The lesson after it, if there is one."""
        return self.modules[-1] if len(self.modules) > 1 else None
