"""Several servers behind one address: a phone and a host meet another one with each request."""

import contextlib
import itertools
import json
import time

import pytest
import ways_in
from visitor import Host, Phone

pytestmark = pytest.mark.postgresql
SEATS = ("lived_experience", "staff")
ADDRESS = "http://course.example/"
KEYS = {"COPRODUCTION_HOST_KEY": "k" * 22, "COPRODUCTION_COOKIE_SECRET": "s" * 22}
# How long a page that nobody has just changed may be behind, in seconds.
BEHIND = 3


class Shared:
    """An address that several servers share: each request goes to the next of them."""

    def __init__(self, servers):
        self._next = itertools.cycle(servers)

    @property
    def port(self):
        return next(self._next).port

    def url(self, path=""):
        return f"{ADDRESS}{path}"


@pytest.fixture
def servers(example_file, postgresql):
    options = "--public-url", ADDRESS, "--db", postgresql.new_database()
    with contextlib.ExitStack() as stack:
        servers = [ways_in.serve(example_file, *options) for _ in range(2)]
        for server in servers:
            server.environment = KEYS
            stack.enter_context(server)
        yield servers


@pytest.fixture
def shared(servers):
    return Shared(servers)


@pytest.fixture
def host(shared):
    host = Host(shared)
    assert host.get(f"coach?key={KEYS['COPRODUCTION_HOST_KEY']}").status == 303
    return host


def begun(host):
    """Return a session with a question open, and its ten phones, all of them moving."""
    code = host.create("short")
    phones = [Phone(host.server, code=code).join(SEATS[place % 2]) for place in range(10)]
    host.do(code, "begin", heads="yes")
    host.do(code, "ask", question="all-stages")
    return code, phones


def room_on(servers, code):
    return [json.loads(Host(server).get(f"api/room/{code}").body) for server in servers]


def reports(servers, host, code):
    hosts = [Host(server, host.headers) for server in servers]
    return [each.get(f"coach/session/{code}/report.json").body for each in hosts]


def soon(look):
    """Wait until something is so on all servers."""
    end = time.monotonic() + BEHIND
    while not look() and time.monotonic() < end:
        time.sleep(0.1)
    return look()


def test_a_phone_and_a_host_move_between_two_servers(servers, host, examples):
    code, phones = begun(host)
    says = examples.words.group
    for place, phone in enumerate(phones):
        answer = phone.send("yes-fully" if place % 2 else "not-now")
        assert answer.status == 303
        # What it is led to is on the other server, and knows of the answer.
        assert says.phone.sent in phone.get(f"join/{answer.leads_to.rpartition('/')[2]}").text
    assert soon(lambda: [each["answered"] for each in room_on(servers, code)] == [10, 10])
    host.do(code, "close-now")
    assert soon(lambda: len({each["screen"] for each in room_on(servers, code)}) == 1)
    for server in servers:
        page = Host(server).get(f"room/{code}").text
        assert says.shown.words.fewer in page
        assert says.shown.words.more in page
    host.do(code, "finish", who="Both hosts", how="By letter", by="1 June")
    assert soon(lambda: len(set(reports(servers, host, code))) == 1)
    kept = json.loads(reports(servers, host, code)[0])
    assert kept["shown"][0]["words"] == {"lived_experience": "fewer", "staff": "more"}
    assert kept["telling"] == ["Both hosts", "By letter", "1 June"]


def test_an_answer_that_two_servers_get_is_counted_once(servers, host):
    code, phones = begun(host)
    for _ in range(4):
        assert phones[0].send("partly").status == 303
    assert soon(lambda: [each["answered"] for each in room_on(servers, code)] == [1, 1])


def test_when_one_server_is_killed_the_other_has_every_answer(servers, host):
    code, phones = begun(host)
    for phone in phones:
        assert phone.send("partly").status == 303
    servers[0].kill()
    assert soon(lambda: room_on(servers[1:], code)[0]["answered"] == 10)
    left = Host(servers[1], {"Cookie": host.headers["Cookie"]})
    answer = left.post(
        f"coach/session/{code}", headers={"Origin": ADDRESS.rstrip("/")}, act="close-now"
    )
    assert answer.status == 303


def test_a_session_that_is_deleted_on_one_server_is_gone_on_both(servers, host):
    code, _ = begun(host)
    host.do(code, "forget")
    assert soon(lambda: {Host(each).get(f"room/{code}").status for each in servers} == {404})
    assert all(code not in host.get("coach").text for _ in servers)
