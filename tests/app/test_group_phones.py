"""What a phone gets over HTTP, without a script: from its code to the reveal."""

import json
import re
from urllib.parse import quote

import pytest
import ways_in
from visitor import Host, Phone, Visitor, receipt_in

from widgets.group.session import LETTERS

SEATS = ("lived_experience", "staff")
PLAN = "short"


@pytest.fixture(scope="module")
def server(example_file):
    with ways_in.serve(example_file) as server:
        yield server


@pytest.fixture(scope="module")
def host(server):
    return Host(server).enter()


@pytest.fixture
def code(host):
    return host.create(PLAN)


@pytest.fixture
def phones(server, host, code):
    """Return ten phones of two groups, with the first question open."""
    phones = [Phone(server, code=code).join(SEATS[place % 2]) for place in range(10)]
    host.do(code, "begin", heads="yes")
    host.do(code, "ask", question="all-stages")
    return phones


@pytest.fixture
def problems(examples):
    return examples.words.group.problems


def states(visitor, code):
    return [json.loads(visitor.get(f"api/{kind}/{code}").body) for kind in ("join", "room")]


def test_a_code_is_six_letters_that_look_like_no_other(code):
    assert re.fullmatch(f"[{LETTERS}]{{6}}", code)
    assert not {"I", "O"} & set(LETTERS)


@pytest.mark.parametrize("between", ["", " ", "-", "\N{EN DASH}", "\n", "\N{NO-BREAK SPACE}"])
def test_a_code_is_found_however_it_is_typed_or_pasted(server, code, between):
    for typed in (between.join(code), f" {between.join(code.lower())}\t"):
        answer = Visitor(server).get(f"join?code={quote(typed)}")
        assert (answer.status, answer.leads_to) == (303, f"join/{code}")
        answer = Visitor(server).get(f"join/{quote(typed)}")
        assert answer.status == (200 if typed == code else 303)


def test_a_phone_needs_no_cookie_and_its_page_is_not_kept(server, code):
    answer = Phone(server, code=code).get(f"join/{code}")
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in answer.headers
    assert "Set-Cookie" not in Phone(server, code=code).get(f"api/join/{code}").headers


def test_the_page_sends_to_this_server_alone_and_stands_in_no_frame(server, code):
    for path in (f"join/{code}", "join", f"room/{code}", "coach", f"api/join/{code}"):
        policy = Visitor(server).get(path).headers["Content-Security-Policy"]
        assert policy.endswith("form-action 'self'; connect-src 'self'; frame-ancestors 'none'")
    policy = Visitor(server).get("first").headers["Content-Security-Policy"]
    assert "form-action 'none'; frame-ancestors 'self'" in policy


def test_each_page_holds_a_receipt_of_its_own(server, code):
    drawn = {receipt_in(Visitor(server).get(f"join/{code}").text) for _ in range(5)}
    assert len(drawn) == 5
    assert {len(receipt) for receipt in drawn} == {22}


def test_an_answer_is_sent_changed_and_taken_back(phones, examples):
    says = examples.words.group.phone
    phone = phones[0]
    answer = phone.send("partly")
    assert answer.status == 303
    assert answer.leads_to.startswith(f"../join/{phone.code}?phone={phone.receipt}")
    assert says.sent in phone.page
    assert 'value="partly" required checked' in phone.page
    phone.send("not-now")
    assert 'value="not-now" required checked' in phone.page
    phone.act("take-back", asked="1")
    assert says.sent not in phone.page


def test_what_is_sent_again_is_counted_once(phones):
    for _ in range(3):
        assert phones[0].send("partly").status == 303
    assert states(phones[0], phones[0].code)[1]["answered"] == 1


def test_no_phone_sees_the_page_of_another(phones):
    phones[0].send("partly")
    assert phones[0].receipt in phones[0].page
    for other in phones[1:]:
        assert phones[0].receipt not in other.page
        assert "checked" not in other.page


def test_a_round_is_shown_as_words_when_it_closes(host, phones, examples):
    for place, phone in enumerate(phones):
        phone.send("yes-fully" if place % 2 else "not-now")
    host.do(phones[0].code, "close-now")
    words = examples.words.group.shown.words
    for page in (phones[0].page, Visitor(host.server).get(f"room/{phones[0].code}").text):
        assert words.fewer in page
        assert words.more in page


def test_an_answer_that_is_late_stays_on_the_phone_and_is_told_of(host, phones, problems, examples):
    host.do(phones[0].code, "close-now")
    answer = phones[0].send("partly")
    assert answer.status == 409
    assert examples.words.group.phone.late in answer.text
    assert problems.closed not in answer.text
    assert states(phones[0], phones[0].code)[1]["answered"] is None


