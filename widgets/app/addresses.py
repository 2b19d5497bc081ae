"""Where a served course is found: the addresses that phones on the same network can open."""

import errno
import io
import ipaddress
import os
import socket
from functools import lru_cache
from typing import TextIO

import psutil
import segno

# Set aside for examples. Nothing is sent: the system only says from which address it would be.
SOMEWHERE = {socket.AF_INET: "192.0.2.1", socket.AF_INET6: "2001:db8::1"}
FAMILIES = {"": (*SOMEWHERE,), "0.0.0.0": (socket.AF_INET,), "::": (socket.AF_INET6,)}
# What listens on :: does not listen on 127.0.0.1.
OWN_HOSTS = {"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "::1"}
# Bright white on black, whatever colours a terminal has: cameras look for dark on light.
LIGHT, ON_BLACK, OFF = "\x1b[107m", "\x1b[97;40m", "\x1b[0m"
BLOCKS = "█▀▄"


def reachable(host: str, port: int, base_url: str, terminal: TextIO) -> str:
    """Return what to tell of who can reach a server, for the one who started it; "" if nobody else.

    A terminal gets the first address as a QR code too; a file or a pipe has no use for one.
    """
    addresses = phone_addresses(host, port, base_url)
    if addresses is None:
        return ""
    if not addresses:
        return (
            "This computer is on no network, so phones can't reach the course yet."
            " Join one, then start this again."
        )
    told = [
        "Everyone on this network can reach the course. On a phone, open:",
        *(f"  {address}" for address in addresses),
    ]
    if terminal.isatty() and os.environ.get("TERM") != "dumb":
        told += ["The first one to scan:", _code(addresses[0], terminal.encoding)]
    return "\n".join(told)


def phone_addresses(host: str, port: int, base_url: str) -> list[str] | None:
    """Return the addresses by which others open a server; None where they can't at all."""
    hosts = _hosts(host)
    return hosts and [f"http://{each}:{port}{base_url}" for each in hosts]


@lru_cache(maxsize=50)
def code_picture(address: str) -> str:
    """Return an address as a QR code for a page: dark on light, whatever its colours are."""
    drawn = segno.make(address, micro=False)
    return drawn.svg_inline(border=4, dark="#000", light="#fff", omitsize=True)


def host_here(host: str) -> str:
    """Return the host by which this computer itself opens what is listened on, as addresses do."""
    return _in_address(OWN_HOSTS.get(host, host))


def why_not_here(error: OSError, host: str, port: int) -> str:
    """Return why a server can't listen at a place, and what to do."""
    if error.errno == errno.EADDRINUSE:
        return (
            f"{host}:{port} is taken: another program, perhaps this course, already answers there."
            " Stop it, or choose another with --port (answers belong to one address)."
        )
    return f"{host}:{port} can't be used: {error.strerror or error}"


def _in_address(host):
    return f"[{host}]" if ":" in host else host


def _hosts(listened):
    """Return the hosts by which others reach what is listened on; None where they can't at all."""
    if listened in FAMILIES:
        return [host for family in FAMILIES[listened] for host in _own(family)]
    if all(_is_loopback(each[4][0]) for each in socket.getaddrinfo(listened, None)):
        return None
    return [_in_address(listened)]


def _own(family):
    """Return this computer's addresses on its networks, the one of its way out first."""
    states = psutil.net_if_stats()
    found = [
        card.address
        for name, cards in psutil.net_if_addrs().items()
        if name in states and states[name].isup
        for card in cards
        if card.family == family and _leads_here(card.address)
    ]
    first = _way_out(family)
    return [_in_address(each) for each in sorted(dict.fromkeys(found), key=first.__ne__)]


def _leads_here(address):
    # An address with a zone (fe80::1%eth0), or one that a card gave itself, opens on no phone.
    parsed = ipaddress.ip_address(address)
    return not (parsed.is_loopback or parsed.is_link_local)


def _is_loopback(address):
    return ipaddress.ip_address(address).is_loopback


def _way_out(family):
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((SOMEWHERE[family], 9))
            return probe.getsockname()[0]
    except OSError:
        return ""


def _code(address, encoding):
    code, drawn = segno.make(address, micro=False), io.StringIO()
    try:
        BLOCKS.encode(encoding or "ascii")
    except UnicodeEncodeError:
        code.terminal(drawn)
        return drawn.getvalue().replace("\x1b[7m", LIGHT).replace("\x1b[49m", "\x1b[40m").rstrip()
    code.terminal(drawn, compact=True)
    return "\n".join(f"{ON_BLACK}{line}{OFF}" for line in drawn.getvalue().splitlines())
