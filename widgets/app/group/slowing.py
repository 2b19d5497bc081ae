"""What slows whoever tries codes or keys: so many wrong ones a second, over the whole server.

A right one is never held up. So this keeps a mistake cheap and a search noisy; what makes a search
hopeless is the length of what is searched for, and what keeps a stranger who hits upon a code from
anyone's answers is that nobody in the room can see them either.
"""

import time
from collections.abc import Callable

A_SECOND = 10


class Slowing:
    """Counts wrong ones; no address of anyone is known or kept."""

    def __init__(self, a_second: int = A_SECOND, clock: Callable[[], float] = time.monotonic):
        self._a_second, self._clock = a_second, clock
        self._left, self._at = float(a_second), clock()

    def takes(self) -> bool:
        """Return whether one more wrong one may be answered now; else it has come too fast."""
        now = self._clock()
        self._left = min(self._a_second, self._left + (now - self._at) * self._a_second)
        self._at = now
        if self._left < 1:
            return False
        self._left -= 1
        return True
