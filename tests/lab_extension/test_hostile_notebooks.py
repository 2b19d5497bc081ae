"""A stranger's notebook in JupyterLab and Notebook: nothing in it runs, sends or leads away."""

import json

import pytest
from examples import cell, notebook
from lab_extension.hostile import VECTORS

from widgets.forms.shows import MIME

# A hundred outputs, each drawn as JupyterLab finds the time.
SECONDS = 120
SHOWN = ".jp-NotebookPanel:not(.lm-mod-hidden)"
DRAWN = f"{SHOWN} .coproduction-drawn"
# What JupyterLab, a form or a browser would heed.
HEEDED = (
    "[data-commandlinker-command], [style], [src], [action], [formaction], [form], [ping],"
    " [popover], [commandfor], [contenteditable], [accesskey], [slot], [is], [autofocus],"
    " [class*=jp-], [class*=lm-], [role*=dialog], [aria-modal], form[name], iframe, object, embed,"
    " svg, math, style, link, meta, base, dialog, img, video, audio, input[type=password],"
    " script:not([type='application/json'])"
)


@pytest.fixture
def page(own_context):
    """Return a page that shares nothing with other tests: what it asks of elsewhere is counted."""
    return own_context.new_page()


@pytest.fixture(scope="module")
def hostile(stored):
    for name, ours in (("hostile", {MIME: {}}), ("stock", {})):
        file = stored.folder / "notebooks" / f"{name}.ipynb"
        file.write_text(json.dumps(_holding(ours)), encoding="utf-8")
    return stored


def _holding(ours):
    """Return a notebook of all vectors, each by itself and in what looks like a form of ours."""
    content = json.loads(notebook([]))
    for number, html in enumerate(VECTORS.values()):
        for drawn in (html, f'<section class="coproduction"><p>a</p>{html}</section>'):
            made = cell(f"cell-{number}-{len(drawn)}", "code", "1")
            data = ours | {"text/html": drawn, "text/plain": "a"}
            made["outputs"] = [{"output_type": "display_data", "data": data, "metadata": {}}]
            content["cells"].append(made)
    return content


@pytest.fixture(scope="module")
def asked_by_jupyterlab(browser, hostile):
    """Return what is asked of elsewhere without us: its table of contents loads pictures."""
    page, asked = browser.new_page(), set()
    page.on("request", lambda request: asked.add(request.url))
    page.goto(hostile.url("lab/tree/stock.ipynb?reset"))
    page.locator(".jp-RenderedHTML").nth(20).wait_for(timeout=SECONDS * 1000, state="attached")
    page.wait_for_timeout(3000)
    page.close()
    return asked


@pytest.mark.parametrize("way", ["lab/tree/hostile.ipynb?reset", "notebooks/hostile.ipynb"])
def test_a_strangers_notebook_runs_and_sends_nothing(page, hostile, way, asked_by_jupyterlab):
    asked, dialogs = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: dialogs.append(dialog.message) or dialog.dismiss())
    page.goto(hostile.url(way))
    page.locator(".jp-Notebook .jp-Cell").first.wait_for(timeout=SECONDS * 1000)
    page.wait_for_function(
        "([drawn, count]) => document.querySelectorAll(drawn).length === count",
        arg=[DRAWN, 2 * len(VECTORS)],
        timeout=SECONDS * 1000,
    )
    address = page.url
    page.evaluate("window.here = true")
    page.evaluate(
        """drawn => {
            const pressed = ":is(a, button, summary):not([href^=http])";
            for (const element of document.querySelectorAll(`${drawn} *`)) {
                for (const kind of ["pointerenter", "focus", "toggle"])
                    element.dispatchEvent(new Event(kind, {bubbles: true}));
                if (element.matches(pressed)) element.click();
            }
        }""",
        DRAWN,
    )
    page.wait_for_timeout(1000)
    assert page.evaluate("[window.here, window.ran ?? null]") == [True, None]
    elsewhere = {url for url in asked if not url.startswith((hostile.url(), "data:", "blob:"))}
    assert (elsewhere - asked_by_jupyterlab, dialogs) == (set(), [])
    assert page.url.split("#")[0] == address.split("#")[0]
    assert page.locator(".jp-Dialog").count() == 0
    assert page.evaluate("[typeof window.require, typeof window.jupyterapp]") == ["undefined"] * 2
    heeded = page.evaluate(
        """([drawn, heeded]) => [...document.querySelectorAll(drawn)].flatMap(
            output => [...output.querySelectorAll(heeded)].map(element => element.outerHTML))""",
        [DRAWN, HEEDED],
    )
    assert heeded == []


def test_a_link_out_of_a_strangers_notebook_opens_beside_and_hands_nothing_over(page, hostile):
    page.context.route("https://elsewhere.invalid/**", lambda route: route.fulfill(body="there"))
    page.goto(hostile.url("lab/tree/hostile.ipynb?reset"))
    link = page.locator(f"{DRAWN} a[href='https://elsewhere.invalid/']").first
    link.wait_for(timeout=SECONDS * 1000)
    with page.expect_popup() as opened:
        link.click()
    assert opened.value.evaluate("window.opener") is None
    assert page.url.startswith(hostile.url())
