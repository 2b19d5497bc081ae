"""The ways into a lesson, started as a learner would start them."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import once
import psutil

BIN = Path(sys.executable).parent
RENDERED = "[data-form][data-awake]"
# Each lesson of the examples shows two forms.
ALL_AWAKE = f"document.querySelectorAll('{RENDERED}').length >= 2"


@dataclass
class Server:
    """A server in a process of its own, on loopback and a free port."""

    command: list[str]
    ready: str
    folder: Path
    environment: dict[str, str] = field(default_factory=dict)
    port: int | None = None

    def __enter__(self):
        self.start()
        self.wait()
        return self

    def __exit__(self, *_):
        self.kill(signal.SIGTERM)

    def start(self):
        self.port = self.port or free_port()
        self.log = Path(tempfile.mkdtemp(dir=once.folder())) / "server.log"
        command = [part.format(port=self.port) for part in self.command]
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [str(BIN / command[0]), *command[1:]],
                cwd=self.folder,
                env=os.environ | self.environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        once.started(self.process.pid)

    def shared_as(self, name):
        """Start this server once for all workers of a run: whoever comes later finds it."""

        def started():
            self.start()
            self.wait()
            return self.port, str(self.log), self.process.pid

        self.port, log, pid = once.made(name, started)
        self.log, self.process = Path(log), psutil.Process(pid)
        return self

    def url(self, path=""):
        return f"http://127.0.0.1:{self.port}/{path}"

    def wait(self, seconds=300):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            with contextlib.suppress(OSError), urlopen(self.url(self.ready), timeout=5):
                return
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        self.kill()
        raise AssertionError(f"{self.command[0]} did not start:\n{self.log.read_text()}")

    def kernels(self):
        """Return the processes of the kernels that this server started."""
        return kernels_of(self.process.pid)

    def kill(self, how=signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, how)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(20)


def kernels_of(pid: int) -> list[psutil.Process]:
    children = psutil.Process(pid).children(recursive=True)
    return [child for child in children if "ipykernel_launcher" in " ".join(child.cmdline())]


def get(url, **headers):
    """Return status, headers and body of an answer, whatever it is."""
    try:
        with urlopen(Request(url, headers=headers)) as answer:
            return answer.status, answer.headers, answer.read()
    except HTTPError as error:
        return error.code, error.headers, error.read()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def serve(course_file: Path, *options: str) -> Server:
    command = ["coproduction", "serve", "--no-browser", "--port", "{port}", *options]
    return Server(command, "health", course_file.parent)


def stock_voila(course_file: Path) -> Server:
    command = ["voila", "notebooks", "--no-browser", "--port", "{port}", "--Voila.ip=127.0.0.1"]
    return Server(command, "", course_file.parent)


def jupyterlab(course_file: Path) -> Server:
    folder = course_file.parent
    command = [
        "jupyter-lab",
        "--no-browser",
        "--allow-root",
        "--ip=127.0.0.1",
        "--port={port}",
        "--ServerApp.port_retries=0",
        "--IdentityProvider.token=",
        "--LabApp.news_url=",
        f"--ServerApp.root_dir={folder / 'notebooks'}",
    ]
    private = {
        "JUPYTER_CONFIG_DIR": str(folder / "jupyter-config"),
        "JUPYTERLAB_SETTINGS_DIR": str(folder / "lab-settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(folder / "lab-workspaces"),
        "JUPYTER_RUNTIME_DIR": str(folder / "runtime"),
        # What was saved in another test is not trusted here.
        "JUPYTER_DATA_DIR": str(folder / "data"),
    }
    return Server(command, "api", folder, private)


def learners_lab(course_file: Path, folder: Path, home: Path, port: int) -> Server:
    command = ["coproduction", "lab", str(folder), "--no-browser", "--allow-root"]
    return Server(
        [*command, f"--port={port}"], "api", course_file.parent, {"HOME": str(home)}, port
    )


@dataclass
class Door:
    """One way in: how a lesson of the examples is opened, so that its forms are awake."""

    name: str
    start: object

    def open(self, page, lesson="first"):
        {
            "serve": self._goto_address,
            "disk": self._goto_file,
            "voila": self._goto_voila,
            "lab": self._open_in_lab,
            "notebook": self._open_in_notebook,
            "run in lab": self._run_in_lab,
        }[self.name](page, lesson)
        page.locator(RENDERED).first.wait_for(timeout=60_000)

    def _goto_address(self, page, lesson):
        page.goto(self.start.url(lesson))

    def _goto_file(self, page, lesson):
        page.goto((self.start / f"{lesson}.html").as_uri())

    def _goto_voila(self, page, lesson):
        page.goto(self.start.url(f"voila/render/{lesson}.ipynb"))
        page.wait_for_function(ALL_AWAKE)

    # As it is stored: untrusted, and nothing run.
    def _open_in_lab(self, page, lesson):
        page.goto(self.start.url(f"lab/tree/{lesson}.ipynb?reset"))
        self._see_awake(page)

    def _open_in_notebook(self, page, lesson):
        page.goto(self.start.url(f"notebooks/{lesson}.ipynb"))
        self._see_awake(page)

    def _see_awake(self, page):
        page.locator(".jp-Notebook .jp-Cell").first.wait_for(timeout=60_000)
        page.wait_for_function(ALL_AWAKE, timeout=60_000)

    def _run_in_lab(self, page, lesson):
        page.goto(self.start.url(f"lab/tree/{lesson}.ipynb?reset"))
        page.locator(".jp-Notebook .jp-Cell").first.wait_for(timeout=60_000)
        page.locator(".jp-NotebookPanel-toolbar").wait_for()
        page.get_by_text("Python 3 (ipykernel) | Idle").wait_for(timeout=60_000)
        page.locator(".lm-MenuBar-itemLabel", has_text="Run").click()
        page.get_by_text("Run All Cells", exact=True).click()
        page.wait_for_function(ALL_AWAKE, timeout=60_000)
        page.get_by_text("Python 3 (ipykernel) | Idle").wait_for()
