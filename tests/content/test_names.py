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


# What sets a name apart, whatever else is said of it.
MEANS = {
    "inform": r"\btell",
    "consult": r"\bask\w* .*\bviews\b",
    "engage": r"\btalk",
    "co-design": r"\bdesign\b.*\bshared\b|\bshare\b.*\bdesign\b",
    "co-produce": r"\bshare\b.*\b(both|delivery|work)\b|\bshared\b",
}
IN_THE_GLOSSARY = {
    "inform": "informing",
    "consult": "consultation",
    "engage": "engagement",
    "co-design": "co-design",
    "co-produce": "co-production",
}


@pytest.fixture(scope="module")
def in_the_picture(course_file):
    """Return by name the line under it in the picture."""
    picture = course_file.parent / "notebooks/images/who-decides-who-delivers.svg"
    lines = re.findall(r">([^<>\n]+)</text>", picture.read_text(encoding="utf-8"))
    return {name: lines[lines.index(name.capitalize()) + 1] for name in FIVE}


@pytest.mark.parametrize("name", FIVE)
def test_the_picture_and_the_glossary_tell_a_name_by_what_sets_it_apart(name, in_the_picture):
    terms = {term.id: term.text for term in COURSE.glossary}
    for said in (IN_THE_CHECK[name].text, in_the_picture[name], terms[IN_THE_GLOSSARY[name]]):
        assert re.search(MEANS[name], said, re.IGNORECASE), said
    others = [in_the_picture[other] for other in ("inform", "consult", "engage") if other != name]
    assert not any(re.search(MEANS[name], said, re.IGNORECASE) for said in others)
