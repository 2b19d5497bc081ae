"""Built pages where no server of ours sends them: from a disk, and from any host for files."""

import functools
import http.server
import re
import shutil
import threading
from pathlib import Path

import pytest

from widgets.pages.policy import header_policy, page_policy

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="(.*?)">')
INTRUDERS = """
<img src="https://example.org/x.png" alt=""><link rel="stylesheet" href="https://example.org/x.css">
<iframe src="https://example.org/"></iframe><script src="https://example.org/x.js"></script>
<script>document.documentElement.dataset.ran = "inline"</script>
<p style="position: fixed" tabindex="0"
  onfocus="document.documentElement.dataset.ran = 'focus'">x</p>
</main>
"""


def test_each_built_page_says_what_it_may_load_before_it_loads_anything(built):
    for page in built.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        before, says, _ = html.partition("<meta http-equiv")
        assert says, page
        assert not re.search("<(link|script|style|img)", before), page


def test_it_says_what_a_server_says_save_who_may_frame_it(built):
    html = (built / "first.html").read_text(encoding="utf-8")
    said = POLICY.search(html)[1].replace("&#39;", "'")
    assert said == page_policy()
    assert header_policy() == f"{said}; frame-ancestors 'self'"


def test_a_served_page_leaves_it_to_the_header(page, served_examples):
    answer = page.goto(served_examples.url("first"))
    assert "http-equiv" not in answer.text()
    assert answer.headers["content-security-policy"] == header_policy()


def test_from_a_disk_a_page_loads_what_is_its_own_and_nothing_else(built, page, tmp_path):
    site = shutil.copytree(built, tmp_path / "site")
    html = (site / "first.html").read_text(encoding="utf-8")
    (site / "first.html").write_text(html.replace("</main>", INTRUDERS), encoding="utf-8")
    asked = []
    page.route("https://**", lambda route: (asked.append(route.request.url), route.abort()))
    page.goto((site / "first.html").as_uri())
    page.locator("[data-form][data-awake]").first.wait_for()
    page.locator("[onfocus]").focus()
    assert page.evaluate("document.documentElement.dataset.ran") is None
    assert (
        page.evaluate("getComputedStyle(document.querySelector('[onfocus]')).position") == "static"
    )
    assert page.evaluate("getComputedStyle(document.body).marginTop") == "0px"
    pictures = (
        "[...document.querySelectorAll('main img[src^=data]')].map((p) => p.naturalWidth > 0)"
    )
    assert page.evaluate(pictures) == [True]
    assert asked == []


class Host(http.server.SimpleHTTPRequestHandler):
    """A host for files that sends its 404.html for what it has not, as most of them do."""

    def __init__(self, *arguments, below, **names):
        self.below = below
        super().__init__(*arguments, **names)

    def translate_path(self, path):
        inside = path.removeprefix(self.below) if path.startswith(self.below) else "none"
        return super().translate_path(f"/{inside}")

    def send_error(self, code, message=None, explain=None):
        body = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module", params=["/", "/a/course/"], ids=["at-the-root", "under-a-path"])
def host(request, built):
    """Return the address of a site on a host for files, and under a path of it."""
    handler = functools.partial(Host, directory=built, below=request.param)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{request.param}"
        server.shutdown()


@pytest.mark.parametrize("wrong", ["wrong", "no/wrong", "no/such/deep/page.html", "recall/2/"])
def test_a_wrong_address_at_any_depth_shows_our_page_which_leads_home(host, page, wrong):
    complaints = []
    page.on("console", lambda said: complaints.append(said.text))
    assert page.goto(host + wrong).status == 404
    assert page.get_by_role("heading", level=1).inner_text() == "There is no page here"
    assert page.evaluate("getComputedStyle(document.body).marginTop") == "0px"
    assert page.evaluate("document.images[0].naturalWidth > 0")
    page.wait_for_function(
        "home => document.querySelector('.brand').href === home", arg=f"{host}index.html"
    )
    assert [text for text in complaints if "404" not in text] == []
    page.get_by_role("link", name="All lessons").first.click()
    assert page.url == f"{host}index.html"
    page.locator("[data-awake], [data-memory]").first.wait_for()


def test_without_scripts_its_links_lead_to_pages_of_a_site_at_the_root(built):
    html = (built / "404.html").read_text(encoding="utf-8")
    links = re.findall(r'<a [^>]*href="(?!\w+:|#)(.*?)"', html)
    assert "/index.html" in links
    assert [link for link in links if not (built / link.removeprefix("/")).is_file()] == []


def test_the_page_for_a_wrong_address_opens_from_a_disk_too(built, page):
    page.goto((built / "404.html").as_uri())
    home = (built / "index.html").as_uri()
    page.wait_for_function("home => document.querySelector('.brand').href === home", arg=home)
    assert page.evaluate("getComputedStyle(document.body).marginTop") == "0px"
