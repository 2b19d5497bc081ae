"""A small learning system around scorm-again: it serves a package, and keeps what it is told."""

import functools
import http.server
import json
import threading
from contextlib import contextmanager, suppress
from pathlib import Path

from from_npm import from_npm

RUN_TIME = "scorm-again/dist/scorm12.min.js"
ATTEMPT = """<!doctype html><html lang="en"><title>A learning system</title>
<style>html, body, iframe {{ margin: 0; border: 0; width: 100%; height: 100vh }}</style>
<script src="/run-time.js"></script>
<script>
const API = new Scorm12API({{ autocommit: false, lmsCommitUrl: "/commit", logLevel: 5 }});
API.loadFromJSON({kept});
window.API = new Proxy(API, {{
  get(target, name) {{
    const own = target[name];
    if (typeof own !== "function") return own;
    return (...given) => {{
      asked.push([name, ...given]);
      return failing.includes(name) ? "false" : own.apply(target, given);
    }};
  }},
}});
const asked = [], failing = [];
</script>
{shows}"""
FRAME = '<iframe src="{address}" title="The course"></iframe>'
POP_UP = '<button onclick="window.open(`/sco/launch.html`, `sco`)">Open</button>'


class LearningSystem:
    """What one learner's attempts have come to: as a system keeps it from one to the next."""

    def __init__(self, address: str):
        self.address = address
        self.commits = []
        self.mode = "normal"

    @property
    def cmi(self) -> dict:
        """What was told last."""
        return self.commits[-1]["cmi"] if self.commits else {}

    @property
    def suspended(self) -> dict:
        return json.loads(self.cmi["suspend_data"])

    @property
    def status(self) -> str:
        return self.cmi["core"]["lesson_status"]

    def kept(self) -> dict:
        """Return what an attempt begins with, as the run-time takes it."""
        core = dict(self.cmi.get("core", {}))
        resumes = core.pop("exit", "") == "suspend"
        core |= {"lesson_mode": self.mode, "entry": "resume" if resumes else "ab-initio"}
        return {"core": core, "suspend_data": self.cmi.get("suspend_data", "")}

    def page(self, shows: str) -> str:
        """Return the page of an attempt, which shows the course or a way to it."""
        return ATTEMPT.format(kept=json.dumps(self.kept()), shows=shows)


class _Handler(http.server.SimpleHTTPRequestHandler):
    system: LearningSystem

    def do_GET(self):
        path, _, depth = self.path.partition("?")
        pages = {
            "/attempt": FRAME.format(address="/sco/launch.html"),
            "/deep": FRAME.format(address=f"/between?{depth}"),
            "/pop-up": POP_UP,
        }
        if path == "/run-time.js":
            return self._send(from_npm(RUN_TIME).read_bytes(), "text/javascript")
        if path in pages:
            return self._send(self.system.page(pages[path]).encode())
        if path == "/between":
            inner = f"/between?{int(depth) - 1}" if int(depth) > 1 else "/sco/launch.html"
            return self._send(FRAME.format(address=inner).encode())
        self.path = self.path.removeprefix("/sco")
        return super().do_GET()

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.system.commits.append(json.loads(body))
        self._send(b'{"result": "true", "errorCode": 0}', "application/json")

    def _send(self, body, kind="text/html"):
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        # A window that goes waits for no answer.
        with suppress(ConnectionError):
            self.wfile.write(body)

    def log_message(self, *_):
        pass


@contextmanager
def learning_system(package: Path):
    """Run a learning system that holds an unpacked package."""
    handler = type("Handler", (_Handler,), {})
    serving = functools.partial(handler, directory=package)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), serving) as server:
        handler.system = LearningSystem(f"http://127.0.0.1:{server.server_port}")
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield handler.system
        server.shutdown()
