"""What a walk may do in any engine, so that it is written once: here through Playwright."""

import contextlib
import time

from playwright.sync_api import Error

WINDOW = {"width": 1280, "height": 900}
PATIENCE = 30
# What someone looks for, by its role or by what it is.
KINDS = {
    "button": "button",
    "link": "a[href]",
    "choice": "input[type=radio], input[type=checkbox]",
    "field": "input:not([type=radio], [type=checkbox]), textarea",
    "summary": "summary",
}
FORGET = "() => { for (const kept of [localStorage, sessionStorage]) kept.clear(); }"
FOCUSED = """(() => { const { tagName, labels, textContent } = document.activeElement;
    const words = [...labels ?? []].map((label) => label.textContent).join(' ') || textContent;
    return tagName === 'BODY' ? '' : words.trim().replace(/\\s+/g, ' '); })()"""


class Engine:
    """A browser with its tabs. It looks and acts in the tab, or the frame, that it was led to."""

    # What it raises while a page is on its way to the next.
    passing: tuple[type[Exception], ...] = ()
    prints = False
    has_tabs = True

    def wait(self, expression, argument=None):
        """Wait until an expression of JavaScript is true; return its value."""
        end = time.monotonic() + PATIENCE
        while True:
            value = None
            with contextlib.suppress(*self.passing):
                value = self.js(expression, argument)
            if value:
                return value
            assert time.monotonic() < end, f"{self.name}: {expression} ({argument}): {value}"
            time.sleep(0.05)

    def see(self, *texts):
        """Wait until each text is on the page, where it can be seen."""
        for text in texts:
            self.wait("text => document.body.innerText.includes(text)", text)

    def text(self, selector):
        """Return what can be read in the first element."""
        return self.wait("css => document.querySelector(css)", selector) and self.js(
            "css => document.querySelector(css).innerText.trim()", selector
        )

    @property
    def focused(self):
        """The words of what has the focus."""
        return self.js(FOCUSED)

    def back(self):
        """Go back as a link in the browser does; what comes may be the page as it was left."""
        self.js("history.back()")

    def type(self, text):
        self.press(*text)

    def type_day(self, day):
        """Type a day into a date field that has the focus, part by part."""
        self.type(f"{day:%m%d%Y}")

    def landed(self, kind, name):
        """Return the name and the bytes of the file that this puts into the folder of downloads."""
        for before in self.downloads.iterdir():
            before.unlink()
        self.click(kind, name)
        end = time.monotonic() + PATIENCE
        while not (whole := self._whole()):
            assert time.monotonic() < end, f"{self.name}: {name} made no file"
            time.sleep(0.05)
        return whole.name, whole.read_bytes()

    def _whole(self):
        # While it comes, another file stands beside it, or it is empty.
        files = list(self.downloads.iterdir())
        return files[0] if len(files) == 1 and files[0].stat().st_size else None


class Played(Engine):
    """Chromium, through Playwright."""

    name = "chromium"
    passing = (Error,)
    prints = True

    def __init__(self, browser):
        self.browser = browser
        self.context = browser.new_context(viewport=WINDOW)
        self.context.set_default_timeout(PATIENCE * 1000)
        self.tab()

    def tab(self):
        """Open another tab, and go on in it."""
        self.page = self.place = self.context.new_page()

    def turn_to(self, number):
        """Go on in another tab."""
        self.page = self.place = self.context.pages[number]
        self.page.bring_to_front()

    def close_tab(self):
        """Close the tab; there is another."""
        self.page.close()
        self.turn_to(-1)

    def open(self, url):
        self.page.goto(url)

    def reload(self):
        self.page.reload()

    @property
    def url(self):
        return self.page.url

    @contextlib.contextmanager
    def frame(self, selector):
        """Look and act in a frame."""
        self.place = self.page.wait_for_selector(selector).content_frame()
        self.place.wait_for_load_state()
        yield
        self.place = self.page

    def js(self, expression, argument=None):
        return self.place.evaluate(expression, argument)

    def find(self, kind, name):
        """Return what can be seen and has this name, or has it in it."""
        place = self.place
        if kind in ("button", "link"):
            found = place.get_by_role(kind, name=name)
        elif kind == "summary":
            found = place.locator("summary", has_text=name)
        else:
            found = place.get_by_label(name).and_(place.locator(KINDS[kind]))
        return found.locator("visible=true").first

    def click(self, kind, name):
        self.find(kind, name).click()

    def focus(self, kind, name):
        self.find(kind, name).focus()

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def upload(self, name, file):
        self.find("field", name).set_input_files(file)

    def download(self, kind, name):
        """Return the name and the bytes of the file that this makes."""
        with self.page.expect_download() as made:
            self.click(kind, name)
        return made.value.suggested_filename, made.value.path().read_bytes()

    def resize(self, width, height):
        self.page.set_viewport_size({"width": width, "height": height})

    def pdf(self):
        return self.page.pdf()

    def forget(self):
        """Close all tabs but one, and clear what their pages kept."""
        while True:
            with contextlib.suppress(Error):
                self.page.evaluate(FORGET)
            if len(self.context.pages) == 1:
                break
            self.close_tab()
        self.resize(**WINDOW)

    def quit(self):
        self.context.close()


class Firefox(Played):
    """Firefox puts a file that a page made into its folder, and Playwright hears nothing of it."""

    name = "firefox"
    has_tabs = False

    def __init__(self, browser, downloads):
        super().__init__(browser)
        self.downloads = downloads

    def download(self, kind, name):
        return self.landed(kind, name)
