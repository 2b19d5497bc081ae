"""Templates to fill in: kept as the plan is, taken away as Word and on paper, sent to nobody."""

import io
import json
import re
import unicodedata

import docx
import pytest
from accessible import violations
from own_device import say_own_device
from playwright.sync_api import expect
from pypdf import PdfReader

from widgets.course.loading import load_course

COURSE = load_course()
WORDS = COURSE.words
TEMPLATES = {template.id: template for template in COURSE.templates}
LOG = TEMPLATES["decision-log"]
PAGES = [page for page in COURSE.pages if page.address.startswith("templates/")]
MARGIN = dict.fromkeys(("top", "right", "bottom", "left"), "1cm")
# Two letters that a font draws as one.
LIGATURE = re.compile("[\ufb00-\ufb04]")
TEXT = "=1+1, ŵ ŷ Llŷr שלום مرحبا “;” \\ <b>&"


@pytest.fixture
def log(page, served):
    page.goto(served.url("templates/decision-log"))
    say_own_device(page)
    page.reload()
    return page


def field(page, question):
    return page.locator(f"[data-question={question}]").locator("input, textarea")


def shown_entries(page):
    return page.locator("[data-entry]:visible > legend").all_inner_texts()


def button(page, name):
    return page.get_by_role("button", name=re.compile(re.escape(name)))


def fill(page, number, text):
    field(page, f"what-{number}").fill(text)


def take_out(page, number):
    page.locator("[data-entry]:visible").nth(number - 1).locator("[data-take-out]").click()


def word_of(page):
    """Return the document that the button makes, as (style, text) of each paragraph."""
    with page.expect_download() as download:
        button(page, WORDS.take_away.word).click()
    document = docx.Document(download.value.path())
    lines = [(each.style.name, each.text) for each in document.paragraphs]
    return download.value.suggested_filename, lines


def printed(page):
    content = page.pdf(format="A4", margin=MARGIN, print_background=False)
    sheets = PdfReader(io.BytesIO(content)).pages
    texts = (LIGATURE.sub(in_letters, sheet.extract_text()) for sheet in sheets)
    return [" ".join(text.split()) for text in texts]


def in_letters(ligature):
    return unicodedata.normalize("NFKC", ligature[0])


def questions_of(template):
    rows = template.rows.questions if template.rows else []
    return [*template.questions, *rows, *template.closing]


def asked_of(template):
    return [question.text for question in questions_of(template)]


def blanks_on_paper(template):
    """Return how much there is to fill in of an empty one: of its entries, the first three."""
    entries = 3 * len(template.rows.questions) if template.rows else 0
    return len(template.questions) + entries + len(template.closing)


def test_it_says_what_it_needs_where_nothing_is_written(log):
    button(log, WORDS.save).click()
    errors = log.get_by_role("group", name=WORDS.problem)
    expect(errors).to_be_focused()
    assert errors.get_by_role("listitem").all_inner_texts() == [
        "Write something first: Which piece of work is this for?"
    ]


def test_what_is_written_is_kept_before_it_is_saved_and_said_to_be_saved_after(log):
    field(log, "work").fill("The quiet room")
    log.reload()
    assert field(log, "work").input_value() == "The quiet room"
    expect(log.locator("[data-feedback]")).to_be_empty()
    button(log, WORDS.save).click()
    expect(log.locator("[data-feedback]")).to_have_text(f"✓ {WORDS.results.saved}")
    log.reload()
    expect(log.locator("[data-feedback]")).to_have_text(f"✓ {WORDS.results.saved}")


def test_whose_device_it_is_is_asked_once_something_is_saved(page, served):
    page.goto(served.url("templates/four-pi"))
    question = page.get_by_role("group", name=WORDS.own_device)
    expect(question).to_be_hidden()
    field(page, "work").fill("The quiet room")
    button(page, WORDS.save).click()
    expect(question).to_be_visible()


def test_a_log_begins_with_one_entry_and_others_come_on_request(log):
    assert shown_entries(log) == ["Decision 1"]
    for _ in range(LOG.rows.most - 1):
        button(log, LOG.rows.add).click()
    assert shown_entries(log) == [f"Decision {number}" for number in range(1, LOG.rows.most + 1)]
    expect(button(log, LOG.rows.add)).to_be_hidden()
    expect(field(log, f"{LOG.rows.questions[0].id}-{LOG.rows.most}")).to_be_focused()


