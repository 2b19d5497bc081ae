"""How a lesson reads: what comes first, how its sentences go, and what is said once."""

import re
from statistics import mean, pstdev

import nbformat
import pytest
from texts import prose, prose_of

from widgets.course.loading import load_course, notebooks_folder

COURSE = load_course()
FORM = re.compile(r"^(Quiz|Scenario|ReadinessCheck|Plan)\(", re.M)
LESSONS = pytest.mark.parametrize("module", COURSE.modules, ids=lambda module: module.id)


def words_before_a_form(cells):
    """Return how much one reads before there is something to answer."""
    words = 0
    for cell in cells:
        if cell.cell_type == "code" and FORM.search(cell.source):
            return words
        if cell.cell_type == "markdown":
            words += sum(len(text.split()) for text in prose(cell.source))
    return None


@LESSONS
def test_there_is_something_to_do_within_200_words(module, course_file):
    cells = nbformat.read(notebooks_folder(course_file) / module.notebook, as_version=4).cells
    assert words_before_a_form(cells) <= 200


def lengths(texts):
    """Return the words in each sentence."""
    found = [one for text in texts for one in re.split(r"(?<=[.!?])[’)]*\s+", text)]
    return [len(one.split()) for one in found if one.split()]


@LESSONS
def test_sentences_are_of_more_than_one_length(module, course_file):
    told = lengths(prose_of(course_file, module.notebook))
    assert 10 <= mean(told) <= 16
    assert pstdev(told) >= 4.8
    assert sum(words > 18 for words in told) >= 0.08 * len(told)


def test_clipped_sentences_are_told_from_others():
    clipped = lengths(["We met. We sat. We had tea. Then we left."])
    assert clipped == [2, 2, 3, 3]
    assert pstdev(clipped) < 1


def test_lessons_begin_in_more_than_one_way(course_file):
    firsts = set()
    for module in COURSE.modules:
        cells = nbformat.read(notebooks_folder(course_file) / module.notebook, as_version=4).cells
        found = (FORM.search(cell.source) for cell in cells if cell.cell_type == "code")
        firsts.add(next(one[1] for one in found if one))
    assert firsts == {"Scenario", "Quiz", "ReadinessCheck"}


@pytest.mark.parametrize("said", ["no reason not to pay", "not a certificate"])
def test_a_warning_stands_once_in_the_lessons(said, course_file):
    told = [text for m in COURSE.modules for text in prose_of(course_file, m.notebook)]
    assert sum(text.count(said) for text in told) == 1
