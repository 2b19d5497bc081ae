"""What is only read, and the stories: what is drawn is what course.yml says, escaped."""

import re
from html.parser import HTMLParser

import pytest
from broken import write_changed

import widgets
from widgets import (
    Cards,
    Care,
    Certificate,
    Checklist,
    Embeds,
    Glossary,
    Navigation,
    OwnChange,
    OwnCheck,
    PaperCheck,
    Plan,
    Quiz,
    ReadinessCheck,
    Reminders,
    Responsible,
    Scenario,
    Session,
    SessionNotes,
    Sources,
    Stories,
    Template,
    Vignettes,
)
from widgets.course.faults import CourseError
from widgets.course.loading import VARIABLE, load_course
from widgets.forms.reading.reading import draw_short_path

HOSTILE = "<b>\"&amp;'</b>"
ESCAPED = "&lt;b&gt;&#34;&amp;amp;&#39;&lt;/b&gt;"
IN_YAML = "'<b>\"&amp;''</b>'"
SHOWN = {
    "sources": lambda: Sources("first"),
    "glossary": Glossary,
    "care": Care,
    "own change": OwnChange,
    "own check": OwnCheck,
    "responsible": Responsible,
    "stories": Stories,
    "reminders": Reminders,
    "scenario": lambda: Scenario("a-story"),
    "quiz": lambda: Quiz("one-of-each"),
    "check": ReadinessCheck,
    "plan": Plan,
    "paper": PaperCheck,
    "certificate": Certificate,
    "checklist": lambda: Checklist("to-ask"),
    "embeds": Embeds,
    "navigation": lambda: Navigation("first"),
    "session": lambda: Session("short"),
    "session notes": lambda: SessionNotes("short"),
    "cards": Cards,
    "template": lambda: Template("a-sheet"),
    "vignettes": lambda: Vignettes("before"),
}


@pytest.fixture(autouse=True)
def in_the_examples(example_file, monkeypatch):
    monkeypatch.setenv(VARIABLE, str(example_file))


class Text(HTMLParser):
    """The text of HTML outside scripts, in pieces without the space around them."""

    def __init__(self, html):
        super().__init__()
        self.pieces, self.links, self.ids, self.hidden = [], [], [], False
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.hidden = tag == "script"
        self.links += [value for name, value in attributes if name == "href"]
        self.ids += [value for name, value in attributes if name == "id"]

    def handle_endtag(self, tag):
        self.hidden = False

    def handle_data(self, data):
        if data.strip() and not self.hidden:
            self.pieces.append(" ".join(data.split()))


def text_of(form):
    return " ".join(Text(form.html).pieces)


@pytest.fixture
def changed(tmp_path, monkeypatch):
    """Return a function that puts the examples with other texts in place of them."""

    def change(*changes):
        monkeypatch.setenv(VARIABLE, str(write_changed(tmp_path, *changes)))

    return change


def test_reprs_are_stable_and_say_what_they_hold():
    assert repr(Sources("first")) == "Sources('first', 1)"
    assert repr(Sources("recall/1")) == "Sources('recall/1', 0)"
    assert repr(Glossary()) == "Glossary(1 terms)"
    assert repr(Care()) == "Care(1 helplines)"
    assert repr(OwnCheck()) == "OwnCheck(7 answers)"
    assert repr(Responsible()) == "Responsible('The examples team')"
    assert repr(Reminders()) == "Reminders(1)"
    assert repr(Scenario("a-story")) == "Scenario('a-story', 3 decisions)"


@pytest.mark.parametrize("show", SHOWN.values(), ids=SHOWN)
def test_what_is_drawn_is_the_same_each_time(show):
    assert show().html == show().html


@pytest.mark.parametrize("show", SHOWN.values(), ids=SHOWN)
def test_what_is_drawn_is_what_a_notebook_keeps(show):
    form = show()
    data, _ = form._repr_mimebundle_()
    assert data["text/html"] == form.html
    assert data["text/plain"] == repr(form)


@pytest.mark.parametrize("show", SHOWN.values(), ids=SHOWN)
def test_a_broken_course_is_told_by_each_of_them(show, tmp_path, monkeypatch):
    (tmp_path / "course.yml").write_text("title: [", encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "course.yml"))
    with pytest.raises(CourseError, match="expected well-formed YAML"):
        show()


