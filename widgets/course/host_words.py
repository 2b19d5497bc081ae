"""The words of a session with phones that its hosts see, and why something can’t be done now."""

from .values import Strict, Text

# Several lines, each of which is a text of its own.
Lines = list[Text]


class HostWords(Strict):
    """What the hosts see, say, ask and press."""

    for_hosts: Text
    for_hosts_why: Text
    run: Text
    title: Text
    moved_on: Text
    not_done: Text
    new: Text
    plan: Text
    create: Text
    rehearse: Text
    kept: Text
    open: Text
    none: Text
    made: Text
    earlier: Text
    earlier_hint: Text
    earlier_add: Text
    earlier_there: Text
    no_reach: Text
    unencrypted: Text
    now: Text
    say: Text
    ask: Text
    room_screen: Text
    room_screen_why: Text
    room_screen_at: Text
    test_phone: Text
    test_phone_why: Text
    second: Text
    second_why: Text
    notes: Text
    do: Text
    next: Text
    earlier_session: Text
    people: Text
    code: Text
    gather: Text
    gather_say: Lines
    gather_do: Lines
    heads_agree: Text
    heads_differ: Text
    heads_why: Text
    too_few: Text
    choose: Text
    choose_label: Text
    in_plan: Text
    ask_it: Text
    all_asked: Text
    open_round: Text
    open_say: Lines
    open_do: Lines
    announce: Text
    closing_say: Lines
    close_now: Text
    close_now_why: Text
    reveal: Text
    read_out: Text
    reveal_say: Lines
    reveal_say_alike: Lines
    reveal_do: Lines
    cards_once: Text
    nothing_do: Lines
    apart: Text
    apart_why: Text
    apart_now: Text
    apart_say: Lines
    ask_again: Text
    propose: Text
    propose_label: Text
    propose_hint: Text
    propose_it: Text
    action_open: Text
    action_say: Lines
    settle: Text
    withdraw: Text
    withdraw_why: Text
    to_cards: Text
    to_cards_why: Text
    to_cards_now: Text
    by_cards_do: Lines
    ready_do: Lines
    settled_do: Lines
    finish: Text
    finish_why: Text
    finish_who: Text
    finish_how: Text
    finish_by: Text
    finish_now: Text
    finished: Text
    finished_say: Lines
    report: Text
    report_word: Text
    report_print: Text
    report_file: Text
    report_why: Text
    forget: Text
    forget_why: Text
    forget_sure: Text
    forget_now: Text


class ReportWords(Strict):
    """What a session leaves on paper."""

    title: Text
    day: Text
    shown: Text
    moved: Text
    nothing: Text


class ProblemWords(Strict):
    """Why something can’t be done now, and what to do; by the id of the reason."""

    no_session: Text
    slow_down: Text
    busy: Text
    not_understood: Text
    foreign: Text
    gone: Text
    wrong_key: Text
    no_choice: Text
    no_text: Text
    no_file: Text
    not_report: Text
    too_large: Text
    begun: Text
    too_few: Text
    asked: Text
    apart_once: Text
    nothing_shown: Text
    not_apart: Text
    not_open: Text
    no_more_time: Text
    enough_actions: Text
    not_begun: Text
    finished: Text
    open: Text
    by_cards: Text
    no_group: Text
    full: Text
    not_counted: Text
    closed: Text
    no_answer: Text
    asked_before: Text
