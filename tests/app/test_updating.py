"""`coproduction check --update`, and that drift is noticed until it is run."""

import json
import shutil
import subprocess

import examples
import pytest
import ways_in
from broken import replace

UPDATE = [ways_in.BIN / "coproduction", "check", "--update"]
CHECK = [ways_in.BIN / "coproduction", "check"]
STALE = (
    "notebooks/second.ipynb:{line}: cell {cell} > outputs: expected what the cell now shows,"
    " found something else (run `coproduction check --update`)\n"
)
# It leaves a mark each time it is run.
OWN_CODE = "print(open('data.csv').read()); _ = open('../ran.txt', 'a').write('x')"


@pytest.fixture
def stored(updated_examples, tmp_path):
    """Return the course.yml of a copy of examples that store what they show."""
    folder = tmp_path / "course"
    shutil.copytree(updated_examples.parent, folder)
    return folder / "course.yml"


def run(command, course_file):
    done = subprocess.run(command, cwd=course_file.parent, capture_output=True, text=True)
    return done.returncode, done.stderr


def cells(course_file, change):
    """Let a function change the cells of the second lesson."""
    path = course_file.parent / "notebooks" / "second.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    change(notebook["cells"])
    path.write_text(json.dumps(notebook, indent=1), encoding="utf-8")
    return path


def test_outputs_changed_by_hand_are_told_by_cell_and_made_anew(stored):
    assert run(CHECK, stored) == (0, "")
    path = cells(stored, lambda cells: cells[1]["outputs"][0]["data"].update({"text/html": "old"}))
    before, _, _ = path.read_text(encoding="utf-8").partition('"cell-1"')
    line = before.count("\n", 0, before.rindex("{")) + 1
    assert run(CHECK, stored) == (1, STALE.format(line=line, cell=2))
    assert run(UPDATE, stored)[0] == 0
    assert run(CHECK, stored) == (0, "")


def test_an_edit_of_a_text_makes_stale_what_shows_it_and_nothing_else(stored):
    replace(stored.parent / "notebooks" / "first.yml", ("text: Consultation", "text: Asking"))
    code, told = run(CHECK, stored)
    assert code == 1
    notebooks = {line.split(":")[0] for line in told.splitlines()}
    assert notebooks == {"notebooks/first.ipynb", "notebooks/second.ipynb"}
    before = (stored.parent / "notebooks" / "glossary.ipynb").stat().st_mtime_ns
    assert run(UPDATE, stored)[0] == 0
    assert (stored.parent / "notebooks" / "glossary.ipynb").stat().st_mtime_ns == before


def test_code_of_its_own_is_run_only_where_its_outputs_may_be_others(stored):
    mark, data = stored.parent / "ran.txt", stored.parent / "notebooks" / "data.csv"
    data.write_text("one")
    cells(stored, lambda cells: cells.insert(0, examples.cell("own", "code", OWN_CODE)))
    assert run(CHECK, stored) == (1, STALE.format(line=3, cell=1))
    assert run(UPDATE, stored)[0] == 0
    assert run(UPDATE, stored)[0] == 0
    assert (run(CHECK, stored), mark.read_text()) == ((0, ""), "x")
    replace(stored.parent / "notebooks" / "glossary.yml", ("term: ", "term: A "))
    assert run(CHECK, stored)[0] == 1
    assert run(UPDATE, stored)[0] == 0
    assert (run(CHECK, stored), mark.read_text()) == ((0, ""), "xx")
    data.write_text("two")
    assert run(CHECK, stored)[0] == 1
    assert run(UPDATE, stored)[0] == 0
    cells(stored, lambda cells: cells[0]["outputs"][0].update({"text": ["forged"]}))
    assert run(CHECK, stored)[0] == 1
    assert run(UPDATE, stored)[0] == 0
    assert "forged" not in cells(stored, len).read_text(encoding="utf-8")
    assert (run(CHECK, stored), mark.read_text()) == ((0, ""), "xxxx")


def test_strict_nbval_notices_a_changed_option_until_the_notebooks_are_updated(
    stored,
):
    compare = [ways_in.BIN / "pytest", "-p", "widgets.app", "-p", "no:cacheprovider", "--nbval"]
    # One of each is shown here.
    compare.append("notebooks/first.ipynb")

    assert run(compare, stored)[0] == 0
    replace(stored, ("text: Consultation", "text: Asking"))
    assert run(compare, stored)[0] != 0
    assert run(UPDATE, stored)[0] == 0
    assert run(compare, stored)[0] == 0
