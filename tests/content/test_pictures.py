"""The course's own pictures: readable on a small phone, in the dark and in forced colours."""

import re
import xml.etree.ElementTree as ET

import pytest

from widgets.course.loading import find_course, notebooks_folder

FOLDER = notebooks_folder(find_course()) / "images"
PICTURES = sorted(FOLDER.glob("*"))
SMALLEST = 12
NAMESPACE = "{http://www.w3.org/2000/svg}"
DRAW = """(svg) => {
    document.body.innerHTML = svg;
    document.body.style.margin = '16px';
    const drawn = document.querySelector('svg');
    drawn.setAttribute('width', '100%');
    drawn.removeAttribute('height');
    const box = drawn.getBoundingClientRect();
    const scale = box.width / drawn.viewBox.baseVal.width;
    const texts = [...document.querySelectorAll('text')];
    return {
        smallest: Math.min(...texts.map((t) => parseFloat(getComputedStyle(t).fontSize) * scale)),
        outside: texts.filter((t) => t.getBoundingClientRect().right > box.right - 4)
                      .map((t) => t.textContent),
    };
}"""


@pytest.fixture(params=PICTURES, ids=lambda path: path.name)
def picture(request):
    return request.param.read_text(encoding="utf-8")


def test_there_are_four():
    names = ["check-route", "five-standards", "power-questions", "who-decides-who-delivers"]
    assert [path.stem for path in PICTURES] == names


def test_its_letters_are_readable_at_320_pixels_and_stay_inside(picture, page):
    page.set_viewport_size({"width": 320, "height": 900})
    drawn = page.evaluate(DRAW, picture)
    assert drawn["smallest"] >= SMALLEST
    assert drawn["outside"] == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_its_letters_stand_out_from_their_ground(picture, page, theme):
    page.emulate_media(color_scheme=theme)
    page.set_viewport_size({"width": 480, "height": 2000})
    page.evaluate(DRAW, picture)
    colours = page.evaluate(
        """() => [...document.querySelectorAll('text')].map((text) => {
            const box = text.getBoundingClientRect();
            const ground = document.elementsFromPoint(box.x + 2, box.y + box.height / 2)
                .find((element) => element.tagName === 'rect');
            return [getComputedStyle(text).fill, getComputedStyle(ground).fill];
        })"""
    )
    for ink, ground in colours:
        assert contrast(ink, ground) >= 7


def test_it_brings_its_own_ground_so_that_no_theme_can_hide_it(picture):
    root = ET.fromstring(picture)
    first = root.find(f"{NAMESPACE}rect")
    assert first.get("class") == "paper"
    assert "forced-color-adjust" not in picture


def test_it_loads_nothing_and_runs_nothing(picture):
    assert not re.findall(r"<script|@import|url\(|href=|on\w+=", picture)


def test_pictures_are_shown_by_the_page_with_their_words(page, served):
    for address in ("is-it-co-production", "power-and-support", "five-standards"):
        page.goto(served.url(address))
        image = page.locator("main img")
        assert image.evaluate("image => image.complete && image.naturalWidth > 0")
        assert image.get_attribute("src").startswith("data:image/svg+xml")
        assert len(image.get_attribute("alt").split()) >= 20


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour):
    channels = [int(value) / 255 for value in re.findall(r"\d+", colour)[:3]]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(
        weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True)
    )
