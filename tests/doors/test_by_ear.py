"""What Orca says with Firefox, and in which order: its transcripts are in tests/by_ear/.

After a change that is meant, `BY_EAR=write pytest tests/doors/test_by_ear.py` writes them anew.
"""

import os
import secrets
from itertools import dropwhile
from pathlib import Path

import a_session
import pytest
import screen_reader
from a_meeting import Meeting
from conftest import missing

from widgets.course.answer_code import encode
from widgets.course.loading import load_course

TRANSCRIPTS = Path(__file__).parents[1] / "by_ear"
WHERE_IT_WAS = ("leaving banner.", "main content")
WRITES = os.environ.get("BY_EAR") == "write"
WORDS = load_course().words
SAYS = WORDS.group
CORE = ("all-stages", "equal-decisions", "jointly-responsible")
SURE = encode(dict.fromkeys(CORE, "yes-fully"))
DOUBTER = encode(dict.fromkeys(CORE, "yes-fully") | {"equal-decisions": "not-now"})
WRONG = DOUBTER[:-1] + ("0" if DOUBTER[-1] != "0" else "1")


class Ear:
    """Whoever listens to a page: what was said since it was opened."""

    def __init__(self, reader, server):
        self._reader, self._server, self._from = reader, server, 0
        # Nothing that an earlier visit stored is there: no other host has this name.
        self._host = f"http://{secrets.token_hex(4)}.localhost:{server.port}"

    def open(self, path, title):
        self._reader.go(f"{self._host}/{path}", title)
        self._reader.stay_in_focus_mode()
        self._from = len(self._reader.said)

    def press(self, key, until):
        self._reader.press(key, until=until)

    def browse(self):
        self._reader.press("Insert+a", until="Browse mode")

    def wait_for(self, act, until):
        """Let something happen elsewhere; wait until it is heard."""
        before = len(self._reader.said)
        act()
        self._reader.listen(before, until)

    @property
    def heard(self):
        return self._reader.said[self._from :]

    def times(self, text):
        return " ".join(self.heard).count(" ".join(text.split()))


@pytest.fixture(scope="module")
def reader():
    if packages := screen_reader.missing_programs():
        missing(f"install Orca and what it needs (Debian: apt-get install {' '.join(packages)})")
    with screen_reader.ScreenReader() as reader:
        yield reader


@pytest.fixture
def ear(reader, served_examples):
    return Ear(reader, served_examples)


def is_as_written(ear, name):
    """Hold what was heard against the transcript, an utterance a line."""
    file = TRANSCRIPTS / f"{name}.txt"
    if WRITES:
        file.write_text("\n".join([*ear.heard, ""]), encoding="utf-8")
    assert on_the_way(ear.heard) == on_the_way(file.read_text(encoding="utf-8").splitlines())


def on_the_way(said):
    """Leave out where the first key came from: it is told only if the page was read in time."""
    return list(dropwhile(WHERE_IT_WAS.__contains__, said))


def each_is_said_once(ear, *texts):
    assert {text: ear.times(text) for text in texts} == dict.fromkeys(texts, 1)


def test_a_choice_is_heard_from_its_question_to_its_feedback(ear, examples):
    asked = examples.question("one-of-each/name-of-it")
    ear.open("first#Try-it", "First lesson")
    ear.press("Tab", until="carer")
    ear.press("Tab", until=asked.hint)
    ear.press("Down", until=asked.options[1].text)
    ear.press("Tab", until=WORDS.check)
    ear.press("space", until=asked.options[1].feedback)
    is_as_written(ear, "a-choice")
    each_is_said_once(ear, asked.hint, WORDS.results.fits, asked.options[1].feedback)


