"""Whatever a person types is text: on the page, after a reload, and in each file that leaves."""

import csv
import io
import json
import re

import docx
import icalendar
import pytest
from bs4 import BeautifulSoup
from own_device import say_own_device
from visitor import Host, Phone, multipart

from widgets.course.answer_code import encode
from widgets.course.loading import load_course

COURSE = load_course()
WORDS = COURSE.words
# What would run, lead away or break out of where it stands; each tells of itself by `ran`.
TEXTS = {
    "markup": '<img src=x onerror="ran=1"><script>ran=1</script></textarea></template>&lt;b&#60;',
    "attributes": '" onfocus="ran=1" autofocus x=\' onclick=ran=1 ><svg/onload=ran=1>',
    "braces": "{{ 7*7 }}{% raw %}${ran=1}#{1}{0}{day} @text@ @rtl@ @summary@ $& $1 $' %s",
    "an address": "javascript:ran=1 data:text/html,<script>ran=1</script> //elsewhere.invalid/",
    "a formula": '=HYPERLINK("https://elsewhere.invalid","a")',
    "another formula": "@SUM(1+1)*cmd|' /C calc'!A0",
    "the end of a line": 'a;b,c\\n\\;BEGIN:VEVENT ATTACH:x END:VCALENDAR ","',
    "right to left": "\u202egnp.exe \u2067\u05e9\u05dc\u05d5\u05dd \u200f(1)",
    "control signs": "a\x00b\x07c\x1b[31md\x85e\x9bf\u2028g\ufeffh\ufffei",
    "half an emoji": "\ud83d half \U0001f469\U0001f3fd\u200d\U0001f91d \udc69",
    "a long word": "w" * 180,
    "a prototype": "__proto__ constructor toString",
}
# In turn, with each text at hand in the script that types it: no other way takes half a character.
TYPE = """(() => {
    const texts = %s, fields = [...document.querySelectorAll(
        "main :is(input[type=text], textarea):not([readonly], [id*=code])")];
    for (const [index, field] of fields.entries()) {
        field.value = field.dataset.typed = texts[(index + %d) %% texts.length];
        field.dispatchEvent(new Event("input", {bubbles: true}));
        field.dispatchEvent(new Event("change", {bubbles: true}));
    }
    return fields.length;
})()"""
# Of each field that has a copy for paper, whether that says the same.
ON_PAPER = """[...document.querySelectorAll("[data-on-paper]")].filter(copy => {
    const field = copy.closest("[data-question]").querySelector("input, textarea");
    return copy.textContent.trim() !== field.value.trim();
}).length"""
KEPT = """([...document.querySelectorAll("main [data-question] :is(input[type=text], textarea)")]
    .map(field => field.value).filter(Boolean))"""
MADE = """document.querySelectorAll(
    "img[src=x], svg[onload], [onfocus], main script:not([type])").length"""
# Nobody sees them, and files leave them out.
FORMULA = re.compile(r"[\s\u200b-\u200f]*[=+@-]")
UNSEEN = re.compile(r"[\s\x00-\x1f\x7f-\x9f\ufffd\ufffe\uffff\ud800-\udfff\u2028\u2029\ufeff]+")
PAGES = ["what-it-is", "four-principles", "check-your-project", "keep-going", "certificate"]
PAGES += ["templates/decision-log", "templates/who-decides-what", "asked", "before"]


def seen(text):
    """Return a text without what nobody sees in it."""
    return UNSEEN.sub("", text)


def type_all(page, first=0):
    return page.evaluate(TYPE % (json.dumps(list(TEXTS.values())), first))


@pytest.fixture
def watched(page):
    """Return a page with all that it tells of, and what it asks for elsewhere."""
    page.told = []
    page.on("pageerror", lambda error: page.told.append(str(error)))
    page.on("console", lambda said: said.type == "error" and page.told.append(said.text))
    page.on("dialog", lambda dialog: page.told.append(dialog.message) or dialog.dismiss())
    page.on("request", lambda request: "elsewhere" in request.url and page.told.append(request.url))
    return page


