"""What a session leaves: what was shown and agreed, as its host may keep it and open it again."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from .floor import GROUPS, Word

FORMAT = "co-production-session"
# No sign that a Word document can't hold.
Text = Annotated[str, Field(min_length=1, max_length=400, pattern=r"^[^\p{Cc}\x{FFFE}\x{FFFF}]*$")]


def _day(text):
    date.fromisoformat(text)
    return text


class Shown(BaseModel):
    """A question's words by group, in the first round and, where there was one, the joint round."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    question: Annotated[str, Field(max_length=60)]
    words: dict[Literal[*GROUPS], Word]
    joint: dict[Literal[*GROUPS], Word] | None = None

    @property
    def last(self) -> dict[str, Word]:
        """The words that showed last."""
        return self.joint or self.words


class Agreed(BaseModel):
    """An action, and whether everyone said yes."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    text: Text
    said_yes: bool


class Report(BaseModel):
    """The file that a host keeps. day is an ISO date; nothing in it tells of one person."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    format: Literal["co-production-session"] = FORMAT
    version: Literal[1] = 1
    day: Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), AfterValidator(_day)]
    shown: Annotated[tuple[Shown, ...], Field(max_length=12)] = ()
    agreed: Annotated[tuple[Agreed, ...], Field(max_length=12)] = ()
    telling: Annotated[tuple[Text, ...], Field(max_length=3)] = ()
