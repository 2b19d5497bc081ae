"""A host and phones that speak HTTP alone, as browsers without JavaScript would, many at once."""

import asyncio
import re
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

from tornado.httpclient import AsyncHTTPClient

PATIENCE = 120
SEE_OTHER, BUSY = 303, 503
QUESTIONS_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@dataclass
class Sent:
    """What became of something that was sent: its status, how long it took, how often it went."""

    status: int
    seconds: float
    tries: int = 1


@dataclass
class Client:
    """Whoever asks one server for something."""

    root: str
    most: int = 400
    headers: dict[str, str] = field(default_factory=dict)

    def __post_init__(self):
        self._client = AsyncHTTPClient(force_instance=True, max_clients=self.most)
        self.headers["Origin"] = "{0.scheme}://{0.netloc}".format(urlsplit(self.root))

    async def get(self, path, **headers):
        return await self._fetch(path, headers=self.headers | headers)

    async def post(self, path, **fields):
        body = urlencode(fields)
        headers = self.headers | QUESTIONS_FORM
        return await self._fetch(path, method="POST", body=body, headers=headers)

    async def _fetch(self, path, **how):
        return await self._client.fetch(
            self.root + path,
            raise_error=False,
            follow_redirects=False,
            request_timeout=PATIENCE,
            connect_timeout=PATIENCE,
            **how,
        )


class Host(Client):
    """A host, who opens the address that `serve` prints."""

    async def enter(self, key):
        answer = await self.get(f"coach?key={key}")
        self.headers["Cookie"] = answer.headers["Set-Cookie"].partition(";")[0]

    async def create(self, plan="90"):
        answer = await self.post("coach", plan=plan)
        assert answer.code == SEE_OTHER, answer.body.decode()
        return answer.headers["Location"].rpartition("/")[2]

    async def do(self, code, act, **fields):
        answer = await self.post(f"coach/session/{code}", act=act, **fields)
        assert answer.code == SEE_OTHER, answer.body.decode()


class Phones(Client):
    """Phones of one room, each with the receipt that was drawn into its page."""

    async def join(self, code, seat):
        page = await self.get(f"join/{code}")
        receipt = re.search(r'name="receipt" value="([^"]+)"', page.body.decode())[1]
        answer = await self.post(f"join/{code}", act="join", receipt=receipt, seat=seat)
        assert answer.code == SEE_OTHER, answer.body.decode()
        return receipt

    async def send(self, code, receipt, asked, said) -> Sent:
        """Send an answer, again where the server says that it is busy."""
        start, tries = time.perf_counter(), 0
        while True:
            tries += 1
            answer = await self.post(
                f"join/{code}", act="send", receipt=receipt, asked=asked, said=said
            )
            if answer.code != BUSY:
                return Sent(answer.code, time.perf_counter() - start, tries)
            await asyncio.sleep(float(answer.headers["Retry-After"]))
