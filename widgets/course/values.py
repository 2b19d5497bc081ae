"""What everything in a course is made of: texts, ids, addresses and dates."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

NOT_BLANK = r"\S"
ID = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
LANGUAGE = r"^[a-z]{2,3}(-[A-Z]{2})?$"
WEB_ADDRESS = r"^https?://\S+$"
ADDRESS = r"^(https?://|mailto:)\S+$"
NOTEBOOK = r"^([\w-]+/)*[\w-]+\.ipynb$"
PAGE_ADDRESS = r"^[a-z0-9-]+(/[a-z0-9-]+)*$"
LINK_TARGET = r"^(https?://\S+|([\w-]+/)*[\w-]+\.ipynb)$"
RULE_ID = r"^[a-z][a-z0-9-]*(/[a-z0-9-]+)?$"
DATE = r"^20\d\d-\d\d-\d\d$"
QUESTION_PLACE = r"^[a-z0-9-]+/[a-z0-9-]+$"

Text = Annotated[str, Field(pattern=NOT_BLANK)]
Id = Annotated[
    str,
    Field(
        pattern=ID,
        description="Lower case words joined by hyphens. Answers hang on it: never reuse one.",
    ),
]
Notebook = Annotated[str, Field(pattern=NOTEBOOK, description="A file in notebooks/.")]
WebAddress = Annotated[str, Field(pattern=WEB_ADDRESS)]
RuleId = Annotated[str, Field(pattern=RULE_ID, description="What the check's rule calls it.")]
LinkTarget = Annotated[
    str, Field(pattern=LINK_TARGET, description="A file in notebooks/, or an address.")
]
PageAddress = Annotated[str, Field(pattern=PAGE_ADDRESS, description="As in /recall/1.")]
QuestionPlace = Annotated[
    str, Field(pattern=QUESTION_PLACE, description="The ids of a quiz and its question.")
]
Date = Annotated[str, Field(pattern=DATE, description="Year, month, day: 2026-11-23.")]
Months = Annotated[
    int, Field(ge=1, le=36, description="For how long a check holds before another is due.")
]


class Strict(BaseModel):
    """Anything in a course: unknown keys are refused and types are never guessed."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)
