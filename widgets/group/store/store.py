"""The store: one thread takes what waits, does it in one transaction, and then answers.

Nobody waits for the disk but that thread; a page reads what is in memory.
"""

import asyncio
import contextlib
import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from widgets.group.room import Room
from widgets.group.session import Session, asked_now

from .batch import Batch
from .database import Database
from .found import Found, KeptSession

MOST_WAITING = 300
# How often to look for what other servers have changed, in seconds.
LOOK_EVERY = 0.5


class Busy(Exception):
    """As much waits as may wait: whoever asks should ask again in a second."""


@dataclass(frozen=True)
class Job:
    """What to do in a batch, for a session if it names one, and where to put the answer."""

    do: Callable[[Batch], Any]
    code: str | None = None
    answer: Future = field(default_factory=Future)


class Store:
    """Sessions in memory and in a database; open within `with`."""

    def __init__(self, url: str, keep_days: int = 30, today: Callable[[], date] = date.today):
        self._database = Database(url)
        self._keep, self._today, self._day = timedelta(days=keep_days), today, None
        self._known: dict[str, Found] = {}
        self._waiting: queue.Queue[Job | None] = queue.Queue(MOST_WAITING)
        self._thread = threading.Thread(target=self._work, name="store", daemon=True)
        self._opened = Future()

    def __enter__(self) -> "Store":
        self._thread.start()
        self._opened.result()
        return self

    def __exit__(self, *_) -> None:
        self._waiting.put(None)
        self._thread.join()

    async def find(self, code: str, since: int = 0) -> Found | None:
        """Return a session, as it is since a version that another server may have written."""
        if not self.known(code, since):
            await self._ask(lambda batch: None, code)
        return self._known.get(code)

    def known(self, code: str, since: int = 0) -> Found | None:
        """Return a session as it is in memory, if that is as it is since a version."""
        found = self._known.get(code)
        return found if found and found.version >= since else None

    async def change(self, code: str, change: Callable[[Session], Session]) -> Found:
        """Put what a change returns in a session's place; what it raises comes back."""
        refused = await self._ask(lambda batch: batch.change(code, change), code)
        if refused:
            raise refused
        return self._known[code]

    async def create(self, room: Room) -> bool:
        """Add a session; return False if there is one of its code."""
        return await self._ask(lambda batch: batch.create(room, self._today()), room.code)

    async def forget(self, code: str) -> None:
        """Delete all of a session, at once."""
        await self._ask(lambda batch: batch.forget(code), code)

    async def kept(self) -> list[KeptSession]:
        """Return all sessions that are kept, the latest days first."""
        return await self._ask(lambda batch: batch.kept())

    def open_codes(self) -> list[str]:
        """Return the codes of sessions in memory that ask something now."""
        return [code for code, found in list(self._known.items()) if asked_now(found.session.room)]

    async def _ask(self, do, code=None):
        job = Job(do, code)
        if not self._thread.is_alive():
            raise Busy
        try:
            self._waiting.put_nowait(job)
        except queue.Full:
            raise Busy from None
        return await asyncio.wrap_future(job.answer)

    def _work(self):
        try:
            self._open()
        except BaseException as error:
            self._database.close()
            self._opened.set_exception(error)
            return
        self._opened.set_result(None)
        look_at = time.monotonic() + LOOK_EVERY
        goes_on = True
        while goes_on:
            jobs = self._take(look_at - time.monotonic())
            goes_on = None not in jobs
            self._do([job for job in jobs if job and job.answer.set_running_or_notify_cancel()])
            if time.monotonic() >= look_at:
                self._look()
                look_at = time.monotonic() + LOOK_EVERY
        self._database.close()

    def _open(self):
        self._database.open()
        self._delete_old()
        # A round that was open when the server ended may be due: whoever closes it, erases it.
        self._known.update(self._database.with_answers())
        self._database.erase(at_once=True)

    def _take(self, seconds):
        """Return all that waits, once something does."""
        jobs = []
        with contextlib.suppress(queue.Empty):
            jobs.append(self._waiting.get(timeout=max(seconds, 0)))
            while len(jobs) < MOST_WAITING:
                jobs.append(self._waiting.get_nowait())
        return jobs

    def _do(self, jobs):
        if not jobs:
            return
        codes = {job.code for job in jobs if job.code}
        try:
            with self._database.batch(self._known, codes) as batch:
                answers = [job.do(batch) for job in jobs]
                now = batch.write()
        except Exception as error:
            self._do_apart(jobs, error)
            return
        self._learn(dict.fromkeys(codes) | now)
        for job, answer in zip(jobs, answers, strict=True):
            job.answer.set_result(answer)

    def _do_apart(self, jobs, error):
        """Do them one by one, so that one that can't be written harms no other."""
        if len(jobs) > 1 and not isinstance(error, OSError):
            for job in jobs:
                self._do([job])
            return
        for job in jobs:
            job.answer.set_exception(error)

    def _look(self):
        """Learn what other servers have changed, and once a day delete what is old."""
        # If it fails, whoever asks for something is told why; the thread has to live on.
        with contextlib.suppress(Exception):
            if self._day != self._today():
                self._delete_old()
            if self._known:
                self._learn(self._database.changed(self._known))
            self._database.erase()

    def _delete_old(self):
        self._day = self._today()
        self._database.delete_before(self._day - self._keep)

    def _learn(self, found):
        for code, each in found.items():
            if each:
                self._known[code] = each
            else:
                self._known.pop(code, None)