def test_what_is_written_in_an_entry_brings_it_back(log):
    button(log, LOG.rows.add).click()
    fill(log, 2, TEXT)
    log.reload()
    assert shown_entries(log) == ["Decision 1", "Decision 2"]
    assert field(log, "what-2").input_value() == TEXT


def test_an_entry_that_is_taken_out_is_gone_and_those_after_it_move_up(log):
    for number, text in enumerate(("first", "second", "third"), 1):
        if number > 1:
            button(log, LOG.rows.add).click()
        fill(log, number, text)
    field(log, "day-3").fill("2027-03-01")
    take_out(log, 2)
    assert shown_entries(log) == ["Decision 1", "Decision 2"]
    expect(log.locator("[data-told]")).to_have_text(WORDS.template.taken_out)
    expect(field(log, "day-2")).to_be_focused()
    log.reload()
    assert shown_entries(log) == ["Decision 1", "Decision 2"]
    assert [field(log, f"what-{number}").input_value() for number in (1, 2, 3)] == [
        "first",
        "third",
        "",
    ]
    assert field(log, "day-2").input_value() == "2027-03-01"


def test_the_last_entry_that_is_taken_out_leaves_an_empty_one(log):
    fill(log, 1, "first")
    take_out(log, 1)
    assert shown_entries(log) == ["Decision 1"]
    assert field(log, "what-1").input_value() == ""
    expect(field(log, "day-1")).to_be_focused()


def test_word_holds_what_is_asked_and_what_is_written(log):
    field(log, "work").fill("The quiet room")
    fill(log, 1, TEXT)
    field(log, "day-1").fill("2027-03-01")
    name, lines = word_of(log)
    assert name == f"{COURSE.id}-decision-log.docx"
    texts = [text for _, text in lines]
    assert lines[0] == ("Heading 1", LOG.title)
    assert ("Heading 2", "Decision 1") in lines
    assert "Decision 2" not in texts
    for asked, written in (
        ("Which piece of work is this for?", "The quiet room"),
        ("When was it decided?", "Monday, 1 March 2027"),
        ("What was decided?", TEXT),
    ):
        assert texts[texts.index(asked) + 1] == written
    assert [asked for asked in asked_of(LOG) if asked not in texts] == []
    status = log.locator("[data-made]")
    expect(status).to_have_text(WORDS.template.made)
    expect(status).to_be_in_viewport()


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=TEMPLATES)
def test_an_empty_one_can_be_taken_as_word_to_fill_in_there(page, served, template):
    page.goto(served.url(f"templates/{template.id}"))
    _, lines = word_of(page)
    assert [asked for asked in asked_of(template) if asked not in [text for _, text in lines]] == []


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=TEMPLATES)
def test_an_empty_one_is_printed_with_a_line_under_all_that_is_asked(page, served, template):
    page.goto(served.url(f"templates/{template.id}"))
    text = " ".join(printed(page))
    for question in questions_of(template):
        assert question.text in text
        assert not question.hint or " ".join(question.hint.split()) in text
    for unwanted in (WORDS.save, WORDS.take_away.print, WORDS.template.why, "mm/dd/yyyy"):
        assert unwanted not in text
    page.emulate_media(media="print")
    lines = page.locator("[data-on-paper]:visible")
    assert lines.count() == blanks_on_paper(template)
    for line in lines.all():
        assert line.bounding_box()["height"] >= 24
        assert line.evaluate("line => getComputedStyle(line).borderBottomStyle") == "solid"


def test_a_filled_one_is_printed_with_its_words_and_without_hints(log):
    words = [f"word{number:04}" for number in range(900)]
    field(log, "work").fill("The quiet room")
    fill(log, 1, " ".join(words))
    button(log, LOG.rows.add).click()
    fill(log, 2, "We open on Sundays")
    button(log, WORDS.save).click()
    text = " ".join(printed(log))
    assert [word for word in words if word not in text] == []
    for wanted in (LOG.title, "The quiet room", "Decision 2", "We open on Sundays"):
        assert wanted in text
    for unwanted in ("Decision 3", LOG.questions[1].hint, WORDS.results.saved, WORDS.forget):
        assert unwanted not in text


