"""The words of a session with phones: for those in the room, and on its screen."""

from .host_words import HostWords, Lines, ProblemWords, ReportWords
from .values import Strict, Text


class FloorWords(Strict):
    """What is shown of a group, by the floor’s word."""

    fewer: Text
    half: Text
    more: Text
    unknown: Text


class WithinWords(Strict):
    """What groups are called within a sentence."""

    lived_experience: Text
    carers: Text
    staff: Text


class SentenceWords(Strict):
    """A sentence to read out, by the floor’s word."""

    fewer: Text
    half: Text
    more: Text
    unknown: Text


class GroupSeatWords(Strict):
    """How someone can take part, in the choice that each phone is given."""

    lived_experience: Text
    carers: Text
    staff: Text
    only_talking: Text


class JoinWords(Strict):
    """What stands before someone has joined."""

    title: Text
    code: Text
    code_hint: Text
    go_on: Text
    before: Text
    lines: Lines
    seat: Text
    seat_hint: Text
    join: Text
    groups_fixed: Text
    join_only: Text
    is_test: Text
    test: Text


class PhoneWords(Strict):
    """What stands on a phone that has joined."""

    joined: Text
    wait: Text
    you: Text
    choose_again: Text
    only_talking: Text
    is_test: Text
    leave: Text
    leave_why: Text
    leave_now: Text
    asked: Text
    asked_again: Text
    think: Text
    again: Text
    others_answer: Text
    rather_not: Text
    send: Text
    sent: Text
    send_again: Text
    take_back: Text
    closes_in: Text
    closes_soon: Text
    more_time: Text
    more_time_why: Text
    more_time_asked: Text
    late: Text
    late_chosen: Text
    change: Text
    unsent: Text
    keep_open: Text
    offline: Text
    gone: Text
    not_sent: Text
    action: Text
    say_yes: Text
    yes: Text
    not_yet: Text
    action_why: Text
    action_sent: Text
    keep: Text
    keep_why: Text
    save: Text
    saved: Text


class ByCardsWords(Strict):
    """Why everyone uses cards, and what they do."""

    title: Text
    heads_differ: Text
    chosen: Text
    room: Text
    this_question: Text


class ShownWords(Strict):
    """What is shown of a round: words by group, and what they come to."""

    missing: Text
    differ: Text
    unknown: Text
    mostly: Text
    mostly_yes: Text
    no_step: Text
    one_step: Text
    two_steps: Text
    gap_moved: Text
    steps: Text
    group: Text
    caption: Text
    chose: Text
    words: FloorWords
    within: WithinWords
    sentences: SentenceWords
    in_place: Text
    not_yet: Text
    not_said: Text
    needs_both: Text
    not_one_voice: Text
    first: Text
    apart: Text
    not_again: Text
    nothing: Text
    by_cards: Text
    quiet: Text
    quiet_alike: Text
    so_far: Text
    said_yes_to: Text
    everyone: Text
    not_everyone: Text
    apart_title: Text
    talk_apart: Text
    since: Text
    narrower: Text
    wider: Text
    same_gap: Text
    not_compared: Text


class RoomWords(Strict):
    """What only the room screen says."""

    on_phone: Text
    code: Text
    scan: Text
    who: Text
    heads: Text
    five: Text
    left_out: Text
    not_counted: Text
    by_phone: Text
    next: Text
    think: Text
    answer: Text
    answered: Text
    of: Text
    action: Text
    finished: Text


class PhonesWords(Strict):
    """Every word of a session with phones."""

    title: Text
    rehearsal: Text
    rehearsal_why: Text
    see_next: Text
    see_next_why: Text
    seats: GroupSeatWords
    join: JoinWords
    phone: PhoneWords
    cards: ByCardsWords
    shown: ShownWords
    room: RoomWords
    host: HostWords
    report: ReportWords
    problems: ProblemWords
