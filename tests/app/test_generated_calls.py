"""Calls that no page of ours makes, generated from what each form may hold: done, or told of."""

import contextlib
import http.client
import json
import time
from pathlib import Path
from urllib.parse import quote_plus

import psutil
import pytest
import ways_in
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from raw_requests import dripping, raw, request
from visitor import FORM, PATIENCE, Host, Phone, Visitor, multipart, receipt_in

from widgets.app.group.posts import Create, Form
from widgets.group.report import Report

# Nothing of it is kept: each run makes the same calls.
SETTINGS = settings(
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
REPOSITORY = Path(__file__).parents[2]
MODELS = [model for model in Form.__subclasses__() if model is not Create]
STRANGE = ["", " ", "\n", "\0", "\x1b[31m", "\x85", "\u202e", "\ud83d", "\ufffe", "\U0001f469"]
STRANGE += ["<script>alert(1)</script>", "{{ 7 * 7 }}{% raw %}", "=1+1", "%00", "..", "9" * 500]
STRANGE += ["__class__", "None", "' OR 1=1 --", "yes", "1", "action-1", "x" * 5000]
strange = st.sampled_from(STRANGE) | st.text(max_size=40)


RIGHT = {
    **{"question": st.sampled_from(["all-stages", "equal-decisions"]), "plan": st.just("short")},
    **{"asked": st.sampled_from(["1", "2", "action-1"]), "sure": st.just("yes")},
    **{"said": st.sampled_from(["partly", "yes"]), "seat": st.sampled_from(["staff", ""])},
}
# Where a session may be: its people are invented, and answer at once.
BEGUN = [{"act": "begin", "heads": "yes"}]
ASKED = [*BEGUN, {"act": "ask", "question": "all-stages"}]
SHOWN = [*ASKED, {"act": "close-now"}]
MOMENTS = [[], BEGUN, ASKED, SHOWN, [*SHOWN, {"act": "apart"}]]
MOMENTS += [[*BEGUN, {"act": "propose", "text": "An action"}]]


def right(name, schema):
    """Return what a field may hold."""
    if name in RIGHT:
        return RIGHT[name]
    kinds = schema.get("anyOf", [schema])
    given = [each for kind in kinds for each in kind.get("enum", [kind.get("const")])]
    return st.sampled_from(given) if None not in given else st.just("Words that fit")


def sent(model):
    """Return a strategy for a model with a form of it: right, or with something else in it."""
    schema = model.model_json_schema()["properties"]
    fitting = st.fixed_dictionaries({name: right(name, each) for name, each in schema.items()})
    names = st.sampled_from([*schema, "more"])
    odd = st.builds(
        lambda form, wrong, left_out: {k: v for k, v in (form | wrong).items() if k != left_out},
        *(fitting, st.dictionaries(names, strange, max_size=2), st.just("") | names),
    )
    return st.tuples(st.just(model), fitting | odd)


def encoded(form):
    """Return a form as its fields are sent, also where they are no text."""
    pairs = [(name.encode(errors="replace"), str(value)) for name, value in form.items()]
    return b"&".join(
        quote_plus(name).encode() + b"=" + quote_plus(value.encode(errors="surrogatepass")).encode()
        for name, value in pairs
    )


@pytest.fixture(scope="module")
def host(served_examples):
    return Host(served_examples).enter()


def told(answer, problems):
    """Hold that an answer is what was asked for, or a refusal in words of ours."""
    assert answer.status == 303 or 400 <= answer.status < 500, (answer.status, answer.text)
    if answer.status != 303:
        assert answer.headers["Content-Security-Policy"]
        words = [getattr(problems, name) for name in type(problems).model_fields]
        assert any(said in answer.text for said in words), (answer.status, answer.text)


@pytest.fixture(scope="module")
def problems(examples):
    return examples.words.group.problems


@pytest.fixture(autouse=True)
def alive(served_examples):
    """Hold that the server goes on, that it logged no fault of its own, and left no file here."""
    yield
    assert Visitor(served_examples).get("health").status == 200
    assert "Traceback" not in (log := served_examples.log.read_text()), log[-3000:]
    assert not (REPOSITORY / ".hypothesis").exists()


@settings(SETTINGS, max_examples=20)
@given(
    moment=st.sampled_from(MOMENTS),
    forms=st.lists(st.one_of(*map(sent, MODELS)), min_size=6, max_size=12),
)
def test_whatever_is_sent_in_whatever_order_is_done_or_told_of(host, problems, moment, forms):
    code = host.create("short", rehearsal="1")
    phone = Phone(host.server, code=code)
    phone.receipt = receipt_in(phone.get(f"join/{code}").text)
    for form in moment:
        host.do(code, **form)
    for model, form in forms:
        is_phones = "receipt" in model.model_fields
        if form.get("receipt") == "Words that fit":
            form = form | {"receipt": phone.receipt}
        at = f"join/{code}" if is_phones else f"coach/session/{code}"
        answer = (phone if is_phones else host).post(at, encoded(form))
        told(answer, problems)
        if answer.status == 303 and answer.leads_to.endswith("coach"):
            assert host.get(f"room/{code}").status == 404
            return
    for at in ("join/{}", "room/{}", "coach/session/{}", "api/coach/{}", "coach/session/{}/report"):
        assert host.get(at.format(code)).status == 200, at
    for kind in ("json", "docx"):
        assert host.get(f"coach/session/{code}/report.{kind}").status == 200, kind


@settings(SETTINGS, max_examples=25)
@given(form=sent(Create))
def test_whatever_is_asked_of_the_list_of_sessions_is_done_or_told_of(host, problems, form):
    told(host.post("coach", encoded(form[1])), problems)


KINDS = ["", FORM, f"{FORM}; charset=utf-16", "multipart/form-data; boundary=x", "text/plain"]
KINDS += ["application/json", "multipart/mixed; boundary=x", f"{FORM}, {FORM}", "x" * 500, ";;="]
PARTS = [b"--x", b"\r\n", b"--x--", b"act=", b"act=leave", b"&", b"%", b"%zz", b"%ff", b"\xff\xfe"]
PARTS += [b'Content-Disposition: form-data; name="act"', b"\0", b'; filename="a"', b"=", b";", b"+"]
PARTS += [b'{"act": ', b"[" * 2000, b"a[b][c]=", b"act=begin&heads=yes", b"receipt=" + b"x" * 22]
bodies = st.binary(max_size=200) | st.lists(st.sampled_from(PARTS), max_size=20).map(b"".join)


@settings(SETTINGS, max_examples=50)
@given(kind=st.sampled_from(KINDS), body=bodies, at=st.sampled_from(["join/", "coach/session/"]))
def test_whatever_bytes_are_sent_as_a_form_they_are_told_of(
    host, problems, rehearsed, kind, body, at
):
    told(host.post(at + rehearsed, body, {"Content-Type": kind}), problems)


@pytest.fixture(scope="module")
def rehearsed(host):
    return host.create("short", rehearsal="1")


plain = st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(STRANGE)
nested = st.recursive(
    plain, lambda part: st.lists(part, max_size=3) | st.dictionaries(strange, part, max_size=3)
)


@settings(SETTINGS, max_examples=50)
@given(
    form=st.fixed_dictionaries(
        {}, optional=dict.fromkeys(Report.model_fields, nested) | {"shown": st.lists(nested)}
    )
)
def test_whatever_stands_in_a_file_that_a_host_opens_is_told_of(host, problems, rehearsed, form):
    file = json.dumps({"format": "co-production-session", "version": 1} | form)
    body, headers = multipart(file.encode(errors="surrogatepass"))
    told(host.post(f"coach/session/{rehearsed}", body, headers), problems)


GET, POST = "GET /first HTTP/1.1", "POST /join/{code} HTTP/1.1"
HOST, KIND = "Host: 127.0.0.1:{port}", f"Content-Type: {FORM}"
OWN = "Origin: http://127.0.0.1:{port}"
CHUNKED = "Transfer-Encoding: chunked"
BODY = b"act=leave&receipt=" + b"x" * 22
ODD = {
    "no host": request(GET),
    "two hosts": request(GET, HOST, "Host: elsewhere.invalid"),
    "a host with markup": request(GET, 'Host: "><script>'),
    "the address of another": request("GET http://elsewhere.invalid/ HTTP/1.1", HOST),
    "no slash": request("GET first HTTP/1.1", HOST),
    "a star": request("OPTIONS * HTTP/1.1", HOST),
    "a tunnel": request("CONNECT elsewhere.invalid:443 HTTP/1.1", HOST),
    "an old version": b"GET /first\r\n\r\n",
    "a newer version": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "what is encrypted": bytes.fromhex("16030100c8010000c40303") + b"x" * 100,
    "a folded header": request(GET, HOST, "X: a\r\n b"),
    "a header with a NUL": request(GET, HOST, "X: a\0b"),
    "a header without a name": request(GET, HOST, ": a"),
    "a thousand headers": request(GET, HOST, *[f"X-{number}: a" for number in range(1000)]),
    "two lengths": request(POST, HOST, OWN, KIND, "Content-Length: 3", "Content-Length: 4"),
    "a length that is none": request(POST, HOST, OWN, KIND, "Content-Length: 0x10"),
    "two origins": request(POST, HOST, OWN, OWN, KIND, "Content-Length: 40", body=BODY),
    "two kinds": request(POST, HOST, OWN, KIND, KIND, "Content-Length: 40", body=BODY),
    "chunked twice": request(POST, HOST, OWN, "Transfer-Encoding: chunked, chunked"),
    "packed": request(POST, HOST, OWN, "Transfer-Encoding: gzip"),
    "a chunk of no end": request(POST, HOST, OWN, KIND, CHUNKED, body=b"f" * 17 + b"\r\nx"),
    "a chunk below none": request(POST, HOST, OWN, KIND, CHUNKED, body=b"-1\r\nx\r\n0\r\n\r\n"),
}


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_what_is_hardly_a_request_is_closed_or_told_of(served_examples, rehearsed, odd):
    sent = odd.replace(b"{port}", b"%d" % served_examples.port)
    sent = sent.replace(b"{code}", rehearsed.encode())
    answer = raw(served_examples, sent, end=not odd.startswith((b"GET", b"OPT", b"CONN")))
    assert answer == b"" or answer.split(b" ")[1][:1] in (b"2", b"4"), answer
    assert b"Server:" not in answer and b"<script>" not in answer


def test_a_form_in_chunks_is_a_form(served_examples, rehearsed, examples):
    chunks = b"".join(b"1\r\n%c\r\n" % byte for byte in BODY) + b"0\r\n\r\n"
    sent = request(POST, HOST, OWN, KIND, CHUNKED, body=chunks).replace(b"{code}", b"%s")
    sent = sent.replace(b"{port}", b"%d" % served_examples.port) % rehearsed.encode()
    assert raw(served_examples, sent, end=False).startswith(b"HTTP/1.1 303")


@pytest.mark.parametrize("at", ["first", "", "health", "oembed", "no/such/page", "room/{}"])
def test_what_takes_nothing_holds_none_of_what_is_sent(served_examples, host, rehearsed, at):
    size = 40_000_000
    held = psutil.Process(served_examples.process.pid)
    connection = http.client.HTTPConnection("127.0.0.1", served_examples.port, timeout=PATIENCE)
    connection.putrequest("POST", f"/{at.format(rehearsed)}")
    connection.putheader("Content-Length", str(size))
    connection.endheaders()
    before, part = held.memory_info().rss, b"x" * 1_000_000
    with contextlib.suppress(ConnectionError):
        for _ in range(size // len(part) - 1):
            connection.send(part)
        assert held.memory_info().rss - before < size / 2
        connection.send(part)
    assert connection.getresponse().status == 405
    connection.close()


def test_an_address_of_no_end_gets_a_page_that_is_no_longer(served_examples):
    for deep in ("a/" * 30_000, "/" * 30_000, "join/" + "a/" * 30_000):
        answer = Visitor(served_examples).get(deep)
        assert (answer.status, len(answer.body) < 50_000) in [(404, True), (302, True)], deep[:20]


def test_whoever_sends_a_letter_at_a_time_holds_up_nobody(served_examples, host, rehearsed):
    head = [f"POST /join/{rehearsed} HTTP/1.1", f"Host: 127.0.0.1:{served_examples.port}"]
    head += [f"Origin: {host.origin}", f"Content-Type: {FORM}", f"Content-Length: {len(BODY)}"]
    slow = [dripping(served_examples, *head, "", "act=lea") for _ in range(100)]
    slow += [dripping(served_examples, "GET /fir") for _ in range(100)]
    for byte in b"ve":
        for each in slow[:100]:
            each.send(bytes([byte]))
        start = time.monotonic()
        assert host.get(f"join/{rehearsed}").status == 200
        assert time.monotonic() - start < PATIENCE / 3
    slow[0].sendall(BODY.removeprefix(b"act=leave"))
    assert slow[0].makefile("rb").readline() == b"HTTP/1.1 303 See Other\r\n"
    for each in slow:
        each.close()


HURRIED = "import sys; from widgets.app import command, server; server.PATIENCE = 1; command.main()"


def test_whoever_never_ends_is_let_go(example_file):
    server = ways_in.serve(example_file)
    server.command = ["python", "-c", HURRIED, *server.command[1:]]
    with server:
        body = ("POST /join HTTP/1.1", "Host: x", "Content-Length: 9", "", "act")
        for lines in (("GET /first HTTP/1.1", "Host: x"), body, ("",)):
            slow = dripping(server, *lines)
            assert slow.makefile("rb").read() == b""
            slow.close()
