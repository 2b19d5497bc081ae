"""A session: a coach's meeting, step by step, and the minutes that each step takes."""

from typing import Annotated, Literal

from pydantic import Field

from .values import Id, Notebook, Strict, Text

# What a step is about: nothing, one of the check's three questions, or a story's first choice.
OF_NOTHING = ("words", "groups", "agree", "check-out")
OF_QUESTION = ("question", "question-cards")
OF_STORY = ("content-note", "story", "choice", "story-cards", "what-happened")
# A set of cards has one for each of these, and no more.
CHOICES = "ABC"
CARDS = ("question-cards", "story-cards")
Kind = Literal[
    "words",
    "groups",
    "agree",
    "check-out",
    "question",
    "question-cards",
    "content-note",
    "story",
    "choice",
    "story-cards",
    "what-happened",
]


class SessionStep(Strict):
    """One step of a meeting, whichever session it is in: one screen, and the hosts' notes."""

    id: Id
    kind: Kind
    title: Text
    shown: Annotated[list[Text], Field(description="What stands on the screen, line by line.")] = (
        Field(default_factory=list)
    )
    room: Annotated[Text, Field(description="What the room does, at the foot of the screen.")]
    without_cards: Annotated[
        Text | None, Field(description="What it does where too few are there for cards.")
    ] = None
    before: Annotated[
        list[Text], Field(description="What a host says before reading out the screen.")
    ] = Field(default_factory=list)
    say: Annotated[list[Text], Field(description="What a host says after that.")]
    hosts: Annotated[list[Text], Field(description="What the hosts do, in their notes only.")] = (
        Field(default_factory=list)
    )


class PlannedStep(Strict):
    """A step as one session has it."""

    step: Id
    about: Annotated[
        Id | None, Field(description="The question of the check, or the story, that it is about.")
    ] = None
    talking: Annotated[
        int, Field(ge=0, le=30, description="Minutes for the room, besides what is read aloud.")
    ]
    ask: Annotated[
        list[Text], Field(description="What hosts can ask where the talk is slow, in their notes.")
    ] = Field(default_factory=list)
    invented: Annotated[
        Text | None, Field(description="What the invented people of a rehearsal do.")
    ] = None


class Session(Strict):
    """A meeting of so many minutes, as a list of steps."""

    id: Id
    title: Text
    minutes: Annotated[int, Field(ge=5, le=180)]
    invented: Annotated[
        Text | None, Field(description="What marks each screen of a rehearsal as invented.")
    ] = None
    way_out: Annotated[
        Notebook | None, Field(description="Where one leaves to: a file beside the session's own.")
    ] = None
    steps: Annotated[list[PlannedStep], Field(min_length=1)]
