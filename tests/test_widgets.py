"""What a notebook may import, as Python sees it."""

import json

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

# The loader's script, and what every widget says of itself.
LITTLE = 3_000


@pytest.fixture(autouse=True)
def in_the_examples(example_file, monkeypatch):
    monkeypatch.setenv("COPRODUCTION_COURSE", str(example_file))


def submit(form, **responses):
    """Do what the browser does when a form is submitted."""
    content = {"responses": {name.replace("_", "-"): r for name, r in responses.items()}}
    form._handle_msg({"content": {"data": {"method": "custom", "content": content}}, "buffers": []})


def test_a_notebook_may_import_these_names_and_no_others():
    assert widgets.__all__ == [
        "Cards",
        "Care",
        "Certificate",
        "Checklist",
        "Embeds",
        "Glossary",
        "Navigation",
        "OwnChange",
        "OwnCheck",
        "PaperCheck",
        "Plan",
        "Quiz",
        "ReadinessCheck",
        "Reminders",
        "Responsible",
        "Scenario",
        "Session",
        "SessionNotes",
        "Sources",
        "Stories",
        "Template",
        "Vignettes",
    ]


def test_reprs_are_stable_and_say_what_they_hold():
    assert repr(Checklist("to-ask")) == "Checklist('to-ask', 3)"
    assert repr(Embeds()) == "Embeds(3)"
    assert repr(Quiz("one-of-each")) == "Quiz('one-of-each', 7 questions)"
    assert repr(Quiz("again")) == "Quiz('again', 2 questions)"
    assert repr(Scenario("a-story")) == "Scenario('a-story', 3 decisions)"
    assert repr(ReadinessCheck()) == "ReadinessCheck(3 questions)"
    assert repr(Session("short")) == "Session('short', 11 steps)"
    assert repr(SessionNotes("short")) == "SessionNotes('short', 11 steps)"
    assert repr(Cards()) == "Cards(8)"
    assert repr(Template("a-sheet")) == "Template('a-sheet', 5 questions)"
    assert repr(Plan()) == "Plan(2 commitments at most)"
    assert repr(Navigation("second")) == "Navigation('second', Lesson 1 of 1 · about 3 minutes)"


ALL_STAGES = """      - id: all-stages
        kind: view
        text: All stages, as a first go?
        options:
          - {id: yes-fully, text: "Yes, fully", feedback: Good.}
          - {id: not-now, text: "No", feedback: Look for one.}
"""


def test_one_question_is_counted_as_one(tmp_path, monkeypatch):
    changes = [(ALL_STAGES, ""), ("first_go: [again/all-stages]\n", "")]
    monkeypatch.setenv("COPRODUCTION_COURSE", str(write_changed(tmp_path, *changes)))
    assert repr(Quiz("again")) == "Quiz('again', 1 question)"


def test_what_is_drawn_is_the_same_each_time():
    assert Quiz("one-of-each").html == Quiz("one-of-each").html
    assert Scenario("a-story").html == Scenario("a-story").html
    assert ReadinessCheck().html == ReadinessCheck().html
    assert Plan().html == Plan().html


def test_an_unknown_id_says_which_there_are():
    with pytest.raises(LookupError) as caught:
        Quiz("none")
    assert str(caught.value) == "The course has no quiz 'none'. Its quizzes are: one-of-each, again"
    with pytest.raises(LookupError) as caught:
        Checklist("none")
    assert str(caught.value) == "The course has no checklist 'none'. Its checklists are: to-ask"
    with pytest.raises(LookupError) as caught:
        Template("none")
    assert str(caught.value) == "The course has no template 'none'. Its templates are: a-sheet"
    with pytest.raises(LookupError) as caught:
        Scenario("none")
    assert str(caught.value) == "The course has no scenario 'none'. Its scenarios are: a-story"
    with pytest.raises(LookupError) as caught:
        Navigation("none")
    assert str(caught.value) == "The course has no module 'none'. Its modules are: first, second"


def test_a_broken_course_is_told_in_a_notebook_without_a_traceback(tmp_path, monkeypatch):
    broken = tmp_path / "course.yml"
    broken.write_text("title: [")
    monkeypatch.setenv("COPRODUCTION_COURSE", str(broken))
    with pytest.raises(CourseError) as caught:
        Quiz("one-of-each")
    assert caught.value._render_traceback_() == [str(caught.value)]


