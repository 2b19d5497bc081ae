import os
import shutil
import subprocess
from pathlib import Path

import doors
import pytest
from examples import write_examples
from playwright.sync_api import sync_playwright

from widgets.course.loading import load_course

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
REPOSITORY = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def course_file():
    return REPOSITORY / "course.yml"


@pytest.fixture(scope="session")
def course(course_file):
    return load_course(course_file)


@pytest.fixture(scope="session")
def example_file(tmp_path_factory):
    return write_examples(tmp_path_factory.mktemp("examples") / "course")


@pytest.fixture(scope="session")
def examples(example_file):
    return load_course(example_file)


@pytest.fixture(scope="session")
def browser():
    if not CHROMIUM:
        message = "install Chromium (Debian: apt-get install chromium), or set CHROMIUM to it"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def context(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(15_000)
    yield context
    context.close()


@pytest.fixture
def page(context):
    return context.new_page()


@pytest.fixture(scope="session")
def served(course_file):
    with doors.serve(course_file) as server:
        yield server


@pytest.fixture(scope="session")
def built(example_file, tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    command = [doors.BIN / "coproduction", "build", folder]
    subprocess.run(command, cwd=example_file.parent, check=True)
    return folder


@pytest.fixture(scope="session")
def served_examples(example_file):
    with doors.serve(example_file) as server:
        yield server


@pytest.fixture(scope="session")
def voila(example_file):
    with doors.stock_voila(example_file) as server:
        yield server


@pytest.fixture(scope="session")
def lab(example_file):
    with doors.jupyterlab(example_file) as server:
        yield server


@pytest.fixture(params=["serve", "disk", "voila", "lab"])
def door(request):
    fixture = {"serve": "served_examples", "disk": "built", "voila": "voila", "lab": "lab"}
    return doors.Door(request.param, request.getfixturevalue(fixture[request.param]))
