"""What is said of attackers is held by tests that are there."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
SECURITY = (REPOSITORY / ".github" / "SECURITY.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", SECURITY)))
FEARED = [
    "The curious colleague",
    "The guesser",
    "The vandal",
    "The thief of the laptop",
    "The page that frames us",
]
PARTS = dict(part.split("\n", 1) for part in SECURITY.split("\n## ")[1:])


@cache
def functions_of(file):
    tree = ast.parse((REPOSITORY / file).read_text(encoding="utf-8"))
    return {each.name for each in tree.body if isinstance(each, ast.FunctionDef)}


@pytest.mark.parametrize(("file", "name"), NAMED, ids=[name for _, name in NAMED])
def test_a_test_that_is_named_is_there(file, name):
    assert name in functions_of(file)


@pytest.mark.parametrize("feared", FEARED)
def test_for_each_attacker_it_says_what_stops_them_by_which_test_and_what_does_not(feared):
    rows = [line for line in PARTS[feared].splitlines() if line.startswith("| ")][1:]
    assert len(rows) >= 5
    assert [row for row in rows if "::test_" not in row] == []
    assert "**What does not.**" in PARTS[feared]


def test_each_name_of_a_test_is_whole():
    assert SECURITY.count("::test_") == len(re.findall(r"`tests/[\w/]+\.py::test_\w+`", SECURITY))


def test_it_names_no_address_that_is_made_up():
    assert "`responsible` in `course.yml`" in SECURITY
    assert not re.search(r"@|mailto:|https?:", SECURITY)
