"""What hosts need to see and press -> their pages, whole."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, Protocol

from markupsafe import Markup

from widgets.course.session import Session as Plan

from ..for_all import for_all
from ..here import Here
from ..session import Session, asked_now
from ..stage import rooms_screen_of
from ..standing import Section
from .moment import moment_of
from .numbers import numbers_of

# How phones reach the server: encrypted, not encrypted, or not at all.
Reach = Literal["https", "http", ""]
RUN = "coach/run"
# What to ask about a result, by where it stands: the same as when groups hold up cards.
ASKS = {
    Section.MISSING: ("all_partly", "all_no"),
    Section.DIFFER: ("differ",),
    Section.UNKNOWN: ("some_unknown",),
    Section.MOSTLY: ("all_yes",),
}


class KeptSession(Protocol):
    """A session in the hosts' list."""

    code: str
    day: str


@dataclass(frozen=True)
class HostLinks:
    """Whole addresses, as phones open them, and drawings of them as segno makes them."""

    reach: Reach
    join: str
    test: str
    test_qr: str
    # With the hosts' key.
    invitation: str
    invitation_qr: str


def draw_not_host(here: Here, problem: str = "", at: str = "coach") -> str:
    """Return the page for whoever has not opened the hosts' own address; at is where it stands."""
    title = here.course.words.group.host.for_hosts
    return here.draw("hosting/not_host.html", at, title, problem=problem, run=_run(here))


def draw_hosts(
    here: Here,
    kept: Iterable[KeptSession],
    offered: Iterable[Plan],
    reach: Reach,
    problem: str = "",
) -> str:
    """Return the hosts' list of sessions, and where they begin one by a plan of run mode."""
    title = here.course.words.group.host.title
    plans = [each for each in offered if not each.invented]
    shown = {"kept": list(kept), "plans": plans, "reach": reach}
    shown |= {"day": here.day, "problem": problem, "run": _run(here)}
    return here.draw("hosting/hosts.html", "coach", title, **shown)


def draw_host(
    here: Here,
    session: Session,
    links: HostLinks,
    problem: str = "",
    closes_in: float | None = None,
) -> str:
    """Return a host's controls: what to do now, what to say and ask, and what may come next."""
    room, says = session.room, here.course.words.group.host
    shown = for_all(here, session)
    plan = _plan(here, room)
    shown |= numbers_of(here, session) | {
        "answered_now": len(session.sent),
        "asked": asked_now(room),
        "asks": _asks(here, room, plan, shown),
        "closes_in": closes_in,
        "day": here.day,
        "invitation_qr": Markup(links.invitation_qr),
        "counted_in_all": sum(room.counted.values()),
        "left": _left(here, room, plan),
        "links": links,
        "moment": moment_of(
            says, room, shown["stage"], shown["latest"].steps if shown["latest"] else 0
        ),
        "problem": problem,
        "room_address": f"{links.join.rpartition('join')[0]}room/{room.code}",
        "rooms_screen": rooms_screen_of(session),
        "run": _run(here),
        "test_qr": Markup(links.test_qr),
    }
    return here.draw("hosting/host.html", f"coach/session/{room.code}", says.title, **shown)


def _plan(here, room):
    return next((each for each in here.course.sessions if each.id == room.plan), None)


def _left(here, room, plan):
    """Return each question that may come next, and whether the plan has it: those first."""
    about = {step.about for step in plan.steps} if plan else set()
    left = [each for each in here.course.readiness_check.asked if each.id in room.left]
    return sorted(((each, each.id in about) for each in left), key=lambda both: not both[1])


def _asks(here, room, plan, shown):
    """Return what hosts can ask about what is shown, or is asked now."""
    asks = []
    if shown["stage"] == "shown":
        says = here.course.words.session.ask_next
        asks = [getattr(says, name) for name in ASKS[shown["latest"].section]]
    if plan and shown["stage"] in ("shown", "apart") and room.now:
        steps = [each for each in plan.steps if each.about == room.now.question]
        asks += [asked for step in steps for asked in step.ask]
    return asks


def _run(here):
    """Return the address of run mode, where the course has it."""
    return next((page.address for page in here.course.pages if page.address == RUN), "")
