"""What each address of a served course answers: the same to everyone."""

import re

from tornado.web import RequestHandler, stream_request_body

from widgets.forms.embed.embed import FOLDER
from widgets.pages.assets import Asset
from widgets.pages.embed.oembed import described, embed_at
from widgets.pages.links import SERVED
from widgets.pages.making import NOT_FOUND
from widgets.pages.policy import header_policy

from .site import COMING, OK, Site

A_YEAR = 365 * 24 * 3600
# No address of the course is as long; on its page each link would be longer still.
LONGEST = 500
SERVER_FAULT = 500
NUMBER = re.compile(r"[1-9][0-9]{1,4}")
HEADERS = {
    "Content-Security-Policy": header_policy(),
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


@stream_request_body
class CourseHandler(RequestHandler):
    """Any answer of this server: the same to everyone; tornado adds gzip and the ETag."""

    def set_default_headers(self):
        """Let the page load nothing from elsewhere and send nothing anywhere."""
        self.clear_header("Server")
        for name, value in HEADERS.items():
            self.set_header(name, value)

    def decode_argument(self, value: bytes, name: str | None = None) -> str:
        """Return an address as text; what is no text is an address that the course has not."""
        text = value.decode("utf-8", "replace")
        return text if name else text[:LONGEST]

    def data_received(self, chunk: bytes):
        """Let what is sent go by: whatever takes nothing holds none of it."""

    def head(self, *path: str):
        """Answer as to a visitor, without the body."""
        self.get(*path)


class HomeHandler(CourseHandler):
    """Leads whoever left out the last slash to the course."""

    def initialize(self, url: str):
        """Keep where it is."""
        self.url = url

    def get(self):
        """Lead there."""
        self.redirect(self.url)


class PageHandler(CourseHandler):
    """Sends a page of the site as it now is."""

    def initialize(self, site: Site, ancestors: tuple[str, ...] = ()):
        """Keep the site, whose pages may be swapped, and who may frame what may be framed."""
        self.site, self.ancestors = site, ancestors

    def get(self, address: str):
        """Send a page, or the course's own page for an address it does not have."""
        meant = address.rstrip("/").removesuffix(".html").removesuffix("index")
        known = self.site.has(address) and address != NOT_FOUND
        meant = self.site.moved.get(address, address if known else meant)
        if meant != address and self.site.has(meant):
            self.redirect(SERVED.seen_from(address).page(meant))
            return
        if not known:
            self.set_status(404)
        page = self.site.page(address) if known else None
        self.send(address, page or self.absent(address))

    def send(self, address: str, page: Asset):
        """Send a page, and say how long it may be kept."""
        self.set_header("Content-Type", page.content_type)
        if page.policy:
            framed = header_policy(page.policy, self.ancestors)
            self.set_header("Content-Security-Policy", framed)
        elif address.startswith(f"{FOLDER}/"):
            # A script of which the integrity is looked at has to be let in.
            self.set_header("Access-Control-Allow-Origin", "*")
        if address.startswith("static/"):
            self.set_header("Cache-Control", f"public, max-age={A_YEAR}, immutable")
        else:
            self.set_header("Cache-Control", "no-cache")
            self._say(self.site.status.get(address, OK))
        self.write(page.body)

    def write_error(self, status_code: int, **given):
        """Show the course's own page for what is asked of an address that does no such thing."""
        if status_code >= SERVER_FAULT:
            super().write_error(status_code, **given)
        else:
            # A method of no known name is turned away before its address is read.
            [address] = getattr(self, "path_args", None) or [""]
            self.finish(self.absent(address).body)

    def absent(self, address: str) -> Asset:
        """Return the page for what is not at an address."""
        return self.site.not_found(address)

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

    def get(self, address: str = ""):
        """Send the course's own page for an address that it does not have."""
        self.set_status(404)
        self.send(address, self.absent(address))

    def absent(self, address: str) -> Asset:
        """Return the page as it stands at an address outside of the course."""
        return self.site.not_found(address, self.root)


class OembedHandler(CourseHandler):
    """Says what a pasted link to the check or a quiz turns into."""

    def initialize(self, site: Site, base_url: str, public_url: str):
        """Keep the site, and where it is."""
        self.site, self.base_url, self.public_url = site, base_url, public_url

    def get(self):
        """Send it as JSON; XML, which the standard lets a site leave out, is a 501."""
        if self.get_query_argument("format", "json") != "json":
            self.set_status(501)
            return
        root = self.public_url or f"{self.request.protocol}://{self.request.host}{self.base_url}"
        asked = self.get_query_argument("url", "").split("#")[0].split("?")[0]
        embed = embed_at(self.site.course, asked.removeprefix(root).removesuffix(".html"))
        if not asked.startswith(root) or not embed:
            self.set_status(404)
            return
        given = {each: self.get_query_argument(f"max{each}", "") for each in ("width", "height")}
        most = {each: int(text) for each, text in given.items() if NUMBER.fullmatch(text)}
        self.write(described(self.site.course, embed, root, most))


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
