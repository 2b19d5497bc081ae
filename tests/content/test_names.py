"""What to call the work: the lesson and the check say the same of each of the five names."""

import re

import pytest
from texts import prose_of

from widgets.course.loading import load_course

COURSE = load_course()
FIVE = ("inform", "consult", "engage", "co-design", "co-produce")
IN_THE_CHECK = {name.id: name for name in COURSE.readiness_check.names}


@pytest.fixture(scope="module")
def in_the_lesson(course_file):
    """Return by name what lesson 2 says of it; the check says others where it says staff."""
    notebook = COURSE.module("is-it-co-production").notebook
    found = (re.match(r"([\w-]+): (.+)", line) for line in prose_of(course_file, notebook))
    return {one[1].lower(): one[2].replace("staff", "others") for one in found if one}


@pytest.mark.parametrize("name", FIVE)
def test_a_name_means_the_same_in_the_lesson_and_in_the_check(name, in_the_lesson):
    assert IN_THE_CHECK[name].text.lower() == in_the_lesson[name]


@pytest.mark.parametrize("name", FIVE)
def test_a_name_has_the_same_title_in_both(name):
    assert IN_THE_CHECK[name].title.lower() == name
