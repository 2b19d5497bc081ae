"""Files made in the browser of what the page shows, read back by readers that never saw it."""

import csv
import io
import re
import zipfile
from datetime import date, timedelta

import icalendar
import pytest
import scripts
from docx import Document
from docx.oxml.ns import qn

from widgets.files.calendar_file import calendar_pattern
from widgets.files.word import word_parts
from widgets.forms.assets import style_sheet

COLUMNS = ["Part", "Question", "What it says"]
LONG_WORD = "long" * 100
FAMILY = "\U0001f469\U0001f3fd\u200d\U0001f91d\u200d\U0001f468\U0001f3ff"
ARABIC = "\u0646\u0639\u0645\u060c (\u0645\u0639\u0627) 3!"
HEBREW = "\u05d1\u05d9\u05d7\u05d3, together"
# What a learner typed, and what the page shows of it where that is something else.
TYPED = {
    "D\u0175r a th\u0177": None,
    FAMILY: None,
    ARABIC: None,
    HEBREW: None,
    "together, \u05d1\u05d9\u05d7\u05d3": None,
    "=1+1": None,
    "+SUM(A1)": None,
    "-2": None,
    "@x": None,
    "\uff1d1+1": None,
    "\u00a0=1+1": None,
    "\u200b=1+1": None,
    "a\tb": "a b",
    "\"quoted\", \u2018too\u2019; and 'this'": None,
    "comma, semicolon; colon: back\\slash \\n": None,
    "one\ntwo\n\n  three  \r\nfour": "one\ntwo\n\nthree\nfour",
    "\n  =1+1\n": "=1+1",
    "one\x0btwo\x0cthree\x85four\u2028five\u2029six": "one\ntwo\nthree\nfour\nfive\nsix",
    LONG_WORD: None,
    "<b>&amp;</b> ]]> </w:t>": None,
    "$& $1 $' $$ @text@ @rtl@ @summary@ @made@": None,
    "BEGIN:VEVENT\nEND:VEVENT\nDTSTART;VALUE=DATE:19700102": None,
    "no\u00a0break, soft\u00adhyphen, \ufeffmark": None,
}
SHOWN = [shown or typed for typed, shown in TYPED.items()]
UNSEEN = {"\x00bell\x07 and \x1b[31m\x1f": "bell and [31m"}
FORMULAS = {text for text in SHOWN if re.match("[\u00a0\u200b]*[=+@\uff1d-]", text)}

# Every kind of line, everything that is left out, and HTML as it is drawn: with spaces and breaks.
PAGE = """
<style>.typed dd { white-space: pre-line } .off { display: none }</style>
<a hidden download="file"></a>
<h1>Not asked for</h1>
<section class="coproduction">
  <h2 tabindex="-1">Your
    result</h2>
  <p><span aria-hidden="true">✓</span> <strong>Likely</strong>,
    on <a href="/x">this</a>&nbsp;day.<span class="unseen">: unseen</span><br>Second   line</p>
  <p hidden>Hidden</p><p class="off">Off</p><p class="unseen">Unseen</p><p> </p>
  <div hidden><p>Hidden</p></div>
  <template><p>Template</p></template>
  <script type="text/html"><p>Script</p></script>
  <p>Before <svg><text>Picture</text></svg><button>Button</button> after</p>
  <table><tr><td><p>Table</p></td></tr></table>
  <p><label>Label <input value="Input"></label><select><option>Option</select></p>
  <textarea>Textarea</textarea>
  <details><summary>Closed</summary><p>Closed too</p></details>
  <details open><summary>Open</summary><h3>All stages</h3><p>Opened</p></details>
  <div data-left-out><h4>Left out</h4><p>Left out too</p></div>
  <h4>Ask together</h4>
  <ul>
    <li>Who <em>decides</em>?</li>
    <li>Nested:<ul><li>First</li><li hidden>Hidden</li></ul></li>
    <li><p>A paragraph</p><dl><dt>In a list</dt><dd>Paired</dd></dl></li>
    <li>Kept<p hidden>Hidden</p></li>
  </ul>
</section>
<section data-second>
  <h3>Your plan</h3>
  <h5>One step</h5>
  <dl>
    <div><dt>By <b>when</b></dt><dd>Friday</dd><dd>or Monday</dd></div>
    <div hidden><dt>Hidden</dt><dd>Hidden</dd></div>
    <dt>Who</dt><dd hidden>Hidden</dd><dd><p>Two</p> <p>blocks</p></dd>
    <dt class="unseen">Unseen</dt><dd>No label</dd>
    <dt>Nothing said</dt><dd></dd>
  </dl>
  <h4>What I typed</h4>
  <dl class="typed"></dl>
  <h3>Nothing here</h3>
  <h4>Nor here</h4>
  <h4>The end</h4>
</section>
"""
LINES = [
    {"kind": "heading", "text": "Your result"},
    {"kind": "text", "text": "✓ Likely, on this\u00a0day.\nSecond line"},
    {"kind": "text", "text": "Before after"},
    {"kind": "heading", "text": "All stages"},
    {"kind": "text", "text": "Opened"},
    {"kind": "subheading", "text": "Ask together"},
    {"kind": "item", "text": "Who decides?"},
    {"kind": "item", "text": "Nested:"},
    {"kind": "item", "text": "First"},
    {"kind": "text", "text": "A paragraph"},
    {"kind": "pair", "label": "In a list", "text": "Paired"},
    {"kind": "item", "text": "Kept"},
    {"kind": "heading", "text": "Your plan"},
    {"kind": "subheading", "text": "One step"},
    {"kind": "pair", "label": "By when", "text": "Friday"},
    {"kind": "pair", "label": "By when", "text": "or Monday"},
    {"kind": "pair", "label": "Who", "text": "Two\nblocks"},
    {"kind": "pair", "label": "", "text": "No label"},
    {"kind": "pair", "label": "Nothing said", "text": ""},
    {"kind": "subheading", "text": "What I typed"},
    *({"kind": "pair", "label": text, "text": text} for text in SHOWN),
    {"kind": "heading", "text": "Nothing here"},
    {"kind": "subheading", "text": "Nor here"},
    {"kind": "subheading", "text": "The end"},
]
TYPE = """texts => {
    const list = document.querySelector(".typed");
    for (const text of texts) for (const name of ["dt", "dd"]) {
        const element = list.appendChild(document.createElement(name));
        element.textContent = text;
        element.style.whiteSpace = "pre-line";
    }
}"""
ROOTS = "document.querySelectorAll('section')"
MAKERS = [f"files/{name}.js" for name in ("lines", "spreadsheet", "word", "calendar_file", "offer")]
TITLE, LANGUAGE = "Your plan & <result>", "en-GB"