def test_a_decision_is_heard_with_all_that_follows_and_each_scene_once(ear, examples):
    first, second = examples.scenarios[0].decisions[:2]
    turn = first.options[0]
    ear.open("first#A-story", "First lesson")
    ear.press("Tab", until=WORDS.skip_scenario)
    ear.press("Tab", until=WORDS.instructions.scenario)
    ear.press("space", until="selected")
    ear.press("Tab", until=WORDS.see_what_happens)
    ear.press("space", until=WORDS.story_goes_on)
    parts = (turn.consequence, turn.mechanism, turn.principle, turn.phrase, turn.way_back)
    each_is_said_once(ear, WORDS.what_happens, *parts, WORDS.story_goes_on)
    ear.browse()
    reading = (WORDS.what_happens, *parts, WORDS.story_goes_on)
    for text in (*reading, second.role, second.scene, second.text, WORDS.instructions.scenario):
        ear.press("Down", until=text)
    is_as_written(ear, "a-decision")
    each_is_said_once(ear, second.scene)


def test_an_error_summary_names_what_is_wrong_and_leads_there(ear, examples):
    asked = examples.readiness_check.questions
    errors = [WORDS.choose_one.format(question=each.text) for each in asked]
    ear.open("readiness-check#The-questions", "Readiness check")
    for each in asked:
        ear.press("Tab", until=each.text)
    ear.press("Tab", until=WORDS.see_result)
    ear.press("space", until=errors[-1])
    each_is_said_once(ear, WORDS.problem, *errors)
    ear.press("Tab", until=errors[0])
    ear.press("Return", until=errors[0])
    is_as_written(ear, "errors")


def test_the_check_is_heard_to_its_verdict_and_first_step(ear, examples):
    check = examples.readiness_check
    ear.open("readiness-check#The-questions", "Readiness check")
    for asked, key in zip(check.questions, ("space", "Down", "space"), strict=True):
        ear.press("Tab", until=asked.text)
        ear.press(key, until="selected")
    ear.press("Tab", until=WORDS.see_result)
    ear.press("space", until=WORDS.readiness.result)
    ear.browse()
    for text in ("close", "reading", "All stages", "Equal", "Joint", WORDS.readiness.first_step):
        ear.press("Down", until=text)
    is_as_written(ear, "the-check")


def test_whoever_compares_hears_what_was_done_and_what_is_wrong(ear, examples):
    says = examples.words.compare
    ear.open(f"readiness-check#codes={SURE},{DOUBTER},{WRONG}", "Readiness check")
    fault = says.faults.slip
    ear.press("shift+Tab", until=says.include)
    ear.press("shift+Tab", until=says.add)
    ear.press("shift+Tab", until=says.code_hint)
    ear.press("Return", until=fault)
    ear.press("Tab", until=says.add)
    ear.press("Tab", until=says.include)
    ear.press("space", until=says.not_answered)
    ear.press("Tab", until=says.table)
    ear.press("Tab", until=says.word)
    ear.press("Tab", until=says.take_out)
    is_as_written(ear, "comparing")
    # The field takes the focus at the same time: which of the two is heard first is open.
    ear.press("space", until=says.taken_out)
    each_is_said_once(ear, says.not_answered, says.taken_out)


def test_a_phone_joins_is_asked_answers_and_hears_that_there_is_a_result(reader, served, course):
    meeting, ear = Meeting(served), Ear(reader, served)
    asked = course.readiness_check.questions[1]
    ear.open(f"join/{meeting.code}", SAYS.join.before)
    ear.press("Tab", until=WORDS.skip_to_content)
    ear.press("Tab", until=SAYS.join.seat_hint)
    ear.press("space", until="selected")
    ear.press("Tab", until=SAYS.join.join)
    ear.press("space", until=SAYS.phone.joined)
    ear.wait_for(meeting.begin, until=SAYS.phone.joined)
    ear.wait_for(meeting.ask, until=asked.name)
    ear.press("Tab", until=SAYS.phone.think)
    ear.press("Down", until="selected")
    ear.press("Tab", until=SAYS.phone.send)
    ear.press("space", until=SAYS.phone.sent)
    ear.wait_for(lambda: reveal(meeting), until=asked.name)
    is_as_written(ear, "a-session")
    each_is_said_once(ear, SAYS.join.seat_hint, SAYS.phone.think, SAYS.phone.sent)


def reveal(meeting):
    meeting.answer(a_session.DIFFER)
    meeting.do("close-now")
