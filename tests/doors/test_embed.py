"""The check and quizzes on other people's pages: framed, sandboxed, and as elements."""

import base64
import gzip
import hashlib
import json
import re
import subprocess
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
import ways_in
from accessible import violations, violations_in_other_colours
from taking_the_check import CHECK, CORE, COURSE, TEXTS, WORDS

from widgets.forms.embed.embed import PAPER, element_of, embeds

SAYS = WORDS.embed
QUIZ = "meaning-practice"
ANSWERS = dict.fromkeys(CORE, "yes-fully") | {"all-stages": "partly"}
HANDED_ON = ",".join(f"{question}.{answer}" for question, answer in ANSWERS.items())
LISTENING = """<script>
    window.told = [];
    addEventListener("message", (event) => told.push(event.data));
    for (const name of ["result", "hand-over"])
        addEventListener(name, ({ type, detail }) => told.push([type, detail]));
</script>"""
HOSTILE = """<style>
    html { font-size: 8px } * { color: red !important; font-size: 5px; display: block !important }
    input { display: none !important } label { position: absolute }
</style>
<script>const PARTS = 1; const wake = null; var shared = "theirs";</script>"""
OLD = "<script>customElements.define('coproduction-quiz', class extends HTMLElement {});</script>"
PUBLIC = "https://h.example/c"
# What sticks out to the side, or is cut there; the text of a field can be moved.
BEYOND = """() => [...document.querySelectorAll('body :not(input)')].filter((e) => {
    const { left, right, width, height } = e.getBoundingClientRect();
    if (!e.checkVisibility() || width <= 1 || height <= 1) return false;
    return left < 0 || right > innerWidth || e.scrollWidth > e.clientWidth + 1 && e.clientWidth;
}).map((e) => e.outerHTML.slice(0, 80))"""
TOLD_HEIGHT = """told.some(({ message, value, secret }) =>
    message === 'height' && value > 400 && secret === 'abc')"""
STORED = "JSON.stringify([{...localStorage}, {...sessionStorage}])"


@pytest.fixture
def own_context_at_400(browser):
    """Give a window of 1280 by 1024 pixels, enlarged to four times."""
    size = {"width": 320, "height": 256}
    context = browser.new_context(viewport=size, device_scale_factor=4)
    yield context
    context.close()


@pytest.fixture
def show(page, host):
    """Return a function that puts something on somebody else's page, and opens that."""

    def show(html, **headers):
        host.html, host.headers = LISTENING + html, headers
        page.goto(host.url)
        return page

    return show


def frame(server, name, more=""):
    return f'<iframe id="f" title="Theirs" {more} src="{server.url(f"embed/{name}")}"></iframe>'


def elements(server, more=""):
    root = server.url("embed")
    return f"""{more}<script defer src="{root}/coproduction.js"></script>
        <script defer src="{root}/quiz-{QUIZ}.js"></script>
        <coproduction-readiness-check may-ask></coproduction-readiness-check>
        <coproduction-quiz quiz="{QUIZ}"></coproduction-quiz>
        <coproduction-readiness-check></coproduction-readiness-check>"""


def take(check):
    for question, answer in ANSWERS.items():
        check.locator(f"input[name={question}][value={answer}]").check()
    check.get_by_role("button", name=WORDS.see_result).click()
    return check.locator("[data-verdict]").inner_text()


CLOSE = f"{WORDS.readiness.result} {TEXTS['title/not-yet-close']}"


def test_in_a_frame_the_check_answers_tells_its_height_and_leads_on_with_the_answers(
    show, open_to_all
):
    page = show(frame(open_to_all, "readiness-check"))
    check = page.frame_locator("#f")
    assert take(check) == CLOSE
    link = check.get_by_role("link", name=SAYS.with_answers)
    assert link.get_attribute("target") == "_blank"
    assert link.get_attribute("href").endswith(f"/readiness-check#answers={HANDED_ON}")
    told = page.evaluate("told")
    assert [set(each) for each in told] == [{"source", "height"}] * len(told)
    inside = check.locator("html").evaluate("e => Math.ceil(e.getBoundingClientRect().height)")
    assert told[-1] == {"source": "coproduction", "height": inside}


