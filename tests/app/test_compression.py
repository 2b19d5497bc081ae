"""Who gets an answer packed: as the visitor's own words say, never against them."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from tornado.httpclient import AsyncHTTPClient
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

from widgets.app.compression import Compression

LONG, SHORT = "Working as equals. " * 100, "Ready."


class Page(RequestHandler):
    def get(self, length):
        self.write(LONG if length == "long" else SHORT)


def ask(path, accepted):
    """Return the answer to one visitor, as it comes over the line."""

    async def asked():
        application = Application([("/(long|short)", Page)], transforms=[Compression])
        sockets = bind_sockets(0, "127.0.0.1")
        server = HTTPServer(application)
        server.add_sockets(sockets)
        url = f"http://127.0.0.1:{sockets[0].getsockname()[1]}/{path}"
        headers = {} if accepted is None else {"Accept-Encoding": accepted}
        client = AsyncHTTPClient(force_instance=True)
        try:
            return await client.fetch(url, headers=headers, decompress_response=False)
        finally:
            client.close()
            server.stop()

    # Playwright has an event loop of its own in this thread.
    with ThreadPoolExecutor() as pool:
        return pool.submit(lambda: asyncio.run(asked())).result()


@pytest.mark.parametrize(
    "accepted",
    [
        "gzip",
        "gzip, deflate, br, zstd",
        "GZIP;Q=1.0",
        "br;q=1.0, gzip;q=0.8, *;q=0.1",
        "x-gzip",
        "deflate , gzip ; q=0.001",
        "*",
        "gzip;q=1, identity;q=0.5",
        "identity;q=0, gzip;q=0.5",
    ],
)
def test_whoever_takes_gzip_gets_it(accepted):
    answer = ask("long", accepted)
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert len(answer.body) < len(LONG) / 10


@pytest.mark.parametrize(
    "accepted",
    [
        None,
        "",
        "gzip;q=0",
        "gzip; q=0.000, deflate",
        "deflate, br",
        "*;q=0",
        "gzip;q=0, *",
        "identity",
        "identity;q=0.5, gzip;q=0.1",
        "not-gzip",
        "gzip;q=many",
        "gzip;q=-1",
        "identity;q=0",
        ";;,,q=1",
    ],
)
def test_whoever_does_not_gets_the_answer_as_it_is(accepted):
    answer = ask("long", accepted)
    assert "Content-Encoding" not in answer.headers
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert answer.body.decode() == LONG


@pytest.mark.parametrize(("accepted", "packed"), [("gzip", False), ("gzip, identity;q=0", True)])
def test_a_short_answer_is_packed_only_for_those_who_can_take_no_other(accepted, packed):
    assert ("Content-Encoding" in ask("short", accepted).headers) is packed
