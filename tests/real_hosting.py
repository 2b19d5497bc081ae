"""What organisations run, run for real: JupyterHub, nginx, repo2docker, Kubernetes' own schemas.

Needs `pip install -e '.[hosting]'`, `npm install --prefix DIR configurable-http-proxy` with
DIR/node_modules/.bin on the PATH, and Debian's nginx-light and openssl. Run by name.
"""

import contextlib
import http.client
import json
import os
import re
import shutil
import signal
import ssl
import subprocess
import time
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path
from types import SimpleNamespace
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlencode

import psutil
import pytest
import ways_in
import yaml

HOSTING = Path(__file__).parents[1] / "widgets" / "app" / "hosting"
REPOSITORY = Path(__file__).parents[1]
SERVICE = "/services/course/"
LEARNERS = ("anne", "ben@example.org", "caz")
SECONDS_FOR_THE_COURSE = 5
PATIENCE = 60
FOR_THE_TEST = """
c.JupyterHub.authenticator_class = "dummy"
c.Authenticator.allow_all = True
c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = "{folder}/home-of-{{username}}"
c.Spawner.args = ["--allow-root"]
c.JupyterHub.bind_url = "http://127.0.0.1:{port}"
c.JupyterHub.hub_port = {hub_port}
"""

pytestmark = pytest.mark.hosting


def answer(url, holding="", patience=PATIENCE, opener=None):
    """Return what a URL answers, once it is 200 and holds a text; fail when that takes too long."""
    end, last = time.monotonic() + patience, None
    opener = opener or urllib.request.build_opener()
    while time.monotonic() < end:
        try:
            with opener.open(url, timeout=30) as found:
                last = found.read().decode()
            if holding in last:
                return last
        except (OSError, URLError, http.client.HTTPException) as error:
            last = error
        time.sleep(0.05)
    raise AssertionError(f"{url}: {last!r}")


@contextlib.contextmanager
def running(command, folder, **environment):
    """Run a program with all that it starts until the block ends."""
    log = folder / f"{Path(command[0]).name}.log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [*map(str, command)],
            cwd=folder,
            env=os.environ | environment,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        yield process
    except BaseException:
        print(log.read_text()[-5000:])
        raise
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


def course_at(port, base_url, folder, *further):
    options = ["serve", "--no-browser", "--port", port, "--base-url", base_url, *further]
    return running([ways_in.BIN / "coproduction", *options], folder, XDG_DATA_HOME=str(folder))


@pytest.fixture
def hub(tmp_path):
    """Run proxy, course and hub as the three processes of the README; kill the hub on the way."""
    port, api, course_port, hub_port = (ways_in.free_port() for _ in range(4))
    shutil.copy(HOSTING / "jupyterhub_config.py", tmp_path)
    with (tmp_path / "jupyterhub_config.py").open("a") as config:
        config.write(FOR_THE_TEST.format(folder=tmp_path, port=port, hub_port=hub_port))
    shared = {
        "CONFIGPROXY_AUTH_TOKEN": "a" * 64,
        "COURSE_URL": f"http://127.0.0.1:{course_port}",
        "PROXY_API_URL": f"http://127.0.0.1:{api}",
        "PATH": f"{ways_in.BIN}:{os.environ['PATH']}",
    }
    proxy = ["configurable-http-proxy", "--ip", "127.0.0.1", "--port", port, "--api-port", api]
    with contextlib.ExitStack() as stack:
        stack.enter_context(running(proxy, tmp_path, **shared))
        begun = time.monotonic()
        stack.enter_context(course_at(course_port, SERVICE, tmp_path))
        hub = stack.enter_context(running([ways_in.BIN / "jupyterhub"], tmp_path, **shared))
        url = f"http://127.0.0.1:{port}"
        answer(f"{url}/hub/api/")
        up = time.monotonic()
        yield SimpleNamespace(url=url, process=hub, begun=begun, up=up)
        end_servers()


