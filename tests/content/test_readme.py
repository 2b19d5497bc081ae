"""What a newcomer reads first: short, and true of what is there."""

import re
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
README = REPOSITORY / "README.md"
GUIDE = REPOSITORY / ".github" / "CONTRIBUTING.md"
MOST_WORDS = 1_250
IN_CODE = re.compile(r"`([\w./*-]+)`")
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")


def named(file):
    """Return the files and folders of the repository that a file of Markdown names."""
    text = file.read_text(encoding="utf-8")
    paths = [name for name in IN_CODE.findall(text) if "/" in name.strip("/")]
    return {name for name in paths if not name.startswith((".venv", "/", "OUT/"))}


def test_the_readme_can_be_read_in_a_few_minutes():
    assert len(README.read_text(encoding="utf-8").split()) <= MOST_WORDS


@pytest.mark.parametrize("file", [README, GUIDE], ids=lambda file: file.name)
def test_it_names_files_that_are_there(file):
    assert {name for name in named(file) if not _is_there(name)} == set()


@pytest.mark.parametrize("file", [README, GUIDE], ids=lambda file: file.name)
def test_its_links_lead_to_files_that_are_there(file):
    links = LINK.findall(file.read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if not (file.parent / link).exists()] == []


def _is_there(name):
    places = (REPOSITORY, REPOSITORY / "widgets", REPOSITORY / "tests")
    return any(list(place.glob(name.strip("/"))) for place in places)