def test_in_a_sandbox_without_an_origin_it_answers_and_says_where_the_rest_is(show, open_to_all):
    page = show(frame(open_to_all, "readiness-check#?secret=abc", 'sandbox="allow-scripts"'))
    check = page.frame_locator("#f")
    assert take(check) == CLOSE
    assert check.get_by_role("link").count() == 0
    address = check.get_by_label(SAYS.no_tabs).input_value()
    assert address.endswith(f"/readiness-check#answers={HANDED_ON}")
    assert check.get_by_text(SAYS.not_kept).is_visible()
    assert {"message", "value", "secret"} in [set(each) for each in page.evaluate("told")]


def test_a_frame_that_wordpress_hides_until_it_answers_is_shown(show, open_to_all):
    hidden = 'sandbox="allow-scripts" style="position: absolute; clip: rect(1px, 1px, 1px, 1px)"'
    page = show(frame(open_to_all, "readiness-check#?secret=abc", hidden))
    page.wait_for_function(TOLD_HEIGHT)
    # It may have begun to listen after that, and then says so.
    page.evaluate("told.length = 0")
    page.evaluate("f.contentWindow.postMessage({message: 'ready', secret: 'abc'}, '*')")
    page.wait_for_function(TOLD_HEIGHT)


@pytest.mark.parametrize("sandbox", ["", 'sandbox="allow-scripts"'], ids=["plain", "sandboxed"])
def test_at_four_times_the_size_nothing_of_the_check_is_lost(
    own_context_at_400, host, open_to_all, sandbox
):
    style = "<style>body { margin: 0 } iframe { width: 100%; height: 100vh; border: 0 }</style>"
    host.html, host.headers = style + frame(open_to_all, "readiness-check", sandbox), {}
    page = own_context_at_400.new_page()
    page.goto(host.url)
    check = page.frame_locator("#f")
    assert take(check) == CLOSE
    inside = page.frames[1]
    assert inside.evaluate("innerWidth") <= 320
    assert inside.evaluate(BEYOND) == []
    for target in (check.locator("label").first, check.locator("[data-verdict]")):
        target.scroll_into_view_if_needed()
        assert target.is_visible()


@pytest.mark.parametrize("name", ["readiness-check", f"quiz/{QUIZ}"])
@pytest.mark.parametrize("sandbox", ["", 'sandbox=""'], ids=["switched off", "not let in"])
def test_without_a_script_a_frame_says_why_nothing_happens_and_where_to_go(
    browser, host, open_to_all, name, sandbox
):
    context = browser.new_context(java_script_enabled=bool(sandbox))
    host.html, host.headers = frame(open_to_all, name, sandbox), {}
    page = context.new_page()
    page.goto(host.url)
    framed = page.frame_locator("#f")
    assert framed.get_by_text(SAYS.asleep).is_visible()
    assert framed.get_by_role("button", disabled=False).count() == 0
    links = framed.locator("noscript a")
    to = [links.nth(i).get_attribute("href") for i in range(links.count())]
    whole = "readiness-check" if name == "readiness-check" else "what-it-is"
    paper = [f"../{PAPER}"] if name == "readiness-check" else []
    up = "../" * name.count("/")
    assert to == [f"../{up}{whole}", *paper]
    assert all(links.nth(i).is_visible() for i in range(links.count()))
    context.close()


def test_where_a_page_takes_scripts_out_a_link_is_left(show, served):
    page = show(element_of(embeds(COURSE)[0], served.url("")))
    link = page.get_by_role("link", name=CHECK.title)
    link.click()
    page.wait_for_url(served.url("readiness-check"))


def test_a_quiz_in_a_sandbox_is_answered_by_keyboard(show, open_to_all):
    page = show(frame(open_to_all, f"quiz/{QUIZ}", 'sandbox="allow-scripts"'))
    quiz = page.frame_locator("#f")
    quiz.locator("input[type=radio]").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    quiz.locator("[data-feedback] .result").first.wait_for()