def test_python_is_told_what_was_submitted_and_marks_it():
    quiz, told = Quiz("one-of-each"), []
    quiz.on_submission(told.append)
    submit(quiz, name_of_it=["consultation"])
    submit(quiz, work_name="The quiet room")
    assert told == [{"name-of-it": frozenset({"consultation"})}, {"work-name": "The quiet room"}]
    assert {id: outcome.result for id, outcome in quiz.outcomes.items()} == {
        "name-of-it": "fits",
        "work-name": "saved",
    }


TWO_YESES = {"all_stages": ["yes-fully"], "equal_decisions": ["yes-fully"]}
THREE_YESES = TWO_YESES | {"jointly_responsible": ["yes-fully"]}


def test_the_check_has_no_result_before_the_three_are_answered():
    check = ReadinessCheck()
    assert (check.answers, check.result, check.plan, check.responses) == ({}, None, [], {})
    submit(check, all_stages=["yes-fully"], equal_decisions=["not-now"])
    assert check.answers == {"all-stages": "yes-fully", "equal-decisions": "not-now"}
    assert check.result is None
    submit(check, jointly_responsible=["partly"])
    assert (check.result.verdict, check.result.title) == (
        "not-as-it-stands",
        "not co-production as it stands",
    )
    assert check.result.text == "It is not as it stands. This is our own reading."
    assert check.result.step.yours == "Do something about equal-decisions/not-now."


def test_the_result_holds_what_comes_before_the_names_and_what_clashes():
    check = ReadinessCheck()
    submit(check, **THREE_YESES, power=["not-now"], carers=["yes"])
    submit(check, lived_experience_decides=["together"], lived_experience_delivers=["together"])
    submit(check, carers_decides=["told"], carers_delivers=["others-alone"])
    result = check.result
    assert (result.verdict, result.before) == ("likely", "talk about power.")
    assert result.names == {"lived-experience": "shared-in-part", "carers": "withheld"}
    assert result.clashes == (
        "You said equal-without-power.",
        "You said equal-yet-others-decide.",
        "You said joint-yet-others-decide.",
        "You said joint-yet-others-deliver.",
    )


def test_ticks_change_the_result_too():
    check = ReadinessCheck()
    submit(check, **THREE_YESES)
    for asked in ("all_stages", "equal_decisions", "jointly_responsible"):
        submit(check, **{f"{asked}_evidence": ["hope"]})
    assert check.result.text == "It is likely hoped."


def test_ticks_and_written_words_are_responses_and_no_answers():
    check = ReadinessCheck()
    submit(
        check,
        support=["yes-fully"],
        support_evidence=["written", "hope"],
        support_words="In the minutes",
        support_given=[],
    )
    assert check.answers == {"support": "yes-fully"}
    assert check.responses == {
        "support": frozenset({"yes-fully"}),
        "support-evidence": frozenset({"written", "hope"}),
        "support-words": "In the minutes",
        "support-given": frozenset(),
    }


def test_how_someone_takes_part_is_never_told_even_if_it_is_sent():
    check, told = ReadinessCheck(), []
    check.on_submission(told.append)
    submit(check, seat=["carer"], support=["yes-fully"])
    assert check.answers == {"support": "yes-fully"}
    assert check.responses == {"support": frozenset({"yes-fully"})}
    assert told == [{"support": frozenset({"yes-fully"})}]


@pytest.mark.parametrize("answer", [["maybe"], [], ["not-now", "yes-fully"], "yes-fully", ""])
def test_what_is_not_one_of_the_answers_is_none(answer):
    check = ReadinessCheck()
    submit(check, **TWO_YESES, jointly_responsible=answer)
    assert "jointly-responsible" not in check.answers
    assert check.result is None


def test_a_listener_is_told_of_each_part_of_the_check_and_the_plan():
    check, told = ReadinessCheck(), []
    check.on_submission(told.append)
    submit(check, **TWO_YESES)
    submit(check, when_1="On Monday", start_1=["i-will"])
    assert told == [
        {"all-stages": frozenset({"yes-fully"}), "equal-decisions": frozenset({"yes-fully"})},
        {"when-1": "On Monday", "start-1": frozenset({"i-will"})},
    ]