@pytest.mark.parametrize("page_of", PAGES, ids=lambda page: page.address)
def test_without_javascript_it_is_a_form_to_print(browser, served, page_of):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served.url(page_of.address))
    template = TEMPLATES[page_of.forms[0]]
    fields = page.locator("form :is(input, textarea):visible")
    assert fields.count() == blanks_on_paper(template)
    text = " ".join(printed(page))
    assert [asked for asked in asked_of(template) if asked not in text] == []
    context.close()


def test_a_progress_file_takes_it_along_and_brings_it_back(log, served):
    field(log, "work").fill("The quiet room")
    fill(log, 1, TEXT)
    button(log, WORDS.save).click()
    log.goto(served.url())
    with log.expect_download() as download:
        log.get_by_role("button", name=WORDS.download_progress).click()
    content = download.value.path().read_bytes()
    answers = json.loads(content)["answers"]
    assert answers["decision-log/what-1"]["response"] == TEXT
    log.evaluate("localStorage.clear()")
    log.reload()
    say_own_device(log)
    file = {"name": "progress.json", "mimeType": "application/json", "buffer": content}
    log.locator("input[type=file]").set_input_files(file)
    expect(log.locator("[data-memory] [role=status]")).to_have_text(WORDS.brought_back)
    log.goto(served.url("templates/decision-log"))
    assert field(log, "what-1").input_value() == TEXT


def test_forgetting_forgets_every_entry(log):
    field(log, "work").fill("The quiet room")
    fill(log, 1, "first")
    button(log, LOG.rows.add).click()
    fill(log, 2, "second")
    log.locator("[data-forget] summary").click()
    button(log, WORDS.forget_now).click()
    expect(log.locator("[data-forget] [role=status]")).to_have_text(WORDS.forgotten)
    kept = log.evaluate("Object.keys(localStorage).filter((key) => key.includes('decision-log'))")
    assert kept == []
    assert field(log, "what-2").input_value() == ""


def test_nothing_that_is_written_is_sent(log, served):
    asked = []
    log.on("request", lambda request: asked.append(request.url))
    field(log, "work").fill("The quiet room")
    fill(log, 1, "first")
    button(log, WORDS.save).click()
    word_of(log)
    # The browser may fetch the page's own mark late.
    own = ("blob:", served.url("static/"))
    assert [url for url in asked if not url.startswith(own)] == []


def test_the_list_leads_to_every_template(page, served):
    page.goto(served.url("templates"))
    links = page.get_by_role("main").get_by_role("link")
    found = {link.evaluate("link => link.href") for link in links.all()}
    assert {served.url(template.address) for template in PAGES} <= found


def test_it_answers_by_keyboard_alone(log):
    field(log, "work").focus()
    log.keyboard.type("The quiet room")
    log.keyboard.press("Enter")
    expect(log.locator("[data-feedback]")).to_have_text(f"✓ {WORDS.results.saved}")
    button(log, LOG.rows.add).focus()
    log.keyboard.press("Space")
    log.keyboard.press("Tab")
    assert shown_entries(log) == ["Decision 1", "Decision 2"]
    assert log.evaluate("document.activeElement.closest('[data-entry]') !== null")


def test_the_plan_on_one_page_is_printed_on_one(page, served):
    page.goto(served.url("templates/four-pi"))
    assert len(printed(page)) == 1


def test_it_is_filled_in_and_taken_away_through_every_door(page, door):
    door.open(page, "sheet")
    field(page, "subject").fill("The quiet room")
    field(page, "wish-1").fill("A lamp")
    button(page, "Add another wish").click()
    assert shown_entries(page) == ["Wish 1", "Wish 2"]
    page.locator("[data-template] [data-check]").click()
    expect(page.locator("[data-template] [data-feedback]")).to_have_text(f"✓ {WORDS.results.saved}")
    name, lines = word_of(page)
    assert name == "examples-a-sheet.docx"
    texts = [text for _, text in lines]
    assert texts[texts.index("The wish") + 1] == "A lamp"
    assert violations(page, context="[data-template]") == {}
