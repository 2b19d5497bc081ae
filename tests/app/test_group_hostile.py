"""Whatever is sent to a session: words and a 4xx, never a fault of ours, and nothing is changed."""

import json
from urllib.parse import urlencode

import pytest
import ways_in
from raw_requests import raw, request
from visitor import Host, Phone, Visitor, multipart

LARGE = 64 * 1024
RECEIPT = "x" * 22
REPORT = {"format": "co-production-session", "version": 1, "day": "2026-05-03"}


@pytest.fixture(scope="module")
def server(example_file):
    with ways_in.serve(example_file) as server:
        yield server


@pytest.fixture(scope="module")
def host(server):
    return Host(server).enter()


@pytest.fixture(scope="module")
def code(host):
    """Return a session with a question open, and nothing else."""
    code = host.create("short")
    phones = [Phone(host.server, code=code).join("staff") for _ in range(5)]
    host.do(code, "begin", heads="yes")
    host.do(code, "ask", question="all-stages")
    return phones and code


@pytest.fixture(autouse=True)
def nothing_is_changed(request, server):
    """Hold that no session is another afterwards, and that nothing was logged."""
    host, code = request.getfixturevalue("host"), request.getfixturevalue("code")
    before = host.get(f"api/room/{code}").body, host.get(f"coach/session/{code}").body
    log = server.log.read_text()
    yield
    assert (host.get(f"api/room/{code}").body, host.get(f"coach/session/{code}").body) == before
    assert server.log.read_text() == log


def told(answer, examples, *reasons):
    """Hold that an answer is a refusal in words of ours; return them by their id."""
    assert 400 <= answer.status < 500, (answer.status, answer.text)
    assert answer.headers["Content-Security-Policy"]
    problems = examples.words.group.problems
    found = {name for name in type(problems).model_fields if getattr(problems, name) in answer.text}
    assert len(found & set(reasons)) == 1, (answer.status, found)


FROM_PHONES = {
    "nothing": b"",
    "no act": urlencode({"receipt": RECEIPT}).encode(),
    "an unknown act": urlencode({"act": "rule", "receipt": RECEIPT}).encode(),
    "a host's act": urlencode({"act": "close-now", "receipt": RECEIPT}).encode(),
    "no receipt": b"act=leave",
    "a short receipt": b"act=leave&receipt=x",
    "a receipt with a line's end": f"act=leave&receipt={RECEIPT}%0a".encode(),
    "a receipt of other signs": ("act=leave&receipt=" + "%C3%BF" * 22).encode(),
    "a field too many": f"act=leave&receipt={RECEIPT}&more=1".encode(),
    "a field twice": f"act=leave&act=join&receipt={RECEIPT}".encode(),
    "what is no text": f"act=join&receipt={RECEIPT}&seat=%ff%fe".encode(),
    "a seat of no end": f"act=join&receipt={RECEIPT}&seat={'x' * 1000}".encode(),
    "a strange round": f"act=send&receipt={RECEIPT}&asked=-1&said=partly".encode(),
    "a round of no end": f"act=send&receipt={RECEIPT}&asked={'9' * 5000}&said=partly".encode(),
    "an answer of no end": f"act=send&receipt={RECEIPT}&asked=1&said={'x' * 5000}".encode(),
    "a test that is none": f"act=join&receipt={RECEIPT}&seat=staff&test=yes".encode(),
    "two thousand fields": "&".join(f"f{n}={n}" for n in range(2000)).encode(),
    "JSON": b'{"act": "join"}',
    "bytes": bytes(range(256)) * 10,
}
REFUSED = {
    "no group": ({"act": "join", "seat": "boss"}, "no_group"),
    "no seat chosen": ({"act": "join"}, "no_group"),
    "not counted": ({"act": "send", "asked": "1", "said": "partly"}, "not_counted"),
    "a round that never was": ({"act": "send", "asked": "99", "said": "partly"}, "not_counted"),
    "taken back too late": ({"act": "take-back", "asked": "action-1"}, "closed"),
    "more time for nobody": ({"act": "more-time"}, "not_counted"),
}


@pytest.mark.parametrize("body", FROM_PHONES.values(), ids=FROM_PHONES)
def test_what_no_phone_of_ours_sends_is_told_of(server, code, examples, body):
    told(Visitor(server).post(f"join/{code}", body), examples, "not_understood")


