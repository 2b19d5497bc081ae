"""Whatever is written: the old file is there, byte for byte, until the new one is."""

import resource
import subprocess
import sys

import pytest
import ways_in
from broken import replace
from examples import write_examples

from widgets.app.command import main
from widgets.app.site_folder import FolderError, check_folder, fill
from widgets.app.writing import ASIDE, encoded, write_file, write_files
from widgets.course.loading import VARIABLE

COPRODUCTION = ways_in.BIN / "coproduction"
# Less than a notebook with the check needs, more than any file of words.
FULL = 50_000


def run_on_a_full_disk(course_file, *arguments):
    """Run a command that can write no file larger than a little."""
    return subprocess.run(
        [COPRODUCTION, *arguments],
        cwd=course_file.parent,
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (FULL, FULL)),
    )


def contents(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def left_aside(folder):
    return [path for path in folder.rglob("*") if ASIDE in path.name]


def test_an_update_on_a_full_disk_leaves_the_notebook_and_names_it(tmp_path):
    course_file = write_examples(tmp_path / "course")
    notebook = course_file.parent / "notebooks" / "first.ipynb"
    before = notebook.read_bytes()
    done = run_on_a_full_disk(course_file, "check", "--update")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines()[-1] == f"{notebook} can't be written: File too large"
    assert "Traceback" not in done.stderr
    assert notebook.read_bytes() == before
    assert left_aside(course_file.parent) == []


def test_an_update_of_half_a_character_leaves_the_notebook_and_names_it(
    tmp_path, monkeypatch, capsys
):
    course_file = write_examples(tmp_path / "course")
    notebook = course_file.parent / "notebooks" / "aside" / "recall-1.ipynb"
    replace(notebook, ("# After a week", r"# After a week \ud83d"))
    before = notebook.read_bytes()
    monkeypatch.setenv(VARIABLE, str(course_file))
    assert main(["check", "--update"]) == 1
    assert capsys.readouterr().err == (
        "notebooks/aside/recall-1.ipynb:1: cell 1 > source: expected text, found half of a"
        " character (\\uD800 to \\uDFFF) (type the whole character)\n"
    )
    assert notebook.read_bytes() == before


def test_half_a_character_in_what_a_notebook_shows_is_named_with_the_file(tmp_path):
    with pytest.raises(OSError) as refused:
        encoded(tmp_path / "a.ipynb", "b\ud83d")
    assert (refused.value.filename, refused.value.strerror) == (
        str(tmp_path / "a.ipynb"),
        "half of a character stands in it (\\ud83d); type the whole character",
    )


def test_a_build_on_a_full_disk_leaves_the_pages_that_were_there(tmp_path, built):
    course_file = write_examples(tmp_path / "course")
    out = tmp_path / "site"
    fill(out, {path.relative_to(built).as_posix(): b"old" for path in built.rglob("*.html")})
    before = contents(out)
    done = run_on_a_full_disk(course_file, "build", str(out))
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].endswith(" can't be written: File too large")
    assert {path: before[path] for path in out.rglob("*.html")} == {
        path: path.read_bytes() for path in out.rglob("*.html")
    }
    assert left_aside(out) == []


def test_a_process_that_is_killed_while_it_writes_leaves_the_old_file(tmp_path):
    file = tmp_path / "file"
    file.write_text("old")
    killed = (
        "import os, pathlib, sys; os.fsync = lambda _: os.kill(os.getpid(), 9);"
        "from widgets.app.writing import write_file;"
        "write_file(pathlib.Path(sys.argv[1]), b'new')"
    )
    assert subprocess.run([sys.executable, "-c", killed, file]).returncode == -9
    assert file.read_text() == "old"
    write_file(file, b"new")
    assert contents(tmp_path) == {file: b"new"}


def test_of_several_files_none_is_replaced_before_all_are_written(tmp_path):
    one, folder = tmp_path / "one", tmp_path / "two"
    one.write_text("old")
    (folder / "within").mkdir(parents=True)
    with pytest.raises(OSError) as caught:
        write_files({one: b"new", one / "below a file": b"new"})
    assert caught.value.filename == str(one / "below a file")
    assert contents(tmp_path) == {one: b"old"}


def test_a_file_keeps_its_mode_and_a_link_goes_on_leading_to_it(tmp_path):
    file, link = tmp_path / "file", tmp_path / "link"
    file.write_text("old")
    file.chmod(0o640)
    link.symlink_to(file)
    write_file(link, b"new")
    assert link.is_symlink()
    assert (file.read_text(), file.stat().st_mode & 0o777) == ("new", 0o640)


def test_a_site_takes_its_own_old_pages_away_and_nothing_else(tmp_path):
    fill(tmp_path, {"index.html": b"1", "old/page.html": b"1", "changed.html": b"1"})
    (tmp_path / "changed.html").write_text("by hand")
    (tmp_path / "mine.html").write_text("mine")
    fill(tmp_path, {"index.html": b"2"})
    names = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")}
    assert names == {"index.html", "changed.html", "mine.html", ".coproduction-site.json"}
    assert (tmp_path / "index.html").read_text() == "2"


def test_a_folder_with_something_else_in_it_is_refused(tmp_path, monkeypatch, capsys, example_file):
    (tmp_path / "thesis.txt").write_text("mine")
    monkeypatch.setenv(VARIABLE, str(example_file))
    assert main(["build", str(tmp_path)]) == 1
    assert capsys.readouterr().err == (
        f"{tmp_path} holds something else than a site that this command built."
        " Nothing was written: name a new or an empty folder.\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_list_that_was_tampered_with_takes_nothing_outside_away(tmp_path):
    outside, site = tmp_path / "outside", tmp_path / "site"
    outside.write_bytes(b"1")
    fill(site, {"index.html": b"1"})
    listed = site / ".coproduction-site.json"
    replace(listed, ('"index.html"', '"../outside"'))
    fill(site, {"index.html": b"2"})
    assert outside.read_bytes() == b"1"
    listed.write_text("[1")
    with pytest.raises(FolderError) as caught:
        check_folder(site)
    assert str(caught.value) == (
        f"{listed} can't be read: name another folder, or delete this one and build again."
    )
