"""`coproduction serve`: the course as a Voilà app without a kernel to any visitor."""

import re
import socket
import webbrowser
from pathlib import Path

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import RedirectHandler, RequestHandler
from traitlets import Instance, List

from widgets.course.model import Course
from widgets.pages.making import NOT_FOUND, Links

from .rendering import RenderingVoila
from .site import Site, watch

A_YEAR = 365 * 24 * 3600
EVERY_SECONDS = 1
# A hall full of phones may knock within a millisecond; a visitor turned away waits a second.
BACKLOG = 1024
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
        " base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
    ),
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
        if address in self.site.moved:
            self.redirect(self.site.links.page(self.site.moved[address]))
            return
        meant = address.rstrip("/").removesuffix(".html").removesuffix("index")
        if address not in self.site.pages and meant in self.site.pages:
            self.redirect(self.site.links.page(meant))
            return
        if address not in self.site.pages or address == NOT_FOUND:
            self.set_status(404)
            address = NOT_FOUND
        page = self.site.pages[address]
        self.set_header("Content-Type", page.content_type)
        if address.startswith("static/"):
            self.set_header("Cache-Control", f"public, max-age={A_YEAR}, immutable")
        else:
            self.set_header("Cache-Control", "no-cache")
        self.write(page.body)


class HealthHandler(CourseHandler):
    """Says that the server answers, and how many lessons it has."""

    def initialize(self, site: Site):
        """Keep the site."""
        self.site = site

    def get(self):
        """Send one line of JSON."""
        self.write({"status": "ok", "lessons": self.site.lessons})


class CourseServer(RenderingVoila):
    """Renders every notebook once, then serves the set of pages."""

    course = Instance(Course)
    sockets = List(Instance(socket.socket))

    def init_settings(self):
        """Ask tornado for gzip, and for no access log: it would name visitors' addresses."""
        # Voilà reads its own tornado_settings too late for these.
        return super().init_settings() | {
            "compress_response": True,
            "log_function": lambda handler: None,
        }

    def run(self):
        """Render the course, serve it, open the browser and look out for edits."""
        site = Site(Path(self.course_file), Links(self.base_url, home=self.base_url), self.log)
        site.fill(self.course, self.render(list(self.course.addresses)))
        self.app.add_handlers(".*$", _handlers(self.base_url, site))
        HTTPServer(self.app).add_sockets(self.sockets)
        address = f"http://{_host(self.ip)}:{self.port}{self.base_url}"
        print(f"The course is at {address} - press Ctrl+C to stop.", flush=True)
        if self.open_browser:
            webbrowser.open(address)
        watching = self.ioloop.asyncio_loop.create_task(watch(site, self.render_all, EVERY_SECONDS))
        watching.add_done_callback(self._told)
        self.ioloop.start()

    def _told(self, watching):
        if not watching.cancelled() and watching.exception():
            self.log.error("Edits are no longer noticed: %r", watching.exception())


def serve(course: Course, course_file: str, host: str, port: int, base_url: str, browser: bool):
    """Serve the course until interrupted. Raises OSError where the port is not to be had."""
    sockets = bind_sockets(port, host, backlog=BACKLOG)
    server = CourseServer(
        course=course,
        course_file=course_file,
        sockets=sockets,
        ip=host,
        port=sockets[0].getsockname()[1],
        base_url=base_url,
        open_browser=browser,
    )
    server.initialize()
    server.start()


def _host(ip):
    """Return the host to open in a browser for an address that is listened on."""
    if ip in ("", "0.0.0.0", "::"):
        return "127.0.0.1"
    return f"[{ip}]" if ":" in ip else ip


def _handlers(base_url, site):
    root, names = re.escape(base_url), {"site": site}
    handlers = [
        (f"{root}health", HealthHandler, names),
        (f"{root}(.*)", PageHandler, names),
        ("(.*)", PageHandler, names),
    ]
    if base_url != "/":
        home = {"url": base_url, "permanent": False}
        handlers.insert(0, (re.escape(base_url.rstrip("/")), RedirectHandler, home))
    return handlers
