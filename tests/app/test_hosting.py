"""Where organisations run the course: in JupyterLab's launcher, and by the files in hosting/."""

import contextlib
import re
import time
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
import ways_in
import yaml
from examples import write_examples

from widgets.app.command import COMMANDS
from widgets.app.group.routes import HANDLERS
from widgets.app.hosting.launcher import ICON, in_launcher
from widgets.app.options import PORT, command_line
from widgets.course.loading import load_course

REPOSITORY = Path(__file__).parents[2]
HOSTING = REPOSITORY / "widgets" / "app" / "hosting"
USER = "user/anne/"
PATIENCE = 120
STYLED = "document.styleSheets[0].cssRules.length > 0"
AWAKE = "[data-form=one-of-each][data-awake]"


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    course_file = write_examples(tmp_path_factory.mktemp("hosting") / "course")
    server = ways_in.jupyterlab(course_file)
    server.ready = f"{USER}api"
    # The same course, by somebody who lets their proxy keep the whole address.
    command = [*in_launcher()["command"], "--base-url", "{base_url}kept/"]
    kept = str({"kept": {"command": command, "absolute_url": True, "timeout": PATIENCE}})
    # Braces in a server's command stand for its port.
    kept = kept.replace("{", "{{").replace("}", "}}")
    server.command += [f"--ServerApp.base_url=/{USER}", f"--ServerProxy.servers={kept}"]
    with server:
        for prefix in ("co-production", "kept"):
            wait_for(server.url(f"{USER}{prefix}/health"))
        yield server


def wait_for(url):
    """Wait until the course can show every page."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with contextlib.suppress(HTTPError), urlopen(url, timeout=PATIENCE):
            return
        time.sleep(0.2)
    raise AssertionError(f"{url} is not ready")


def test_the_launcher_opens_the_course_where_the_proxy_takes_the_prefix_off(lab, context):
    page = context.new_page()
    page.goto(lab.url(f"{USER}lab"))
    card = page.locator(".jp-LauncherCard", has_text="Examples")
    card.locator("img, svg").first.wait_for()
    with context.expect_page() as opened:
        card.click()
    course = opened.value
    course.get_by_role("link", name="First lesson").first.click()
    course.locator(AWAKE).wait_for()
    assert course.url == lab.url(f"{USER}co-production/first")


@pytest.mark.parametrize("prefix", ["co-production", "kept"])
def test_pages_have_style_and_lead_to_each_other_behind_a_proxy(lab, page, prefix):
    below = lab.url(f"{USER}{prefix}/")
    page.goto(f"{below}recall/1/")
    assert page.url == f"{below}recall/1"
    page.locator("[data-awake]").first.wait_for()
    page.get_by_role("link", name=load_course(lab.folder / "course.yml").title).first.click()
    assert page.url == below
    page.goto(f"{below}no/such/page")
    assert page.evaluate(STYLED)
    page.locator(".brand").click()
    assert page.url == below


def test_the_launcher_has_a_title_and_an_icon_of_ours(example_file, monkeypatch):
    monkeypatch.chdir(example_file.parent)
    assert in_launcher()["launcher_entry"] == {"title": "Examples", "icon_path": str(ICON)}
    assert ICON.read_text(encoding="utf-8").startswith("<svg")


def test_no_pod_runs_as_root_writes_to_its_image_or_knows_the_cluster():
    deployment, service = yaml.safe_load_all((HOSTING / "kubernetes.yml").read_text())
    pod = deployment["spec"]["template"]["spec"]
    [container] = pod["containers"]
    assert pod["securityContext"]["runAsNonRoot"] is True
    assert container["securityContext"]["readOnlyRootFilesystem"] is True
    assert pod["automountServiceAccountToken"] is False
    [port] = container["ports"]
    assert port["containerPort"] == PORT
    assert container["readinessProbe"]["httpGet"] == {"path": "/health", "port": port["name"]}
    assert service["spec"]["ports"][0]["targetPort"] == port["name"]
    labels = deployment["spec"]["template"]["metadata"]["labels"]
    assert labels == service["spec"]["selector"] == deployment["spec"]["selector"]["matchLabels"]


def test_the_command_takes_the_options_that_the_files_give_it():
    [container] = next(
        document["spec"]["template"]["spec"]["containers"]
        for document in yaml.safe_load_all((HOSTING / "kubernetes.yml").read_text())
        if document["kind"] == "Deployment"
    )
    parser = command_line(dict.fromkeys(COMMANDS))
    name, *options = container["args"]
    assert name == "coproduction"
    assert parser.parse_args(options).db == "postgresql+psycopg://"
    guide = (HOSTING / "README.md").read_text(encoding="utf-8")
    served = re.findall(r"`serve (--[^`]+)`|`(--[a-z-]+)[^`]*`", guide)
    taken = vars(parser.parse_args(["serve"]))
    for option in {each.split()[0] for pair in served for each in pair if each}:
        assert option.removeprefix("--").replace("-", "_") in taken, option


def test_what_the_guide_links_to_is_there():
    guide = (HOSTING / "README.md").read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:)([^)]+)\)", guide)
    assert links
    assert all((HOSTING / link).exists() for link in links)


def test_nginx_passes_on_forms_and_the_hosts_cookie_where_sessions_are():
    [pattern] = re.findall(r"location ~ (\S+) ", (HOSTING / "nginx.conf").read_text())
    for address in HANDLERS:
        path = "/course/" + address.replace("(.*)", "ABCDEF").partition("/(report")[0]
        assert re.search(pattern, path), path
    assert not re.search(pattern, "/course/readiness-check")


def test_the_image_asks_of_the_build_only_what_is_there_and_is_not_root():
    dockerfile = (HOSTING / "Dockerfile").read_text(encoding="utf-8")
    for line in re.findall(r"^COPY (.+) \S+$", dockerfile, re.MULTILINE):
        assert all((REPOSITORY / name).exists() for name in line.split())
    assert re.search(r"^USER [1-9]\d*$", dockerfile, re.MULTILINE)
    assert f":{PORT}/health" in dockerfile
