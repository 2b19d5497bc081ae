"""What a phone gets: where a code is typed in, the notice, and its own page of a session."""

from widgets.group.session import new_receipt

from .acts import by_phone
from .handler import FormHandler
from .posts import FROM_PHONE, RECEIPT, read_form
from .received import Received, code_in

CLOSED = "closed"


class CodeHandler(FormHandler):
    """`/join`: a code is typed in or pasted."""

    async def look(self):
        """Show where to type it, or lead on to its session."""
        typed = self.get_query_argument("code", "")
        if not typed.strip():
            self.finish(self.pages.code())
            return
        found = await self.found(typed)
        self.lead(f"join/{found.session.room.code}")


class PhoneHandler(FormHandler):
    """`/join/CODE`: one phone's page, which its receipt opens."""

    async def look(self, typed: str):
        """Show the notice, or the page of a phone that has joined."""
        if not typed:
            self.lead("join")
            return
        found = await self.found(typed)
        code = found.session.room.code
        if typed == code:
            self._show(found, self.get_query_argument("phone", ""))
        else:
            self.lead(f"join/{code}")

    async def act(self, received: Received, typed: str):
        """Do what a phone asks for, and lead to its page as it then is."""
        self._sent = received.fields
        form = read_form(FROM_PHONE, received.fields)
        code = (await self.found(typed)).session.room.code
        found = await self.sessions.change(code, by_phone(form))
        again = f"join/{code}?phone={form.receipt}&{self.since(found)}"
        self.lead("join" if form.act == "leave" else again)

    async def tell(self, reason: str, typed: str):
        """Show a phone's page with what is wrong; without a session, where to type its code."""
        code = code_in(typed)
        found = await self.sessions.find(code) if code else None
        if not found:
            self.finish(self.lost(reason))
            return
        sent = getattr(self, "_sent", {})
        # What came too late stays on this page, and is kept nowhere else.
        is_late = reason == CLOSED and sent.get("asked") == str(len(found.session.room.rounds))
        late = sent.get("said", "") if is_late else ""
        self._show(found, sent.get("receipt", ""), reason, late)

    def _show(self, found, receipt, problem="", late=""):
        receipt = receipt if RECEIPT.fullmatch(receipt) else new_receipt()
        is_test = self.get_query_argument("test", "") == "1"
        self.finish(self.pages.phone(found.session, receipt, is_test, problem, late))
