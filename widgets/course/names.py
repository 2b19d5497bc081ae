"""The rule of the readiness check: what to call the work today, for each partner.

A partner's name rests on who decides and who makes it happen; answers that point different ways
withhold it. "" and "dont-know" are the same: not answered for.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from .readiness_questions import (
    ASKED,
    DECISIONS,
    JOINT,
    NO,
    OTHERS_ALONE,
    SOME_ROLES,
    STAGES,
    TALKED_OVER,
    THEY_ALONE,
    THEY_DECIDE,
    TOGETHER,
    TOLD,
    UNKNOWN,
    YES,
)

WITHHELD, UNNAMED = "withheld", "none"
CO_PRODUCE, IN_PART, LED_BY_THEM = "co-produce", "shared-in-part", "led-by-them"
WITHOUT_SAY, OTHER_PARTNER, OTHER_UNKNOWN = "work-without-say", "other-partner", "other-unknown"
STAGES_UNKNOWN = f"{STAGES}-unknown"
EQUAL_WITHOUT_POWER = "equal-without-power"
BY_WHO_DECIDES = {TOLD: "inform", ASKED: "consult", TALKED_OVER: "engage"}
BY_WHO_DELIVERS = {
    OTHERS_ALONE: "co-design",
    SOME_ROLES: "co-design-some-roles",
    THEY_ALONE: "co-design-by-them",
}
# What each of them is in one word, where the name alone is meant.
IN_SHORT = dict.fromkeys(BY_WHO_DELIVERS.values(), "co-design")


@dataclass(frozen=True)
class Part:
    """A partner's part: who decides, and who makes it happen."""

    decides: str = ""
    delivers: str = ""

    @property
    def is_known(self) -> bool:
        """Whether the partner is answered for."""
        return self.decides not in ("", UNKNOWN)

    @property
    def shares_decisions(self) -> bool:
        """Whether all decide together, as equals."""
        return self.decides == TOGETHER

    @property
    def shares_all(self) -> bool:
        """Whether all decide together and make it happen together."""
        return self.shares_decisions and self.delivers == TOGETHER

    @property
    def brief(self) -> "Part":
        """As much of it as the other partner's name depends on."""
        if not self.is_known:
            return Part()
        if not self.shares_decisions:
            return Part(THEY_DECIDE)
        if self.shares_all or self.awaits_delivery:
            return Part(TOGETHER, self.delivers.replace(UNKNOWN, ""))
        return Part(TOGETHER, OTHERS_ALONE)

    @property
    def awaits_delivery(self) -> bool:
        """Whether all decide together, and who makes it happen is not known."""
        return self.shares_decisions and self.delivers in ("", UNKNOWN)


@dataclass(frozen=True)
class Name:
    """What to call a partner's part: a name, or why there is none, or what clashes.

    `id` is that of a title, `UNNAMED` or `WITHHELD`; `why` those of notes, a reason or clashes.
    """

    id: str
    why: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """One of the names that the course teaches, `shared-in-part`, `none` or `withheld`."""
        return IN_SHORT.get(self.id, self.id)


def name_of(part: Part, other: Part, stages: str, decisions: str, joint: str) -> Name:
    """Return what to call one partner's part, beside the other's and the three answers."""
    return at_stages(stages, name_at_all_stages(part, other, decisions, joint))


def name_at_all_stages(part: Part, other: Part, decisions: str, joint: str) -> Name:
    """Return what to call one partner's part if it holds at all stages."""
    if not part.is_known:
        return Name(UNNAMED, ("decides-unknown",))
    if part.decides == THEY_DECIDE:
        return Name(LED_BY_THEM)
    clashing = tuple(clashes(part, other, decisions, joint))
    if clashing:
        return Name(WITHHELD, clashing)
    if part.decides in BY_WHO_DECIDES:
        works = part.delivers in (SOME_ROLES, TOGETHER, THEY_ALONE)
        return Name(BY_WHO_DECIDES[part.decides], (WITHOUT_SAY,) if works else ())
    if part.shares_all:
        return _shared(other, decisions, joint)
    if part.awaits_delivery:
        return Name(UNNAMED, ("delivers-unknown",))
    return Name(BY_WHO_DELIVERS[part.delivers])


def clashes(part: Part, other: Part, decisions: str, joint: str) -> Iterator[str]:
    """Yield each pair of answers that can't both be meant of the same decisions."""
    if part.decides in BY_WHO_DECIDES and decisions == YES:
        yield "equal-yet-others-decide"
    if part.decides in (TOLD, ASKED) and joint == YES:
        yield "joint-yet-others-decide"
    if part.delivers in (OTHERS_ALONE, SOME_ROLES) and joint == YES:
        yield "joint-yet-others-deliver"
    # Where it is so of one partner only, the no may be meant of the other.
    answered_for = [each for each in (part, other) if each.is_known]
    if decisions == NO and all(each.shares_decisions for each in answered_for):
        yield "unequal-yet-decided-together"
    if joint == NO and all(each.shares_all for each in answered_for):
        yield "not-joint-yet-done-together"


def at_stages(stages: str, name: Name) -> Name:
    """Return the name of what is shared for the stages that it holds at, any other as it is."""
    shares_all = name.id in (CO_PRODUCE, IN_PART) or name.why == (OTHER_UNKNOWN,)
    if not shares_all or stages == YES:
        return name
    lacks = STAGES_UNKNOWN if stages in ("", UNKNOWN) else STAGES
    return Name(IN_PART, (lacks, *(why for why in name.why if why != OTHER_UNKNOWN)))


def _shared(other, decisions, joint):
    """Return the name of what is decided and delivered together."""
    if {"", UNKNOWN} & {decisions, joint}:
        return Name(UNNAMED, ("answers-unknown",))
    lacks = tuple(_lacks(other, decisions, joint))
    if lacks:
        return Name(IN_PART, lacks)
    return Name(UNNAMED, (OTHER_UNKNOWN,)) if other.awaits_delivery else Name(CO_PRODUCE)


def _lacks(other, decisions, joint):
    if decisions != YES:
        yield DECISIONS
    if joint != YES:
        yield JOINT
    if other.is_known and not (other.shares_all or other.awaits_delivery):
        yield OTHER_PARTNER
