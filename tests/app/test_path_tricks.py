"""Addresses that no page of ours links to: nothing but the course is ever sent, nor led to."""

import re
import socket
from urllib.parse import urljoin, urlsplit

import pytest
from raw_requests import raw, request

UP = ["../", "..%2f", "%2e%2e/", "%2e%2e%2f", "..\\", "..%5c", "%252e%252e%252f", "..%c0%af"]
UP += ["..;/", "....//", ".%00./", "%ef%bc%8e%ef%bc%8e/", "..%u2215", "./", "//", "\t../", "%0a../"]
SOUGHT = ["course.yml", "etc/passwd", "notebooks/first.ipynb", "first"]
BESIDE = ["static/", "coach/session/", "voila/render/", "embed/", ""]
SIGNS = ["%00", "first%00", "first%00.html", "first.html%00", "%ff%fe", "%", "%zz", "first%20"]
SIGNS += ["first%0d%0aSet-Cookie:%20a=b", "first%250d%250a", "first;a=b", "first?a#b", "FIRST"]
SIGNS += ["f\u0131rst", "first\u200b", "\u202efirst", "\U0001f469" * 100, "cafe\u0301", "%F0%9F%91"]
SIGNS += ["~", "~root/", ".git/config", ".env", "con", "first::$DATA", "first.", "a" * 60_000]
SIGNS += ["//elsewhere.invalid/first", "\\\\elsewhere.invalid\\first", "https:%2f%2felsewhere.x"]
SIGNS += ["/elsewhere.invalid/index", "%2f%2felsewhere.invalid/..", "{{7*7}}", "<script>", "a:b@c"]
PATHS = [f"{beside}{up * 3}{sought}" for beside in BESIDE for up in UP for sought in SOUGHT]
# What a file would hold that is not a page.
FILE = re.compile(rb"root:|nbformat|^id: examples|import asyncio|repositoryformat", re.M)
PAGE = b"<!doctype html>"


def asked(server, path):
    """Return status, where it leads to, and what came back, for a path as it stands."""
    sent = f"GET /{path} HTTP/1.1".encode()
    rest = request("", f"Host: 127.0.0.1:{server.port}")
    head, _, body = raw(server, sent + rest, end=False).partition(b"\r\n\r\n")
    first, *headers = head.decode("latin-1").split("\r\n")
    leads_to = [each.partition(": ")[2] for each in headers if each.startswith("Location: ")]
    assert not [each for each in headers if each.lower().startswith(("set-cookie", "server"))]
    return int(first.split(" ")[1]), (leads_to or [""])[0], body


@pytest.fixture(scope="module")
def pages(served_examples):
    """Return the paths of the course's own pages."""
    root = urlsplit(served_examples.url()).path
    return {f"{root}{name}" for name in ("", "first", "second", "join", "readiness-check")}


def test_however_an_address_is_written_only_pages_of_the_course_are_sent(served_examples, pages):
    led = set()
    for path in [*PATHS, *SIGNS]:
        status, leads_to, body = asked(served_examples, path)
        assert status in (200, 302, 303, 400, 403, 404, 429), (status, path)
        assert not FILE.search(body), path
        if leads_to:
            target = urlsplit(urljoin(served_examples.url(path), leads_to))
            assert target.netloc == f"127.0.0.1:{served_examples.port}", (path, leads_to)
            led.add(target.path)
        elif status == 200:
            assert body.startswith(PAGE), path
        elif body:
            assert body.startswith((PAGE, b'{"problem"')), path
    assert led <= pages, led - pages


def test_a_path_that_is_no_text_does_not_stop_the_server(served_examples):
    for path in (b"\xff\xfe", b"\0", b"a b", b"\x7f", b"%00%00", "\u2028".encode()):
        line = b"GET /" + path + b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
        with socket.create_connection(("127.0.0.1", served_examples.port), timeout=30) as sent:
            sent.sendall(line)
            answer = sent.makefile("rb").readline()
        assert answer == b"" or answer.split(b" ")[1][:1] == b"4", path
    assert asked(served_examples, "first")[0] == 200