@pytest.mark.parametrize(
    ("around", "policy"),
    [
        ("{}", "default-src 'none'; script-src {root}; style-src 'none'"),
        (f"{HOSTILE}{{}}", None),
        ('<div dir="rtl">{}</div>', None),
        ('<div style="width: 320px">{}</div>', None),
    ],
    ids=["strict policy", "hostile", "right to left", "narrow"],
)
def test_elements_answer_on_any_page_and_keep_nothing_on_it(show, open_to_all, around, policy):
    root = f"{open_to_all.url('embed')}/"
    headers = {"Content-Security-Policy": policy.replace("{root}", root)} if policy else {}
    page = show(around.replace("{}", elements(open_to_all)), **headers)
    check = page.locator("coproduction-readiness-check").first
    assert take(check) == CLOSE
    quiz = page.locator("coproduction-quiz")
    quiz.locator("input[type=radio]").first.check()
    quiz.get_by_role("button", name=WORDS.check).first.click()
    quiz.locator("[data-feedback] .result").first.wait_for()
    assert json.loads(page.evaluate(STORED)) == [{}, {}]
    box = check.locator("label").first.bounding_box()
    assert box["height"] >= 44 and box["x"] >= 0
    size = check.locator(".option label").first.evaluate("e => getComputedStyle(e).fontSize")
    assert float(size.removesuffix("px")) >= 16
    assert violations(page, context="coproduction-readiness-check") == {}


def test_an_element_says_that_somebody_has_finished_and_more_only_when_told_to(show, open_to_all):
    page = show(elements(open_to_all))
    check = page.locator("coproduction-readiness-check").first
    take(check)
    assert page.evaluate("told") == [["result", None]]
    check.get_by_role("button", name=SAYS.hand_over).click()
    assert check.get_by_text(SAYS.handed_over).is_visible()
    handed = {"verdict": "not-yet", "answers": ANSWERS}
    assert page.evaluate("told") == [["result", None], ["hand-over", handed]]
    check.locator(f"input[name={CORE[0]}][value=yes-fully]").check()
    assert not check.get_by_role("button", name=SAYS.hand_over).is_visible()
    other = page.locator("coproduction-readiness-check").last
    assert other.get_by_role("button", name=SAYS.hand_over).count() == 0


def test_an_element_that_the_page_defined_before_is_left_alone(show, open_to_all):
    page = show(elements(open_to_all, OLD))
    assert take(page.locator("coproduction-readiness-check").first) == CLOSE
    assert page.locator("coproduction-quiz").evaluate("e => e.shadowRoot") is None


def test_only_what_is_to_be_embedded_may_be_framed_and_only_where_that_was_asked_for(
    served, open_to_all
):
    def ancestors(server, address):
        with urlopen(server.url(address)) as answer:
            policy = answer.headers["Content-Security-Policy"]
        return re.search("frame-ancestors (.*)", policy)[1]

    assert ancestors(open_to_all, "embed/readiness-check") == "'self' *"
    assert ancestors(open_to_all, "readiness-check") == "'self'"
    assert ancestors(open_to_all, "what-it-is") == "'self'"
    assert ancestors(served, f"embed/quiz/{QUIZ}") == "'self'"


@pytest.mark.parametrize("name", ["readiness-check", f"quiz/{QUIZ}"])
def test_a_page_for_a_frame_is_one_small_answer_that_asks_for_nothing_else(page, served, name):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(served.url(f"embed/{name}"))
    assert asked == [served.url(f"embed/{name}")]
    with urlopen(asked[0]) as answer:
        assert len(gzip.compress(answer.read())) <= 25_000
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert violations(page) == {}
    assert violations_in_other_colours(page) == {}


def test_the_script_of_the_elements_with_the_check_is_small(served):
    with urlopen(served.url("embed/coproduction.js")) as answer:
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert len(gzip.compress(answer.read())) <= 20_000


def test_answers_that_come_with_the_link_are_taken_and_leave_the_address(page, served):
    page.goto(f"{served.url('readiness-check')}#answers={HANDED_ON}")
    assert page.locator("[data-verdict]").inner_text() == CLOSE
    assert page.url == served.url("readiness-check")
    page.goto("about:blank")
    others = HANDED_ON.replace("partly", "not-now")
    page.goto(f"{served.url('readiness-check')}#answers={others}")
    assert page.locator("[data-verdict]").inner_text() == CLOSE
    page.get_by_role("button", name=SAYS.use_them).click()
    title = TEXTS["title/not-as-it-stands"]
    assert page.locator("[data-verdict]").inner_text() == f"{WORDS.readiness.result} {title}"


