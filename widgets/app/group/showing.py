"""What the projector shows, and the small answers by which pages know that they are old."""

from widgets.group.session import Session
from widgets.group.stage import phones_state, room_state

from .handler import GroupHandler
from .pages import seconds_left
from .refused import FORBIDDEN, Refused


class RoomHandler(GroupHandler):
    """`/room/CODE`: no key, and nothing to press."""

    async def look(self, typed: str):
        """Show a session as the room sees it."""
        found = await self.found(typed)
        code = found.session.room.code
        if typed == code:
            self.finish(self.pages.room(found.session, self.reception.place.reach()))
        else:
            self.lead(f"room/{code}")


class StateHandler(GroupHandler):
    """`/api/join/CODE`: the same to every phone, so that nothing of one shows in it."""

    def set_default_headers(self):
        """Let a browser keep it, and ask each time whether it still is so."""
        super().set_default_headers()
        self.set_header("Cache-Control", "no-cache")

    async def look(self, typed: str):
        """Send which screen is shown, and how long it may be answered."""
        self.write(self.state((await self.found(typed)).session))

    async def tell(self, reason: str, *path: str):
        """Send why there is nothing to show."""
        self.write({"problem": self.pages.problem(reason)})

    def state(self, session: Session) -> dict[str, object]:
        """Return what is sent."""
        return phones_state(session, seconds_left(session.room))


class RoomStateHandler(StateHandler):
    """`/api/room/CODE`: with how many are there, and how many have answered."""

    def state(self, session: Session) -> dict[str, object]:
        """Return what is sent."""
        return room_state(session, seconds_left(session.room))


class HostStateHandler(RoomStateHandler):
    """`/api/coach/CODE`: the same, for hosts."""

    async def look(self, typed: str):
        """Send it to a host."""
        if not self.is_host():
            raise Refused(FORBIDDEN, "wrong-key")
        await super().look(typed)
