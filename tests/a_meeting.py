"""A session on a server, brought by its host and phones to each moment that looks different."""

import a_session
from a_session import GROUPS
from visitor import Host, Phone


class Meeting:
    """A session with its host, sixteen phones in three groups, and one that only talks."""

    def __init__(self, server, numbers=(5, 5, 6), **created):
        self.host, self.rounds, self.actions = Host(server).enter(), 0, 0
        self.code = self.host.create("sixty", **created)
        self.phones = {
            group: [self._joined(server, group) for _ in range(number)]
            for group, number in zip(GROUPS, numbers, strict=True)
            if "rehearsal" not in created
        }
        self.talking = self._joined(server, "")

    def _joined(self, server, seat):
        return Phone(server, code=self.code).join(seat)

    @property
    def phone(self):
        """The first phone of the staff, or in a rehearsal the only one that is not invented."""
        return self.phones["staff"][0] if self.phones else self.talking

    def do(self, act, **fields):
        self.host.do(self.code, act, **fields)

    def begin(self, heads="yes"):
        self.do("begin", heads=heads)

    def ask(self, question="equal-decisions"):
        self.do("ask", question=question)
        self.rounds += 1

    def ask_again(self):
        self.do("ask-again")
        self.rounds += 1

    def answer(self, said, asked=""):
        for group, responses in zip(GROUPS, said, strict=True):
            for phone, response in zip(self.phones[group], responses, strict=True):
                sent = phone.send(response, asked or str(self.rounds))
                assert sent.status == 303, sent.text

    def show(self, said, question="equal-decisions"):
        self.ask(question)
        self.answer(said)
        self.do("close-now")

    def propose(self, everyone):
        self.do("propose", text=a_session.ACTION)
        self.actions += 1
        if everyone:
            yes = [["yes"] * len(self.phones[group]) for group in GROUPS]
            self.answer(yes, f"action-{self.actions}")


def _begun(meeting):
    meeting.begin()


def _asked(meeting):
    meeting.begin()
    meeting.ask()


def _sent(meeting):
    _asked(meeting)
    meeting.phone.send(a_session.PARTLY)


def _closing(meeting):
    _sent(meeting)
    meeting.do("close-announce")


def _shown(meeting):
    meeting.begin()
    meeting.show(a_session.DIFFER)


def _apart(meeting):
    _shown(meeting)
    meeting.do("apart")


def _asked_again(meeting):
    _apart(meeting)
    meeting.ask_again()


def _shown_twice(meeting):
    _asked_again(meeting)
    meeting.answer(a_session.NEARER)
    meeting.do("close-now")


def _not_shown_twice(meeting):
    _asked_again(meeting)
    meeting.do("close-now")


def _unknown(meeting):
    meeting.begin()
    meeting.show(a_session.NOT_KNOWN, "jointly-responsible")


def _everything(meeting):
    _shown_twice(meeting)
    meeting.show(a_session.MISSING, "all-stages")
    meeting.show(a_session.NOT_KNOWN, "jointly-responsible")
    meeting.show(a_session.IN_PLACE, "power")
    meeting.ask("support")
    meeting.do("close-now")


def _proposed(meeting):
    _shown(meeting)
    meeting.propose(everyone=False)


def _everyone(meeting):
    _shown(meeting)
    meeting.propose(everyone=True)
    meeting.do("settle")


def _finished(meeting):
    _everything(meeting)
    meeting.propose(everyone=True)
    meeting.do("settle")
    meeting.propose(everyone=False)
    meeting.do("settle")
    meeting.do("finish", **a_session.TELLING.model_dump())


MOMENTS = {
    "gather": lambda meeting: None,
    "ready": _begun,
    "too-few": lambda meeting: None,
    "heads-differ": lambda meeting: meeting.begin("no"),
    "question": _asked,
    "sent": _sent,
    "closing": _closing,
    "shown": _shown,
    "apart": _apart,
    "asked-again": _asked_again,
    "shown-twice": _shown_twice,
    "not-shown-twice": _not_shown_twice,
    "unknown": _unknown,
    "nothing": _everything,
    "action": _proposed,
    "everyone": _everyone,
    "finished": _finished,
    "rehearsal": _asked,
}


def meeting_at(server, moment: str) -> Meeting:
    """Return a session that has been brought to a moment."""
    numbers = (4, 5, 5) if moment == "too-few" else (5, 5, 6)
    created = {"rehearsal": "1"} if moment == "rehearsal" else {}
    meeting = Meeting(server, numbers, **created)
    MOMENTS[moment](meeting)
    return meeting
