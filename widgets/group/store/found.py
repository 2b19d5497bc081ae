"""What the store gives back: a session with its version, and a line of the hosts' list."""

from dataclasses import dataclass
from datetime import date

from widgets.group.session import Session


@dataclass(frozen=True)
class Found:
    """A session as it is kept; its version grows with what changes in it."""

    session: Session
    version: int


@dataclass(frozen=True)
class KeptSession:
    """A session in the hosts' list: its code, and the day on which it was created."""

    code: str
    day: date
