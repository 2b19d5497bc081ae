"""The course in the oldest JupyterLab and Notebook that it says it works in, installed for this.

Run by name: it asks a package index for them.
"""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import ways_in
from playwright.sync_api import expect

from widgets.forms.assets import STATIC

PROJECT = Path(__file__).parents[1] / "pyproject.toml"
NAME = "[data-form=one-of-each] [data-question=name-of-it]"


@pytest.fixture(scope="module")
def oldest(updated_examples, tmp_path_factory):
    folder = tmp_path_factory.mktemp("oldest")
    shutil.copytree(updated_examples.parent, folder / "course")
    subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
    programs = folder / "venv" / "bin"
    subprocess.run([programs / "pip", "install", "--quiet", *lowest()], check=True)
    server = ways_in.jupyterlab(folder / "course" / "course.yml")
    server.command[0] = str(programs / server.command[0])
    for application in ("LabApp", "JupyterNotebookApp"):
        place = f"--{application}.extra_labextensions_path={STATIC / 'labextensions'}"
        server.command.append(place)
    with server:
        yield server


def lowest():
    """Return the first release of each that pyproject.toml allows, as pip is asked for it."""
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    allowed = project["dependencies"] + project["optional-dependencies"]["test"]
    found = [re.fullmatch(r"(jupyterlab|notebook)>=([\d.]+),<\d+", each) for each in allowed]
    return [f"{each[1]}=={each[2]}.0" for each in found if each]


@pytest.mark.parametrize("name", ["lab", "notebook"])
def test_a_lesson_answers_on_open_and_remembers(page, oldest, name):
    door = ways_in.Door(name, oldest)
    door.open(page)
    page.locator(NAME).get_by_text("Consultation", exact=True).click()
    page.keyboard.press("Enter")
    page.get_by_text("They asked and they decide.").first.wait_for()
    door.open(page)
    expect(page.locator(NAME).get_by_role("radio", name="Consultation")).to_be_checked()


def test_its_panel_lists_the_lessons(page, oldest):
    ways_in.Door("lab", oldest).open(page)
    page.locator(".jp-SideBar .lm-TabBar-tab[data-id=coproduction-lessons]").press("Enter")
    lessons = page.locator("#coproduction-lessons ol > li a")
    expect(lessons).to_have_text(["First lesson", "Second lesson"])
