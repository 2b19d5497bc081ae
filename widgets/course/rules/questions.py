"""What quizzes and scenarios must keep to: options by kind, and ways through a story."""

from collections.abc import Iterator

from ..faults import Finding
from ..lessons import PLAN
from ..plain import id_of, ids, mappings, texts
from ..questions import TEXT_KINDS

MOST_OPTIONS = 6
LOOKING_BACK = (
    *(("quizzes", "questions"), ("templates", "questions"), ("plan", "questions")),
    ("readiness_check",),
)
FEWEST_DECISIONS, MOST_DECISIONS = 2, 3


def check_questions(data: object) -> Iterator[Finding]:
    """Yield every wrong option, unknown earlier question and way through a story to nowhere."""
    for path, question in mappings(data, "quizzes", "questions"):
        yield from _day(question, path)
        yield from check_options(question, path)
    yield from _places(data)
    for path, scenario in mappings(data, "scenarios"):
        decisions = list(mappings(scenario, "decisions", path=path))
        misled = list(_misled(decisions))
        yield from misled
        yield from _without_way_back(decisions)
        if decisions and not misled:
            yield from _unreached(decisions)
            yield from _lengths(decisions, path)


def by_place(data: object) -> dict[str, dict]:
    """Return each question of a quiz by the ids of the quiz and itself."""
    quizzes = [quiz for _, quiz in mappings(data, "quizzes")]
    asked = [(quiz, question) for quiz in quizzes for _, question in mappings(quiz, "questions")]
    return {f"{id_of(quiz)}/{id_of(question)}": question for quiz, question in asked}


def _in_plan(data):
    """Return where each answer of each commitment of the plan is kept."""
    plans = [plan for _, plan in mappings(data, "plan") if isinstance(plan.get("most"), int)]
    numbers = [(plan, number) for plan in plans for number in range(1, min(plan["most"], 9) + 1)]
    asked = [(one, number) for plan, number in numbers for one in ids(plan, "questions")]
    return {f"{PLAN}/{one}-{number}" for one, number in asked}


def _places(data):
    """Yield each mention of an earlier question that is not there."""
    known = {*by_place(data), *_in_plan(data)}
    for path, asked, name in _looking_back(data):
        for position, place in texts(asked, name):
            if place not in known:
                cure = "mend the id, or add what it names"
                here = (*path, name, position)
                yield Finding(here, "a quiz and its question", f"'{place}'", cure)


def _looking_back(data):
    """Yield each mapping that may name earlier questions, with the key it names them by."""
    for names in LOOKING_BACK:
        yield from ((path, asked, "looks_back") for path, asked in mappings(data, *names))
    yield from ((path, check, "first_go") for path, check in mappings(data, "readiness_check"))


def check_options(question: dict, path: tuple) -> Iterator[Finding]:
    """Yield what is wrong with the options of one question of a known kind."""
    options = [option for _, option in mappings(question, "options")]
    correct = sum(option.get("correct") is True for option in options)
    for expected, found, cure in _option_faults(question.get("kind"), len(options), correct):
        yield Finding((*path, "options"), expected, found, cure)
    if question.get("kind") != "multiple":
        yield from _needless_if_missed(question, path)


def _day(question, path):
    if question.get("kind") == "date":
        cure = "ask for a day in the plan, or change the kind"
        yield Finding((*path, "kind"), "a kind for lessons", "'date'", cure)


def _option_faults(kind, count, correct):
    if kind in TEXT_KINDS:
        if count:
            yield f"no options for {kind}", f"{count}", "take them out, or change the kind"
        return
    if count < 2:
        yield "at least 2 options", f"{count}", "add options"
    if kind == "single" and correct != 1:
        yield "one correct option", f"{correct}", "put `correct: true` on one option only"
    if kind in ("depends", "view") and correct:
        yield "no correct option", f"{correct}", "take `correct: true` out, or change the kind"
    if kind == "multiple" and not correct:
        yield "at least one correct option", "none", "put `correct: true` on each that is correct"
    if kind == "multiple" and count > MOST_OPTIONS:
        yield f"at most {MOST_OPTIONS} options", f"{count}", "join some, or ask two questions"


def _needless_if_missed(question, path):
    for place, option in mappings(question, "options", path=path):
        if "if_missed" in option:
            cure = "take it out: nobody can miss it in this kind of question"
            yield Finding((*place, "if_missed"), "if_missed in `multiple` only", "it here", cure)


def _misled(decisions):
    for position, (path, decision) in enumerate(decisions):
        later = [id_of(following) for _, following in decisions[position + 1 :]]
        for place, option in mappings(decision, "options", path=path):
            then = option.get("then")
            if isinstance(then, str) and then not in later:
                cure = "mend the id, or take it out: without it the story ends there"
                yield Finding((*place, "then"), "the id of a later decision", f"'{then}'", cure)


def _without_way_back(decisions):
    for path, decision in decisions:
        options = [option for _, option in mappings(decision, "options")]
        if options and not any(option.get("way_back") is not None for option in options):
            cure = "say how the turn that costs most can be mended"
            yield Finding((*path, "options"), "a way_back in at least one", "none", cure)


def _unreached(decisions):
    offered = [option for _, decision in decisions for _, option in mappings(decision, "options")]
    led_to = [option.get("then") for option in offered]
    for path, decision in decisions[1:]:
        if id_of(decision) not in led_to:
            cure = "name it as `then` in an option, or take it out"
            yield Finding(path, "a decision that an option leads to", "one that none does", cure)


def _lengths(decisions, path):
    expected = f"{FEWEST_DECISIONS} or {MOST_DECISIONS} decisions on each way through"
    for length in sorted(_lengths_through(decisions) - {FEWEST_DECISIONS, MOST_DECISIONS}):
        cure = "change where its options lead"
        yield Finding((*path, "decisions"), expected, f"a way with {length}", cure)


def _lengths_through(decisions):
    """Return how many decisions a way may have, counted from the last decision to the first."""
    lengths, onward = {}, set()
    for _, decision in reversed(decisions):
        leads = [option.get("then") for _, option in mappings(decision, "options")]
        known = [lengths.get(then, {0}) if isinstance(then, str) else {0} for then in leads]
        onward = {1 + length for following in known for length in following}
        lengths[id_of(decision)] = onward
    return onward
