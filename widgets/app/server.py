"""`coproduction serve`: the course as a Voilà app without a kernel to any visitor.

It listens at once. Voilà is imported by its workers alone.
"""

import asyncio
import re
import sys
import webbrowser
from dataclasses import dataclass
from pathlib import Path

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application

from .addresses import reachable
from .compression import Compression
from .group.reach import Place
from .group.routes import Keeping, invitation, opened, routes
from .handlers import HealthHandler, HomeHandler, OembedHandler, OutsideHandler, PageHandler
from .left_to_do import left_to_do
from .site import Site
from .upkeep import Upkeep

# A hall full of phones may knock within a millisecond; a visitor turned away waits a second.
BACKLOG = 1024
# Whoever sends a letter a minute would hold a place for good. In seconds.
PATIENCE = 60


@dataclass(frozen=True)
class Embedding:
    """Where the course is for others, "" if that is not known, and who may frame parts of it."""

    public_url: str = ""
    ancestors: tuple[str, ...] = ()


def serve(
    course_file: Path,
    host: str,
    port: int,
    base_url: str,
    browser: bool,
    cell_seconds: float,
    embedding: Embedding,
    keeping: Keeping,
) -> None:
    """Serve the course until interrupted.

    Raises OSError where the port is not to be had, CourseError for a broken course, NothingToShow
    where no lesson can be shown, and NotOpened where sessions can't be kept.
    """
    sockets = bind_sockets(port, host, backlog=BACKLOG)
    site = Site(embedding.public_url)
    place = Place(host, sockets[0].getsockname()[1], base_url, embedding.public_url)
    with (
        Upkeep(site, course_file, cell_seconds) as upkeep,
        opened(keeping, site, place) as reception,
    ):
        left = left_to_do(upkeep.begin())
        application = _application(base_url, site, embedding, reception)
        asyncio.run(_serve(upkeep, application, sockets, reception, browser, left))


async def _serve(upkeep, application, sockets, reception, browser, left):
    patience = {"idle_connection_timeout": PATIENCE, "body_timeout": PATIENCE}
    HTTPServer(application, **patience).add_sockets(sockets)
    place = reception.place

    def announce():
        print(f"The course is at {place.here} - press Ctrl+C to stop.", flush=True)
        reached = reachable(place.host, place.port, place.base_url, sys.stdout)
        for told in filter(None, (reached, left)):
            print(told, flush=True)
        print(invitation(reception), flush=True)
        if browser:
            webbrowser.open(place.here)

    keeping_time = asyncio.create_task(reception.sessions.keep_time())
    try:
        await upkeep.keep_up(announce)
    finally:
        keeping_time.cancel()


def _application(base_url, site, embedding, reception):
    # An access log would name visitors' addresses.
    outside = {"site": site, "root": base_url.removeprefix("/")}
    application = Application(
        [*_handlers(base_url, site, embedding, reception), ("/(.*)", OutsideHandler, outside)],
        log_function=lambda handler: None,
        # For what does not even begin with a slash.
        default_handler_class=OutsideHandler,
        default_handler_args=outside,
    )
    application.add_transform(Compression)
    return application


def _handlers(base_url, site, embedding, reception):
    root, names = re.escape(base_url), {"site": site}
    place = {"base_url": base_url, "public_url": embedding.public_url}
    handlers = [
        (f"{root}health", HealthHandler, names),
        (f"{root}oembed", OembedHandler, names | place),
        *routes(root, reception),
        (f"{root}(.*)", PageHandler, names | {"ancestors": embedding.ancestors}),
    ]
    if base_url != "/":
        handlers.insert(0, (re.escape(base_url.rstrip("/")), HomeHandler, {"url": base_url}))
    return handlers