@pytest.fixture
def shown(page):
    scripts.open_with(page, f"<!doctype html>{PAGE}", *MAKERS)
    page.add_style_tag(content=style_sheet())
    page.evaluate(TYPE, list(TYPED))
    return page


def saved(page, expression, argument=None):
    """Return the bytes of a file as the browser saves it."""
    with page.expect_download() as download:
        page.evaluate(
            f"given => offer(document.querySelector('a[download]'), {expression}, 'text/plain')",
            argument,
        )
    return download.value.path().read_bytes()


def spreadsheet(page, lines):
    content = saved(page, "spreadsheetOf(given.lines, given.columns)", given_with(lines))
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def given_with(lines):
    return {"lines": lines, "columns": COLUMNS, "parts": word_parts(TITLE, LANGUAGE)}


def word(page, lines):
    content = saved(page, "wordOf(given.lines, given.parts)", given_with(lines))
    return Document(io.BytesIO(content))


def paragraphs(document):
    return [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs]


def runs_right_to_left(paragraph):
    (bidi,) = paragraph._p.iter(qn("w:bidi"))
    (rtl,) = paragraph._p.iter(qn("w:rtl"))
    assert bidi.get(qn("w:val")) == rtl.get(qn("w:val"))
    return bidi.get(qn("w:val")) == "1"


def pairs(texts):
    return [{"kind": "pair", "label": text, "text": text} for text in texts]


def calendar(page, course, events):
    given = {"pattern": calendar_pattern(course), "events": events}
    return saved(page, "calendarOf(given.pattern, given.events)", given)


def events_of(texts):
    return [
        {"day": str(date(2026, 11, 30) + timedelta(index)), "summary": text, "description": text}
        for index, text in enumerate(texts)
    ]


def test_lines_are_what_the_page_shows_in_its_order(shown):
    assert shown.evaluate(f"linesOf({ROOTS})") == LINES


def test_lines_come_in_the_order_of_the_page_whatever_order_is_asked_for(shown):
    assert shown.evaluate(f"linesOf([...{ROOTS}].reverse())") == LINES


def test_what_stands_in_something_left_out_is_left_out_when_asked_for(shown):
    left_out = ":is([hidden], [data-left-out], .unseen, .off, details:not([open]))"
    places = f"section {left_out}, section {left_out} :is(p, h4, dt)"
    assert shown.evaluate("places => document.querySelectorAll(places).length", places) > 10
    assert shown.evaluate("places => linesOf(document.querySelectorAll(places))", places) == []


def test_lines_follow_the_page_as_it_changes(shown):
    shown.evaluate("document.querySelector('[data-second]').hidden = true")
    shown.evaluate("document.querySelector('summary').click()")
    lines = shown.evaluate(f"linesOf({ROOTS})")
    assert {"kind": "text", "text": "Closed too"} in lines
    assert {"kind": "heading", "text": "Your plan"} not in lines