def end_servers():
    """End each learner's JupyterLab with what it started: they go on without the hub."""
    lab, whole = str(ways_in.BIN / "jupyterhub-singleuser"), []
    for process in psutil.process_iter(["cmdline"]):
        if lab in (process.info["cmdline"] or []):
            whole += [process, *process.children(recursive=True)]
    for process in whole:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.terminate()
    for process in psutil.wait_procs(whole, timeout=15)[1]:
        process.kill()


def signed_in(hub, name):
    """Return an opener with a learner's cookies, whose JupyterLab has been started."""
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    form = answer(f"{hub.url}/hub/login", opener=opener)
    token = re.search(r'name="_xsrf"\s+value="([^"]+)"', form)[1]
    data = {"username": name, "password": "", "_xsrf": token}
    opener.open(f"{hub.url}/hub/login?next=/hub/spawn", urlencode(data).encode(), timeout=60)
    return opener


def test_a_hub_has_the_course_beside_it_and_the_course_stays_when_the_hub_is_killed(hub):
    course = hub.url + SERVICE
    answer(course, "<main")
    there = time.monotonic()
    assert there - hub.up <= SECONDS_FOR_THE_COURSE
    assert json.loads(answer(f"{course}health"))["status"] == "ok"
    shown = time.monotonic()
    took = [f"{when - hub.begun:.1f} s" for when in (hub.up, there, shown)]
    print("hub {}, course {}, every page {} after the start".format(*took))
    assert "<main" in answer(hub.url)
    openers = {name: signed_in(hub, name) for name in LEARNERS}
    for name, opener in openers.items():
        lab = f"{hub.url}/user/{quote(name, safe='@')}/lab"
        answer(lab, "<title>JupyterLab", opener=opener)
        assert answer(f"{course}welcome", opener=opener) == answer(f"{course}welcome")
        # The tile in their own JupyterLab starts a course of their own, whatever they are called.
        own = lab.removesuffix("lab") + "co-production/welcome"
        assert 'rel="stylesheet" href="static/' in answer(own, "data-form", opener=opener)
    print(f"{len(LEARNERS)} learners in {time.monotonic() - shown:.1f} s")
    os.kill(hub.process.pid, signal.SIGKILL)
    hub.process.wait()
    assert "<main" in answer(f"{course}welcome", patience=1)
    assert json.loads(answer(f"{course}health", patience=1))["status"] == "ok"


@pytest.fixture
def site(tmp_path):
    """Run nginx with TLS before the course, from the snippet, as a site's own server block."""
    port, course_port = ways_in.free_port(), ways_in.free_port()
    snippet = (HOSTING / "nginx.conf").read_text().replace("127.0.0.1:8866", "127.0.0.1:{course}")
    snippet = snippet.replace("{course}", str(course_port))
    certificate = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1"]
    certificate += ["-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"]
    files = ["-keyout", tmp_path / "key.pem", "-out", tmp_path / "cert.pem"]
    subprocess.run([*certificate, *files], check=True, capture_output=True)
    (tmp_path / "nginx.conf").write_text(
        f"daemon off; pid {tmp_path}/pid; error_log {tmp_path}/error.log;\n"
        f"events {{}}\nhttp {{ gzip on; gzip_types *; gzip_proxied any; access_log {tmp_path}/a;\n"
        f"server {{ listen 127.0.0.1:{port} ssl; ssl_certificate {tmp_path}/cert.pem;\n"
        f"ssl_certificate_key {tmp_path}/key.pem;\n{snippet}\n}} }}\n"
    )
    trusting = urllib.request.HTTPSHandler(
        context=ssl.create_default_context(cafile=tmp_path / "cert.pem")
    )
    opener = urllib.request.build_opener(trusting)
    nginx = ["/usr/sbin/nginx", "-p", tmp_path, "-c", tmp_path / "nginx.conf"]
    url = f"https://127.0.0.1:{port}"
    public = f"--public-url={url}/course/"
    with course_at(course_port, "/course/", tmp_path, public), running(nginx, tmp_path):
        answer(f"{url}/course/health", opener=opener)
        yield SimpleNamespace(url=url, opener=opener, log=tmp_path / "a")


