"""A site kept up with its course: made when the server starts, and anew after each edit."""

import asyncio
import sys
from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from widgets.course.faults import CourseError
from widgets.course.loading import check_course, load_course
from widgets.course.model import Course

from .kept import keep_lessons, kept_lessons
from .kernel_home import HomeError
from .kernels import CellError
from .rendered import Rendered, Work
from .site import Site
from .snapshot import Snapshot, stamp
from .workers import Workers

EVERY_SECONDS = 0.5
LOOK_SECONDS = 0.02
TRIES = 2


class NothingToShow(Exception):
    """No lesson of a course can be shown; says in one line why."""


class Upkeep:
    """Makes the pages of a site from snapshots of its course, in workers."""

    def __init__(self, site: Site, course_file: Path, cell_seconds: float):
        self.site, self.course_file = site, course_file
        self._snapshot, self._workers = Snapshot(course_file), Workers()
        self._work = Work(self._snapshot.course_file, cell_seconds)
        self._known: dict[str, Rendered] = {}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._snapshot.close()

    def begin(self) -> Course:
        """Show what needs no notebook, and return the course it is of.

        Raises CourseError for one that can't be read.
        """
        course = load_course(self._work.course_file)
        self.site.begin(course)
        return course

    async def keep_up(self, announce: Callable[[], None]) -> None:
        """Make all pages, and anew after each edit, until cancelled.

        announce is called once, when the course is known to be sound. Raises CourseError where it
        is not at the start, NothingToShow where no lesson can be shown then.
        """
        self._announce = announce
        try:
            await self._keep_up()
        finally:
            self._workers.end()

    async def _keep_up(self):
        making = asyncio.create_task(self._start())
        try:
            while True:
                await asyncio.sleep(EVERY_SECONDS)
                if making.done():
                    making.result()
                if stamp(self.course_file) != self._snapshot.stamp:
                    # What is being made is old already, and may never end.
                    await _cancelled(making)
                    self._workers.end_busy()
                    making = asyncio.create_task(self._follow())
        finally:
            # Were it still waiting, it would ask for new workers once those it has are ended.
            await _cancelled(making)

    async def _start(self):
        course = load_course(self._work.course_file)
        made_from = self._snapshot.made_from()
        self._known = kept_lessons(self.course_file, made_from)
        if self._known:
            self._sound()
            self.site.fill(course, self._html())
            return
        errors = await self._make(course, self.site.arrive)
        if len(errors) == len(course.addresses):
            raise NothingToShow(f"Nothing can be shown. {errors[0]}")
        for error in errors:
            _tell(error)
        if not errors:
            keep_lessons(self.course_file, made_from, self._known)

    async def _follow(self):
        """Swap the pages after an edit; a broken one is told of and changes nothing."""
        try:
            self._snapshot.take()
            if self.site.is_starting:
                self.begin()
                await self._start()
                return
            course = load_course(self._work.course_file)
            errors = await self._make(course, _nothing)
        except (CourseError, NothingToShow, HomeError, BrokenProcessPool, OSError) as error:
            errors = [error]
        if errors:
            _tell(*errors, "Not updated: mend this first.")
            return
        self.site.fill(course, self._html())
        print("Updated.", flush=True)

    async def _make(self, course, arrive):
        """Render what changed; return the errors of notebooks that failed. Raises CourseError."""
        errors, names = {}, list(course.addresses)

        async def make(name):
            try:
                self._known[name] = await self._rendered(name)
            except CellError as error:
                self._known.pop(name, None)
                errors[name] = error
            arrive(name, self._known[name].html if name in self._known else None)

        making = asyncio.gather(*map(make, names))
        try:
            faults = await self._do(check_course, self._work.course_file)
            if faults:
                raise CourseError(faults)
            self._sound()
            await making
        finally:
            await _cancelled(making)
        self._known = {name: self._known[name] for name in names if name in self._known}
        return [errors[name] for name in names if name in errors]

    async def _rendered(self, name):
        try:
            known = self._known.get(name)
            # What is sent to a worker is small: a pipe that is full would hold up the end of it.
            rendered = await self._do(self._work.render, name, known.made_from if known else "")
            return rendered or known
        except (CellError, BrokenProcessPool):
            raise
        except Exception as error:  # Whatever keeps one page from being made, others go on.
            raise CellError(name, "its page", type(error).__name__, str(error)) from error

    async def _do(self, function, *given):
        for left in reversed(range(TRIES)):
            try:
                work = self._workers.submit(function, *given)
                # Were it awaited, it would be taken back when this is: the pool trips over that.
                while not work.done():
                    await asyncio.sleep(LOOK_SECONDS)
                return work.result()
            except BrokenProcessPool:  # A worker was killed; those to come are new.
                if not left:
                    raise

    def _sound(self):
        """Tell that the course is sound, once."""
        announce, self._announce = self._announce, _nothing
        announce()

    def _html(self):
        return {name: rendered.html for name, rendered in self._known.items()}


async def _cancelled(task):
    task.cancel()
    await asyncio.wait([task])
    # Whatever it came to is of no interest any more.
    _ = task.cancelled() or task.exception()


def _nothing(*_):
    pass


def _tell(*errors):
    print(*errors, sep="\n", file=sys.stderr, flush=True)