def test_a_spreadsheet_has_a_row_for_each_line_in_its_part(shown):
    rows = [COLUMNS]
    heading = subheading = ""
    bare = {"Nor here", "The end"}
    for line in LINES:
        text, label = line["text"], line.get("label", "")
        if line["kind"] == "heading":
            heading, subheading = text, ""
        elif line["kind"] == "subheading":
            subheading = text
        part = " > ".join(filter(None, [heading, subheading]))
        if line["kind"] not in {"heading", "subheading"}:
            cells = [f"'{cell}" if cell in FORMULAS else cell for cell in (label, text)]
            rows.append([part, *cells])
        elif text in bare:
            rows.append([part, "", ""])
    assert spreadsheet(shown, shown.evaluate(f"linesOf({ROOTS})")) == rows
    assert ["All stages > Ask together", "", "Who decides?"] in rows
    assert ["Your plan > One step", "By when", "Friday"] in rows
    assert len(FORMULAS) == 7


def test_a_spreadsheet_says_that_it_is_utf_8_and_ends_its_rows_as_the_standard_says(shown):
    given = {"lines": pairs(["one\ntwo"]), "columns": COLUMNS}
    content = saved(shown, "spreadsheetOf(given.lines, given.columns)", given)
    rows = '"Part","Question","What it says"\r\n"","one\ntwo","one\ntwo"\r\n'
    assert content == b"\xef\xbb\xbf" + rows.encode()


def test_nothing_in_a_spreadsheet_runs(shown):
    begins = ["", " ", "\t", "\r\n", "\u00a0", "\u200b", "\u202e", "\x00", "\x00 \x1b"]
    texts = [f"{before}{sign}1" for before in begins for sign in "=+-@\uff1d\uff0b\uff0d\uff20"]
    texts += ["\ttab", "\rreturn", "\nline"]
    cells = ["'" + re.sub("[\x00\x1b]", "", text) for text in texts]
    assert spreadsheet(shown, pairs(texts))[1:] == [["", cell, cell] for cell in cells]
    rows = spreadsheet(shown, [{"kind": "heading", "text": text} for text in texts])
    assert rows[1:] == [[cell, "", ""] for cell in cells]


def test_what_could_not_run_stays_as_it_is(shown):
    texts = ["a=b", "1-2", "it's", "'=1", "a\n=b", "\u2212 2", "\u2013 2", " a", ""]
    lines = [{"kind": "text", "text": text} for text in texts]
    assert spreadsheet(shown, lines)[1:] == [["", "", text] for text in texts]


def test_a_heading_with_nothing_under_it_is_not_lost_in_a_spreadsheet(shown):
    kinds = ["heading", "heading", "subheading", "subheading", "heading", "text", "heading"]
    lines = [{"kind": kind, "text": str(number)} for number, kind in enumerate(kinds, 1)]
    rows = [["1", "", ""], ["2 > 3", "", ""], ["2 > 4", "", ""], ["5", "", "6"], ["7", "", ""]]
    assert spreadsheet(shown, lines)[1:] == rows


def test_a_word_document_has_each_line_in_its_style(shown):
    names = {"heading": "Heading 1", "subheading": "Heading 2", "text": "Normal"}
    names |= {"item": "List Bullet", "pair": "Normal"}
    expected = []
    for line in LINES:
        if line.get("label"):
            expected.append(("Label", line["label"]))
        if line["text"]:
            expected.append((names[line["kind"]], line["text"]))
    assert paragraphs(word(shown, shown.evaluate(f"linesOf({ROOTS})"))) == expected


