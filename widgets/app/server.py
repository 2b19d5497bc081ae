"""`coproduction serve`: the course as a Voilà app without a kernel to any visitor."""

import re
import socket
import webbrowser

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import RedirectHandler, RequestHandler
from traitlets import Instance, List

from widgets.course.model import Course

from .assets import Asset
from .kernel import CellError
from .pages import NOT_FOUND, Links, lesson_names, make_pages
from .rendering import RenderingVoila

A_YEAR = 365 * 24 * 3600
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
        " base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
    ),
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

    def head(self, *path: str):
        """Answer as to a visitor, without the body."""
        self.get(*path)


class PageHandler(CourseHandler):
    """Sends a page of the set."""

    def initialize(self, pages: dict[str, Asset]):
        """Keep the set of pages."""
        self.pages = pages

    def get(self, address: str):
        """Send a page, or the course's own page for an address it does not have."""
        if address not in self.pages or address == NOT_FOUND:
            self.set_status(404)
            address = NOT_FOUND
        page = self.pages[address]
        self.set_header("Content-Type", page.content_type)
        if address.startswith("static/"):
            self.set_header("Cache-Control", f"public, max-age={A_YEAR}, immutable")
        else:
            self.set_header("Cache-Control", "no-cache")
        self.write(page.body)


class HealthHandler(CourseHandler):
    """Says that the server answers, and how many lessons it has."""

    def initialize(self, lessons: int):
        """Keep the number of lessons."""
        self.lessons = lessons

    def get(self):
        """Send one line of JSON."""
        self.write({"status": "ok", "lessons": self.lessons})


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
        """Render the course, serve it and open the browser."""
        links = Links(self.base_url, home=self.base_url)
        pages = make_pages(self.course, self._rendered(), links)
        self.app.add_handlers(".*$", _handlers(self.base_url, pages, self.course))
        HTTPServer(self.app).add_sockets(self.sockets)
        address = f"http://{_host(self.ip)}:{self.port}{self.base_url}"
        print(f"The course is at {address} - press Ctrl+C to stop.", flush=True)
        if self.open_browser:
            webbrowser.open(address)
        self.ioloop.start()

    def _rendered(self):
        results = self.render(list(lesson_names(self.course)))
        for error in results.values():
            if isinstance(error, CellError):
                self.log.error("%s", error)
        return {
            name: None if isinstance(html, CellError) else html for name, html in results.items()
        }


def serve(course: Course, course_file: str, host: str, port: int, base_url: str, browser: bool):
    """Serve the course until interrupted. Raises OSError where the port is not to be had."""
    sockets = bind_sockets(port, host)
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


def _handlers(base_url, pages, course):
    names = lesson_names(course).items()
    moved = {f"{base_url}voila/render/{notebook}": name for notebook, name in names}
    if base_url != "/":
        moved[base_url.rstrip("/")] = ""
    redirects = [
        (re.escape(old), RedirectHandler, {"url": f"{base_url}{name}", "permanent": False})
        for old, name in moved.items()
    ]
    root = re.escape(base_url)
    return [
        *redirects,
        (f"{root}health", HealthHandler, {"lessons": len(course.modules)}),
        (f"{root}(.*)", PageHandler, {"pages": pages}),
        ("(.*)", PageHandler, {"pages": pages}),
    ]
