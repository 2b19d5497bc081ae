"""Progress files of earlier versions, made in a browser: no answer in them is ever lost."""

import json
import re
from pathlib import Path

import pytest

from widgets import Plan, Quiz, ReadinessCheck, Scenario
from widgets.course.loading import VARIABLE

KEPT = sorted((Path(__file__).parent / "kept").glob("progress-*.json"))
HISTORY = re.compile(r"readiness-check-history/20\d\d-\d\d-\d\d")
FORM = re.compile(r'data-form="([\w-]+)"')
QUESTION = re.compile(r'data-question="([\w-]+)" data-fingerprint="(\w+)"')


def fingerprints(html):
    """Return the fingerprint of each question that is drawn, by the ids of form and question."""
    found = {}
    for form, rest in zip(FORM.findall(html), FORM.split(html)[2::2], strict=True):
        found |= {f"{form}/{question}": mark for question, mark in QUESTION.findall(rest)}
    return found


@pytest.fixture(scope="module")
def today(course, course_file):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(course_file))
        shown = [ReadinessCheck(), Plan()]
        shown += [Quiz(quiz.id) for quiz in course.quizzes]
        shown += [Scenario(scenario.id) for scenario in course.scenarios]
        drawn = [fingerprints(form.html) for form in shown]
    return {place: mark for marks in drawn for place, mark in marks.items()}


# What a version asked anew: its answers come back as they are, to be looked at again.
ASKED_ANEW = {
    "progress-0.3.0": re.compile(
        r"readiness-check/[a-z-]+|usual-three/(the-call|after-march)|friday-deadline/[a-z]+"
        r"|recall-1/newsletter-list|principles-practice/(time-bank-hours|more-equal-meeting)"
    )
}


@pytest.mark.parametrize("file", KEPT, ids=lambda file: file.stem)
def test_each_answer_kept_by_an_earlier_version_is_to_a_question_in_the_same_words(file, today):
    answers = json.loads(file.read_text(encoding="utf-8"))["answers"]
    kept = {
        place: record["fingerprint"]
        for place, record in answers.items()
        if not HISTORY.fullmatch(place) and not ASKED_ANEW[file.stem].fullmatch(place)
    }
    assert len(kept) >= 9
    assert {place: today.get(place) for place in kept} == kept


@pytest.mark.parametrize("file", KEPT, ids=lambda file: file.stem)
def test_a_progress_file_of_an_earlier_version_is_still_taken(file, page, served, course):
    page.goto(served.url())
    page.get_by_label(course.words.bring_back).set_input_files(file)
    status = page.locator("[data-memory] [role=status]")
    status.get_by_text(course.words.brought_back_for_now).wait_for()
    page.goto(served.url("recall/1"))
    first = page.locator("[data-question=newsletter-list]").first
    assert first.locator("[value=more-editors]").is_checked()
    # Its words have changed since, which is said; what was answered is there.
    assert first.locator("[data-changed]").is_visible()


@pytest.mark.parametrize("file", KEPT, ids=lambda file: file.stem)
def test_a_check_of_an_earlier_version_is_shown_in_its_own_words(file, page, served, course):
    page.goto(served.url())
    page.get_by_label(course.words.bring_back).set_input_files(file)
    page.locator("[data-memory] [role=status]").get_by_text(
        course.words.brought_back_for_now
    ).wait_for()
    page.goto(served.url("readiness-check"))
    assert page.locator("form.check [value=yes-fully]:checked").count() >= 3
    assert page.locator("[data-changed]:visible").count() == 3
    assert page.locator("[data-verdict]").count() == 0
    page.goto(served.url("plan"))
    latest = page.locator("[data-checked]")
    assert "Wednesday, 25 November 2026" in latest.inner_text()
    assert "Likely to suit co-production" in latest.inner_text()
    assert page.locator("#plan-what-1, [data-question=what-1] textarea").first.input_value() == (
        "Ask what is open"
    )
