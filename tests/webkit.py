"""WebKit, as WebKitGTK's MiniBrowser: on a display and a bus of its own, through WebDriver."""

import contextlib
import shutil
import tempfile
import time
from pathlib import Path

import once
from display import Display
from engine import FORGET, KINDS, PATIENCE, WINDOW, Engine
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver import ActionChains, Keys
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

PROGRAMS = ("WebKitWebDriver", "Xvfb", "dbus-daemon")
BROWSERS = "/usr/lib/*/webkit2gtk-4.1/MiniBrowser"
KEYS = {"Space": " ", "Enter": Keys.ENTER, "Tab": Keys.TAB} | {
    f"Arrow{side}": getattr(Keys, f"ARROW_{side.upper()}") for side in ("Up", "Down")
}
# What can be seen and has the name, or has it in it; the engine itself then says what it is called.
SEEN = """([css, name]) => [...document.querySelectorAll(css)].filter((each) => {
    const words = [...each.labels ?? [], each].map(({ textContent }) => textContent).join(' ');
    return each.checkVisibility() && words.replace(/\\s+/g, ' ').includes(name); })"""


class WebKit(Engine):
    """WebKit; its window is never narrower than its toolbar."""

    name = "webkit"
    passing = (WebDriverException,)

    def __init__(self):
        self.home = Path(tempfile.mkdtemp(dir=once.folder()))
        self.downloads = self.home / "downloads"
        self.downloads.mkdir()
        (self.home / ".config").mkdir()
        (self.home / ".config/user-dirs.dirs").write_text(f'XDG_DOWNLOAD_DIR="{self.downloads}"\n')
        self.display = Display(
            HOME=str(self.home),
            XDG_RUNTIME_DIR=str(self.home),
            WEBKIT_DISABLE_COMPOSITING_MODE="1",
            LIBGL_ALWAYS_SOFTWARE="1",
            NO_AT_BRIDGE="1",
            LC_ALL="C.UTF-8",
        )
        options = Options()
        options.binary_location = browser()
        options.add_argument("--automation")
        service = Service(shutil.which("WebKitWebDriver"), env=self.display.environment)
        self.driver = webdriver.WebKitGTK(options=options, service=service)
        self.resize(**WINDOW)

    def tab(self):
        self.driver.switch_to.new_window("tab")

    def turn_to(self, number):
        self.driver.switch_to.window(self.driver.window_handles[number])

    def close_tab(self):
        self.driver.close()
        self.turn_to(-1)

    def open(self, url):
        self.driver.get(url)

    def reload(self):
        self.driver.refresh()

    @property
    def url(self):
        return self.driver.current_url

    @contextlib.contextmanager
    def frame(self, selector):
        self.driver.switch_to.frame(self.driver.find_element("css selector", selector))
        self.wait("document.readyState === 'complete'")
        yield
        self.driver.switch_to.default_content()

    def js(self, expression, argument=None):
        called = f"const given = {expression.strip()};"
        return self.driver.execute_script(
            f"{called} return typeof given === 'function' ? given(arguments[0]) : given;", argument
        )

    def find(self, kind, name):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            for seen in self.js(SEEN, [KINDS[kind], name]):
                if kind == "summary" or name in seen.accessible_name:
                    return seen
            time.sleep(0.05)
        raise AssertionError(f"webkit: no {kind} {name!r} on {self.url}")

    def click(self, kind, name):
        found = self.find(kind, name)
        self.driver.execute_script("arguments[0].scrollIntoView({ block: 'center' })", found)
        found.click()

    def focus(self, kind, name):
        self.driver.execute_script("arguments[0].focus()", self.find(kind, name))

    def press(self, *keys):
        for key in keys:
            ActionChains(self.driver, duration=0).send_keys(KEYS.get(key, key)).perform()

    def type_day(self, day):
        """Type a day, going from part to part, as this engine does not."""
        self.press(*f"{day:%m}", "Tab", *f"{day:%d}", "Tab", *f"{day:%Y}")

    def upload(self, name, file):
        self.find("field", name).send_keys(str(file))

    def download(self, kind, name):
        return self.landed(kind, name)

    def resize(self, width, height):
        """Make the page this large, as far as the frame around it lets us."""
        self.driver.set_window_size(width, height)
        seen = self.js("[innerWidth, innerHeight]")
        self.driver.set_window_size(2 * width - seen[0], 2 * height - seen[1])

    def forget(self):
        self.driver.switch_to.default_content()
        while True:
            with contextlib.suppress(WebDriverException):
                self.js(FORGET)
            if len(self.driver.window_handles) == 1:
                break
            self.close_tab()
        self.resize(**WINDOW)

    def quit(self):
        self.driver.quit()
        self.display.end()


def browser():
    """Return where Debian keeps WebKit's small browser, if it is installed."""
    found = sorted(Path("/").glob(BROWSERS.lstrip("/")))
    return str(found[0]) if found else None


def is_installed():
    return bool(browser()) and all(map(shutil.which, PROGRAMS))
