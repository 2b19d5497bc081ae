"""What each answer about a session needs, and where it is asked for."""

from dataclasses import dataclass

from .keys import Keys
from .pages import Pages
from .reach import Place
from .sessions import Sessions
from .slowing import Slowing


@dataclass(frozen=True)
class Reception:
    """Where phones and hosts arrive."""

    sessions: Sessions
    pages: Pages
    keys: Keys
    place: Place
    slowing: Slowing
    # Whether sessions are there after a new start of the server.
    keeps: bool = True
