"""The rule of the readiness check: the verdict, how it is headed, the one first step.

The verdict rests on the three questions and nothing else. Answers are ids; "" is no answer.
"""

from collections.abc import Collection

from .readiness_questions import (
    ASKED,
    CARERS,
    CORE,
    DECISIONS,
    JOINT,
    LIVED_EXPERIENCE,
    NO,
    PARTLY,
    STAGES,
    TALKED_OVER,
    THEY_DECIDE,
    TOGETHER,
    TOLD,
    UNKNOWN,
    YES,
)

LIKELY, NOT_AS_IT_STANDS, FIND_OUT, NOT_YET = (
    *("likely", "not-as-it-stands", "find-out", "not-yet"),
)
NOT_YET_CLOSE, AS_SEEN = "not-yet-close", f"{LIKELY}-as-seen"
FIRM, HOPED = "firm", "hoped"
AGAINST, LED = "against", "led"
# What all three questions have in common where none of them is the weakest.
ALL_THREE = {NO: "all-three-no", UNKNOWN: "all-three-unknown"}
# From the weakest: a no before what is not known, before what is partly so.
WEAKNESS = (NO, UNKNOWN, PARTLY)
# A no to decisions weighs more than one to stages, and so on.
WEIGHT = (DECISIONS, STAGES, JOINT)
OTHERS_DECIDE = (TOLD, ASKED, TALKED_OVER)
FIXED_BY = ("law", "who-pays", "our-organisation", "supplier")


def verdict(stages: str, decisions: str, joint: str) -> str | None:
    """Return the verdict of the three questions, None until all are answered."""
    core = (stages, decisions, joint)
    if "" in core:
        return None
    if set(core) == {YES}:
        return LIKELY
    if NO in core:
        return NOT_AS_IT_STANDS
    return FIND_OUT if UNKNOWN in core else NOT_YET


def known_by(ticked: Collection[str], firm: Collection[str]) -> str:
    """Return what an answer rests on: something firm, hope alone, or nothing that is ticked."""
    if set(ticked) & set(firm):
        return FIRM
    return HOPED if ticked else ""


def basis(*known: str) -> str:
    """Return what three answers rest on together: the weakest of what each rests on."""
    if set(known) == {FIRM}:
        return FIRM
    return HOPED if HOPED in known else ""


def heading(stages: str, decisions: str, joint: str, rests_on: str) -> str | None:
    """Return how the verdict is headed, by the id of its title."""
    core = (stages, decisions, joint)
    found = verdict(*core)
    if found == LIKELY:
        return f"{LIKELY}-{rests_on}" if rests_on else AS_SEEN
    return NOT_YET_CLOSE if found == NOT_YET and core.count(YES) == 2 else found


def honest(heading: str, is_led: bool, is_doubtful: bool) -> str:
    """Return how a verdict is headed beside answers that point another way, or work that is led."""
    if heading == NOT_YET_CLOSE and (is_led or is_doubtful):
        return NOT_YET
    return AS_SEEN if heading.startswith(LIKELY) and is_doubtful else heading


def even_then(stages: str, decisions: str, joint: str) -> tuple[str, ...]:
    """Return the questions that stay partly so, whatever is found out."""
    core = dict(zip(CORE, (stages, decisions, joint), strict=True))
    if verdict(*core.values()) != FIND_OUT:
        return ()
    return tuple(asked for asked, answer in core.items() if answer == PARTLY)


def weakest(stages: str, decisions: str, joint: str, rests_on: str) -> str | None:
    """Return the id of the step that the weakest answer leads to."""
    core = dict(zip(CORE, (stages, decisions, joint), strict=True))
    found = verdict(*core.values())
    if found in (None, LIKELY):
        return found and heading(*core.values(), rests_on)
    if len(set(core.values())) == 1 and core[STAGES] in ALL_THREE:
        return ALL_THREE[core[STAGES]]
    weak = next(answer for answer in WEAKNESS if answer in core.values())
    return next(f"{asked}/{weak}" for asked in WEIGHT if core[asked] == weak)


def left_out(lived_experience: str, carers: str) -> str:
    """Return the partner for whom others decide while the other partner shares or decides."""
    shares = (TOGETHER, THEY_DECIDE)
    if lived_experience in shares and carers in OTHERS_DECIDE:
        return CARERS
    if carers in shares and lived_experience in OTHERS_DECIDE:
        return LIVED_EXPERIENCE
    return ""


def led_by(lived_experience: str, carers: str) -> tuple[str, ...]:
    """Return the partners who decide by themselves, unless others decide for the other partner."""
    decides = {LIVED_EXPERIENCE: lived_experience, CARERS: carers}
    if left_out(lived_experience, carers):
        return ()
    return tuple(partner for partner in decides if decides[partner] == THEY_DECIDE)


def is_fixed(ticked: Collection[str]) -> bool:
    """Return whether somebody has fixed part of the work."""
    return bool(set(ticked) & set(FIXED_BY))


def says_of_fixed(ticked: Collection[str]) -> tuple[str, ...]:
    """Return what is said of what is fixed; whoever fixes something leaves no "nothing"."""
    by = tuple(each for each in FIXED_BY if each in ticked)
    return by or tuple(each for each in ("nothing", "dont-know") if each in ticked)[:1]