def test_more_time_is_given_once_to_each_phone_and_twice_in_a_round(host, phones, problems):
    code = phones[0].code
    assert problems.not_open in phones[0].act("more-time").text
    host.do(code, "close-announce")
    before = states(phones[0], code)[0]["closes_in"]
    assert 55 <= before <= 60
    assert phones[0].act("more-time", asked="1").status == 303
    assert 115 <= states(phones[0], code)[0]["closes_in"] <= 120
    assert problems.asked_before in phones[0].act("more-time").text
    assert phones[1].act("more-time").status == 303
    assert problems.no_more_time in phones[2].act("more-time").text


def test_every_phone_is_told_the_same_and_no_count(phones):
    phone, other = phones[:2]
    phone.send("partly")
    one = phone.get(f"api/join/{phone.code}?phone={phone.receipt}")
    same = other.get(f"api/join/{phone.code}")
    assert one.body == same.body
    assert set(json.loads(one.body)) == {"screen", "closes_in"}


def test_a_state_that_has_not_changed_is_a_304(host, phones):
    phone = phones[0]
    seen = phone.get(f"api/join/{phone.code}").headers["ETag"]
    again = phone.get(f"api/join/{phone.code}", **{"If-None-Match": seen})
    assert (again.status, again.body) == (304, b"")
    phones[1].send("partly")
    assert phone.get(f"api/join/{phone.code}", **{"If-None-Match": seen}).status == 304
    host.do(phone.code, "close-now")
    assert phone.get(f"api/join/{phone.code}", **{"If-None-Match": seen}).status == 200


def test_whoever_leaves_leaves_nothing_and_the_phone_can_be_passed_on(server, host, code):
    phone = Phone(server, code=code).join("staff")
    assert states(phone, code)[1]["numbers"] == {"staff": 1}
    answer = phone.act("leave")
    assert (answer.status, answer.leads_to) == (303, "../join")
    assert states(phone, code)[1]["numbers"] == {}
    assert receipt_in(phone.get(f"join/{code}").text) != phone.receipt


def test_a_phone_that_is_tried_out_is_never_counted(server, host, code):
    trial = Phone(server, code=code)
    trial.receipt = receipt_in(trial.get(f"join/{code}?test=1").text)
    assert trial.act("join", seat="", test="1").status == 303
    assert trial.act("join", seat="staff", test="1").status == 303
    assert states(trial, code)[1]["numbers"] == {}


def test_a_phone_that_comes_late_only_talks(server, host, phones, problems):
    late = Phone(server, code=phones[0].code).join("staff")
    assert problems.not_counted in late.send("partly").text


def test_an_unknown_receipt_is_a_phone_that_has_not_joined(server, code):
    receipt = "x" * 22
    page = Visitor(server).get(f"join/{code}?phone={receipt}")
    assert page.status == 200
    assert receipt_in(page.text) == receipt
    for odd in ("short", "x" * 400, "<script>", "%00" * 22):
        page = Visitor(server).get(f"join/{code}?phone={odd}")
        assert page.status == 200
        assert len(receipt_in(page.text)) == 22


def test_a_session_that_is_deleted_is_gone_for_all(host, phones, problems):
    phone = phones[0]
    host.do(phone.code, "forget")
    for path in (f"join/{phone.code}?phone={phone.receipt}", f"room/{phone.code}"):
        assert (answer := phone.get(path)).status == 404
        assert problems.no_session in answer.text
    state = phone.get(f"api/join/{phone.code}")
    assert (state.status, json.loads(state.body)) == (404, {"problem": problems.no_session})


def test_each_page_comes_back_where_it_was_after_a_restart(own_server):
    server, host = own_server, Host(own_server).enter()
    code = host.create(PLAN)
    phones = [Phone(server, code=code).join(SEATS[place % 2]) for place in range(10)]
    host.do(code, "begin", heads="yes")
    host.do(code, "ask", question="all-stages")
    phones[0].send("partly")
    before = [phones[0].page, host.get(f"coach/session/{code}").text]
    server.kill()
    server.start()
    server.wait()
    assert [phones[0].page, host.get(f"coach/session/{code}").text] == before


@pytest.fixture
def own_server(example_file, tmp_path):
    server = ways_in.serve(example_file, "--db", f"sqlite:///{tmp_path}/sessions.db")
    with server:
        yield server
