"""Nothing waits for a pointer to lie over it: whoever has none would never meet it."""

import re
from pathlib import Path

import pytest
import scripts

PACKAGE = Path(__file__).parents[1] / "widgets"
STYLES = sorted(each for each in PACKAGE.rglob("*.css") if scripts.STATIC not in each.parents)
DRAWN = sorted(PACKAGE.rglob("*.html"))
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
# What says that something can be pressed, and shows nothing that was not there.
OF_LOOKS = {"border-color", "text-decoration", "text-underline-offset"}
LISTENING = re.compile(r"(?:mouse|pointer)(?:over|enter|out|leave|move)", re.IGNORECASE)
# On a frame it is a name, on a link in the head nobody meets it.
TITLED = re.compile(r"<(?!iframe|link)[a-z][^<>]*\stitle=")


def on_hover_alone(style):
    """Return the selectors of rules by which a pointer shows what the focus does not."""
    rules = RULE.findall(re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL))
    for selector, body in rules:
        properties = {each.partition(":")[0].strip() for each in body.split(";") if each.strip()}
        if ":hover" in selector and ":focus" not in selector and not properties <= OF_LOOKS:
            yield selector.strip()


def test_no_style_shows_anything_only_under_a_pointer():
    assert sum(":hover" in each.read_text(encoding="utf-8") for each in STYLES) > 2
    for style in STYLES:
        assert [*on_hover_alone(style.read_text(encoding="utf-8"))] == [], style.name


@pytest.mark.parametrize(
    ("style", "found"),
    [
        ("a:hover { text-decoration: underline }", []),
        ("li:hover .more { display: block }", ["li:hover .more"]),
        ("@media screen { p:not(:hover) { color: red; opacity: 0 } }", ["p:not(:hover)"]),
        ("li:is(:hover, :focus-within) .more { display: block }", []),
    ],
)
def test_a_style_that_does_is_found(style, found):
    assert [each.rpartition("{")[2].strip() for each in on_hover_alone(style)] == found


@pytest.mark.parametrize("script", scripts.sources(), ids=lambda script: script.name)
def test_no_script_listens_for_a_pointer_that_only_passes(script):
    assert LISTENING.findall(script.read_text(encoding="utf-8")) == []


def test_nothing_is_said_in_a_tip_alone():
    assert len(DRAWN) > 30
    for html in DRAWN:
        assert TITLED.findall(html.read_text(encoding="utf-8")) == [], html.name