def test_everything_a_notebook_may_import_is_shown_here():
    shown = {type(show()).__name__ for show in SHOWN.values()}
    assert shown == set(widgets.__all__)


def test_sources_are_linked_with_who_published_them_and_when_they_were_read(examples):
    drawn = Text(Sources("first").html)
    assert drawn.links == ["https://example.org/source"]
    assert drawn.pieces == [
        "A source",
        ", Someone.",
        examples.words.checked.format(date="1 November 2026"),
        examples.words.checked_how,
    ]


def test_a_source_that_nobody_has_read_bears_no_day(changed, examples):
    changed(("checked: 2026-11-01, review_months: 12", "review_months: 12"))
    drawn = Text(Sources("first").html)
    assert drawn.pieces == ["A source", ", Someone.", examples.words.checked_how]


@pytest.mark.parametrize(
    ("day", "said"),
    [("2026-01-09", "9 January 2026"), ("2024-02-29", "29 February 2024")],
)
def test_a_day_is_said_as_people_say_it(changed, examples, day, said):
    changed(("checked: 2026-11-01, review_months: 12", f"checked: {day}, review_months: 12"))
    assert examples.words.checked.format(date=said) in text_of(Sources("first"))


def test_sources_come_in_the_order_of_their_lesson(changed):
    changed(
        ("    sources: [a-source]", "    sources: [b-source, a-source]"),
        (
            "sources:\n  - {id: a-source,",
            "sources:\n  - {id: b-source, title: B, publisher: C, address: 'https://b.org',"
            " review_months: 1}\n  - {id: a-source,",
        ),
    )
    assert Text(Sources("first").html).links == ["https://b.org", "https://example.org/source"]


def test_sources_of_what_is_not_there_say_what_there_is():
    with pytest.raises(LookupError) as caught:
        Sources("none")
    assert str(caught.value) == (
        "The course has no page 'none'. It has: first, second, plan, glossary, recall/1,"
        " sheet, meeting, meeting/notes"
    )


def test_each_term_of_the_glossary_has_its_meaning_and_its_place():
    drawn = Text(Glossary().html)
    assert drawn.pieces == ["Carer", "Someone who supports another person unpaid."]
    assert drawn.ids == ["carer"]


def test_care_says_how_to_pause_and_leave_and_who_to_talk_to(examples):
    words = examples.words
    drawn = Text(Care().html)
    assert drawn.links == ["https://example.org/line"]
    assert drawn.pieces == [
        "You can stop.",
        "You can go.",
        words.talk_to,
        "Someone near.",
        "They know the work.",
        "Someone outside.",
        "They do not.",
        "If anyone is in danger now, call 999.",
        words.helplines,
        "116 000",
        ",",
        "A line",
        ". Day and night.",
        examples.words.checked.format(date="1 November 2026"),
        words.checked_how,
    ]


def test_the_own_check_shows_each_answer_and_why_and_what_the_check_says_of_them():
    assert Text(OwnCheck().html).pieces == [
        "Can people with lived experience work with staff at all stages?",
        "No.",
        "Staff began alone.",
        "Will they have an equal role in decisions?",
        "I don't know yet.",
        "Nobody has said.",
        "Will all be jointly responsible for designing and delivering?",
        "No.",
        "Staff do it.",
        "Is power equal?",
        "No.",
        "Staff have it.",
        "Is it agreed who does what?",
        "I don't know yet.",
        "Nothing is agreed.",
        "Is there support for everyone?",
        "No.",
        "There is none.",
        "People with lived experience: Who decides?",
        "Others decide, and tell them.",
        "The result: not co-production as it stands.",
        "It is not as it stands. This is our own reading.",
        "People with lived experience:",
        "Inform",
    ]


def test_the_own_check_follows_the_order_of_the_questions(changed):
    answers = "equal-decisions: yes-fully, all-stages: yes-fully, jointly-responsible: yes-fully,"
    changed(
        (
            "answers: {all-stages: not-now, equal-decisions: dont-know,"
            " jointly-responsible: not-now,",
            f"answers: {{{answers}",
        )
    )
    pieces = Text(OwnCheck().html).pieces
    assert pieces[:2] == ["Will they have an equal role in decisions?", "Yes, fully."]
    assert "The result: likely to suit co-production." in pieces