@pytest.mark.parametrize("answers", ["all-stages.none", "x", "all-stages.partly,%", ""])
def test_a_link_with_answers_that_are_none_changes_nothing(page, served, answers):
    page.goto(f"{served.url('readiness-check')}#answers={answers}")
    page.locator("[data-check]:enabled").first.wait_for()
    assert page.locator("[data-verdict], :checked").count() == 0


def test_a_pasted_link_turns_into_a_frame(served):
    asked = f"oembed?url={served.url('readiness-check')}&maxwidth=400"
    with urlopen(served.url(asked)) as answer:
        said = json.load(answer)
    assert (said["version"], said["type"], said["width"]) == ("1.0", "rich", 400)
    assert said["title"].startswith(CHECK.title)
    # WordPress lets these two through, and only a frame with such a neighbour tells its height.
    link = f'<a href="{served.url("readiness-check")}.html">{CHECK.title}</a>'
    framed = f'<iframe src="{served.url("embed/readiness-check")}.html"'
    assert said["html"].startswith(f"<blockquote>{link}</blockquote>{framed}")


def test_a_pasted_link_has_a_picture_unless_that_is_larger_than_asked_for(page, served):
    def said(more):
        with urlopen(served.url(f"oembed?url={served.url('readiness-check')}{more}")) as answer:
            return json.load(answer)

    whole = said("&maxwidth=600")
    with urlopen(whole["thumbnail_url"]) as answer:
        assert answer.headers["Content-Type"] == "image/png"
    page.goto(whole["thumbnail_url"])
    picture = page.locator("img")
    size = picture.evaluate("e => [e.naturalWidth, e.naturalHeight]")
    assert size == [whole["thumbnail_width"], whole["thumbnail_height"]]
    assert not [name for name in said("&maxwidth=599") if name.startswith("thumbnail")]


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ("oembed?url={root}readiness-check&format=xml", 501),
        ("oembed?url={root}what-it-is", 404),
        ("oembed?url=https://example.org/readiness-check", 404),
        ("oembed", 404),
    ],
)
def test_what_no_link_turns_into_is_said_by_its_status(served, asked, status):
    with pytest.raises(HTTPError) as told:
        urlopen(served.url(asked.replace("{root}", served.url(""))))
    assert told.value.code == status


def test_a_built_site_holds_the_check_in_one_file_and_says_how_to_put_it_elsewhere(
    page, example_file, tmp_path
):
    command = [ways_in.BIN / "coproduction", "build", tmp_path, "--public-url", PUBLIC]
    folder = example_file.parent
    told = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    script = (tmp_path / "embed/coproduction.js").read_bytes()
    digest = base64.b64encode(hashlib.sha384(script).digest()).decode()
    tag = f'src="https://h.example/c/embed/coproduction.js" integrity="sha384-{digest}"'
    assert tag in told.stdout
    said = json.loads((tmp_path / "embed/readiness-check.oembed.json").read_text(encoding="utf-8"))
    assert said["provider_url"] == "https://h.example/c/"
    picture = tmp_path / said["thumbnail_url"].removeprefix("https://h.example/c/")
    assert picture.read_bytes().startswith(b"\x89PNG")
    found = '<link rel="alternate" type="application/json+oembed" href="https://h.example/c/embed/'
    assert f"{found}readiness-check.oembed.json" in (tmp_path / "readiness-check.html").read_text()
    alone = tmp_path / "stick" / "check.html"
    alone.parent.mkdir()
    (tmp_path / "readiness-check-alone.html").rename(alone)
    page.goto(alone.as_uri())
    for question in CORE:
        page.locator(f"input[name={question}][value=yes-fully]").check()
    page.get_by_role("button", name=WORDS.see_result).click()
    assert page.locator("[data-verdict]").is_visible()
    assert page.get_by_role("link").count() == 0
