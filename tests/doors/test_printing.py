"""What a printer makes of answers: every line is there, a check on one side, a plan as a plan."""

import io

import pytest
from pypdf import PdfReader
from taking_the_check import CHECK, COURSE, NO, WORDS, choose, on_own_device, see_result

MARGIN = dict.fromkeys(("top", "right", "bottom", "left"), "1cm")
# So many that they take more than a page, and each of them known.
LONG = [f"word{number:04}" for number in range(1100)]
STEP = {"when": "we meet on Monday", "what": "ask who decides"}


def printed(page):
    """Return the text of each page as it would be printed on A4."""
    content = page.pdf(format="A4", margin=MARGIN, print_background=False)
    return [sheet.extract_text() for sheet in PdfReader(io.BytesIO(content)).pages]


def everything(sheets):
    return " ".join(" ".join(sheets).split())


def missing(sheets):
    text = everything(sheets)
    return [word for word in LONG if word not in text]


@pytest.fixture
def checked(page, served):
    page.goto(served.url("readiness-check"))
    on_own_device(page)
    see_result(page, NO)
    return page


def write_plan(page, number=1):
    for part, text in STEP.items():
        page.locator(f"[data-question={part}-{number}]").locator("input, textarea").fill(text)
    page.locator(f"#plan--start-{number}--i-will").check()
    page.locator("form.commitment").nth(number - 1).locator("[data-check]").click()


@pytest.mark.parametrize(
    ("address", "field"),
    [
        ("what-it-is", "[data-form=your-partners] textarea"),
        ("welcome", "[data-form=your-work] input[type=text]"),
        ("plan", "[data-question=what-1] textarea"),
        ("plan", "[data-question=when-1] input"),
    ],
)
def test_a_long_answer_is_printed_whole(page, served, address, field):
    page.goto(served.url(address))
    page.locator(field).first.fill(" ".join(LONG))
    assert missing(printed(page)) == []
    page.reload()
    assert missing(printed(page)) == []


def test_a_long_answer_is_printed_over_nothing_else(page, served):
    page.goto(served.url("what-it-is"))
    box = page.locator("[data-form=your-partners] textarea")
    box.fill(" ".join(LONG))
    page.locator("[data-form=your-partners] [data-check]").click()
    sheets = printed(page)
    text = everything(sheets)
    assert text.index(LONG[-1]) < text.index("Saved.") < text.index(COURSE.care.danger)
    page.emulate_media(media="print")
    copy, said = (
        page.locator("[data-form=your-partners]").locator("[data-on-paper], [data-feedback]").all()
    )
    ends = copy.bounding_box()["y"] + copy.bounding_box()["height"]
    assert ends <= said.bounding_box()["y"]
    assert copy.evaluate("copy => copy.scrollHeight <= copy.clientHeight + 1")


def test_a_long_commitment_that_is_saved_is_printed_whole(page, served):
    page.goto(served.url("plan"))
    write_plan(page)
    page.locator("[data-question=what-1] textarea").fill(" ".join(LONG))
    page.locator("form.commitment").first.locator("[data-check]").click()
    assert missing(printed(page)) == []


def test_what_is_written_under_an_answer_of_the_check_is_printed_whole(checked):
    checked.locator("summary", has_text=WORDS.readiness.known).click()
    checked.locator("[data-question=all-stages-words] input").fill(" ".join(LONG))
    assert missing(printed(checked)) == []


def test_a_check_is_printed_on_one_side_with_its_day_and_no_question(checked):
    (sheet,) = printed(checked)
    lines = [" ".join(line.split()) for line in sheet.splitlines()]
    assert [line for line in lines if line.startswith(WORDS.plan.latest)]
    assert f"{WORDS.readiness.result} not co-production as it stands" in lines
    for asked in CHECK.questions:
        assert any(line.startswith(f"{asked.name}: ") for line in lines)
        assert asked.answers[-1].text not in sheet
    for unwanted in (WORDS.see_result, WORDS.readiness.closer, WORDS.readiness.known):
        assert unwanted not in sheet
    assert COURSE.care.danger in sheet


def test_names_and_a_commitment_stand_on_the_same_side(checked):
    checked.locator("summary", has_text=WORDS.readiness.names).click()
    choose(
        checked, {"lived-experience-decides": "together", "lived-experience-delivers": "some-roles"}
    )
    checked.locator("summary", has_text=COURSE.plan.title).click()
    write_plan(checked)
    for part in checked.locator("details.part").all():
        part.evaluate("part => { part.open = false; }")
    (sheet,) = printed(checked)
    text = everything([sheet])
    assert "Co-design, and they help to deliver" in text
    assert "If or when: we meet on Monday" in text
    assert "Then: I will: ask who decides" in text


def test_of_what_is_open_an_answer_is_printed_and_what_was_not_chosen_is_not(checked):
    checked.locator("summary", has_text=WORDS.readiness.considerations).click()
    power, _, support = CHECK.considerations
    choose(checked, {power.id: "not-now"})
    text = everything(printed(checked))
    assert power.text in text
    assert power.hint not in text
    assert next(answer.text for answer in power.answers if answer.id == "partly") not in text
    assert support.text not in text


def test_a_plan_is_printed_as_a_plan(page, served):
    page.goto(served.url("plan"))
    write_plan(page)
    (sheet,) = printed(page)
    text = everything([sheet])
    assert "If or when: we meet on Monday Then: I will: ask who decides" in text
    for question in COURSE.plan.questions:
        for unwanted in (question.hint, *(f"{option.text} " for option in question.options[1:])):
            assert not unwanted or unwanted not in text
    for unwanted in (
        WORDS.save,
        WORDS.plan.another,
        WORDS.take_away.print,
        COURSE.plan.introduction,
    ):
        assert unwanted not in text


def test_an_empty_plan_is_printed_with_a_line_to_write_on_for_each_part(page, served):
    page.goto(served.url("plan"))
    (sheet,) = printed(page)
    assert "If or when …" in sheet
    assert "mm/dd/yyyy" not in sheet
    page.emulate_media(media="print")
    lines = page.locator("form.commitment").first.locator("[data-on-paper]").all()
    assert len(lines) == len([asked for asked in COURSE.plan.questions if not asked.options])
    for line in lines:
        assert line.bounding_box()["height"] >= 24
        assert line.evaluate("line => getComputedStyle(line).borderBottomStyle") == "solid"