ANSWERS_FOR = 'responsible: {name: The examples team, address: "mailto:examples@example.org"}\n'


def test_whoever_answers_for_a_copy_is_named_with_where_to_write():
    shown = Text(Responsible().html)
    assert shown.pieces == [
        "The examples team answers for this copy of the course.",
        "Write to them about this course",
    ]
    assert shown.links == ["mailto:examples@example.org"]


@pytest.mark.parametrize("left", ["", "responsible:\n"], ids=["no-key", "empty"])
def test_where_nobody_answers_for_a_copy_it_says_so(changed, examples, left):
    changed((ANSWERS_FOR, left))
    assert Text(Responsible().html).pieces == [" ".join(examples.words.responsible.nobody.split())]
    assert repr(Responsible()) == "Responsible()"


def test_reminders_show_what_to_come_back_to_and_where(examples):
    html = Reminders().html
    assert text_of(Reminders()).startswith(f"{examples.words.reminders_why} After a week")
    assert 'data-days="7"' in html
    assert 'data-href="aside/recall-1.ipynb"' in html


def test_the_days_and_the_button_wait_for_the_browser(examples):
    assert examples.words.make_calendar_file in Reminders().html
    assert examples.words.make_calendar_file not in text_of(Reminders())


def decisions_of(examples):
    return [
        (decision, turn)
        for decision in examples.scenarios[0].decisions
        for turn in decision.options
    ]


def test_a_scenario_shows_its_opening_its_roles_and_its_turns(examples):
    story, text = examples.scenarios[0], text_of(Scenario("a-story"))
    for said in (story.title, story.opening, story.content_note):
        assert said in text
    for decision, turn in decisions_of(examples):
        role = examples.words.you_are.format(role=decision.role)
        assert f"{role} {decision.in_full}" in text
        assert turn.text in text


def templates_of(html):
    return dict(re.findall(r'<template data-text="(.*?)">(.*?)</template>', html, re.DOTALL))


def test_each_turn_of_a_scenario_keeps_what_it_leads_to_until_it_is_taken(examples):
    words, html = examples.words, Scenario("a-story").html
    templates = templates_of(html)
    for decision, turn in decisions_of(examples):
        shown = Text(templates[f"{decision.id}/{turn.id}"]).pieces
        expected = [
            turn.consequence,
            words.mechanism,
            turn.mechanism,
            words.principle,
            turn.principle,
            words.phrase,
            turn.phrase,
        ]
        assert shown == expected + ([words.way_back, turn.way_back] if turn.way_back else [])
        assert turn.consequence not in text_of(Scenario("a-story"))


def test_a_scenario_without_a_note_offers_no_way_around_it(changed):
    note = "    content_note: This story has a quarrel in it.\n"
    assert "data-skip" in Scenario("a-story").html
    changed((note, ""))
    assert "data-skip" not in Scenario("a-story").html


def test_a_scenario_says_that_nobody_has_reviewed_it(examples):
    assert text_of(Scenario("a-story")).endswith(examples.words.not_reviewed)


def test_what_may_sting_in_a_lesson_is_said_before_it_starts(examples):
    before = examples.words.before_you_start
    assert f"{before} One story has a quarrel in it." in text_of(Navigation("first"))
    assert before not in text_of(Navigation("second"))


def test_earlier_answers_are_asked_for_by_their_place():
    key = 'data-key="examples/one-of-each/work-name"'
    assert key in Quiz("one-of-each").html
    assert key in ReadinessCheck().html
    assert "data-earlier" not in Quiz("again").html


def test_the_steps_of_the_short_path_lead_to_their_headings(examples):
    drawn = Text(draw_short_path(examples, lambda address: f"/{address}"))
    assert drawn.links == ["/first#Try-it", "/readiness-check"]
    three, five = (examples.words.minutes.format(minutes=count) for count in (3, 5))
    assert drawn.pieces == ["Try it", three, "The check", five]


def test_a_course_without_a_short_path_has_no_steps(changed, monkeypatch):
    changed(
        (
            "short_path:\n  - {title: Try it, page: first, section: Try it, minutes: 3}\n"
            "  - {title: The check, page: readiness-check, minutes: 5}\n",
            "short_path: []\n",
        )
    )
    drawn = Text(draw_short_path(load_course(), str))
    assert (drawn.links, drawn.pieces) == ([], [])


