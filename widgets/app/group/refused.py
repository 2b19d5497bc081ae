"""Why something is not done: the id of what is told of it, and the status it is sent with."""

from widgets.group.room import NotNow
from widgets.group.store import Busy

BAD, FORBIDDEN, NOT_FOUND, NOT_ALLOWED, CONFLICT = 400, 403, 404, 405, 409
TOO_LARGE, TOO_MANY, BUSY = 413, 429, 503

NO_SESSION, NOT_UNDERSTOOD, SLOW_DOWN = "no-session", "not-understood", "slow-down"


class Refused(Exception):
    """What was asked for is not done; status and the id of the reason."""

    def __init__(self, status: int, reason: str):
        super().__init__(status, reason)
        self.status, self.reason = status, reason


def refusal_of(error: Exception) -> Refused:
    """Return what is told of an error. Raises it again where it is a fault of ours."""
    match error:
        case Refused():
            return error
        case NotNow():
            return Refused(CONFLICT, error.args[0])
        case Busy():
            return Refused(BUSY, "busy")
    raise error
