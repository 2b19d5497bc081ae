"""Session, SessionNotes and Cards: what a coach shows a room, holds in the hand and gives out.

Each raises CourseError for a broken course, and LookupError for an id that the course lacks.
"""

from .course.loading import load_course
from .forms.shows import show
from .forms.widget import Shown


class Session(Shown):
    """The screens of a session, one for each step, by its id."""

    def __init__(self, session_id: str):
        super().__init__(show("Session", load_course(), session_id))


class SessionNotes(Shown):
    """The hosts' notes for a session, step by step, by its id."""

    def __init__(self, session_id: str):
        super().__init__(show("SessionNotes", load_course(), session_id))


class Cards(Shown):
    """A sheet of cards to cut out, of which a group holds up one."""

    def __init__(self):
        super().__init__(show("Cards", load_course()))
