"""The words of course.yml that are not part of one lesson: on buttons and in messages."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

NOT_BLANK = r"\S"
Text = Annotated[str, Field(pattern=NOT_BLANK)]


class Part(BaseModel):
    """Anything in course.yml: unknown keys are refused and types are never guessed."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Results(Part):
    """The words that open the feedback, by result."""

    fits: Text
    partly: Text
    not_quite: Text
    depends: Text
    saved: Text


class Instructions(Part):
    """What to do, by kind of question."""

    single: Text
    multiple: Text
    depends: Text
    text: Text


class Words(Part):
    """Every word on a button or in a message that is not part of one lesson."""

    check: Text
    save: Text
    see_result: Text
    try_again: Text
    instructions: Instructions
    results: Results
    problem: Text
    choose_one: Text
    choose_any: Text
    write_something: Text
    asleep: Text
    question_changed: Text
    not_kept: Text
    own_device: Text
    own_device_why: Text
    own_device_yes: Text
    own_device_no: Text
    forget: Text
    forget_why: Text
    forget_now: Text
    forgotten: Text
    you_chose: Text
    you_left_out: Text
    what_it_means: Text
    ask_together: Text
    first_step: Text
    lessons: Text
    lesson: Text
    minutes: Text
    done: Text
    started: Text
    progress: Text
    you_are_here: Text
    objectives: Text
    skip_to_content: Text
    help: Text
    help_at_mind: Text
    help_for_anyone: Text
    danger: Text
    home_opening: Text
    start: Text
    check_alone: Text
    not_found: Text
    not_found_why: Text
    lesson_broken: Text
    lesson_broken_why: Text
    home: Text
    licence: Text
