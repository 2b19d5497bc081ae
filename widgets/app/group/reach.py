"""Where phones find this server, as far as it can know."""

from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from ..addresses import host_here, phone_addresses

NO_PHONES = ""


@dataclass(frozen=True)
class Reach:
    """The address to open on a phone, which ends in a slash, and how a phone gets there."""

    address: str
    # "https", or "http" where others on the way could read along, or "" where none can open it.
    how: Literal["https", "http", ""]


@dataclass(frozen=True)
class Place:
    """Where a server listens, and the address that others were given for it, "" if none was."""

    host: str
    port: int
    base_url: str
    public_url: str = ""

    @property
    def here(self) -> str:
        """The address by which this computer opens it."""
        return f"http://{host_here(self.host)}:{self.port}{self.base_url}"

    @property
    def path(self) -> str:
        """The path below which a browser finds it, which a proxy may have taken off."""
        return urlsplit(self.public_url).path or self.base_url

    def reach(self) -> Reach:
        """Return where phones find it now: a laptop may join a network at any time."""
        if self.public_url:
            return Reach(self.public_url, self.public_url.partition(":")[0])
        found = phone_addresses(self.host, self.port, self.base_url)
        return Reach(found[0], "http") if found else Reach(self.here, NO_PHONES)
