"""Views side by side: which answers stand beside each other -> what that comes to.

No average is taken and nothing is counted: one view that sees something missing weighs as much as
five that do not.
"""

from dataclasses import asdict, dataclass

from .answer_code import CORE, HOPED, LEFT_OUT, UNKNOWN, WEIGHED

# Where a hope stands beside a yes, nothing is missing yet and nobody differs.
STEPS = {"yes-fully": 0, HOPED: 0, "partly": 1, "not-now": 2}
WIDEST = max(STEPS.values())
# The bit of each answer in a pattern.
BITS = {"yes-fully": 1, HOPED: 1, "partly": 2, "not-now": 4, UNKNOWN: 8, LEFT_OUT: 16}
PATTERNS = 2 * max(BITS.values())
# As the check chooses its first step: decisions, stages, joint responsibility.
TURNS = tuple(scale.id for scale in (CORE[1], CORE[0], CORE[2], *WEIGHED))


@dataclass(frozen=True)
class Outcome:
    """What answers to one question come to; of all questions, the lowest turn is talked of first.

    `kind` is the id of the reason to talk of it first.
    """

    missing: bool
    width: int
    unknown: bool
    kind: str
    turn: int


def outcome_of(answers: set[str]) -> Outcome:
    """Return what the different answers to one question come to."""
    steps = {STEPS[answer] for answer in answers if answer in STEPS}
    missing = bool(steps) and 0 not in steps and answers <= STEPS.keys()
    width = max(steps, default=0) - min(steps, default=0)
    unknown = UNKNOWN in answers
    turn, kind = _turn(missing, width, unknown, max(steps, default=0))
    return Outcome(missing, width, unknown, kind, turn)


def compiled() -> dict:
    """Return the tables in which the browser looks up what views come to."""
    return {
        "bits": BITS,
        "turns": TURNS,
        "outcomes": [asdict(outcome_of(_answers_in(pattern))) for pattern in range(PATTERNS)],
    }


def _turn(missing, width, unknown, lowest):
    """Return when it is a question's turn: what would be outvoted first, then what all can see."""
    reasons = (
        (width == WIDEST, "apart"),
        (missing and lowest == WIDEST, "missing"),
        (missing, "missing"),
        (width > 0, "near"),
        (unknown, "unknown"),
        (True, "alike"),
    )
    return next((turn, kind) for turn, (holds, kind) in enumerate(reasons) if holds)


def _answers_in(pattern):
    return {answer for answer, bit in BITS.items() if pattern & bit}
