"""A session from its first phone to its end, without clock or store."""

import pytest

from widgets.group import rounds
from widgets.group import session as sessions
from widgets.group.room import NotNow, Room, Telling
from widgets.group.session import Session

QUESTIONS = ("all-stages", "equal-decisions")
SEATS = {"lived_experience": 5, "staff": 7}
TELLING = Telling(who="The host", how="By letter", by="June")


def gathered(**seats):
    session = Session(Room(code="ABCDEF", plan="sixty", questions=QUESTIONS))
    for seat, number in (seats or SEATS).items():
        for place in range(number):
            session = sessions.join(session, f"{seat} {place}", seat)
    return session


def begun(**seats):
    return sessions.begin(gathered(**seats), heads_agree=True)


def room_after(session, change, *given):
    return sessions.with_room(session, change(session.room, *given))


def asked(session, question=QUESTIONS[0]):
    return room_after(session, rounds.ask, question)


def sent(session, without=(), **said):
    """Let each phone that counts send what its group says."""
    now = sessions.asked_now(session.room)
    for name, phone in session.phones.items():
        if phone.counts and name not in without:
            session = sessions.send(session, name, now, said[phone.seat])
    return session


def shown(session=None):
    answered = sent(session or asked(begun()), lived_experience="not-now", staff="yes-fully")
    return sessions.close(answered)


def reason(change, *given):
    with pytest.raises(NotNow) as refused:
        change(*given)
    return refused.value.args[0]


def test_what_shows_when_a_round_closes_is_words_and_what_was_sent_is_gone():
    session = shown()
    assert session.room.now.words == {"lived_experience": "fewer", "staff": "more"}
    assert session.sent == {}
    assert "not-now" not in session.room.model_dump_json()


@pytest.mark.parametrize("seats", [{"lived_experience": 5, "staff": 4}, {"staff": 1}])
def test_with_a_smaller_group_nobody_is_private_and_everyone_uses_cards(seats):
    session = gathered(**seats)
    assert reason(sessions.begin, session, True) == "too-few"
    session = sessions.with_room(session, rounds.to_cards(session.room))
    assert (session.room.cards, session.room.counted) == ("chosen", {})
    assert not any(phone.counts for phone in session.phones.values())
    assert reason(rounds.ask, session.room, QUESTIONS[0]) == "by-cards"


def test_a_smaller_group_may_join_another_or_only_talk_before_it_begins():
    session = gathered(lived_experience=5, staff=5, carers=2)
    session = sessions.join(session, "carers 0", "lived_experience")
    session = sessions.begin(sessions.join(session, "carers 1", ""), heads_agree=True)
    assert session.room.counted == {"lived_experience": 6, "staff": 5}
    assert session.phones["carers 0"].counts
    assert reason(sessions.send, asked(session), "carers 1", "1", "yes-fully") == "not-counted"


def test_heads_that_are_not_as_many_as_phones_mean_cards():
    assert sessions.begin(gathered(), heads_agree=False).room.cards == "heads-differ"


def test_whoever_comes_later_talks_and_a_phone_that_counts_keeps_its_group():
    session = sessions.join(asked(begun()), "late", "staff")
    assert not session.phones["late"].counts
    assert reason(sessions.send, session, "late", "1", "yes-fully") == "not-counted"
    moved = sessions.join(session, "staff 0", "lived_experience")
    assert moved.phones["staff 0"].seat == "staff"


def test_a_phone_that_is_only_tried_out_never_counts():
    session = sessions.join(gathered(), "tried", "staff", is_test=True)
    session = sessions.begin(session, heads_agree=True)
    assert session.room.counted == SEATS
    assert not session.phones["tried"].counts


def test_a_phone_counts_once_however_often_it_sends():
    session = asked(begun())
    for said in ("yes-fully", "not-now", "rather-not"):
        session = sessions.send(session, "staff 0", "1", said)
    assert session.sent == {"staff 0": "rather-not"}
    assert sessions.take_back(session, "staff 0", "1").sent == {}


def test_nothing_is_shown_where_one_group_sent_fewer_than_five():
    session = sent(
        asked(begun()), ["lived_experience 0"], lived_experience="partly", staff="partly"
    )
    closed = sessions.close(session)
    assert (closed.room.now.is_closed, closed.room.now.words) == (True, None)
    assert closed.sent == {}
    assert reason(rounds.talk_apart, closed.room) == "nothing-shown"


def test_a_joint_round_shows_only_if_exactly_the_same_phones_sent_again():
    session = room_after(room_after(shown(), rounds.talk_apart), rounds.ask_again)
    same = sent(session, lived_experience="yes-fully", staff="yes-fully")
    assert sessions.close(same).room.now.words == {"lived_experience": "more", "staff": "more"}
    fewer = sent(session, ["staff 0"], lived_experience="yes-fully", staff="yes-fully")
    assert sessions.close(fewer).room.now.words is None


def test_there_is_one_joint_round_in_a_session():
    session = shown(room_after(room_after(shown(), rounds.talk_apart), rounds.ask_again))
    session = shown(asked(session, QUESTIONS[1]))
    assert reason(rounds.talk_apart, session.room) == "apart-once"


