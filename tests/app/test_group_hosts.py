"""What a host does over HTTP: the key, the sessions, the controls, and what is left."""

import io
import json
import re
import zipfile

import pytest
import ways_in
from visitor import Host, Phone, Visitor, key_of, multipart

SEATS = ("lived_experience", "staff")
PLAN = "short"


@pytest.fixture(scope="module")
def server(example_file):
    with ways_in.serve(example_file) as server:
        yield server


@pytest.fixture
def host(server):
    return Host(server).enter()


@pytest.fixture
def code(host):
    return host.create(PLAN)


@pytest.fixture
def says(examples):
    return examples.words.group


def shown(host, code):
    """Bring a session to where a question has been shown."""
    phones = [Phone(host.server, code=code).join(SEATS[place % 2]) for place in range(10)]
    host.do(code, "begin", heads="yes")
    host.do(code, "ask", question="all-stages")
    for place, phone in enumerate(phones):
        phone.send("yes-fully" if place % 2 else "not-now")
    host.do(code, "close-now")
    return phones


def finished(host, code):
    phones = shown(host, code)
    host.do(code, "propose", text="Ask  earlier\nnext time")
    for phone in phones:
        phone.send("yes", "action-1")
    host.do(code, "settle")
    host.do(code, "finish", who="Both hosts", how="By letter", by="1 June")
    return phones


def test_the_command_tells_where_hosts_get_in(server):
    assert re.search(
        rf"^Hosts open {server.url()}coach\?key=[\w-]{{22}}$", server.log.read_text(), re.M
    )


def test_a_key_from_the_environment_is_not_told(example_file):
    server = ways_in.serve(example_file)
    server.environment = {"COPRODUCTION_HOST_KEY": "k" * 22, "COPRODUCTION_COOKIE_SECRET": "s" * 22}
    with server:
        host = Visitor(server)
        assert host.get(f"coach?key={'k' * 22}").status == 303
        told = server.log.read_text()
    assert (
        f"Hosts open {server.url()}coach with ?key= and the key in COPRODUCTION_HOST_KEY.\n" in told
    )
    assert "k" * 22 not in told


def test_the_key_turns_into_a_cookie_and_leaves_the_address(server):
    answer = Visitor(server).get(f"coach?key={key_of(server)}")
    assert (answer.status, answer.leads_to) == (303, "coach")
    cookie = answer.headers["Set-Cookie"]
    name, *about = [part.strip() for part in cookie.split(";")]
    assert re.fullmatch("coproduction_host=[0-9a-f]{64}", name)
    assert {part for part in about if not part.startswith("expires=")} == {
        *("HttpOnly", "Max-Age=2592000", "Path=/", "SameSite=Lax")
    }
    assert key_of(server) not in cookie


def test_under_https_the_cookie_goes_to_the_course_alone(example_file):
    server = ways_in.serve(example_file, "--public-url", "https://example.org/course/")
    with server:
        [key] = re.findall(
            r"^Hosts open https://example.org/course/coach\?key=(\S+)$",
            server.log.read_text(),
            re.MULTILINE,
        )
        cookie = Visitor(server).get(f"coach?key={key}").headers["Set-Cookie"]
    assert cookie.endswith("; HttpOnly; Max-Age=2592000; Path=/course/; SameSite=Lax; Secure")


def test_whoever_is_no_host_is_told_whom_the_page_is_for(server, code, says):
    stranger = Visitor(server)
    assert (answer := stranger.get("coach")).status == 200
    assert says.host.for_hosts in answer.text
    for path in (f"coach/session/{code}", f"coach/session/{code}/report"):
        answer = stranger.get(path)
        assert (answer.status, code in answer.text) == (403, False)
        assert says.host.for_hosts in answer.text
    assert stranger.get(f"api/coach/{code}").status == 403
    assert stranger.post("coach", plan=PLAN).status == 403
    assert stranger.post(f"coach/session/{code}", act="forget").status == 403
    assert stranger.get("coach?key=wrong").status == 403
    assert says.problems.wrong_key in stranger.get("coach?key=wrong").text


@pytest.mark.parametrize("cookie", ["x", "0" * 64, "", '"', "a=b; c", "ÿ"])
def test_a_cookie_of_ones_own_making_opens_nothing(server, code, cookie):
    stranger = Visitor(server, {"Cookie": f"coproduction_host={cookie}"})
    assert stranger.get(f"coach/session/{code}").status == 403


def test_a_form_from_another_page_changes_nothing(host, code, says):
    for headers in (
        {"Origin": "https://example.org"},
        {"Origin": "null"},
        {"Origin": None},
        {"Origin": "http://["},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": None, "Sec-Fetch-Site": "cross-site"},
        {"Origin": "null", "Sec-Fetch-Site": "same-site"},
    ):
        answer = host.post(f"coach/session/{code}", headers=headers, act="forget")
        assert answer.status == 403, headers
        assert says.problems.foreign in answer.text
        assert host.post("coach", headers=headers, plan=PLAN).status == 403
        assert (
            host.post(f"join/{code}", headers=headers, act="leave", receipt="x" * 22).status == 403
        )
    assert host.get(f"coach/session/{code}").status == 200


def test_a_form_from_a_page_of_ours_that_does_not_tell_its_origin_is_taken(host, code):
    headers = {"Origin": None, "Sec-Fetch-Site": "same-origin"}
    answer = host.post(f"coach/session/{code}", headers=headers, act="begin", heads="no")
    assert answer.status == 303


