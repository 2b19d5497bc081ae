"""A session -> the room screen, whole."""

from markupsafe import Markup

from ..for_all import for_all
from ..here import Here
from ..room import numbers
from ..session import Session
from ..stage import rooms_screen_of

HTTPS = "https://"


def draw_room(
    here: Here, session: Session, address: str, qr_svg: str, closes_in: float | None = None
) -> str:
    """Return what stands on the wall.

    address is where phones join, without the code, or "" where they can't; qr_svg is the drawing
    of the same with the code, as segno makes it.
    """
    room, says = session.room, here.course.words.group
    shown = for_all(here, session) | {
        "answered_now": len(session.sent),
        "closes_in": closes_in,
        "counted": _counted(session),
        "counted_in_all": sum(room.counted.values()),
        "problem": "",
        "qr": Markup(qr_svg),
        "rooms_screen": rooms_screen_of(session),
        # Browsers add that one by themselves, and http:// they may not.
        "short_address": address.removeprefix(HTTPS),
    }
    return here.draw("showing/room.html", f"room/{room.code}", says.title, **shown)


def _counted(session):
    """Return how many phones each group has: of those that joined, then of those that count."""
    is_fixed = session.room.has_begun
    return list((session.room.counted if is_fixed else numbers(session.phones)).items())
