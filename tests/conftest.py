import os
import shutil
import signal
import subprocess
from pathlib import Path

import once
import postgresql as postgres
import pytest
import ways_in
from examples import write_examples
from other_peoples_page import Host
from playwright.sync_api import expect, sync_playwright

from widgets.course.loading import load_course

# Files of tests share these tests: what they assert is told in full there too.
pytest.register_assert_rewrite("every_page")

# The shell is the same engine without its windows, at two thirds of the cost.
CHROMIUM = (
    os.environ.get("CHROMIUM")
    or shutil.which("chromium-headless-shell")
    or shutil.which("chromium")
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WINDOW = {"width": 1280, "height": 900}
# On a machine that is busy with other things too.
PATIENCE = 30_000
REPOSITORY = Path(__file__).parents[1]
ENGINES = "tests/engines/"


# What takes longest begins first, so that the workers end together.
LONGEST = [
    "test_by_ear.py",
    "test_every_page_beside.py",
    "test_every_room_page.py",
    "test_every_lesson.py",
    "test_pages.py",
    "test_doors.py",
    "test_room_pages.py",
    "test_group_hostile.py",
    "test_phones_in_the_room.py",
    "test_editors_page.py",
    "test_templates.py",
    "test_session.py",
    "test_readiness_rules.py",
    "test_scorm.py",
    "test_embed.py",
    "test_jupyterlab.py",
    "test_readiness_check.py",
    "test_server.py",
    "test_starting.py",
    "test_lab.py",
    "test_rules.py",
    "test_plan.py",
    "test_take_away.py",
    "test_answers_on_open.py",
    "test_hostile_notebooks.py",
    "test_scenario.py",
    "test_editing.py",
    "test_updating.py",
]


def is_worker(config):
    return hasattr(config, "workerinput")


def pytest_configure(config):
    if not is_worker(config):
        # What was started is then stopped too.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        once.begin()


def pytest_unconfigure(config):
    if not is_worker(config):
        once.end()


def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: _turn(item.path.name))


def _turn(file):
    return LONGEST.index(file) if file in LONGEST else len(LONGEST)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Give each file to one worker, in the order of their turns; one starts all engines."""
    from xdist.scheduler import LoadFileScheduling

    class ByFile(LoadFileScheduling):
        def _split_scope(self, nodeid):
            return ENGINES if nodeid.startswith(ENGINES) else super()._split_scope(nodeid)

    config.option.loadscopereorder = False
    return ByFile(config, log)


@pytest.fixture(scope="session")
def course_file():
    return REPOSITORY / "course.yml"


@pytest.fixture(scope="session")
def course(course_file):
    return load_course(course_file)


def examples_in(name):
    """Return the course.yml of the one copy of the examples that all workers share by a name."""
    return Path(once.made(name, lambda: str(write_examples(once.folder() / name))))


@pytest.fixture(scope="session")
def example_file():
    return examples_in("examples")


@pytest.fixture(scope="session")
def examples(example_file):
    return load_course(example_file)


@pytest.fixture(scope="session")
def playwright():
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        yield playwright


def missing(message):
    """Say what is to be installed: what is not tested is passed over, but never by CI."""
    pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)


@pytest.fixture(scope="session")
def browser(playwright):
    if not CHROMIUM:
        missing(
            "install Chromium (Debian: apt-get install chromium-headless-shell),"
            " or set CHROMIUM to it"
        )
    chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
    yield chromium
    chromium.close()


@pytest.fixture(scope="module")
def warm_context(browser):
    """Keep a context with its processes: starting them anew costs twice what most tests do.

    Each file has its own: in one that had shown hundreds of pages JupyterLab came to a halt.
    """
    context = browser.new_context(viewport=WINDOW)
    context.set_default_timeout(PATIENCE)
    context.new_page()
    yield context
    context.close()


@pytest.fixture
def context(warm_context):
    """Lend the context to a test; then close its pages and forget all that they stored."""
    yield warm_context
    blank, *pages = warm_context.pages
    for page in pages:
        page.close()
    devtools = warm_context.new_cdp_session(blank)
    devtools.send("Storage.clearDataForOrigin", {"origin": "*", "storageTypes": "all"})
    devtools.detach()


@pytest.fixture
def page(context):
    return context.new_page()


@pytest.fixture
def own_context(browser):
    """Give a context of its own to a test that changes what no page can change back."""
    context = browser.new_context(viewport=WINDOW)
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@pytest.fixture(scope="session")
def postgresql():
    programs = postgres.programs()
    if not programs:
        missing("install PostgreSQL (Debian: apt-get install postgresql)")
    with postgres.Cluster(programs) as cluster:
        yield cluster


@pytest.fixture(scope="session")
def served(course_file):
    return ways_in.serve(course_file).shared_as("served course")


@pytest.fixture(scope="session")
def open_to_all(course_file):
    server = ways_in.serve(course_file, "--frame-ancestor", "*")
    return server.shared_as("served course, open to all")


@pytest.fixture(scope="module")
def host():
    with Host() as host:
        yield host


@pytest.fixture(scope="session")
def built(example_file):
    folder = once.folder() / "site"
    command = [ways_in.BIN / "coproduction", "build", folder]
    once.made("site", lambda: subprocess.run(command, cwd=example_file.parent).check_returncode())
    return folder


@pytest.fixture(scope="session")
def served_examples(example_file):
    return ways_in.serve(example_file).shared_as("served examples")


@pytest.fixture(scope="session")
def updated_examples():
    """Return the course.yml of examples that store what they show; not to be changed."""
    command = [ways_in.BIN / "coproduction", "check", "--update"]

    def update():
        course_file = write_examples(once.folder() / "updated")
        subprocess.run(command, cwd=course_file.parent, check=True)
        return str(course_file)

    return Path(once.made("updated", update))


@pytest.fixture(scope="session")
def voila():
    with ways_in.stock_voila(examples_in("voila")) as server:
        yield server


@pytest.fixture(scope="session")
def lab(tmp_path_factory):
    with ways_in.jupyterlab(write_examples(tmp_path_factory.mktemp("lab") / "course")) as server:
        yield server


@pytest.fixture(scope="session")
def stored(updated_examples, tmp_path_factory):
    """Start JupyterLab and Notebook on lessons as they are stored, which nobody has run."""
    folder = tmp_path_factory.mktemp("stored") / "course"
    shutil.copytree(updated_examples.parent, folder)
    with ways_in.jupyterlab(folder / "course.yml") as server:
        yield server


DOORS = {
    "serve": "served_examples",
    "disk": "built",
    "voila": "voila",
    "lab": "stored",
    "notebook": "stored",
}


@pytest.fixture(params=DOORS)
def door(request):
    return ways_in.Door(request.param, request.getfixturevalue(DOORS[request.param]))
