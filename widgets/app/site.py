"""The set of pages being served: swapped together when the course is edited."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from pathlib import Path

from widgets.course.faults import CourseError
from widgets.course.files import course_files
from widgets.course.loading import check_course, load_course, notebooks_folder, stamp_of
from widgets.course.model import Course
from widgets.pages.assets import Asset
from widgets.pages.making import Links, make_pages

from .kernels import CellError

Rendered = dict[str, str | CellError]
Stamp = dict[Path, tuple[int, int] | None]


class Site:
    """The last good set of pages, made anew when its words, a notebook or a picture changes."""

    def __init__(self, course_file: Path, links: Links, log: logging.Logger):
        self.course_file, self.links, self.log = course_file, links, log
        self.pages: dict[str, Asset] = {}
        self.moved: dict[str, str] = {}
        self.lessons = 0
        self._seen = self._stamp()
        self._busy = False

    def fill(self, course: Course, rendered: Rendered) -> None:
        """Make the pages; a lesson that failed gets a page that says so, and a line in the log."""
        errors = {name: html for name, html in rendered.items() if isinstance(html, CellError)}
        for error in errors.values():
            self.log.error("%s", error)
        lessons = rendered | dict.fromkeys(errors)
        # Whoever has a page of the set before may still ask for its script.
        kept = {name: page for name, page in self.pages.items() if name.startswith("static/")}
        self.pages = kept | make_pages(course, lessons, self.links)
        self.moved = {f"voila/render/{name}": page for name, page in course.addresses.items()}
        self.lessons = len(course.modules)

    async def look(self, render: Callable[[list[str]], Awaitable[Rendered]]) -> None:
        """Swap the pages if something changed; a broken edit is told of and changes nothing."""
        stamp = self._stamp()
        if self._busy or stamp == self._seen:
            return
        self._busy, self._seen = True, stamp
        try:
            await self._remake(render)
        except (CourseError, OSError) as error:
            # A file changed while it was read; the next look sees that it did.
            self.log.error("%s\nNot updated: mend this first.", error)
        finally:
            self._busy = False

    async def _remake(self, render):
        faults = check_course(self.course_file)
        if faults:
            self.log.error("%s\nNot updated: mend this first.", CourseError(faults))
            return
        course = load_course(self.course_file)
        rendered = await render(list(course.addresses))
        errors = [html for html in rendered.values() if isinstance(html, CellError)]
        if errors:
            self.log.error("%s\nNot updated: mend this first.", "\n".join(map(str, errors)))
            return
        self.fill(course, rendered)
        print("Updated.", flush=True)

    def _stamp(self) -> Stamp:
        """Return when each file of the course was last changed, and how large it is."""
        folder = notebooks_folder(self.course_file)
        files = [
            *course_files(self.course_file),
            *folder.rglob("*.ipynb"),
            *folder.glob("images/*"),
        ]
        return {file: stamp_of(file) for file in files if ".ipynb_checkpoints" not in file.parts}


async def watch(site: Site, render: Callable[[list[str]], Awaitable[Rendered]], seconds: float):
    """Look for changes again and again, until cancelled."""
    while True:
        await asyncio.sleep(seconds)
        await site.look(render)
