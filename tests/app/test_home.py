"""A command asks nothing of HOME: not that it is there, nor what Jupyter of the user's is in it."""

import contextlib
import json
import os
import shutil
import subprocess

import nbformat
import pytest
import ways_in
from examples import write_examples

from widgets.course.loading import notebooks_folder

# Not even root can write there.
UNWRITABLE = "/dev/null"
HOMES = ("HOME", "USER", "LOGNAME", "XDG_CACHE_HOME")
SECRET = "AWS_SECRET_ACCESS_KEY"
SAYS_WHO_IT_IS = "import os, sys\nprint(sys.prefix, os.environ.get('AWS_SECRET_ACCESS_KEY'))"


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    """Return a course with a cell of its own, of a user whose Jupyter and IPython are broken."""
    folder = tmp_path_factory.mktemp("home")
    course_file = write_examples(folder / "course")
    path = notebooks_folder(course_file) / "first.ipynb"
    notebook = nbformat.read(path, as_version=4)
    notebook.cells.append(nbformat.v4.new_code_cell(SAYS_WHO_IT_IS, id="who"))
    nbformat.write(notebook, path)
    spec = folder / "jupyter" / "kernels" / "python3" / "kernel.json"
    spec.parent.mkdir(parents=True)
    spec.write_text(json.dumps({"argv": ["false"], "display_name": "Mine", "language": "python"}))
    startup = folder / "ipython" / "profile_default" / "startup" / "first.py"
    startup.parent.mkdir(parents=True)
    startup.write_text("import os; os._exit(3)")
    return course_file


def settings(own):
    folder = own.parents[1]
    jupyter = {name: str(folder / "jupyter") for name in ("JUPYTER_PATH", "JUPYTER_DATA_DIR")}
    jupyter["IPYTHONDIR"] = str(folder / "ipython")
    # So that no page is there from another test's rendering.
    return {SECRET: "secret", "TMPDIR": str(folder), **jupyter}


def environment_of_a_stranger(own):
    environment = os.environ | settings(own)
    return {name: value for name, value in environment.items() if name not in HOMES}


@pytest.fixture(scope="module")
def stranger():
    """Return what runs a command for a user whom the machine does not know."""
    unshare = [shutil.which("unshare") or "false", "--user", "--map-user=4242"]
    if "4242" not in told_by([*unshare, "id", "-un"], None).stderr:
        pytest.skip("this machine lets nobody be somebody else (Debian: util-linux)")
    return unshare


def told_by(command, environment, folder=None):
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)


def run(own, environment, before, *arguments):
    command = [*before, ways_in.BIN / "coproduction", *arguments]
    done = told_by(command, environment, own.parent)
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
    return done.stdout


def test_lessons_are_updated_for_a_user_whom_nobody_knows(own, stranger):
    run(own, environment_of_a_stranger(own), stranger, "check", "--update")
    notebook = nbformat.read(notebooks_folder(own) / "first.ipynb", as_version=4)
    assert notebook.cells[-1].outputs[0].text == f"{ways_in.BIN.parent} None\n"


def test_a_site_is_built_where_home_cannot_be_written(own, tmp_path):
    environment = os.environ | settings(own) | {"HOME": UNWRITABLE}
    assert "The course is in" in run(own, environment, [], "build", tmp_path / "site")
    page = (tmp_path / "site" / "first.html").read_text(encoding="utf-8")
    assert f"{ways_in.BIN.parent} None" in page
    assert "data-form" in page


def test_the_course_is_served_to_all_by_a_user_whom_nobody_knows(own, stranger):
    server = ways_in.serve(own)
    forgetting = [word for name in HOMES for word in ("-u", name)]
    command = [*stranger, "env", *forgetting, ways_in.BIN / "coproduction"]
    server.command = [*map(str, command), *server.command[1:]]
    server.environment = settings(own)
    with server, contextlib.closing(ways_in.urlopen(server.url("first"))) as page:
        assert f"{ways_in.BIN.parent} None" in page.read().decode()