def test_nginx_serves_the_course_under_a_path_with_tls(site, browser):
    context = browser.new_context(ignore_https_errors=True)
    page = context.new_page()
    failed = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.on("response", lambda found: failed.append(found.url) if found.status >= 400 else None)
    page.goto(f"{site.url}/course")
    assert page.url == f"{site.url}/course/"
    page.locator("main a:visible").first.click()
    page.locator("[data-awake]").first.wait_for()
    page.goto(f"{site.url}/course/readiness-check/")
    assert page.url == f"{site.url}/course/readiness-check"
    assert failed == []
    context.close()


def test_nginx_leaves_the_course_as_it_was_compressed_and_logs_nobody(site):
    request = urllib.request.Request(f"{site.url}/course/welcome")
    request.add_header("Accept-Encoding", "gzip")
    with site.opener.open(request) as packed:
        assert packed.headers["Content-Encoding"] == "gzip"
        assert packed.headers["Cache-Control"] == "no-cache"
        # What nginx compresses loses the strong mark that tells a browser it has the same page.
        request.add_header("If-None-Match", packed.headers["ETag"])
    with pytest.raises(HTTPError) as unchanged:
        site.opener.open(request)
    assert unchanged.value.code == 304
    assert "/course/" not in site.log.read_text()


def test_a_session_with_phones_passes_nginx_encrypted_and_no_log_tells_of_it(
    site, browser, tmp_path
):
    key = (tmp_path / "coproduction" / "host-key").read_text()
    host, phone = (browser.new_context(ignore_https_errors=True) for _ in range(2))
    # A cookie of another part of the site, which is none of the course's business.
    host.add_cookies([{"name": "theirs", "value": "x", "url": site.url}])
    controls, page = host.new_page(), phone.new_page()
    controls.goto(f"{site.url}/course/coach?key={key}")
    assert controls.url == f"{site.url}/course/coach"
    cookie = next(each for each in host.cookies() if each["name"] == "coproduction_host")
    assert (cookie["secure"], cookie["httpOnly"], cookie["path"]) == (True, True, "/course/")
    controls.locator("form button").first.click()
    controls.wait_for_url(f"{site.url}/course/coach/session/*")
    code = controls.url.rpartition("/")[2]
    page.goto(f"{site.url}/course/join/{code}")
    page.get_by_role("radio").first.check()
    page.locator("form button").first.click()
    page.locator("[data-receipt]").wait_for()
    receipt = page.locator("[data-receipt]").get_attribute("data-receipt")
    assert phone.cookies() == []
    logs = "".join(path.read_text() for path in (site.log, tmp_path / "coproduction.log"))
    assert not {receipt, code} & set(re.findall(r"[\w-]+", logs))
    for context in (host, phone):
        context.close()


def test_repo2docker_lays_the_python_that_we_name(tmp_path):
    shutil.copy(REPOSITORY / "environment.yml", tmp_path)
    dry_run = ["jupyter-repo2docker", "--no-build", "--no-run", "--debug", tmp_path]
    told = subprocess.run([ways_in.BIN / dry_run[0], *dry_run[1:]], capture_output=True, text=True)
    assert "Building conda environment for python=3.12" in told.stderr


def test_kubernetes_finds_nothing_wrong_with_its_file():
    import kubernetes_validate

    documents = [*yaml.safe_load_all((HOSTING / "kubernetes.yml").read_text())]
    assert [document["kind"] for document in documents] == ["Deployment", "Service"]
    for document in documents:
        kubernetes_validate.validate(document, kubernetes_validate.latest_version(), strict=True)
        broken = document | {"spec": document["spec"] | {"replica": 2}}
        with pytest.raises(kubernetes_validate.ValidationError):
            kubernetes_validate.validate(broken, kubernetes_validate.latest_version(), strict=True)
