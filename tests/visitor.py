"""Whoever asks a server for something over HTTP alone: a phone, a host, or someone hostile."""

import http.client
import re
from dataclasses import dataclass, field
from urllib.parse import urlencode

FORM = "application/x-www-form-urlencoded"
PATIENCE = 30


@dataclass
class Answer:
    """What came back, as it was sent: no redirect is followed."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self):
        return self.body.decode()

    @property
    def leads_to(self):
        return self.headers["Location"]


@dataclass
class Visitor:
    """A browser without JavaScript; a cookie that it is given it keeps."""

    server: object
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def origin(self):
        return self.server.url().rstrip("/")

    def get(self, path, method="GET", **headers):
        return self.ask(method, path, None, headers)

    def post(self, path, /, body=None, headers=(), **fields):
        """Send a form from a page of this server, or by headers from elsewhere."""
        body = urlencode(fields).encode() if body is None else body
        sent = {"Origin": self.origin, "Content-Type": FORM} | dict(headers)
        return self.ask("POST", path, body, {k: v for k, v in sent.items() if v is not None})

    def ask(self, method, path, body, headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=PATIENCE)
        try:
            connection.request(method, f"/{path}", body, self.headers | headers)
            answer = connection.getresponse()
            given = Answer(answer.status, answer.headers, answer.read())
        finally:
            connection.close()
        if cookie := given.headers["Set-Cookie"]:
            self.headers["Cookie"] = cookie.partition(";")[0]
        return given


class Host(Visitor):
    """A host, who opens the address that `serve` prints."""

    def enter(self):
        self.get(f"coach?key={key_of(self.server)}")
        return self

    def create(self, plan, **fields):
        answer = self.post("coach", plan=plan, **fields)
        assert answer.status == 303, answer.text
        return answer.leads_to.rpartition("/")[2]

    def do(self, code, act, **fields):
        answer = self.post(f"coach/session/{code}", act=act, **fields)
        assert answer.status == 303, answer.text


@dataclass
class Phone(Visitor):
    """A phone in a session, which answers from its page."""

    code: str = ""
    receipt: str = ""

    def join(self, seat, **fields):
        self.receipt = receipt_in(self.get(f"join/{self.code}").text)
        answer = self.act("join", seat=seat, **fields)
        assert answer.status == 303, answer.text
        return self

    def act(self, act, **fields):
        return self.post(f"join/{self.code}", act=act, receipt=self.receipt, **fields)

    def send(self, said, asked="1"):
        return self.act("send", asked=asked, said=said)

    @property
    def page(self):
        return self.get(f"join/{self.code}?phone={self.receipt}").text


def key_of(server):
    return re.search(r"coach\?key=(\S+)", server.log.read_text())[1]


def receipt_in(page):
    return re.search(r'name="receipt" value="([^"]+)"', page)[1]


def multipart(file, filename="kept.json"):
    """Return a host's form with a file, and its headers."""
    about = 'Content-Disposition: form-data; name="{}"'.format
    head = f"--x\r\n{about('act')}\r\n\r\nearlier\r\n"
    head += f'--x\r\n{about("file")}; filename="{filename}"\r\n\r\n'
    return head.encode() + file + b"\r\n--x--\r\n", {
        "Content-Type": "multipart/form-data; boundary=x"
    }
