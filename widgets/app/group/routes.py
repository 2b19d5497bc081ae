"""Where sessions are found below the course's address, and all that stands behind them."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from tornado.web import RequestHandler

from widgets.group.store import Newer, Store, data_folder, default_url

from ..site import Site
from .hosting import HostsHandler, ReportHandler, SessionHandler
from .joining import CodeHandler, PhoneHandler
from .keys import HOST_KEY, KeyFault, find_keys
from .pages import Pages
from .reach import Place
from .reception import Reception
from .sessions import Sessions
from .showing import HostStateHandler, RoomHandler, RoomStateHandler, StateHandler
from .slowing import Slowing

IN_MEMORY = "sqlite://"
NOT_KEPT = "Sessions with phones end as this server does: name a place to keep them with --db."
HANDLERS: dict[str, type[RequestHandler]] = {
    "join": CodeHandler,
    "join/(.*)": PhoneHandler,
    "room/(.*)": RoomHandler,
    "coach": HostsHandler,
    "coach/session/(.*)/(report|report[.]docx|report[.]json)": ReportHandler,
    "coach/session/(.*)": SessionHandler,
    "api/join/(.*)": StateHandler,
    "api/room/(.*)": RoomStateHandler,
    "api/coach/(.*)": HostStateHandler,
}


@dataclass(frozen=True)
class Keeping:
    """Where sessions are kept, "" for this user's own folder, and for how many days."""

    url: str = ""
    days: int = 30


class NotOpened(Exception):
    """Sessions can't be kept; says in one line why."""


@contextmanager
def opened(keeping: Keeping, site: Site, place: Place) -> Iterator[Reception]:
    """Give what answers phones and hosts, with the store open.

    Raises NotOpened where the store or a key is not to be had.
    """
    with ExitStack() as stack:
        try:
            keys, url = find_keys(_folder()), keeping.url or _own_url()
            stores = Store(url, keeping.days), Store(IN_MEMORY)
            store, rehearsals = map(stack.enter_context, stores)
        except (KeyFault, Newer, OSError) as error:
            raise NotOpened(_why_not(error)) from error
        sessions = Sessions(store, rehearsals)
        yield Reception(sessions, Pages(site), keys, place, Slowing(), url != IN_MEMORY)


def routes(root: str, reception: Reception) -> list[tuple]:
    """Return what answers at each address, below a root that is written as a pattern."""
    return [
        (f"{root}{address}", handler, {"reception": reception})
        for address, handler in HANDLERS.items()
    ]


def invitation(reception: Reception) -> str:
    """Return what to tell whoever starts the server of how hosts get in."""
    address = f"{reception.place.public_url or reception.place.here}coach"
    known = f" with ?key= and the key in {HOST_KEY}."
    key = known if reception.keys.is_given else f"?key={reception.keys.host}"
    told = f"Hosts open {address}{key}"
    return told if reception.keeps else f"{told}\n{NOT_KEPT}"


def _why_not(error):
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename} can't be used: {error.strerror}"
    return error


def _folder():
    """Return this user's own folder; None where there can be none, as in a container."""
    try:
        return data_folder()
    except OSError:
        return None


def _own_url():
    try:
        return default_url()
    except OSError:
        return IN_MEMORY
