"""A session with phones, walked from its first phone to its end: one example of all that shows."""

from dataclasses import replace

from widgets.course.readiness_questions import CONSIDERED, CORE
from widgets.group import rounds
from widgets.group import session as sessions
from widgets.group.report import Report, Shown
from widgets.group.room import Room, Telling
from widgets.group.session import Session, asked_now, name_of

CODE = "KMPTWX"
GROUPS = ("lived_experience", "carers", "staff")
YES, PARTLY, NO, UNKNOWN, RATHER_NOT = (
    *("yes-fully", "partly", "not-now", "dont-know"),
    "rather-not",
)
ACTION = "Ask the funder together for two seats, and write down what they say."
TELLING = Telling(who="A host and a carer", how="By text", by="18 December")
EARLIER = Report(
    day="2026-05-01",
    shown=(
        Shown(question="equal-decisions", words=dict.fromkeys(GROUPS, "half")),
        Shown(question="power", words={"lived_experience": "fewer", "staff": "more"}),
    ),
)
# What each group says: of a question on which groups differ, and so on.
DIFFER = ([NO, NO, PARTLY, PARTLY, NO], [YES, YES, PARTLY, PARTLY, NO], [YES] * 6)
NEARER = ([NO, YES, PARTLY, YES, NO], [YES, YES, PARTLY, PARTLY, NO], [YES, YES, NO, NO, NO, YES])
MISSING = ([NO] * 5, [PARTLY] * 5, [NO, NO, PARTLY, PARTLY, NO, NO])
NOT_KNOWN = ([UNKNOWN, UNKNOWN, UNKNOWN, RATHER_NOT, YES], [YES] * 5, [YES] * 6)
IN_PLACE = ([YES] * 5, [YES] * 5, [YES] * 6)


def receipt_of(group, place):
    return f"{group}-{place}"


def gathered(numbers=(5, 5, 6), **room):
    """Return a session that phones have joined: those of groups, one to talk and one test."""
    session = Session(Room(code=CODE, plan="sixty", questions=(*CORE, *CONSIDERED), **room))
    for group, number in zip(GROUPS, numbers, strict=True):
        for place in range(number):
            session = sessions.join(session, name_of(receipt_of(group, place)), group)
    session = sessions.join(session, name_of("talking"), "")
    return sessions.join(session, name_of("test"), "", is_test=True)


def begun(numbers=(5, 5, 6), heads_agree=True, **room):
    return sessions.begin(gathered(numbers, **room), heads_agree)


def with_room(session, change, *given):
    return sessions.with_room(session, change(session.room, *given))


def ask(session, question="equal-decisions"):
    return with_room(session, rounds.ask, question)


def answered(session, said):
    """Let each group send what it says to what is asked now."""
    for group, responses in zip(GROUPS, said, strict=True):
        for place, response in enumerate(responses):
            name = name_of(receipt_of(group, place))
            session = sessions.send(session, name, asked_now(session.room), response)
    return session


def shown(said=DIFFER, question="equal-decisions", session=None):
    return sessions.close(answered(ask(session or begun(), question), said))


def apart(session=None):
    return with_room(session or shown(), rounds.talk_apart)


def asked_again():
    return with_room(apart(), rounds.ask_again)


def shown_twice(said=NEARER):
    return sessions.close(answered(asked_again(), said))


def everything_shown():
    """Return a session with a question under each heading, and one of which nothing may show."""
    session = shown(MISSING, "all-stages", shown_twice())
    session = shown(NOT_KNOWN, "jointly-responsible", session)
    session = shown(IN_PLACE, "power", session)
    return sessions.close(ask(session, "support"))


def proposed(session=None, text=ACTION):
    return with_room(session or everything_shown(), rounds.propose, text)


def settled(everyone=True):
    session = proposed()
    yes = [[sessions.YES] * 5, [sessions.YES] * 5, [sessions.YES] * 6]
    return sessions.close(answered(session, yes) if everyone else session)


def finished():
    later = sessions.close(proposed(settled(), "Pay carers from January."))
    return with_room(later, rounds.finish, TELLING)


def meeting_again():
    session = finished()
    return replace(session, room=session.room.but(earlier=EARLIER))


def stages():
    """Return a session at each moment that looks different, by a name for it."""
    one_sent = sessions.send(ask(begun()), name_of(receipt_of("staff", 0)), "1", PARTLY)
    return {
        "gather": gathered(),
        "ready": begun(),
        "too-few": gathered((4, 5, 5)),
        "heads-differ": begun(heads_agree=False),
        "question": ask(begun()),
        "sent": one_sent,
        "closing": with_room(one_sent, rounds.announce_close, 1_000.0),
        "shown": shown(),
        "apart": apart(),
        "asked-again": asked_again(),
        "shown-twice": shown_twice(),
        "not-shown-twice": sessions.close(asked_again()),
        "unknown": shown(NOT_KNOWN, "jointly-responsible"),
        "nothing": everything_shown(),
        "chosen-cards": with_room(shown(), rounds.to_cards),
        "action": proposed(),
        "everyone": settled(),
        "not-everyone": settled(everyone=False),
        "finished": finished(),
        "rehearsal": ask(begun(is_rehearsal=True)),
    }
