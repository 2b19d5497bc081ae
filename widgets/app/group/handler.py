"""Any answer about a session: kept by no browser, framed by nobody, in words also where refused."""

from tornado.log import app_log
from tornado.web import HTTPError, stream_request_body

from widgets.group.assets import group_style
from widgets.group.room import NotNow
from widgets.group.store import Busy, Found
from widgets.pages.links import SERVED
from widgets.pages.policy import live_policy

from ..handlers import LONGEST, SERVER_FAULT, CourseHandler
from .received import Received, code_in, is_from_own_page, read_body
from .reception import Reception
from .refused import (
    BUSY,
    FORBIDDEN,
    NO_SESSION,
    NOT_ALLOWED,
    NOT_FOUND,
    NOT_UNDERSTOOD,
    SLOW_DOWN,
    TOO_LARGE,
    TOO_MANY,
    Refused,
    refusal_of,
)

MOST_BYTES = 64 * 1024
SEE_OTHER = 303
# After how many seconds whoever has to wait may come again.
WAIT = "1"
COOKIE = "coproduction_host"
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": live_policy(group_style()),
    # With "no-referrer" a browser would not tell this server either where a form was sent from.
    "Referrer-Policy": "same-origin",
}


class GroupHandler(CourseHandler):
    """Answers about a session; what is not done is told of on a page of ours."""

    def initialize(self, reception: Reception):
        """Keep what it needs."""
        self.reception = reception
        self.sessions, self.pages = reception.sessions, reception.pages

    def set_default_headers(self):
        """Let the page send to this server, and nowhere else."""
        super().set_default_headers()
        for name, value in HEADERS.items():
            self.set_header(name, value)

    async def get(self, *path: str):
        """Show what is at an address."""
        await self.attempt(self.look, *path)

    async def head(self, *path: str):
        """Answer as to a visitor, without the body."""
        await self.get(*path)

    async def look(self, *path: str):
        """Show what is at an address. Raises Refused."""
        raise Refused(NOT_ALLOWED, NOT_UNDERSTOOD)

    async def attempt(self, do, *path):
        """Do what was asked for, or tell why it is not done."""
        try:
            await do(*path)
        except (Refused, NotNow, Busy) as error:
            refused = refusal_of(error)
            self.set_status(refused.status)
            if refused.status in (TOO_MANY, BUSY):
                self.set_header("Retry-After", WAIT)
            await self._tell(refused.reason, *path)

    async def _tell(self, reason, *path):
        try:
            await self.tell(reason, *path)
        except Busy:
            # What would stand around it can't be had just now.
            self.finish(self.lost(reason))

    async def tell(self, reason: str, *path: str):
        """Show why something is not done."""
        self.finish(self.lost(reason))

    def lost(self, reason: str) -> str:
        """Return the page for whoever is not where they meant to be."""
        return self.pages.code(reason, self.at)

    async def found(self, typed: str) -> Found:
        """Return the session of a code. Raises Refused, also where too many tried wrong ones."""
        # It may have been changed by another server just now.
        version = self.reception.keys.read(self.get_query_argument("since", ""))
        code = code_in(typed)
        found = await self.sessions.find(code, version) if code else None
        if not found:
            self.count_wrong(NOT_FOUND, NO_SESSION)
        return found

    def count_wrong(self, status: int, reason: str):
        """Refuse what is wrong, and no more of it than some a second."""
        if not self.reception.slowing.takes():
            raise Refused(TOO_MANY, SLOW_DOWN)
        raise Refused(status, reason)

    def since(self, found: Found) -> str:
        """Return what to ask for to see no older version, whichever server answers.

        Whoever could read it would know when another phone has sent something.
        """
        return f"since={self.reception.keys.hide(found.version)}"

    def is_host(self) -> bool:
        """Return whether a host asks."""
        return self.reception.keys.knows(self.get_cookie(COOKIE, ""))

    def lead(self, address: str):
        """Lead on to an address of the course."""
        self.redirect(SERVED.seen_from(self.at).page(address), status=SEE_OTHER)

    @property
    def at(self) -> str:
        """The address of this page, below where the course is."""
        return self.request.path.removeprefix(self.reception.place.base_url)[:LONGEST]

    def write_error(self, status_code: int, **_):
        """Tell of what no page of ours had foreseen."""
        self.finish(self.lost("broken" if status_code >= SERVER_FAULT else NOT_UNDERSTOOD))

    def log_exception(self, kind, error, trace):
        """Log a fault of ours, without its address: a key or a receipt may stand there."""
        if not isinstance(error, HTTPError):
            app_log.error("An answer about a session failed", exc_info=(kind, error, trace))


@stream_request_body
class FormHandler(GroupHandler):
    """Takes forms, too, of which it holds no more than it may read."""

    def initialize(self, reception: Reception):
        """Begin with nothing received."""
        super().initialize(reception)
        self._chunks, self._length = [], 0

    def data_received(self, chunk: bytes):
        """Take a part of a form; what is too long is let pass, so that its sender hears of it."""
        self._length += len(chunk)
        self._chunks = [*self._chunks, chunk] if self._length <= MOST_BYTES else []

    async def post(self, *path: str):
        """Do what a form asks for."""
        await self.attempt(self._take, *path)

    async def act(self, received: Received, *path: str):
        """Do what a form asks for. Raises Refused."""
        raise Refused(NOT_ALLOWED, NOT_UNDERSTOOD)

    async def _take(self, *path):
        if not is_from_own_page(self.request, self.reception.place.public_url):
            raise Refused(FORBIDDEN, "foreign")
        if self._length > MOST_BYTES:
            raise Refused(TOO_LARGE, "too-large")
        await self.act(read_body(self.request, b"".join(self._chunks)), *path)
