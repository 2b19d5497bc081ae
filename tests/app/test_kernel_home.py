"""A kernel lives in this command's Python, and has nothing of the user's: no files, no secrets."""

import json
import os
import sys
from pathlib import Path

import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

from widgets.app.kernel_home import kernel_environment, kernel_home, live_apart
from widgets.app.own_kernel import OwnKernel

SECRETS = {
    "AWS_SECRET_ACCESS_KEY": "secret",
    "JUPYTERHUB_API_TOKEN": "secret",
    "PYTHON_PACKAGE_TOKEN": "secret",
    "JUPYTER_TOKEN": "secret",
    "OPENAI_API_KEY": "secret",
}
ASKED = """
import json, os, sys, widgets
from pathlib import Path
from IPython.paths import get_ipython_dir
from jupyter_core.paths import jupyter_config_dir, jupyter_data_dir, jupyter_runtime_dir
jupyter = jupyter_config_dir(), jupyter_data_dir(), jupyter_runtime_dir()
places = Path.home(), get_ipython_dir(), *jupyter
print(json.dumps([sys.executable, dict(os.environ), [str(place) for place in places]]))
"""


@pytest.fixture
def a_users_own(tmp_path, monkeypatch):
    """Give the user a python3 that is no Python, a start-up script that fails, and secrets."""
    spec = tmp_path / "jupyter" / "kernels" / "python3" / "kernel.json"
    spec.parent.mkdir(parents=True)
    spec.write_text(json.dumps({"argv": ["false"], "display_name": "Mine", "language": "python"}))
    startup = tmp_path / "ipython" / "profile_default" / "startup" / "first.py"
    startup.parent.mkdir(parents=True)
    startup.write_text("import os; os._exit(3)")
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    for variable in ("JUPYTER_DATA_DIR", "JUPYTER_PATH"):
        monkeypatch.setenv(variable, str(tmp_path / "jupyter"))
    for name, value in SECRETS.items():
        monkeypatch.setenv(name, value)
    return tmp_path


def executed(source, environment):
    notebook = new_notebook(cells=[new_code_cell(source)])
    client = NotebookClient(notebook, kernel_manager_class=OwnKernel, kernel_name="python3")
    client.execute(env=environment)
    return notebook.cells[0].outputs[0].text


def test_a_kernel_has_this_python_and_nothing_of_the_users(a_users_own):
    with kernel_home() as home:
        environment = kernel_environment(home) | {"COPRODUCTION_COURSE": "/a/course.yml"}
        python, found, places = json.loads(executed(ASKED, environment))
        assert not list((home / "runtime").glob("kernel-*.json"))
    assert python == sys.executable
    assert all(Path(place).is_relative_to(home) for place in places)
    assert str(a_users_own) not in json.dumps(found)
    assert SECRETS.keys().isdisjoint(found) and "secret" not in found.values()
    assert found["COPRODUCTION_COURSE"] == "/a/course.yml"
    assert found["PATH"] == os.environ["PATH"]
    assert not home.exists()


def test_a_kernel_is_told_what_python_and_its_words_need_and_no_more(tmp_path):
    told = dict.fromkeys(["PATH", "LC_ALL", "TZ", "PYTHONPATH", "COPRODUCTION_X", "SystemRoot"], "")
    kept = dict.fromkeys(["DATABASE_URL", "GITHUB_TOKEN", "PYTHON_TOKEN", "XDG_CONFIG_HOME"], "")
    found = kernel_environment(tmp_path, told | kept | {"HOME": "/home/anne"})
    assert found.keys() >= told.keys() and kept.keys().isdisjoint(found)
    assert found["HOME"] == found["USERPROFILE"] == str(tmp_path)
    assert found["IPYTHONDIR"] == str(tmp_path / "ipython")


def test_a_kernel_finds_what_the_user_installed_for_themselves(tmp_path, monkeypatch):
    monkeypatch.setattr("site.ENABLE_USER_SITE", True)
    monkeypatch.setattr("site.getuserbase", lambda: "/home/anne/.local")
    assert kernel_environment(tmp_path, {})["PYTHONUSERBASE"] == "/home/anne/.local"
    given = {"PYTHONUSERBASE": "/their/own"}
    assert kernel_environment(tmp_path, given)["PYTHONUSERBASE"] == "/their/own"


def test_a_command_lives_apart_from_the_user_and_puts_all_back(a_users_own, monkeypatch):
    monkeypatch.delenv("JUPYTER_CONFIG_DIR", raising=False)
    before = dict(os.environ)
    with live_apart() as home:
        assert os.environ["JUPYTER_DATA_DIR"] == str(home / "data")
        assert os.environ["JUPYTER_CONFIG_DIR"] == str(home / "config")
        assert os.environ["TMPDIR"] == str(home)
        assert os.environ["HOME"] == before["HOME"]
    assert os.environ == before
