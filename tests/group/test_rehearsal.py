"""A rehearsal: a whole session with people who are not there."""

from widgets.group import rehearsal, room, rounds, session
from widgets.group.standing import standing

QUESTIONS = ("all-stages", "equal-decisions", "jointly-responsible", "power")


def answered(rehearsed, **changes):
    return session.close(rehearsal.answer(session.with_room(rehearsed, **changes)))


def test_twelve_invented_people_see_it_differently_agree_and_do_not_know():
    begun = session.Session(room.Room(code="ABCDEF", plan="ninety", questions=QUESTIONS))
    begun = session.begin(rehearsal.invite(begun), heads_agree=True)
    assert begun.room.counted == {"lived_experience": 6, "staff": 6}
    for question in QUESTIONS:
        begun = answered(begun, room=rounds.ask(begun.room, question))
    shown = [standing(each.question, each.words).section for each in begun.room.rounds]
    assert shown == ["differ", "missing", "unknown", "mostly"]


def test_asked_again_after_talking_apart_they_agree_and_they_agree_to_an_action():
    begun = session.Session(room.Room(code="ABCDEF", plan="ninety", questions=QUESTIONS[:1]))
    begun = session.begin(rehearsal.invite(begun), heads_agree=True)
    begun = answered(begun, room=rounds.ask(begun.room, QUESTIONS[0]))
    begun = answered(begun, room=rounds.ask_again(rounds.talk_apart(begun.room)))
    assert [dict(each.words) for each in begun.room.rounds] == [
        {"lived_experience": "fewer", "staff": "more"},
        {"lived_experience": "fewer", "staff": "fewer"},
    ]
    begun = answered(begun, room=rounds.propose(begun.room, "Ask them first"))
    assert [each.said_yes for each in begun.room.actions] == [True]
