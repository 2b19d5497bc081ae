"""What a notebook may import, as Python sees it."""

import pytest

import widgets
from widgets import Navigation, Quiz, ReadinessCheck, Scenario
from widgets.course.faults import CourseError


@pytest.fixture(autouse=True)
def in_the_examples(example_file, monkeypatch):
    monkeypatch.setenv("COPRODUCTION_COURSE", str(example_file))


def submit(form, **responses):
    """Do what the browser does when a form is submitted."""
    content = {"responses": {name.replace("_", "-"): r for name, r in responses.items()}}
    form._handle_msg({"content": {"data": {"method": "custom", "content": content}}, "buffers": []})


def test_a_notebook_may_import_these_names_and_no_others():
    assert widgets.__all__ == [
        "Care",
        "Glossary",
        "Navigation",
        "OwnCheck",
        "Quiz",
        "ReadinessCheck",
        "Reminders",
        "Scenario",
        "Sources",
        "Stories",
    ]


def test_reprs_are_stable_and_say_what_they_hold():
    assert repr(Quiz("one-of-each")) == "Quiz('one-of-each', 7 questions)"
    assert repr(Quiz("again")) == "Quiz('again', 1 question)"
    assert repr(Scenario("a-story")) == "Scenario('a-story', 3 decisions)"
    assert repr(ReadinessCheck()) == "ReadinessCheck(2 questions)"
    assert repr(Navigation("second")) == "Navigation('second', Lesson 1 of 1 · about 3 minutes)"


def test_what_is_drawn_is_the_same_each_time():
    assert Quiz("one-of-each").html == Quiz("one-of-each").html
    assert Scenario("a-story").html == Scenario("a-story").html


def test_an_unknown_id_says_which_there_are():
    with pytest.raises(LookupError) as caught:
        Quiz("none")
    assert str(caught.value) == "course.yml has no quiz 'none'. Its quizzes are: again, one-of-each"
    with pytest.raises(LookupError) as caught:
        Scenario("none")
    assert str(caught.value) == "course.yml has no scenario 'none'. Its scenarios are: a-story"
    with pytest.raises(LookupError) as caught:
        Navigation("none")
    assert str(caught.value) == "course.yml has no module 'none'. Its modules are: first, second"


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


def test_the_check_has_no_result_before_it_is_submitted():
    check = ReadinessCheck()
    assert (check.answers, check.result) == ({}, None)
    submit(check, all_stages=["yes-fully"])
    assert check.result is None
    submit(check, all_stages=["yes-fully"], equal_decisions=["dont-know"])
    assert check.answers == {"all-stages": "yes-fully", "equal-decisions": "dont-know"}
    assert check.result.id == "find-out"


def test_python_is_told_what_was_decided_in_a_scenario():
    story, told = Scenario("a-story"), []
    story.on_submission(told.append)
    submit(story, the_vote=["cast-it"])
    submit(story, next_week=["say-so"])
    assert told == [{"the-vote": frozenset({"cast-it"})}, {"next-week": frozenset({"say-so"})}]
    assert story.responses == told[0] | told[1]


@pytest.mark.parametrize("content", [None, [], {}, {"responses": None}, {"other": 1}])
def test_a_message_that_is_no_submission_changes_nothing(content):
    quiz = Quiz("one-of-each")
    quiz._handle_msg({"content": {"data": {"method": "custom", "content": content}}, "buffers": []})
    assert quiz.responses == {}


def test_no_answer_can_reach_the_notebook_file():
    quiz = Quiz("one-of-each")
    before = quiz.get_state()
    submit(quiz, name_of_it=["consultation"])
    assert quiz.get_state() == before
