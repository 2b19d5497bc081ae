"""The words around the readiness check, the plan and what is taken away."""

from .values import Strict, Text


class ReadinessWords(Strict):
    """What stands around the questions and in the result of the readiness check."""

    result: Text
    first_step: Text
    yours: Text
    ask: Text
    before: Text
    withdrawn: Text
    closer: Text
    closer_why: Text
    known: Text
    known_why: Text
    considerations: Text
    considerations_why: Text
    names: Text
    names_why: Text
    answers: Text
    compare: Text
    compare_why: Text
    keep: Text
    change: Text
    again: Text
    see: Text
    check_again: Text
    given: Text
    known_by: Text
    further: Text


class PlanWords(Strict):
    """What stands around the commitments of the plan."""

    commitment: Text
    steps: Text
    steps_why: Text
    use_step: Text
    ask: Text
    another: Text
    take_out: Text
    latest: Text
    no_check: Text
    look_again: Text


class MovedWords(Strict):
    """What is said of two checks."""

    title: Text
    kept: Text
    compare: Text
    since: Text
    first_go: Text
    from_to: Text
    same: Text
    nothing: Text
    result: Text
    picture: Text
    before: Text
    now: Text
    both: Text
    table: Text
    question: Text
    not_asked: Text
    afresh: Text
    afresh_why: Text


class TakeAwayWords(Strict):
    """What can be taken away, and in which form."""

    title: Text
    why: Text
    print: Text
    word: Text
    spreadsheet: Text
    calendar: Text
    progress: Text
    made: Text
    unsaved: Text
    no_days: Text
    place: Text
    item: Text
    text: Text


class PaperWords(Strict):
    """What stands around the questions of the readiness check on paper."""

    fill_in: Text
    reading: Text
    likely: Text
    likely_why: Text
    any_no: Text
    any_no_why: Text
    unknown: Text
    unknown_why: Text
    otherwise: Text
    otherwise_why: Text
    three_yeses: Text
    step: Text
    naming: Text
    naming_why: Text
    table: Text
    last: Text


class CertificateWords(Strict):
    """What the certificate of effort asks, and what is printed on it."""

    lessons: Text
    lessons_hint: Text
    name: Text
    name_hint: Text
    show_commitment: Text
    show_commitment_hint: Text
    no_commitment: Text
    print: Text
    choose_lessons: Text
    preview: Text
    course: Text
    title: Text
    opening: Text
    commitment: Text
    effort: Text
    printed: Text
