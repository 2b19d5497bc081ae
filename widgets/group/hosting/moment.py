"""What the hosts do and say now, by where the session stands."""

from dataclasses import dataclass, field

from ..room import Room
from ..stage import Stage


@dataclass(frozen=True)
class Moment:
    """A heading, what hosts do, and what they say aloud."""

    title: str
    do: list[str] = field(default_factory=list)
    say: list[str] = field(default_factory=list)


def moment_of(says, room: Room, stage: Stage, steps: int = 0) -> Moment:
    """Return what hosts do and say now; steps is how far apart the groups are that show."""
    if stage == Stage.QUESTION:
        closing = bool(room.now.closes_at)
        return Moment(says.open_round, says.open_do, says.closing_say if closing else says.open_say)
    reveal_say = says.reveal_say if steps else says.reveal_say_alike
    return {
        Stage.GATHER: Moment(says.gather, says.gather_do, says.gather_say),
        Stage.READY: Moment(says.choose, says.ready_do),
        Stage.CARDS: Moment(says.to_cards_now, says.by_cards_do),
        Stage.SHOWN: Moment(says.reveal, says.reveal_do, reveal_say),
        Stage.NOTHING: Moment(says.cards_once, says.nothing_do),
        Stage.APART: Moment(says.apart_now, [], says.apart_say),
        Stage.ACTION: Moment(says.action_open, [], says.action_say),
        Stage.SETTLED: Moment(says.next, says.settled_do),
        Stage.FINISHED: Moment(says.finished, [], says.finished_say),
    }[stage]
