"""`coproduction serve`: the course as a Voilà app without a kernel to any visitor.

It listens at once. Voilà is imported by its workers alone.
"""

import asyncio
import re
import sys
import webbrowser
from pathlib import Path

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RedirectHandler, RequestHandler

from widgets.pages.assets import Asset
from widgets.pages.links import SERVED
from widgets.pages.making import NOT_FOUND
from widgets.pages.policy import header_policy

from .addresses import host_here, reachable
from .compression import Compression
from .site import COMING, OK, Site
from .upkeep import Upkeep

A_YEAR = 365 * 24 * 3600
# A hall full of phones may knock within a millisecond; a visitor turned away waits a second.
BACKLOG = 1024
HEADERS = {
    "Content-Security-Policy": header_policy(),
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class CourseHandler(RequestHandler):
    """Any answer of this server: the same to everyone; tornado adds gzip and the ETag."""

    def set_default_headers(self):
        """Let the page load nothing from elsewhere and send nothing anywhere."""
        self.clear_header("Server")
        for name, value in HEADERS.items():
            self.set_header(name, value)

    def decode_argument(self, value: bytes, name: str | None = None) -> str:
        """Return an address as text; what is no text is an address that the course has not."""
        return value.decode("utf-8", "replace")

    def head(self, *path: str):
        """Answer as to a visitor, without the body."""
        self.get(*path)


class PageHandler(CourseHandler):
    """Sends a page of the site as it now is."""

    def initialize(self, site: Site):
        """Keep the site, whose pages may be swapped."""
        self.site = site

    def get(self, address: str):
        """Send a page, or the course's own page for an address it does not have."""
        meant = address.rstrip("/").removesuffix(".html").removesuffix("index")
        known = address in self.site.pages and address != NOT_FOUND
        meant = self.site.moved.get(address, address if known else meant)
        if meant != address and meant in self.site.pages:
            self.redirect(SERVED.seen_from(address).page(meant))
            return
        if not known:
            self.set_status(404)
        self.send(address, self.site.pages[address] if known else self.site.not_found(address))

    def send(self, address: str, page: Asset):
        """Send a page, and say how long it may be kept."""
        self.set_header("Content-Type", page.content_type)
        if address.startswith("static/"):
            self.set_header("Cache-Control", f"public, max-age={A_YEAR}, immutable")
        else:
            self.set_header("Cache-Control", "no-cache")
            self._say(self.site.status.get(address, OK))
        self.write(page.body)

    def _say(self, status):
        if status != OK:
            self.set_status(status)
        if status == COMING:
            self.set_header("Retry-After", "1")


class OutsideHandler(PageHandler):
    """Answers for an address where the course is not."""

    def initialize(self, site: Site, root: str):
        """Keep the site, and where it is."""
        super().initialize(site)
        self.root = root

    def get(self, address: str):
        """Send the course's own page for an address that it does not have."""
        self.set_status(404)
        self.send(address, self.site.not_found(address, self.root))


class HealthHandler(CourseHandler):
    """Says whether every page is there, and how many lessons can be read."""

    def initialize(self, site: Site):
        """Keep the site."""
        self.site = site

    def get(self):
        """Send one line of JSON."""
        site = self.site
        if site.is_starting:
            self.set_status(COMING)
            self.write({"status": "starting", "done": site.made, "of": len(site.status)})
        else:
            self.write({"status": "ok", "lessons": site.lessons_shown})


def serve(
    course_file: Path, host: str, port: int, base_url: str, browser: bool, cell_seconds: float
) -> None:
    """Serve the course until interrupted.

    Raises OSError where the port is not to be had, CourseError for a broken course and
    NothingToShow where no lesson can be shown.
    """
    sockets = bind_sockets(port, host, backlog=BACKLOG)
    site = Site()
    with Upkeep(site, course_file, cell_seconds) as upkeep:
        upkeep.begin()
        place = host, sockets[0].getsockname()[1], base_url
        asyncio.run(_serve(upkeep, _application(base_url, site), sockets, place, browser))


async def _serve(upkeep, application, sockets, place, browser):
    HTTPServer(application).add_sockets(sockets)

    def announce():
        host, port, base_url = place
        address = f"http://{host_here(host)}:{port}{base_url}"
        print(f"The course is at {address} - press Ctrl+C to stop.", flush=True)
        if told := reachable(*place, sys.stdout):
            print(told, flush=True)
        if browser:
            webbrowser.open(address)

    await upkeep.keep_up(announce)


def _application(base_url, site):
    # An access log would name visitors' addresses.
    application = Application(_handlers(base_url, site), log_function=lambda handler: None)
    application.add_transform(Compression)
    return application


def _handlers(base_url, site):
    root, names = re.escape(base_url), {"site": site}
    handlers = [
        (f"{root}health", HealthHandler, names),
        (f"{root}(.*)", PageHandler, names),
        ("/(.*)", OutsideHandler, names | {"root": base_url.removeprefix("/")}),
    ]
    if base_url != "/":
        home = {"url": base_url, "permanent": False}
        handlers.insert(0, (re.escape(base_url.rstrip("/")), RedirectHandler, home))
    return handlers
