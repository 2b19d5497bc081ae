"""What whoever starts a server is told of where phones find it, in words and as a QR code."""

import io
import os
import pty
import re
import socket
from types import SimpleNamespace

import psutil
import pytest
import segno
from tornado.netutil import bind_sockets

from widgets.app.addresses import host_here, reachable

CARDS = {
    "lo": [(socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")],
    "eth0": [
        (socket.AF_INET, "198.51.100.7"),
        (socket.AF_INET6, "2001:db8::7"),
        (socket.AF_INET6, "fe80::1%eth0"),
        (socket.AF_PACKET, "02:00:00:00:00:01"),
    ],
    "usb0": [(socket.AF_INET, "169.254.3.4")],
    "off0": [(socket.AF_INET, "198.51.100.8")],
    "wlan0": [(socket.AF_INET, "203.0.113.9")],
}
OPENING = "Everyone on this network can reach the course. On a phone, open:"
FIRST = "http://198.51.100.7:8866/course/"


@pytest.fixture
def cards(monkeypatch):
    """Let this computer have these network cards; return them, to be changed."""
    known = dict(CARDS)

    def addresses():
        return {
            name: [SimpleNamespace(family=family, address=address) for family, address in card]
            for name, card in known.items()
        }

    def states():
        return {name: SimpleNamespace(isup=name != "off0") for name in known}

    monkeypatch.setattr(psutil, "net_if_addrs", addresses)
    monkeypatch.setattr(psutil, "net_if_stats", states)
    return known


def told(host, terminal=None):
    return reachable(host, 8866, "/course/", terminal or io.StringIO())


@pytest.fixture
def terminal(monkeypatch):
    """Return a function that opens a real terminal of an encoding."""
    monkeypatch.setenv("TERM", "xterm")
    ends = []

    def opened(encoding):
        master, slave = pty.openpty()
        ends.append(os.fdopen(slave, "w", encoding=encoding))
        ends.append(os.fdopen(master, "rb"))
        return ends[-2]

    yield opened
    for end in ends:
        end.close()


@pytest.mark.parametrize(
    ("host", "addresses"),
    [
        ("0.0.0.0", [FIRST, "http://203.0.113.9:8866/course/"]),
        ("::", ["http://[2001:db8::7]:8866/course/"]),
        ("", [FIRST, "http://203.0.113.9:8866/course/", "http://[2001:db8::7]:8866/course/"]),
        ("203.0.113.9", ["http://203.0.113.9:8866/course/"]),
        ("2001:db8::7", ["http://[2001:db8::7]:8866/course/"]),
    ],
)
def test_the_addresses_that_phones_can_open_are_named_with_a_plain_warning(cards, host, addresses):
    assert told(host).splitlines() == [OPENING, *(f"  {address}" for address in addresses)]


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2", "::1", "localhost"])
def test_where_only_this_computer_can_reach_it_nothing_is_told(cards, host):
    assert told(host) == ""


def test_without_a_network_it_says_what_to_do(cards):
    for name in set(cards) - {"lo", "usb0"}:
        del cards[name]
    assert told("0.0.0.0") == (
        "This computer is on no network, so phones can't reach the course yet."
        " Join one, then start this again."
    )


def test_the_address_of_this_computers_way_out_comes_first(cards):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            pytest.skip("this computer is on no network")
        own = probe.getsockname()[0]
    cards["wlan0"] = [(socket.AF_INET, own)]
    assert told("0.0.0.0").splitlines()[1:] == [f"  http://{own}:8866/course/", f"  {FIRST}"]


def test_this_very_computer_answers_at_each_address_it_names():
    with socket.create_server(("0.0.0.0", 0)) as server:
        port = server.getsockname()[1]
        named = re.findall(r"http://([\d.]+):", reachable("0.0.0.0", port, "/", io.StringIO()))
        for host in named:
            socket.create_connection((host, port), timeout=5).close()


@pytest.mark.parametrize("host", ["", "0.0.0.0", "::", "127.0.0.1", "::1", "localhost"])
def test_this_very_computer_opens_what_is_listened_on(host):
    try:
        sockets = bind_sockets(0, host)
    except OSError:
        pytest.skip("this computer has no IPv6")
    port = sockets[0].getsockname()[1]
    try:
        socket.create_connection((host_here(host).strip("[]"), port), timeout=5).close()
    finally:
        for each in sockets:
            each.close()


def expected(address):
    """Return the rows of a QR code, 1 for each dark module, with the light around it."""
    code = segno.make(address, micro=False)
    return [[int(module) for module in row] for row in code.matrix_iter(border=4)]


def drawn(lines):
    """Return the rows of a QR code that is drawn in half blocks."""
    halves = {"█": (0, 0), "▀": (0, 1), "▄": (1, 0), " ": (1, 1)}
    return [list(row) for line in lines for row in zip(*map(halves.get, line), strict=True)]


def test_a_terminal_gets_the_first_address_to_scan_dark_on_light(cards, terminal):
    lines = told("0.0.0.0", terminal("utf-8")).splitlines()
    assert lines[3] == "The first one to scan:"
    painted = [re.fullmatch("\x1b\\[97;40m(.*)\x1b\\[0m", line) for line in lines[4:]]
    assert drawn([line[1] for line in painted]) == [*expected(FIRST), [1] * 33]


def test_a_terminal_without_unicode_gets_it_in_colours_alone(cards, terminal):
    lines = told("0.0.0.0", terminal("ascii")).splitlines()
    assert "\n".join(lines).isascii()
    painted = [re.findall("\x1b\\[(107|40)m( +)\x1b\\[0m", line) for line in lines[4:]]
    rows = [[int(c == "40") for c, spaces in row for _ in spaces[::2]] for row in painted]
    assert rows == expected(FIRST)


def test_a_terminal_that_can_paint_nothing_gets_the_words_alone(cards, terminal, monkeypatch):
    monkeypatch.setenv("TERM", "dumb")
    assert told("0.0.0.0", terminal("utf-8")) == told("0.0.0.0")