def nothing_ran(page):
    assert page.evaluate("[typeof ran, document.title.includes('49')]") == ["undefined", False]
    assert page.evaluate(MADE) == 0
    assert page.told == []


def test_on_every_page_what_is_typed_stays_the_text_that_it_is(watched, served):
    watched.goto(served.url())
    say_own_device(watched)
    filled = 0
    for number, address in enumerate(PAGES):
        watched.goto(served.url(address))
        filled += type_all(watched, number)
        for button in watched.locator("[data-check]:visible").all():
            button.click()
        assert watched.evaluate(ON_PAPER) == 0, address
        nothing_ran(watched)
        if address != "certificate":
            kept = watched.evaluate(f"JSON.stringify({KEPT}.sort())")
            watched.reload()
            assert watched.evaluate(f"JSON.stringify({KEPT}.sort())") == kept, address
        nothing_ran(watched)
    assert filled > 60


@pytest.fixture
def planned(watched, served):
    """Return the page of a plan, with each text in it and saved."""
    watched.goto(served.url("plan"))
    say_own_device(watched)
    watched.reload()
    for _ in range(COURSE.plan.most - 1):
        watched.get_by_role("button", name=WORDS.plan.another).click()
    assert type_all(watched) >= len(TEXTS)
    for form in watched.locator("form.commitment:visible").all():
        form.locator("input[type=radio]").first.check()
        form.locator("input[type=date]").fill("2027-03-01")
        form.get_by_role("button", name=re.compile(WORDS.save)).click()
    return watched


def take(page, name):
    with page.expect_download() as download:
        page.get_by_role("button", name=name).click()
    return download.value.path().read_bytes()


def assert_all_in(texts):
    whole = seen("\n".join(texts))
    assert [name for name, text in TEXTS.items() if seen(text) not in whole] == []


def test_what_is_typed_is_text_in_each_file_of_the_plan(planned):
    nothing_ran(planned)
    assert_all_in(planned.locator("form.commitment dd").all_text_contents())
    word = docx.Document(io.BytesIO(take(planned, WORDS.take_away.word)))
    assert_all_in([paragraph.text for paragraph in word.paragraphs])
    assert not word.element.xpath("//w:hyperlink | //w:instrText | //w:object | //w:drawing")
    sheet = take(planned, WORDS.take_away.spreadsheet).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(sheet, newline=""), strict=True))
    assert {len(row) for row in rows} == {3}
    assert_all_in([cell.removeprefix("'") for row in rows for cell in row])
    assert not [cell for row in rows for cell in row if FORMULA.match(cell)]
    calendar = icalendar.Calendar.from_ical(take(planned, WORDS.take_away.calendar))
    events = calendar.walk("VEVENT")
    assert len(events) == COURSE.plan.most + len(COURSE.plan.look_again)
    assert_all_in([str(event["description"]) for event in events])
    assert {key for event in events for key in event} <= EVENT
    nothing_ran(planned)


EVENT = {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "DESCRIPTION", "TRANSP", "CLASS", "URL"}


def test_what_is_typed_comes_back_from_a_progress_file_as_it_was(planned, served, browser):
    kept = planned.evaluate(f"JSON.stringify({KEPT}.sort())")
    planned.goto(served.url())
    file = take(planned, WORDS.download_progress)
    other = browser.new_context()
    page = other.new_page()
    page.goto(served.url())
    page.get_by_label(WORDS.bring_back).set_input_files(
        {"name": "progress.json", "mimeType": "application/json", "buffer": file}
    )
    page.locator("[data-memory] [role=status]").get_by_text(WORDS.brought_back_for_now).wait_for()
    page.goto(served.url("plan"))
    assert page.evaluate(f"JSON.stringify({KEPT}.sort())") == kept
    other.close()


