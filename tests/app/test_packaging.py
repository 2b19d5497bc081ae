"""The package as others get it: two lists of dependencies, and a wheel far from the repository."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest
import ways_in
import yaml

from widgets.course.loading import PACKAGE

REPOSITORY = Path(__file__).parents[2]


def spaceless(requirement):
    return requirement.replace(" ", "")


def test_environment_and_package_ask_for_the_same():
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["project"]
    environment = yaml.safe_load((REPOSITORY / "environment.yml").read_text(encoding="utf-8"))
    *conda, pip = environment["dependencies"]
    assert pip == {"pip": ["-e ."]}
    extras = [name for group in project["optional-dependencies"].values() for name in group]
    proxy = next(name for name in extras if name.startswith("jupyter-server-proxy"))
    ours = ["pip", "python=3.12", proxy, *project["dependencies"]]
    assert sorted(map(spaceless, conda)) == sorted(ours)


def test_binder_can_read_which_python_the_environment_names():
    environment = (REPOSITORY / "environment.yml").read_text(encoding="utf-8")
    # As repo2docker reads it; what it can't read it takes for no wish, and lays an older Python.
    named = re.search(r"^  - python\s*=+\s*([\d.]+)$", environment, re.MULTILINE)
    assert named and named[1] == "3.12"
    dockerfile = (PACKAGE / "app" / "hosting" / "Dockerfile").read_text(encoding="utf-8")
    assert f"FROM python:{named[1]}-slim" in dockerfile


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "-q", "-w", folder, REPOSITORY]
    subprocess.run(command, check=True)
    return next(folder.glob("*.whl"))


def test_a_wheel_holds_the_course_and_serves_outside_the_repository(
    wheel, example_file, tmp_path, page
):
    # The libraries are this environment's; only the package itself comes from the wheel.
    packages = tmp_path / "packages"
    install = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", packages]
    subprocess.run([*install, wheel], check=True)
    own = {"PYTHONPATH": str(packages)}
    found = "from widgets.course.loading import find_course; print(find_course(), end='')"
    command = [sys.executable, "-c", found]
    assert said(command, tmp_path, own) == str(packages / "widgets" / "data" / "course.yml")
    check = [ways_in.BIN / "coproduction", "check"]
    assert said(check, tmp_path, own).startswith("course.yml: no faults.\n")
    server = ways_in.serve(example_file)
    server.environment = own
    with server:
        page.goto(server.url("first"))
        page.locator("[data-awake]").first.wait_for()


def test_a_wheel_brings_jupyterlab_its_extension(wheel):
    with ZipFile(wheel) as files:
        brought = {
            name.partition("/share/jupyter/")[2]: files.read(name)
            for name in files.namelist()
            if ".data/data/share/jupyter/" in name
        }
    built = PACKAGE / "static"
    assert brought == {
        path.relative_to(built).as_posix(): path.read_bytes()
        for path in (built / "labextensions").rglob("*.*")
    }


def said(command, folder, environment):
    environment = os.environ | environment
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    return done.stdout