def test_each_phone_may_ask_for_more_time_once_and_a_round_is_longer_twice_at_most():
    session = room_after(asked(begun()), rounds.announce_close, 1000.0)
    assert session.room.now.closes_at == 1060
    session = sessions.ask_for_time(session, "staff 0")
    assert reason(sessions.ask_for_time, session, "staff 0") == "asked-before"
    session = sessions.ask_for_time(session, "staff 1")
    assert session.room.now.closes_at == 1180
    assert reason(sessions.ask_for_time, session, "staff 2") == "no-more-time"
    assert not rounds.is_due(session.room, 1179.9)
    assert rounds.is_due(session.room, 1180)


def test_an_answer_that_comes_late_is_not_counted():
    assert reason(sessions.send, shown(), "staff 0", "1", "yes-fully") == "closed"
    assert reason(sessions.send, asked(shown(), QUESTIONS[1]), "staff 0", "1", "partly") == "closed"


@pytest.mark.parametrize(("no", "everyone"), [([], True), (["staff 6"], False)])
def test_an_action_is_shown_as_everyone_or_not_yet_everyone(no, everyone):
    session = room_after(shown(), rounds.propose, "Ask them first")
    closed = sessions.close(sent(session, no, lived_experience="yes", staff="yes"))
    assert closed.room.actions[-1].said_yes == everyone


def test_whoever_has_left_does_not_keep_the_others_from_agreeing():
    session = sessions.leave(room_after(shown(), rounds.propose, "Ask them first"), "staff 6")
    closed = sessions.close(sent(session, ["staff 6"], lived_experience="yes", staff="yes"))
    assert closed.room.actions[-1].said_yes
    assert closed.room.counted == SEATS


def test_an_action_that_is_taken_back_is_gone_with_what_was_sent():
    session = room_after(shown(), rounds.propose, "Aks them first")
    session = sessions.withdraw(sent(session, lived_experience="yes", staff="yes"))
    assert (session.room.actions, session.sent) == ((), {})
    assert reason(sessions.withdraw, session) == "not-open"


def test_a_session_ends_only_when_it_says_who_tells_everyone_and_nothing_is_open():
    assert reason(rounds.finish, asked(begun()).room, TELLING) == "open"
    assert reason(rounds.finish, gathered().room, TELLING) == "not-begun"
    finished = sessions.finish(shown(), TELLING).room
    assert (finished.is_finished, finished.telling) == (True, TELLING)
    assert {each.senders for each in finished.rounds} == {""}
    assert reason(rounds.ask, finished, QUESTIONS[1]) == "finished"


def test_when_a_session_ends_it_forgets_how_each_phone_took_part():
    finished = sessions.finish(shown(), TELLING)
    assert finished.phones.keys() == gathered().phones.keys()
    assert {phone.seat for phone in finished.phones.values()} == {""}
    assert not any(phone.counts for phone in finished.phones.values())


def test_leaving_takes_back_what_was_sent_and_before_it_begins_the_phone_too():
    assert "staff 0" not in sessions.leave(gathered(), "staff 0").phones
    session = sent(asked(begun()), lived_experience="partly", staff="partly")
    left = sessions.leave(session, "staff 0")
    assert "staff 0" not in left.sent
    assert (left.phones["staff 0"].counts, left.phones["staff 0"].seat) == (True, "staff")


@pytest.mark.parametrize(
    ("change", "given", "why"),
    [
        (sessions.join, ("new", "trustees"), "no-group"),
        (sessions.send, ("nobody", "1", "partly"), "not-counted"),
        (sessions.send, ("staff 0", "1", "perhaps"), "no-answer"),
        (sessions.take_back, ("staff 0", "2"), "closed"),
        (sessions.ask_for_time, ("staff 0",), "not-open"),
        (sessions.begin, (True,), "begun"),
    ],
)
def test_what_can_not_be_done_now_says_why(change, given, why):
    assert reason(change, asked(begun()), *given) == why


@pytest.mark.parametrize(
    ("change", "given", "why"),
    [
        (rounds.ask, ("all-stages",), "asked"),
        (rounds.announce_close, (0,), "not-open"),
        (rounds.ask_again, (), "not-apart"),
        (rounds.close, ({}, {}), "not-open"),
        (rounds.settle, ({}, {}), "not-open"),
    ],
)
def test_what_a_host_can_not_do_now_says_why(change, given, why):
    assert reason(change, shown().room, *given) == why


def test_no_more_phones_are_taken_than_a_hall_holds():
    session = gathered(staff=sessions.MOST_PHONES)
    assert reason(sessions.join, session, "one more", "staff") == "full"


def test_codes_have_six_letters_that_look_like_no_other():
    codes = {sessions.new_code() for _ in range(200)}
    assert len(codes) == 200
    assert {len(code) for code in codes} == {6}
    assert set("".join(codes)) <= set("ABCDEFGHJKLMNPQRSTUVWXYZ")
