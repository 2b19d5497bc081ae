"""The words that belong to no one lesson: on buttons and in messages."""

from .change_words import ChangeWords
from .compare_words import CompareWords
from .embed_words import EmbedWords
from .export_words import GiftWords, ScormWords
from .group_words import PhonesWords
from .readiness_words import (
    CertificateWords,
    MovedWords,
    PaperWords,
    PlanWords,
    ReadinessWords,
    TakeAwayWords,
)
from .session_words import SessionWords
from .template_words import TemplateWords
from .values import Strict, Text


class Results(Strict):
    """The words that open the feedback, by result."""

    fits: Text
    partly: Text
    not_quite: Text
    depends: Text
    saved: Text


class Instructions(Strict):
    """What to do, by kind of question."""

    single: Text
    multiple: Text
    depends: Text
    view: Text
    text: Text
    scenario: Text


class ResponsibleWords(Strict):
    """Who answers for this copy of the course, or that nobody does."""

    title: Text
    named: Text
    write: Text
    nobody: Text


class ChecklistWords(Strict):
    """What stands below a checklist."""

    copy_list: Text
    copied: Text
    copied_whole: Text
    not_copied: Text
    print: Text


class Words(Strict):
    """Every word on a button or in a message that belongs to no one lesson."""

    check: Text
    save: Text
    see_result: Text
    see_reply: Text
    see_what_happens: Text
    start_again: Text
    try_again: Text
    instructions: Instructions
    results: Results
    readiness: ReadinessWords
    plan: PlanWords
    moved: MovedWords
    take_away: TakeAwayWords
    paper: PaperWords
    compare: CompareWords
    certificate: CertificateWords
    checklist: ChecklistWords
    template: TemplateWords
    responsible: ResponsibleWords
    change: ChangeWords
    embed: EmbedWords
    session: SessionWords
    group: PhonesWords
    gift: GiftWords
    scorm: ScormWords
    problem: Text
    choose_one: Text
    choose_any: Text
    choose_day: Text
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
    scenario: Text
    skip_scenario: Text
    not_reviewed: Text
    you_are: Text
    what_happens: Text
    mechanism: Text
    principle: Text
    phrase: Text
    way_back: Text
    story_goes_on: Text
    story_ends: Text
    stories: Text
    go_on_to: Text
    story_ends_on_paper: Text
    earlier: Text
    lessons: Text
    lesson: Text
    minutes: Text
    done: Text
    started: Text
    progress: Text
    you_are_here: Text
    previous: Text
    next: Text
    objectives: Text
    before_you_start: Text
    sources: Text
    checked: Text
    checked_how: Text
    glossary: Text
    talk_to: Text
    helplines: Text
    reminders: Text
    reminders_why: Text
    make_calendar_file: Text
    calendar_file_made: Text
    skip_to_content: Text
    help: Text
    more_care: Text
    help_at_mind: Text
    help_for_anyone: Text
    resume: Text
    memory: Text
    memory_why: Text
    download_progress: Text
    downloaded: Text
    nothing_to_download: Text
    bring_back: Text
    brought_back: Text
    brought_back_for_now: Text
    some_not_asked: Text
    nothing_asked: Text
    not_progress: Text
    other_course: Text
    newer_progress: Text
    too_large: Text
    forget_everything: Text
    forget_everything_why: Text
    forget_everything_now: Text
    everything_forgotten: Text
    hide_page: Text
    hide_page_why: Text
    home_opening: Text
    start: Text
    short_path: Text
    short_path_why: Text
    check_alone: Text
    not_found: Text
    not_found_why: Text
    lesson_broken: Text
    lesson_broken_why: Text
    lesson_coming: Text
    lesson_coming_why: Text
    home: Text
    licence: Text
    my_notes: Text
    my_notes_opening: Text
    about_copy: Text