@pytest.mark.parametrize(("fields", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_is_not_to_be_had_is_told_of(server, code, examples, fields, reason):
    answer = Visitor(server).post(f"join/{code}", receipt=RECEIPT, **fields)
    told(answer, examples, reason)


@pytest.mark.parametrize(
    "kind",
    [
        *(
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/form-data; boundary=y",
        ),
        *("multipart/form-dataxyz; boundary=x", "application/json", "text/plain", "", "\xff"),
    ],
)
def test_a_form_in_another_dress_is_told_of(server, code, examples, kind):
    answer = Visitor(server).post(f"join/{code}", b"--x\r\nact=leave", {"Content-Type": kind})
    told(answer, examples, "not_understood")


def test_a_packed_form_is_not_unpacked(server, code, examples):
    answer = Visitor(server).post(f"join/{code}", b"x" * 50, {"Content-Encoding": "gzip"})
    told(answer, examples, "not_understood")


@pytest.mark.parametrize("length", [LARGE + 1, 3_000_000])
def test_what_is_too_large_is_told_of_and_not_kept(server, host, code, examples, length):
    for visitor, path in ((Visitor(server), "join"), (host, "coach/session")):
        answer = visitor.post(f"{path}/{code}", b"act=join&receipt=".ljust(length, b"x"))
        assert answer.status == 413
        told(answer, examples, "too_large")


FROM_HOSTS = {
    "nothing": ({}, "not_understood"),
    "an unknown act": ({"act": "rule"}, "not_understood"),
    "heads that are neither": ({"act": "begin", "heads": "maybe"}, "not_understood"),
    "no heads": ({"act": "begin"}, "no_choice"),
    "begun": ({"act": "begin", "heads": "yes"}, "begun"),
    "no question chosen": ({"act": "ask"}, "no_choice"),
    "a second question": ({"act": "ask", "question": "equal-decisions"}, "open"),
    "cards in a round": ({"act": "cards"}, "open"),
    "an action in a round": ({"act": "propose", "text": "x"}, "open"),
    "an empty action": ({"act": "propose", "text": " \n "}, "no_text"),
    "an action of no end": ({"act": "propose", "text": "x" * 401}, "too_large"),
    "control signs": ({"act": "propose", "text": "a\0b"}, "not_understood"),
    "signs that no file may hold": ({"act": "propose", "text": "a\uffff"}, "not_understood"),
    "a telling without who": ({"act": "finish", "how": "x", "by": "x"}, "no_text"),
    "the end in a round": ({"act": "finish", "who": "x", "how": "x", "by": "x"}, "open"),
    "apart in a round": ({"act": "apart"}, "open"),
    "again in a round": ({"act": "ask-again"}, "open"),
    "an action that is not open": ({"act": "settle"}, "not_open"),
    "no file": ({"act": "earlier"}, "no_file"),
}


@pytest.mark.parametrize(("fields", "reason"), FROM_HOSTS.values(), ids=FROM_HOSTS)
def test_what_a_host_can_not_do_is_told_of(host, code, examples, fields, reason):
    told(host.post(f"coach/session/{code}", **fields), examples, reason)


FILES = {
    "nothing": b"",
    "no JSON": b"PK\3\4",
    "a list": b"[]",
    "nesting": b"[" * 30_000,
    "another format": json.dumps(REPORT | {"format": "plan"}).encode(),
    "a newer version": json.dumps(REPORT | {"version": 2}).encode(),
    "a field too many": json.dumps(REPORT | {"names": ["Anne"]}).encode(),
    "no day": json.dumps(REPORT | {"day": "yesterday"}).encode(),
    "a day that is none": json.dumps(REPORT | {"day": "2026-99-99"}).encode(),
    "a word that is none": json.dumps(
        REPORT | {"shown": [{"question": "all-stages", "words": {"staff": "12 of 14"}}]}
    ).encode(),
    "control signs": json.dumps(REPORT | {"telling": ["a\0b"]}).encode(),
    "half a character": json.dumps(REPORT | {"telling": ["a\ud800"]}).encode(),
    "numbers of no end": json.dumps(REPORT).encode().replace(b"1", b"9" * 5000),
}


@pytest.mark.parametrize("file", FILES.values(), ids=FILES)
def test_a_file_that_no_session_kept_is_told_of(host, code, examples, file):
    body, headers = multipart(file)
    told(host.post(f"coach/session/{code}", body, headers), examples, "not_report", "no_file")


@pytest.mark.parametrize("plan", [None, "", "31", "short\n", "x" * 1000, "../short", "\0"])
def test_a_plan_that_is_none_is_told_of(host, examples, plan):
    sent = {} if plan is None else {"plan": plan}
    told(host.post("coach", **sent), examples, "not_understood", "no_choice")


@pytest.mark.parametrize(
    "typed",
    [
        *("", "ABC", "ABCDEFG", "123456", "IIIIII", "%00A%00", "%ff%fe", "..%2f..", "A" * 5000),
        *("%F0%9F%98%80" * 6, "ABCDEF/ABCDEF", "ABCDEF%0d%0aSet-Cookie:x", "%EF%AC%80" * 3),
    ],
)
@pytest.mark.parametrize(
    "at", ["join?code=", "join/", "room/", "coach/session/", "api/join/", "api/room/", "api/coach/"]
)
def test_a_code_that_is_none_leads_nowhere(host, at, typed):
    answer = host.get(f"{at}{typed}")
    assert answer.status in (200, 303, 404, 429)
    if answer.status == 303:
        assert (at, typed, answer.leads_to) in [("join/", "", "../join")]
    elif answer.status == 200:
        assert (at, typed) == ("join?code=", "")
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"])
@pytest.mark.parametrize(
    "at", ["join", "join/{}", "room/{}", "coach", "coach/session/{}", "api/join/{}"]
)
def test_another_method_is_told_of(host, code, examples, at, method):
    answer = host.get(at.format(code), method=method)
    assert answer.status == 405
    told(answer, examples, "not_understood", "no_session")


@pytest.mark.parametrize("at", ["join", "room/{}", "api/join/{}", "coach/session/{}/report"])
def test_a_form_for_what_takes_none_is_told_of(host, code, examples, at):
    answer = host.post(at.format(code), act="leave")
    assert answer.status == 405
    told(answer, examples, "not_understood")


def test_what_is_asked_for_without_its_body_is_as_long(host, code):
    for at in (f"join/{code}", f"room/{code}", "join", "coach", f"api/join/{code}"):
        answer = host.get(at, method="HEAD")
        assert (answer.status, answer.body) == (200, b""), at


def first_line(server, *lines):
    """Send lines that no client would; return the first line that comes back."""
    answer = raw(server, request(*lines, close=False))
    return answer.partition(b"\r\n")[0].decode()


def test_what_is_hardly_http_is_no_fault_of_ours(server, code):
    post = f"POST /join/{code} HTTP/1.1"
    for lines in (
        (post, "Host: x", "Content-Length: 100000000000"),
        (post, "Host: x", "Content-Length: -1"),
        (post, "Host: x", "Transfer-Encoding: chunked", "Content-Length: 3", "", "abc"),
        (post, "Host: x", "Transfer-Encoding: chunked", "", "zz"),
        (post, "Host: x", "Cookie: " + "a=b; " * 20_000),
        (f"GET /join/{code}?since={'9' * 70_000} HTTP/1.1", "Host: x"),
        ("GET /join/\xff\xfe HTTP/1.1", "Host: x"),
        (post, "Host: x", "Content-Length: 50", "", "act=join"),
    ):
        answer = first_line(server, *lines)
        assert answer == "" or " 4" in answer, lines
    assert first_line(server, f"GET /join/{code} HTTP/1.1", "Host: x") == "HTTP/1.1 200 OK"


@pytest.mark.parametrize("since", ["0", "-1", "1e9", "99999999999999999999", "x", "999999999"])
def test_a_version_that_never_was_shows_what_there_is(host, code, since):
    assert host.get(f"coach/session/{code}?since={since}").status == 200


def test_what_a_host_writes_is_text_on_every_page(host, examples):
    code, text = host.create("short"), "<script>alert(1)</script>{{ 7 * 7 }}\"'&"
    phones = [Phone(host.server, code=code).join("staff") for _ in range(5)]
    host.do(code, "begin", heads="yes")
    host.do(code, "propose", text=text)
    pages = [phones[0].page]
    pages += [host.get(at.format(code)).text for at in ("room/{}", "coach/session/{}")]
    for page in pages:
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert(1)&lt;/script&gt;{{ 7 * 7 }}" in page