def test_a_word_document_is_a_sound_zip_of_what_it_needs_and_no_more(shown):
    content = saved(shown, "wordOf(given.lines, given.parts)", given_with(LINES))
    archive = zipfile.ZipFile(io.BytesIO(content))
    assert archive.testzip() is None
    assert archive.comment == b""
    assert archive.namelist() == [
        "[Content_Types].xml",
        "_rels/.rels",
        "word/_rels/document.xml.rels",
        "word/styles.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "docProps/core.xml",
        "word/document.xml",
    ]
    assert {file.date_time for file in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_word_document_names_its_title_and_language_and_nobody(shown):
    document = word(shown, LINES)
    about = document.core_properties
    assert (about.title, about.language) == (TITLE, LANGUAGE)
    assert (about.author, about.last_modified_by, about.created) == ("", "", None)
    (language,) = document.styles.element.iter(qn("w:lang"))
    assert language.get(qn("w:val")) == LANGUAGE


def test_a_word_document_is_on_a4_in_letters_large_enough(shown):
    document = word(shown, LINES)
    (section,) = document.sections
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    sizes = [int(size.get(qn("w:val"))) for size in document.styles.element.iter(qn("w:sz"))]
    assert min(sizes) / 2 == 12


def test_each_style_in_a_word_document_is_there(shown):
    document = word(shown, LINES)
    used = {style.get(qn("w:val")) for style in document.element.iter(qn("w:pStyle"))}
    assert used == {style.style_id for style in document.styles}


def test_arabic_and_hebrew_run_from_right_to_left_in_a_word_document(shown):
    right = {ARABIC: True, HEBREW: True, "together, \u05d1\u05d9\u05d7\u05d3": False, "3": False}
    right |= {"3: \u05d1": True, "\u200f=1": True, "D\u0175r": False, FAMILY: False}
    document = word(shown, [{"kind": "text", "text": text} for text in right])
    assert [runs_right_to_left(paragraph) for paragraph in document.paragraphs] == [*right.values()]


def test_a_label_and_its_text_each_run_their_own_way(shown):
    document = word(shown, [{"kind": "pair", "label": "Who", "text": ARABIC}])
    assert [runs_right_to_left(paragraph) for paragraph in document.paragraphs] == [False, True]


def test_what_xml_can_not_hold_does_not_reach_word(shown):
    codes = ["\x01", "\x0b", "\x0c", "\x1f", "\ufffe", "\uffff"]
    document = word(shown, [{"kind": "item", "text": f"a{code}b"} for code in codes])
    assert paragraphs(document) == [("List Bullet", "ab")] * len(codes)


def test_half_a_character_does_not_reach_word(shown):
    given = {"parts": word_parts(TITLE, LANGUAGE)}
    lines = "[{ kind: 'text', text: 'a' + '\\ud83d' + 'b' }]"
    content = saved(shown, f"wordOf({lines}, given.parts)", given)
    assert paragraphs(Document(io.BytesIO(content))) == [("Normal", "ab")]


def test_what_nobody_sees_is_in_no_file(shown, course):
    (typed, seen), *_ = UNSEEN.items()
    shown.evaluate("document.querySelector('.typed').replaceChildren()")
    shown.evaluate(TYPE, [typed])
    lines = shown.evaluate("linesOf([document.querySelector('.typed')])")
    assert spreadsheet(shown, lines)[1:] == [["", seen, seen]]
    assert paragraphs(word(shown, lines)) == [("Label", seen), ("Normal", seen)]
    content = calendar(shown, course, events_of([lines[0]["text"]]))
    (event,) = icalendar.Calendar.from_ical(content).events
    assert event["summary"] == event["description"] == seen


def test_the_parts_of_a_word_document_are_the_same_each_time_and_small():
    assert word_parts(TITLE, LANGUAGE) == word_parts(TITLE, LANGUAGE)
    assert sum(len(str(part)) for part in word_parts(TITLE, LANGUAGE).values()) < 6_000


def test_a_calendar_has_each_event_on_its_day_with_its_texts(shown, course):
    wanted = events_of(SHOWN)
    read = icalendar.Calendar.from_ical(calendar(shown, course, wanted))
    found = [
        {"day": str(event.start), "summary": event["summary"], "description": event["description"]}
        for event in read.events
    ]
    assert found == wanted
    assert read["prodid"] == "-//Working as equals//en-GB//"


def test_each_event_takes_no_time_of_the_day_reminds_at_nine_and_is_its_own(shown, course):
    read = icalendar.Calendar.from_ical(calendar(shown, course, events_of(SHOWN)))
    for event in read.events:
        (alarm,) = event.walk("VALARM")
        assert event["dtstart"].params["value"] == "DATE"
        assert event["transp"] == "TRANSPARENT"
        assert (alarm["action"], alarm["trigger"].dt) == ("DISPLAY", timedelta(hours=9))
        assert alarm["description"] == event["summary"]
        assert event["dtstamp"].dt.year > 1970
    again = icalendar.Calendar.from_ical(calendar(shown, course, events_of(SHOWN)))
    uids = [event["uid"] for each in (read, again) for event in each.events]
    assert len(set(uids)) == 2 * len(SHOWN)


def test_no_line_of_a_calendar_is_too_long_and_none_breaks_a_character(shown, course):
    texts = [letter * length for letter in ("a", "\u0175", FAMILY, ",") for length in (30, 74, 200)]
    content = calendar(shown, course, events_of(texts))
    lines = content.split(b"\r\n")
    assert max(len(line) for line in lines) == 75
    assert all(line.decode() or line == lines[-1] for line in lines)
    assert b"\n" not in content.replace(b"\r\n", b"")
    summaries = [event["summary"] for event in icalendar.Calendar.from_ical(content).events]
    assert summaries == texts


def test_nothing_shown_makes_files_with_nothing_in_them(shown, course):
    assert spreadsheet(shown, []) == [COLUMNS]
    assert paragraphs(word(shown, [])) == []
    assert icalendar.Calendar.from_ical(calendar(shown, course, [])).events == []
