"""How many phones each group has, for hosts to count heads by before anything is asked."""

from ..floor import GROUPS
from ..here import Here
from ..room import numbers
from ..session import Session
from ..stage import small_groups


def numbers_of(here: Here, session: Session) -> dict:
    """Return by name the numbers by group, and what to do about a group that is too small."""
    names, too_few = here.course.words.session.groups, here.course.words.group.host.too_few
    there, small = numbers(session.phones), small_groups(session)
    return {
        "there": [(group, there.get(group, 0)) for group in GROUPS],
        "too_few": [
            too_few.format(group=getattr(names, group), number=number)
            for group, number in small.items()
        ],
    }