@pytest.mark.parametrize("form", [ReadinessCheck, Plan])
def test_the_plan_is_told_by_commitment_and_part(form):
    plan = form()
    assert plan.plan == []
    submit(plan, when_2="Next time", start_2=["need"], what_2="cover", by_2="2026-12-01")
    assert plan.plan == [
        {"when": "Next time", "start": "need", "what": "cover", "by": "2026-12-01"}
    ]
    submit(plan, when_1="On Monday", start_1=["i-will"], what_1="ask", by_1="")
    assert [commitment["when"] for commitment in plan.plan] == ["On Monday", "Next time"]
    assert plan.plan[0] == {"when": "On Monday", "start": "i-will", "what": "ask"}


def test_a_commitment_that_is_taken_out_is_gone():
    plan = Plan()
    submit(plan, when_1="On Monday", start_1=["i-will"], what_1="ask", by_1="")
    submit(plan, when_1="", start_1=[], what_1="", by_1="")
    assert plan.plan == []


def test_more_commitments_than_there_may_be_are_no_plan():
    plan = Plan()
    submit(plan, what_3="ask", what_0="ask", what="ask", other_1="ask")
    assert plan.plan == []


def test_python_is_told_what_was_decided_in_a_scenario():
    story, told = Scenario("a-story"), []
    story.on_submission(told.append)
    submit(story, the_vote=["cast-it"])
    submit(story, next_week=["say-so"])
    assert told == [{"the-vote": frozenset({"cast-it"})}, {"next-week": frozenset({"say-so"})}]
    assert story.responses == told[0] | told[1]


NO_SUBMISSIONS = [
    *(None, [], {}, "responses", 7, {"responses": None}, {"other": 1}),
    *({"responses": sent} for sent in ([], ["support"], "support", 7, True)),
    *({"responses": {"support": value}} for value in (None, 7, True, {"a": 1}, [7], [["a"]], [{}])),
]


@pytest.mark.parametrize("content", NO_SUBMISSIONS, ids=repr)
@pytest.mark.parametrize(
    "form", [lambda: Quiz("one-of-each"), ReadinessCheck, Plan], ids=["quiz", "check", "plan"]
)
def test_a_message_that_is_no_submission_changes_nothing(form, content):
    shown = form()
    shown._handle_msg(
        {"content": {"data": {"method": "custom", "content": content}}, "buffers": []}
    )
    assert shown.responses == {}


def test_what_is_sound_in_a_message_is_taken_though_the_rest_is_not():
    check = ReadinessCheck()
    submit(check, support=["yes-fully"], all_stages=7, equal_decisions=[["not-now"]])
    assert check.answers == {"support": "yes-fully"}
    assert check.result is None


SHOWN = [
    *(Care, Certificate, Embeds, Glossary, OwnChange, OwnCheck, PaperCheck, Reminders, Responsible),
    Stories,
    lambda: Navigation("first"),
    lambda: Sources("first"),
    lambda: Checklist("to-ask"),
    lambda: Vignettes("before"),
]
ASKING = [Plan, ReadinessCheck, lambda: Quiz("one-of-each"), lambda: Scenario("a-story")]


@pytest.mark.parametrize("show", SHOWN)
def test_what_only_shows_listens_to_nobody_and_keeps_little_but_its_html(show):
    shown = show()
    assert not hasattr(shown, "on_submission") and not hasattr(shown, "responses")
    state = json.dumps(shown.get_state(), default=str)
    assert len(state) < len(json.dumps(shown.html)) + LITTLE


@pytest.mark.parametrize("ask", ASKING)
def test_widgets_of_a_notebook_share_one_script_one_style_and_one_layout(ask):
    assert ask().shared is ask().shared
    assert ask().shared.style == Glossary().shared.style
    assert ask().layout is ask().layout


def test_what_has_been_closed_is_made_anew():
    before = Glossary().shared
    before.close()
    assert Glossary().shared is Glossary().shared is not before


def test_no_answer_can_reach_the_notebook_file():
    quiz = Quiz("one-of-each")
    before = quiz.get_state()
    submit(quiz, name_of_it=["consultation"])
    assert quiz.get_state() == before
    check = ReadinessCheck()
    before = check.get_state()
    submit(check, **TWO_YESES, support_words="In the minutes", what_1="ask")
    assert check.get_state() == before
