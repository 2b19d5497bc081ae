"""What each commitment of a plan consists of."""

from typing import Annotated

from pydantic import Field

from .questions import Question
from .values import QuestionPlace, Strict, Text


class LookAgain(Strict):
    """A day to take the check again, some days after today."""

    days: Annotated[int, Field(ge=1, le=400)]
    title: Text


class PlanQuestion(Question):
    """One thing that a commitment says; one without a name is shown together with the next."""

    name: Text | None = None
    optional: bool = False


def numbered_id(question: PlanQuestion, number: int) -> str:
    """Return the id of one question of the commitment with a number."""
    return f"{question.id}-{number}"


class Former(Strict):
    """A question that the course no longer asks; what was written to it is shown again."""

    place: QuestionPlace
    text: Text


class Plan(Strict):
    """What each commitment of a plan consists of, and how many there may be."""

    title: Text
    introduction: Text
    most: Annotated[int, Field(ge=1, le=9, description="How many commitments there may be.")]
    look_again: Annotated[
        list[LookAgain], Field(description="Days after today on which to take the check again.")
    ]
    formerly: list[Former] = Field(default_factory=list)
    questions: Annotated[list[PlanQuestion], Field(min_length=1)]

    @property
    def asked(self) -> dict[str, PlanQuestion]:
        """Each question of each commitment, by the id that its answer is kept by."""
        numbers = range(1, self.most + 1)
        return {numbered_id(one, number): one for number in numbers for one in self.questions}