OF_THE_CHECK = [
    "view: One person’s answers.",
    "text: in a staff role",
    "text: It is written down",
    "note: Ask what would show it.",
    "name: All stages",
    "text: A few questions.",
    "before: talk about power",
    "yours: Do something about led.",
    "ask: about led.",
    "none: You ticked nothing.",
    "text: Cover for carers",
    "without_pay: There is no pay.",
    "text: This is inform.",
    "text: You said equal-without-power.",
    "title: find out more first",
    "says: Fixed by law.",
    "same: The same.",
    "beyond: This is our own reading.",
    "against: It points the other way.",
    "both_partners: people with lived experience and carers",
]
OF_THE_PLAN = [
    "title: A month on",
    "name: By when",
    "text: How does it begin?",
    "text: I need",
    "feedback: Is it yours to do?",
]
ANYWHERE = [
    *(("check", old, f"{old.split(': ')[0]}: {IN_YAML}") for old in OF_THE_CHECK + OF_THE_PLAN),
    *(("plan", old, f"{old.split(': ')[0]}: {IN_YAML}") for old in OF_THE_PLAN),
    ("sources", "title: A source", f"title: {IN_YAML}"),
    ("sources", "publisher: Someone", f"publisher: {IN_YAML}"),
    ("glossary", "term: Carer", f"term: {IN_YAML}"),
    ("glossary", "text: Someone who supports another person unpaid.", f"text: {IN_YAML}"),
    ("care", "pause: You can stop.", f"pause: {IN_YAML}"),
    ("care", "leave: You can go.", f"leave: {IN_YAML}"),
    ("care", "title: Look after yourself", f"title: {IN_YAML}"),
    ("care", "name: Someone near", f"name: {IN_YAML}"),
    ("care", "danger: If anyone is in danger now, call 999.", f"danger: {IN_YAML}"),
    ("care", 'number: "116 000"', f"number: {IN_YAML}"),
    ("care", "text: Day and night.", f"text: {IN_YAML}"),
    ("own check", "why: {all-stages: Staff began alone.,", f"why: {{all-stages: {IN_YAML},"),
    ("own check", "text: Is it agreed who does what?", f"text: {IN_YAML}"),
    ("own check", "title: not co-production as it stands,", f"title: {IN_YAML},"),
    ("reminders", "days: 7, title: After a week", f"days: 7, title: {IN_YAML}"),
    ("scenario", "title: The tied vote", f"title: {IN_YAML}"),
    ("scenario", "content_note: This story has a quarrel in it.", f"content_note: {IN_YAML}"),
    ("scenario", "role: the chair", f"role: {IN_YAML}"),
    ("scenario", "text: Cast the vote yourself", f"text: {IN_YAML}"),
    ("scenario", "mechanism: One person decided for eight.", f"mechanism: {IN_YAML}"),
    ("scenario", "way_back: Open it again next week.", f"way_back: {IN_YAML}"),
    ("navigation", "content_note: One story has a quarrel in it.", f"content_note: {IN_YAML}"),
    (
        "quiz",
        "{id: work-name, kind: short-text, text: What will you call it?}",
        f"{{id: work-name, kind: short-text, text: {IN_YAML}}}",
    ),
]


@pytest.mark.parametrize(
    ("shown", "old", "new"), ANYWHERE, ids=[f"{shown}: {old[:30]}" for shown, old, _ in ANYWHERE]
)
def test_whatever_a_text_holds_it_is_escaped(changed, shown, old, new):
    changes = [(old, new)]
    if 'text: "Yes, fully"' in old:
        answers = "answers: {all-stages: not-now, equal-decisions: dont-know,"
        changes.append((answers, answers.replace("not-now", "yes-fully")))
    changed(*changes)
    html = SHOWN[shown]().html
    assert HOSTILE not in html
    assert ESCAPED in html


@pytest.mark.parametrize("show", SHOWN.values(), ids=SHOWN)
def test_no_script_is_written_inside_another(show):
    open_scripts = 0
    for tag in re.findall(r"</?script", show().html):
        open_scripts += -1 if tag == "</script" else 1
        assert open_scripts in (0, 1)
