"""The pages of sessions, in the words that the course now has; what many see is drawn once."""

import time
from collections.abc import Callable
from math import ceil

from widgets.course.model import Course
from widgets.group import drawing
from widgets.group.drawing import Here
from widgets.group.room import Room
from widgets.group.session import Session, name_of, new_receipt
from widgets.group.store import KeptSession

from ..addresses import code_picture
from ..site import Site
from .reach import Reach

# Stands for a phone's receipt in what is drawn for many; nobody can know it, or write it.
RECEIPT = new_receipt()
MOST_ROOMS, MOST_DRAWN = 20, 500


class Pages:
    """Draws the pages; words and look are those of the site as it now is."""

    def __init__(self, site: Site):
        self._site, self._here = site, None
        self._drawn: dict[str, tuple[Room, dict]] = {}

    @property
    def course(self) -> Course:
        """The course as it now is."""
        return self._site.course

    def code(self, problem: str = "", at: str = "join") -> str:
        """Return the page where a code is typed in, as it stands at an address."""
        return drawing.draw_code(self._now(), problem, at)

    def phone(self, session: Session, receipt: str, is_test=False, problem="", late="") -> str:
        """Return the page of the phone with a receipt: the notice, until it has joined."""
        name, left = name_of(receipt), seconds_left(session.room)
        phone, sent = session.phones.get(name), session.sent.get(name)
        sees = (phone, sent, name in session.asked_more, left, is_test, problem, late)

        def draw():
            if not phone:
                return drawing.draw_notice(self._now(), session, RECEIPT, is_test, problem)
            return drawing.draw_phone(self._now(), session, name, RECEIPT, problem, left, late)

        return self._once(session.room, sees, draw).replace(RECEIPT, receipt)

    def room(self, session: Session, reach: Reach) -> str:
        """Return what the projector shows."""
        address = f"{reach.address}join"
        picture = code_picture(f"{address}/{session.room.code}")
        there = (address, picture) if reach.how else ("", "")
        return drawing.draw_room(self._now(), session, *there, seconds_left(session.room))

    def not_host(self, problem: str = "", at: str = "coach") -> str:
        """Return the page for whoever is no host, as it stands at an address."""
        return drawing.draw_not_host(self._now(), problem, at)

    def hosts(self, kept: list[KeptSession], reach: Reach, problem: str = "") -> str:
        """Return the list of sessions, and where to make one."""
        return drawing.draw_hosts(self._now(), kept, self.course.sessions, reach.how, problem)

    def host(self, session: Session, reach: Reach, key: str, problem: str = "") -> str:
        """Return a host's controls; the key is for the host beside them."""
        join = f"{reach.address}join/{session.room.code}"
        test, invitation = f"{join}?test=1", f"{reach.address}coach?key={key}"
        pictures = code_picture(test), code_picture(invitation)
        links = drawing.HostLinks(reach.how, join, test, pictures[0], invitation, pictures[1])
        return drawing.draw_host(self._now(), session, links, problem, seconds_left(session.room))

    def report(self, session: Session, day: str) -> str:
        """Return what was shown and agreed, to print."""
        return drawing.draw_report(self._now(), session, day)

    def report_word(self, session: Session, day: str) -> bytes:
        """Return it as a Word document."""
        return drawing.report_word(self._now(), session, day)

    def report_file(self, session: Session, day: str) -> bytes:
        """Return it as the file that a later session opens."""
        return drawing.report_file(session, day).model_dump_json(indent=1).encode()

    def problem(self, reason: str) -> str:
        """Return in words why something is not done."""
        return getattr(self.course.words.group.problems, reason.replace("-", "_"))

    def _once(self, room: Room, sees: tuple, draw: Callable[[], str]) -> str:
        """Return what draw() returned to whoever saw the same of a room that was the same."""
        self._now()
        known, drawn = self._drawn.pop(room.code, (None, {}))
        if (known is not room and known != room) or len(drawn) == MOST_DRAWN:
            drawn = {}
        if sees not in drawn:
            drawn[sees] = draw()
        # The room that was asked for last stands last.
        self._drawn[room.code] = room, drawn
        if len(self._drawn) > MOST_ROOMS:
            del self._drawn[next(iter(self._drawn))]
        return drawn[sees]

    def _now(self):
        """Return what pages stand on, anew once the course has been swapped."""
        if not self._here or self._here.course is not self._site.course:
            self._here = Here(self._site.course)
            self._drawn.clear()
        return self._here


def seconds_left(room: Room) -> int | None:
    """Return how long what is asked may still be answered; None while no end is announced."""
    if not room.is_open or not room.now.closes_at:
        return None
    return max(0, ceil(room.now.closes_at - time.time()))