def test_two_hosts_run_a_session_and_the_first_one_is_heard(host, code, server, says):
    other = Host(server).enter()
    shown(host, code)
    host.do(code, "ask", question="equal-decisions")
    answer = other.post(f"coach/session/{code}", act="ask", question="equal-decisions")
    assert answer.status == 409
    assert says.problems.open in answer.text
    other.do(code, "close-now")
    answer = host.post(f"coach/session/{code}", act="close-now")
    assert (answer.status, says.problems.not_open in answer.text) == (409, True)


def test_what_one_host_is_late_with_closes_nothing_else(host, code, says):
    shown(host, code)
    host.do(code, "propose", text="Ask earlier")
    answer = host.post(f"coach/session/{code}", act="close-now")
    assert (answer.status, says.problems.not_open in answer.text) == (409, True)
    host.do(code, "settle")
    host.do(code, "ask", question="equal-decisions")
    assert host.post(f"coach/session/{code}", act="settle").status == 409
    host.do(code, "close-now", asked="2")
    host.do(code, "ask", question="jointly-responsible")
    answer = host.post(f"coach/session/{code}", act="close-now", asked="2")
    assert (answer.status, says.problems.not_open in answer.text) == (409, True)


def test_a_round_that_is_announced_closes_by_itself(host, code, server):
    phones = [Phone(server, code=code).join(SEATS[place % 2]) for place in range(10)]
    host.do(code, "begin", heads="yes")
    host.do(code, "ask", question="all-stages")
    host.do(code, "close-announce")
    assert json.loads(phones[0].get(f"api/join/{code}").body)["closes_in"] > 0


def test_a_session_is_finished_once_it_says_who_tells_everyone(host, code, says):
    shown(host, code)
    answer = host.post(
        f"coach/session/{code}", act="finish", who="Both hosts", how=" ", by="1 June"
    )
    assert (answer.status, says.problems.no_text in answer.text) == (400, True)
    host.do(code, "finish", who="Both hosts", how="By letter", by="1 June")
    answer = host.post(f"coach/session/{code}", act="ask", question="equal-decisions")
    assert (answer.status, says.problems.finished in answer.text) == (409, True)


def test_the_report_comes_to_print_as_word_and_as_the_file_to_keep(host, code, says):
    finished(host, code)
    page = host.get(f"coach/session/{code}/report")
    assert (page.status, says.report.title in page.text) == (200, True)
    word = host.get(f"coach/session/{code}/report.docx")
    assert word.headers["Content-Disposition"].startswith(f'attachment; filename="{code}-2')
    document = zipfile.ZipFile(io.BytesIO(word.body)).read("word/document.xml").decode()
    assert "Ask earlier next time" in document
    kept = json.loads(host.get(f"coach/session/{code}/report.json").body)
    assert kept["shown"][0]["words"] == {"lived_experience": "fewer", "staff": "more"}
    assert kept["agreed"] == [{"text": "Ask earlier next time", "said_yes": True}]


def test_a_later_session_opens_the_file_that_was_kept(host, code, says):
    finished(host, code)
    kept = host.get(f"coach/session/{code}/report.json").body
    later = host.create(PLAN)
    body, headers = multipart(kept)
    assert host.post(f"coach/session/{later}", body, headers).status == 303
    day = json.loads(kept)["day"]
    finished(host, later)
    assert host.get(f"coach/session/{later}").status == 200
    assert host.get(f"coach/session/{later}/report").status == 200
    assert day


def test_a_session_is_deleted_at_once(host, code):
    host.do(code, "forget")
    assert host.get(f"coach/session/{code}").status == 404
    assert code not in host.get("coach").text


def test_a_rehearsal_has_twelve_people_who_answer_and_is_kept_nowhere(host, says):
    code = host.create(PLAN, rehearsal="1")
    assert code not in host.get("coach").text
    host.do(code, "begin", heads="yes")
    host.do(code, "ask", question="all-stages")
    assert json.loads(host.get(f"api/room/{code}").body)["answered"] == 12
    host.do(code, "close-now")
    assert says.rehearsal in host.get(f"room/{code}").text


def test_the_room_screen_needs_no_key_and_has_nothing_to_press(server, code, says):
    page = Visitor(server).get(f"room/{code}")
    assert page.status == 200
    assert says.room.who in page.text
    assert key_of(server) not in page.text
    assert not re.search("<(form|button|input)", page.text)


def test_no_key_cookie_code_or_receipt_is_ever_in_the_log(server, host, code):
    phones = shown(host, code)
    before = server.log.read_text()
    cookie = host.headers["Cookie"].partition("=")[2]
    tampered = Visitor(server, {"Cookie": f"coproduction_host={cookie}x"})
    tampered.get(f"coach/session/{code}?key={key_of(server)}")
    Visitor(server).get(f"coach?key={key_of(server)}x")
    Visitor(server).get(f"coach?key={key_of(server)}&key=%ff")
    Visitor(server).get(f"api/coach?key={key_of(server)}")
    phones[0].post(f"join/{code}", b"\xff" * 1000)
    phones[0].act("send", asked="1", said="x" * 70_000)
    assert server.log.read_text() == before


def test_nobody_starts_a_kernel_over_http(server, host):
    for path in (
        "api/kernels",
        "api/sessions",
        "api/terminals",
        "voila/render/first.ipynb",
        "join",
    ):
        for visitor in (Visitor(server), host):
            assert visitor.post(path, b'{"name": "python3"}').status in (403, 404, 405)
    assert server.kernels() == []