def test_what_a_template_holds_is_text_in_its_word_document(watched, served):
    watched.goto(served.url("templates/decision-log"))
    for _ in range(len(TEXTS) // 2):
        watched.locator("[data-another]:visible").first.click()
    assert type_all(watched) >= len(TEXTS)
    word = docx.Document(io.BytesIO(take(watched, WORDS.take_away.word)))
    assert_all_in([paragraph.text for paragraph in word.paragraphs])
    nothing_ran(watched)


def test_a_word_for_a_view_is_text_wherever_the_view_is_named(watched, served):
    yes = dict.fromkeys(("all-stages", "equal-decisions", "jointly-responsible"), "yes-fully")
    codes = [encode(yes | {"all-stages": answer}) for answer in ("partly", "not-now", "yes-fully")]
    watched.goto(f"{served.url('readiness-check')}#codes={','.join(codes * 2)}")
    for first in (0, 6):
        type_all(watched, first)
        names = watched.locator("[data-view] [data-name]").all_text_contents()
        typed = watched.locator("[data-view] input").evaluate_all("all => all.map(i => i.value)")
        for text, name in zip(typed, names, strict=True):
            assert seen(text) in seen(name)
        nothing_ran(watched)
    isolated = "all => all.map(each => getComputedStyle(each).unicodeBidi)"
    named = watched.locator("[data-compare] :is([data-name], [data-names])")
    assert set(named.evaluate_all(isolated)) == {"isolate"}


NOTED = {"agreed": "markup", "tells": "right to left", "by": "half an emoji"}


def test_what_a_meeting_agreed_is_text_on_its_page_and_in_its_word_document(watched, served):
    watched.goto(served.url("coach/run/30"))
    texts = {name: TEXTS[kind] for name, kind in NOTED.items()}
    for name, text in texts.items():
        field = f"document.querySelector('[data-note={name}]')"
        watched.evaluate(f"{field}.value = {json.dumps(text)}")
    with watched.expect_download() as download:
        watched.evaluate("document.querySelector('[data-take=word]').click()")
    paragraphs = docx.Document(download.value.path()).paragraphs
    whole = seen("".join(paragraph.text for paragraph in paragraphs))
    assert [text for text in texts.values() if seen(text) not in whole] == []
    shown = watched.locator("[data-noted]").all_text_contents()
    assert [seen(text) for text in shown] == [seen(text) for text in texts.values()]
    nothing_ran(watched)


# What nobody sees has no place in a host's line: that is refused, and told of.
LINES = {
    name: text for name, text in TEXTS.items() if name not in ("control signs", "half an emoji")
}


@pytest.fixture(scope="module")
def host(served_examples):
    return Host(served_examples).enter()


def shown_in(html):
    page = BeautifulSoup(html, "html.parser")
    assert not page.select("img[src=x], [onfocus], [onclick], [onerror], [autofocus], svg[onload]")
    assert not [each for each in page("script") if not each.get("src")]
    return seen(page.get_text())


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_what_a_host_writes_is_text_on_each_screen_and_in_each_report(host, line):
    code = host.create("short", rehearsal="1")
    phone = Phone(host.server, code=code).join("")
    kept = {"format": "co-production-session", "version": 1, "day": "2026-05-03"}
    agreed = [{"text": line, "said_yes": True}]
    body, headers = multipart(json.dumps(kept | {"agreed": agreed, "telling": [line]}).encode())
    assert host.post(f"coach/session/{code}", body, headers).status == 303
    host.do(code, "begin", heads="yes")
    host.do(code, "propose", text=line)
    for html in (phone.page, host.get(f"room/{code}").text):
        assert seen(line) in shown_in(html)
    host.do(code, "withdraw")
    host.do(code, "finish", who=line, how=line, by=line)
    at = f"coach/session/{code}"
    for html in (phone.page, host.get(f"{at}/report").text):
        assert shown_in(html).count(seen(line)) >= 3
    report = json.loads(host.get(f"{at}/report.json").body)
    assert [seen(text) for text in report["telling"]] == [seen(line)] * 3
    word = docx.Document(io.BytesIO(host.get(f"{at}/report.docx").body))
    texts = [seen(paragraph.text) for paragraph in word.paragraphs]
    assert texts.count(seen(line)) == 3
    assert not word.element.xpath("//w:hyperlink | //w:instrText | //w:object")
