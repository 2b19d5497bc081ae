"""What may happen next in a room: its rounds, its actions and its end.

A function takes a room and returns the room as it then is, or raises NotNow with a reason's id.
"""

import hashlib
from collections.abc import Iterable, Mapping

from .floor import is_private, words_of
from .room import Action, NotNow, Phone, Room, Round, Telling, numbers

# What the host announces before a round closes, and what a phone's "more time" adds, twice at most.
SECONDS_TO_CLOSE = SECONDS_MORE = 60
MOST_MORE = 2
LONGEST_TO_CLOSE = SECONDS_TO_CLOSE + MOST_MORE * SECONDS_MORE
MOST_ACTIONS = 12


def begin(room: Room, phones: Mapping[str, Phone], heads_agree: bool) -> Room:
    """Fix who counts, after the room has counted heads, or that everyone uses cards."""
    if room.has_begun:
        raise NotNow("begun")
    counted = numbers(phones)
    if not heads_agree:
        return room.but(cards="heads-differ")
    if not is_private(counted):
        raise NotNow("too-few")
    return room.but(counted=counted)


def to_cards(room: Room) -> Room:
    """Let everyone use cards from here on."""
    _at_rest(room)
    return room.but(cards="chosen")


def ask(room: Room, question: str) -> Room:
    """Open the round of a question."""
    _in_private(room)
    if question not in room.left:
        raise NotNow("asked")
    return room.but(rounds=(*room.rounds, Round(question=question)))


def talk_apart(room: Room) -> Room:
    """Let each group talk apart about what was shown last; once in a session."""
    _in_private(room)
    if any(each.is_apart for each in room.rounds):
        raise NotNow("apart-once")
    if not room.now or room.now.words is None:
        raise NotNow("nothing-shown")
    return _with_round(room, is_apart=True)


def ask_again(room: Room) -> Room:
    """Open the joint round: the question that groups have just talked about apart."""
    _in_private(room)
    if not room.now or not room.now.is_apart:
        raise NotNow("not-apart")
    return room.but(rounds=(*room.rounds, Round(question=room.now.question, is_joint=True)))


def announce_close(room: Room, now: float) -> Room:
    """Say that the open round closes in a minute."""
    if not room.is_open or room.now.closes_at:
        raise NotNow("not-open")
    return _with_round(room, closes_at=now + SECONDS_TO_CLOSE)


def give_more_time(room: Room) -> Room:
    """Move the end of the open round, for a phone that asked."""
    if not room.is_open or not room.now.closes_at:
        raise NotNow("not-open")
    if room.now.times_longer == MOST_MORE:
        raise NotNow("no-more-time")
    longer = {"closes_at": room.now.closes_at + SECONDS_MORE}
    return _with_round(room, times_longer=room.now.times_longer + 1, **longer)


def is_due(room: Room, now: float) -> bool:
    """Return whether the open round is over; a clock that was set back can't keep it open."""
    if not room.is_open or not room.now.closes_at:
        return False
    return not 0 < room.now.closes_at - now <= LONGEST_TO_CLOSE


def close(room: Room, phones: Mapping[str, Phone], sent: Mapping[str, str]) -> Room:
    """Close the open round, which shows it; sent holds responses by phone, to be erased by now."""
    if not room.is_open:
        raise NotNow("not-open")
    by_group = {
        group: [said for phone, said in sent.items() if phones[phone].seat == group]
        for group in room.counted
    }
    words, senders = words_of(by_group), _set_of(sent)
    if room.now.is_joint and senders != room.rounds[-2].senders:
        words = None
    return _with_round(room, is_closed=True, words=words, senders=senders)


def propose(room: Room, text: str) -> Room:
    """Ask everyone for an action."""
    _in_private(room)
    if len(room.actions) == MOST_ACTIONS:
        raise NotNow("enough-actions")
    return room.but(
        actions=(*room.actions, Action(text=text, after=len(room.rounds), is_open=True))
    )


def withdraw(room: Room) -> Room:
    """Take back the action that everyone was asked for."""
    if not room.asked_for:
        raise NotNow("not-open")
    return room.but(actions=room.actions[:-1])


def settle(room: Room, phones: Mapping[str, Phone], sent: Mapping[str, bool]) -> Room:
    """Close the action that everyone was asked for: everyone said yes, or not yet everyone."""
    if not room.asked_for:
        raise NotNow("not-open")
    asked = [name for name, phone in phones.items() if phone.counts and not phone.has_left]
    everyone = bool(asked) and all(sent.get(name) for name in asked)
    settled = room.asked_for.but(is_open=False, said_yes=everyone)
    return room.but(actions=(*room.actions[:-1], settled))


def finish(room: Room, telling: Telling) -> Room:
    """End a session, once it is said who will tell everyone what came of it."""
    if not room.has_begun:
        raise NotNow("not-begun")
    _at_rest(room)
    rounds = tuple(each.but(senders="") for each in room.rounds)
    return room.but(telling=telling, rounds=rounds, is_finished=True)


def _at_rest(room):
    if room.is_finished:
        raise NotNow("finished")
    if room.is_open or room.asked_for:
        raise NotNow("open")


def _in_private(room):
    _at_rest(room)
    if not room.has_begun:
        raise NotNow("not-begun")
    if room.cards:
        raise NotNow("by-cards")


def _with_round(room, **changes):
    return room.but(rounds=(*room.rounds[:-1], room.now.but(**changes)))


def _set_of(sent: Iterable[str]):
    return hashlib.sha256("\n".join(sorted(sent)).encode()).hexdigest()
