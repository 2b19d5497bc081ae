"""What phones and hosts may send, and what is told of anything else."""

import re
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter, ValidationError

from widgets.group.room import Line, Telling

from .refused import BAD, NOT_UNDERSTOOD, Refused

# What a form of ours leaves out is told of in words of its own.
NO_ANSWER, NO_GROUP = "", "none"
Short = Annotated[str, Field(max_length=60)]
RECEIPT = re.compile(r"[A-Za-z0-9_-]{22}")
Receipt = Annotated[str, Field(pattern=f"^{RECEIPT.pattern}$")]
Asked = Annotated[str, Field(pattern=r"^(action-)?[1-9][0-9]?$")]
# However it was typed: a line in a report.
OneLine = Annotated[Line, BeforeValidator(lambda text: " ".join(text.split()))]
# What is told of a field that someone wrote or chose.
NO_TEXT, NO_CHOICE, TOO_LARGE = "no-text", "no-choice", "too-large"
WRITTEN = dict.fromkeys(("text", "who", "how", "by"), NO_TEXT)
LEFT_OUT = WRITTEN | dict.fromkeys(("heads", "plan", "question"), NO_CHOICE)


class Form(BaseModel):
    """A form that was sent; what it has not is not asked for."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Join(Form):
    """How a phone takes part."""

    act: Literal["join"]
    receipt: Receipt
    seat: Short = NO_GROUP
    test: Literal["", "1"] = ""


class Send(Form):
    """A phone's answer to what is asked now."""

    act: Literal["send"]
    receipt: Receipt
    asked: Asked
    said: Short = NO_ANSWER


class TakeBack(Form):
    """A phone's answer is to be forgotten."""

    act: Literal["take-back"]
    receipt: Receipt
    asked: Asked


class Of(Form):
    """What a phone asks for in one word, whatever is asked now."""

    act: Literal["more-time", "leave"]
    receipt: Receipt
    asked: Short = ""


class Create(Form):
    """A session is to be made from one of run mode."""

    plan: Short
    rehearsal: Literal["", "1"] = ""


class Begin(Form):
    """Whether the room counted as many heads as there are phones."""

    act: Literal["begin"]
    heads: Literal["yes", "no"]


class Ask(Form):
    """Which question is put to all."""

    act: Literal["ask"]
    question: Short


class Propose(Form):
    """Which action everyone is asked for: as much as a room can read."""

    act: Literal["propose"]
    text: Annotated[OneLine, Field(max_length=200)]


class Finish(Form):
    """Who will tell everyone what came of it, how, and by when."""

    act: Literal["finish"]
    who: OneLine
    how: OneLine
    by: OneLine

    @property
    def telling(self) -> Telling:
        """What of it is kept."""
        return Telling(who=self.who, how=self.how, by=self.by)


class Close(Form):
    """What is asked is to be closed; asked is what that was on the page it was sent from."""

    act: Literal["close-announce", "close-now", "settle"]
    asked: Asked | Literal[""] = ""


class Do(Form):
    """What a host does in one word."""

    act: Literal["cards", "apart", "ask-again", "withdraw", "forget", "earlier"]
    # A box to tick, so that one press deletes nothing.
    sure: Literal["", "yes"] = ""


def _of(*forms):
    return TypeAdapter(Annotated[forms[0] | _joined(forms[1:]), Field(discriminator="act")])


def _joined(forms):
    joined = forms[0]
    for form in forms[1:]:
        joined |= form
    return joined


FROM_PHONE = _of(Join, Send, TakeBack, Of)
FROM_HOST = _of(Begin, Ask, Close, Propose, Finish, Do)
TO_CREATE = TypeAdapter(Create)


def read_form(kind: TypeAdapter, fields: dict[str, str]) -> Form:
    """Return a form from its fields. Raises Refused for anything else."""
    try:
        return kind.validate_python(fields)
    except ValidationError as error:
        raise Refused(BAD, _problem(error)) from error


def _problem(error):
    [first, *_] = error.errors(include_url=False, include_input=False)
    kind, field = first["type"], first["loc"][-1] if first["loc"] else ""
    if kind in ("missing", "string_too_short"):
        return LEFT_OUT.get(field, NOT_UNDERSTOOD)
    is_long = kind == "string_too_long" and field in WRITTEN
    return TOO_LARGE if is_long else NOT_UNDERSTOOD
