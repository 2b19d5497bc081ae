"""What hosts get: the list of their sessions, the controls of one, and what it leaves."""

import asyncio
from pathlib import Path

from pydantic import ValidationError

from widgets.group.report import Report

from .acts import by_host, open_earlier
from .handler import COOKIE, FormHandler
from .pages import Pages
from .posts import FROM_HOST, TO_CREATE, read_form
from .received import Received, code_in
from .refused import BAD, FORBIDDEN, Refused

NOT_HOST = ""
A_MONTH = 30 * 24 * 3600
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class HostHandler(FormHandler):
    """Whatever is for hosts alone."""

    async def attempt(self, do, *path):
        """Do it for a host; tell anyone else whom it is for."""
        await super().attempt(do if self.lets_in() else self._turn_away, *path)

    def lets_in(self) -> bool:
        """Return whether whoever asks is let in."""
        return self.is_host()

    async def _turn_away(self, *path):
        raise Refused(FORBIDDEN, NOT_HOST)

    def lost(self, reason: str) -> str:
        """Return the page for whoever is not where they meant to be."""
        return self.pages.not_host(reason, self.at)


class HostsHandler(HostHandler):
    """`/coach`: the key opens it once, then a cookie does."""

    def lets_in(self) -> bool:
        """Let in whoever brings a key, too: to be looked at."""
        return self.request.method != "POST" or super().lets_in()

    async def look(self):
        """Show the sessions that are kept; to others, whom this page is for."""
        if key := self.get_query_argument("key", ""):
            self._open(key)
        elif self.is_host():
            self.finish(self.pages.hosts(await self.sessions.kept(), self.reception.place.reach()))
        else:
            self.finish(self.lost(NOT_HOST))

    async def act(self, received: Received):
        """Make a session, and lead to it."""
        form = read_form(TO_CREATE, received.fields)
        course = self.pages.course
        code = await self.sessions.create(course, form.plan, bool(form.rehearsal))
        self.lead(f"coach/session/{code}")

    async def tell(self, reason: str):
        """Show the list with what is wrong; to others, whom this page is for."""
        if self.is_host():
            kept = await self.sessions.kept()
            self.finish(self.pages.hosts(kept, self.reception.place.reach(), reason))
        else:
            self.finish(self.lost(reason))

    def _open(self, key):
        if not self.reception.keys.opens(key):
            self.count_wrong(FORBIDDEN, "wrong-key")
        place = self.reception.place
        self.set_cookie(
            COOKIE,
            self.reception.keys.cookie,
            path=place.path,
            max_age=A_MONTH,
            httponly=True,
            samesite="Lax",
            secure=self.request.protocol == "https" or place.public_url.startswith("https:"),
        )
        self.lead("coach")


class SessionHandler(HostHandler):
    """`/coach/session/CODE`: a host's controls."""

    async def look(self, typed: str):
        """Show them."""
        self._show(await self.found(typed))

    async def act(self, received: Received, typed: str):
        """Do what a host asks for, and lead to the controls as they then are."""
        form = read_form(FROM_HOST, received.fields)
        code = (await self.found(typed)).session.room.code
        if form.act == "forget":
            await self.sessions.forget(code)
            self.lead("coach")
            return
        change = open_earlier(_report_in(received.file)) if form.act == "earlier" else by_host(form)
        found = await self.sessions.change(code, change)
        self.lead(f"coach/session/{code}?{self.since(found)}")

    async def tell(self, reason: str, typed: str):
        """Show the controls with what is wrong; without a session, where to go from here."""
        code = code_in(typed)
        found = await self.sessions.find(code) if code and self.is_host() else None
        if found:
            self._show(found, reason)
        else:
            self.finish(self.lost(reason))

    def _show(self, found, problem=""):
        reach, key = self.reception.place.reach(), self.reception.keys.host
        self.finish(self.pages.host(found.session, reach, key, problem))


class ReportHandler(HostHandler):
    """`/coach/session/CODE/report`: what was shown and agreed; to print, as Word, or to keep."""

    async def look(self, typed: str, kind: str):
        """Send it."""
        session = (await self.found(typed)).session
        day = await self.sessions.day_of(session.room.code)
        if kind == "report":
            self.finish(self.pages.report(session, day))
            return
        content_type, made = KINDS[kind]
        body = await asyncio.to_thread(made, self.pages, session, day)
        name = f"{session.room.code}-{day}{Path(kind).suffix}"
        self.set_header("Content-Type", content_type)
        self.set_header("Content-Disposition", f'attachment; filename="{name}"')
        self.finish(body)


KINDS = {
    "report.docx": (WORD, Pages.report_word),
    "report.json": ("application/json", Pages.report_file),
}


def _report_in(file):
    if not file:
        raise Refused(BAD, "no-file")
    try:
        return Report.model_validate_json(file)
    except ValidationError as error:
        raise Refused(BAD, "not-report") from error
