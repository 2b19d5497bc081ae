"""A session as it is kept: no clock, no store, nothing of a person."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from .floor import GROUPS, Word
from .report import Report
from .report import Text as Line


class NotNow(Exception):
    """What was asked for can't be done now; its only argument is the id of the reason."""


@dataclass(frozen=True)
class Phone:
    """How one phone takes part. seat is a group, or "" for one that only talks."""

    seat: str
    is_test: bool = False
    # Whether it counts, once that is fixed.
    counts: bool = False
    # Whether it was cleared after that: nobody waits for it to agree to something.
    has_left: bool = False


class Kept(BaseModel):
    """What is kept of a session: it is never changed, only made anew."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def but(self, **changes):
        """Return it with changes."""
        return self.model_copy(update=changes)


class Round(Kept):
    """One question, put to all phones that count at once."""

    question: str
    # Asked again after each group has talked apart.
    is_joint: bool = False
    # Seconds since 1970, once its end is announced.
    closes_at: float | None = None
    times_longer: int = 0
    is_closed: bool = False
    # Once each group was asked to talk apart about what was shown.
    is_apart: bool = False
    # None of a closed round: a group sent too few, or not the same phones sent again.
    words: dict[str, Word] | None = None
    # Of which phones sent, without a word of what: a joint round has to have the same.
    senders: str = ""


class Action(Kept):
    """Something to do that was proposed. said_yes is None until everyone was asked."""

    text: Line
    # How many rounds there had been: what happened last is what the screens show.
    after: int = 0
    is_open: bool = False
    said_yes: bool | None = None


class Telling(Kept):
    """Who will tell everyone what came of it, also when the answer is no."""

    who: Line
    how: Line
    by: Line


class Room(Kept):
    """A session as everyone in it may know it."""

    code: str
    # The session of run mode that it follows, and the questions of the check that it asks.
    plan: str
    questions: tuple[str, ...]
    # Phones of each group, fixed when the first question opens; none until then.
    counted: dict[str, int] = Field(default_factory=dict)
    # Why everyone uses cards from here on, if so.
    cards: Literal["", "heads-differ", "chosen"] = ""
    rounds: tuple[Round, ...] = ()
    actions: tuple[Action, ...] = ()
    telling: Telling | None = None
    is_finished: bool = False
    # Its people are invented, and it is stored nowhere.
    is_rehearsal: bool = False
    # What an earlier session kept, if its host opened that.
    earlier: Report | None = None

    @property
    def has_begun(self) -> bool:
        """Whether it is fixed who counts, or that cards are used."""
        return bool(self.counted or self.cards)

    @property
    def now(self) -> Round | None:
        """The round that is open, or the one that closed last."""
        return self.rounds[-1] if self.rounds else None

    @property
    def is_open(self) -> bool:
        """Whether phones may send an answer to a question."""
        return bool(self.rounds) and not self.rounds[-1].is_closed

    @property
    def asked_for(self) -> Action | None:
        """The action that everyone is asked for now."""
        return next((each for each in self.actions if each.is_open), None)

    @property
    def left(self) -> tuple[str, ...]:
        """The questions that have not been asked."""
        asked = {each.question for each in self.rounds}
        return tuple(each for each in self.questions if each not in asked)


def numbers(phones: Mapping[str, Phone]) -> dict[str, int]:
    """Return how many phones of each group are there; tests never count."""
    seats = [phone.seat for phone in phones.values() if not phone.is_test]
    return {group: seats.count(group) for group in GROUPS if group in seats}
