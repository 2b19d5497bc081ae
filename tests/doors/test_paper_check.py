"""The readiness check on paper: two sides in large print, and the same words as on screen."""

import re

import pytest

from widgets.course.loading import load_course
from widgets.course.names import Part, name_of

COURSE = load_course()
CHECK = COURSE.readiness_check
ADDRESS = "readiness-check/paper"
LARGE_PRINT = 16
PIXELS_A_POINT = 96 / 72
SIZES = """() => [...document.body.querySelectorAll('*')]
    .filter((e) => e.checkVisibility() && [...e.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.data.trim()))
    .map((e) => [parseFloat(getComputedStyle(e).fontSize), e.innerText])"""


@pytest.fixture
def paper(page, served):
    page.goto(served.url(ADDRESS))
    return page


@pytest.fixture
def printed(paper):
    paper.emulate_media(media="print")
    return paper


@pytest.mark.parametrize("margin", ["0", "10mm", "20mm"])
def test_it_takes_two_sides_and_one_for_the_code_whatever_margin_there_is(paper, margin):
    margins = dict.fromkeys(("top", "right", "bottom", "left"), margin)
    content = paper.pdf(format="A4", margin=margins)
    assert len(re.findall(rb"/Type\s*/Page\b", content)) == 3


def test_every_word_on_it_is_in_large_print(printed):
    sizes = printed.evaluate(SIZES)
    assert len(sizes) > 50
    small = [words for size, words in sizes if size < LARGE_PRINT * PIXELS_A_POINT - 0.01]
    assert small == []


def test_only_the_sheet_is_printed_and_it_says_what_to_do_in_danger(printed):
    shown = printed.locator("body").inner_text()
    assert shown.startswith("Readiness check on paper")
    assert shown.rstrip().endswith(COURSE.care.danger)
    assert not printed.get_by_role("banner").is_visible()
    assert not printed.get_by_role("contentinfo").is_visible()


def test_it_asks_what_the_check_asks_in_its_order(paper):
    items = paper.locator(".coproduction-paper > ol > li")
    asked = items.locator("> p:first-child").all_inner_texts()
    assert asked == [question.text for question in CHECK.asked]
    for question, item in zip(CHECK.asked, items.all(), strict=True):
        offered = item.locator("ul").first.get_by_role("listitem").all_inner_texts()
        assert offered == [answer.text for answer in question.answers]


def test_nothing_on_it_is_an_input_and_a_box_is_nothing_to_hear(paper):
    main = paper.get_by_role("main")
    assert main.locator("input, button, textarea, select, [tabindex]:not(main)").count() == 0
    tree = main.aria_snapshot()
    assert "☐" not in tree and "img" not in tree
    box = "item => getComputedStyle(item, '::before').borderTopStyle"
    assert main.locator(".ticks li").first.evaluate(box) == "solid"


def test_its_table_says_what_the_check_says_where_the_three_are_partly_so(paper):
    titles = {name.id: name.title for name in CHECK.names}
    ids = {answer.text: answer.id for answer in [*CHECK.decides.answers, *CHECK.delivers.answers]}
    table = paper.get_by_role("table").first
    columns = table.locator("thead tr").last.get_by_role("columnheader").all_inner_texts()
    rows = table.locator("tbody tr").all()
    assert (len(rows), len(columns)) == (5, 4)
    for row in rows:
        decides = ids[row.get_by_role("rowheader").inner_text()]
        cells = []
        for cell in row.get_by_role("cell").all():
            cells += [cell.inner_text()] * int(cell.get_attribute("colspan") or 1)
        for column, cell in zip(columns, cells, strict=True):
            part = Part(decides, ids[column])
            assert cell == titles[name_of(part, Part(), "partly", "partly", "partly").id]


def test_it_is_found_from_the_check_and_leads_back(paper, served):
    paper.goto(served.url("readiness-check"))
    paper.get_by_text(CHECK.about.title).click()
    paper.get_by_role("link", name="The check on paper").click()
    assert paper.url == served.url(ADDRESS)
    paper.get_by_role("link", name="readiness check on screen").click()
    assert paper.url == served.url("readiness-check")


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_on_a_screen_no_word_of_its_table_is_wider_than_its_cell(paper, width):
    paper.set_viewport_size({"width": width, "height": 900})
    cells = paper.get_by_role("table").locator("th, td")
    assert cells.evaluate_all("all => all.every((e) => e.scrollWidth <= e.clientWidth + 1)")
    assert paper.evaluate("document.documentElement.scrollWidth") <= width
