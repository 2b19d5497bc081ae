"""What the extension makes of an output: all that is ours, and nothing of a stranger's."""

import nbformat
import pytest
import scripts
from lab_extension.hostile import VECTORS

from widgets.course.loading import notebooks_folder
from widgets.forms.shows import MIME

# As a browser would show it that wakes it without cleaning: each folded part unfolded where it is.
UNFOLDED = """html => {
    const parsed = html => {
        const template = document.createElement("template");
        template.innerHTML = html;
        for (const script of template.content.querySelectorAll("script[type='text/html']"))
            script.replaceWith(parsed(script.textContent).content);
        for (const inner of template.content.querySelectorAll("template"))
            inner.innerHTML = parsed(inner.innerHTML).innerHTML;
        // A term of the glossary: such an id would be a variable of the page around it.
        const terms = ".coproduction-glossary div:not([id*='-'])";
        for (const term of template.content.querySelectorAll(terms)) term.removeAttribute("id");
        return template;
    };
    return parsed(html).innerHTML;
}"""
CLEANED = """html => {
    const template = document.createElement("template");
    template.content.append(clean(html));
    return template.innerHTML;
}"""
ALLOWED = "({TAGS: [...TAGS], DATA: [...DATA], CLASSES: [...CLASSES], FREE: [...FREE]})"
USED = """outputs => {
    const used = {TAGS: new Set(["script"]), DATA: new Set(), CLASSES: new Set(), FREE: new Set()};
    const visit = root => {
        for (const element of root.querySelectorAll("*")) {
            used.TAGS.add(element.localName);
            for (const word of element.classList) used.CLASSES.add(word);
            for (const {name} of element.attributes) {
                if (name.startsWith("data-")) used.DATA.add(name.slice(5));
                else if (FREE.has(name)) used.FREE.add(name);
            }
            if (element.content) visit(element.content);
        }
    };
    for (const html of outputs) visit(clean(html));
    return Object.fromEntries(Object.entries(used).map(([name, words]) => [name, [...words]]));
}"""
# Every attribute that is left, by its name, and each element's name.
LEFT = """html => {
    const left = new Set(), visit = root => {
        for (const element of root.querySelectorAll("*")) {
            left.add(element.localName);
            for (const {name, value} of element.attributes) left.add(`${name}=${value}`);
            if (element.content) visit(element.content);
        }
    };
    visit(clean(html));
    return [...left].sort();
}"""


@pytest.fixture
def cleaning(page):
    scripts.open_with(page, "<main></main>", "lab_extension/cleaner.js", "lab_extension/allowed.js")
    return page


@pytest.fixture(scope="module")
def outputs(course_file, updated_examples):
    """Return the HTML that the course and the examples store."""
    return [
        output.data["text/html"]
        for file in (course_file, updated_examples)
        for path in sorted(notebooks_folder(file).rglob("*.ipynb"))
        for cell in nbformat.read(path, as_version=4).cells
        for output in cell.get("outputs", [])
        if MIME in output.get("data", {})
    ]


def test_cleaning_leaves_what_the_course_stores_as_it_is(cleaning, outputs):
    assert len(outputs) > 50
    for html in outputs:
        assert cleaning.evaluate(CLEANED, html) == cleaning.evaluate(UNFOLDED, html)


def test_nothing_is_allowed_but_what_forms_are_made_of(cleaning, outputs):
    allowed, used = cleaning.evaluate(ALLOWED), cleaning.evaluate(USED, outputs)
    assert {kind: sorted(words) for kind, words in allowed.items()} == {
        kind: sorted(words) for kind, words in used.items()
    }


def test_a_hostile_output_runs_asks_for_and_leaves_nothing(cleaning):
    asked = []
    cleaning.on("request", lambda request: asked.append(request.url))
    for name, html in VECTORS.items():
        cleaning.evaluate("html => document.querySelector('main').append(clean(html))", html)
        cleaning.evaluate(
            """() => {
                const kinds = ["click", "focus", "toggle", "animationstart", "pointerenter"];
                document.addEventListener("submit", event => event.preventDefault());
                for (const one of document.querySelectorAll("main :not(a)"))
                    for (const kind of kinds) one.dispatchEvent(new Event(kind));
            }"""
        )
        assert cleaning.evaluate("window.ran") is None, name
    cleaning.wait_for_timeout(300)
    assert (asked, cleaning.evaluate("window.ran"), cleaning.url) == ([], None, f"{scripts.HOST}/")


def test_some_of_them_would_run_if_they_were_not_cleaned(cleaning):
    asked = []
    cleaning.on("request", lambda request: asked.append(request.url))
    cleaning.evaluate("html => document.body.innerHTML = html", VECTORS["image"])
    cleaning.wait_for_function("window.ran")
    assert (asked, cleaning.evaluate("window.ran")) == (
        ["https://elsewhere.invalid/image"],
        ["image"],
    )


LEFTOVERS = {
    "link": ["a"],
    "pinged-link": ["a", "href=https://elsewhere.invalid/"],
    "link-to-the-server": ["a"],
    "link-to-data": ["a", "download="],
    "sent-form": ["button", "form", "input", "name=a"],
    "form-sent-elsewhere": ["button", "form", "type=submit"],
    "command": ["button"],
    "command-of-a-link": ["a", "href=#a"],
    "clobbered-document": ["form"],
    "clobbered-window": ["a", "href=https://elsewhere.invalid/", "p"],
    "chrome": ["button", "class=", "div"],
    "taken-name": ["p"],
    "role": ["div"],
    "own-style": ["p"],
    "written-anew": ["p"],
    "shadow": ["div", "template"],
    "dialog": [],
    "image": [],
    "drawing": [],
    "reparsed": [],
    "style": [],
    "frame": [],
    "script-in-a-folded-part": [],
    "script-folded-in-a-template": ["data-text=a", "template"],
    "data-script-with-source": ["script", "type=application/json"],
}


@pytest.mark.parametrize("name", LEFTOVERS)
def test_of_a_hostile_output_only_this_is_left(cleaning, name):
    assert cleaning.evaluate(LEFT, VECTORS[name]) == LEFTOVERS[name]


def test_an_id_that_stands_elsewhere_on_the_page_is_not_taken(cleaning):
    cleaning.evaluate("document.querySelector('main').id = 'the-main'")
    ids = '<p id="the-main">a</p><p id="an-own-one">a</p>'
    assert cleaning.evaluate(CLEANED, ids) == '<p>a</p><p id="an-own-one">a</p>'


def test_an_output_as_deep_as_no_form_is_cut(cleaning):
    assert cleaning.evaluate(CLEANED, VECTORS["deep"]).count("<div>") == 60
