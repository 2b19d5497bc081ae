"""The package as others get it: two lists of dependencies, and a wheel far from the repository."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import ways_in
import yaml

REPOSITORY = Path(__file__).parents[2]


def spaceless(requirement):
    return requirement.replace(" ", "")


def test_environment_and_package_ask_for_the_same():
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["project"]
    environment = yaml.safe_load((REPOSITORY / "environment.yml").read_text(encoding="utf-8"))
    *conda, pip = environment["dependencies"]
    assert pip == {"pip": ["-e ."]}
    python = f"python{project['requires-python']}"
    assert sorted(map(spaceless, conda)) == sorted(["pip", python, *project["dependencies"]])


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "-q", "-w", folder, REPOSITORY]
    subprocess.run(command, check=True)
    return next(folder.glob("*.whl"))


def test_a_wheel_serves_the_course_outside_the_repository(wheel, tmp_path, page):
    # The libraries are this environment's; only the package itself comes from the wheel.
    packages = tmp_path / "packages"
    install = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", packages]
    subprocess.run([*install, wheel], check=True)
    server = ways_in.serve(tmp_path / "course.yml")
    server.environment = {"PYTHONPATH": str(packages)}
    assert imported_from(server) == packages / "widgets"
    with server:
        page.goto(server.url("what-it-is"))
        page.locator("[data-awake]").first.wait_for()


def imported_from(server):
    command = [sys.executable, "-c", "import widgets; print(widgets.__path__[0], end='')"]
    environment = os.environ | server.environment
    done = subprocess.run(command, cwd=server.folder, env=environment, stdout=subprocess.PIPE)
    return Path(done.stdout.decode())
