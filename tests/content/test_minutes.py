"""The minutes that course.yml states, against what there is to read and to do."""

import pytest
from texts import Reading, paths, read_notebook

from widgets.course.loading import load_course

COURSE = load_course()
CHECK = COURSE.readiness_check.notebook
FACTOR = 1.25


@pytest.mark.parametrize("module", COURSE.modules, ids=lambda module: module.id)
def test_the_minutes_of_a_lesson_follow_from_its_words_and_questions(module, course_file):
    reckoned = read_notebook(COURSE, course_file, module.notebook).minutes
    assert reckoned / FACTOR <= module.minutes <= reckoned * FACTOR


def test_a_lesson_takes_six_to_twelve_minutes():
    for module in COURSE.modules:
        assert 6 <= module.minutes <= 12, module.id


def test_the_course_takes_no_more_than_80_minutes_as_stated_and_as_reckoned(course_file):
    assert sum(module.minutes for module in COURSE.modules) <= 80
    read = [read_notebook(COURSE, course_file, module.notebook) for module in COURSE.modules]
    assert sum(reading.minutes for reading in read) <= 80


def test_the_short_path_takes_at_most_twenty_minutes_and_as_long_as_it_says(course_file):
    notebooks = {module.id: module.notebook for module in COURSE.modules}
    total = 0
    for step in COURSE.short_path:
        notebook = notebooks.get(step.page)
        reading = (
            read_notebook(COURSE, course_file, notebook, tagged="short-path")
            if notebook
            else read_notebook(COURSE, course_file, CHECK)
        )
        assert reading.words, f"{step.page} has no cells on the short path"
        assert reading.minutes / FACTOR <= step.minutes <= reading.minutes * FACTOR + 1, step.title
        total += reading.minutes
    assert total <= 20 >= sum(step.minutes for step in COURSE.short_path)


@pytest.mark.parametrize("page", [p for p in COURSE.pages if p.address.startswith("recall/")])
def test_a_set_for_recall_takes_about_three_minutes(page, course_file):
    assert 2 <= read_notebook(COURSE, course_file, page.notebook).minutes <= 3.75


def test_longer_texts_and_more_questions_take_longer():
    assert Reading(["word " * 400]).minutes == 2
    assert Reading(choices=3).minutes == 1


def test_every_way_through_a_scenario_is_found(examples):
    assert len(list(paths(examples.scenarios[0]))) == 5
