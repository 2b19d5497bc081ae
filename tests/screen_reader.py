"""Orca and Firefox on a display of their own: keys go in, what would be heard comes out."""

import contextlib
import fcntl
import json
import re
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import once
import psutil
from display import Display

PROGRAMS = {
    "Xvfb": "xvfb",
    "dbus-daemon": "dbus-daemon",
    "firefox-esr": "firefox-esr",
    "gsettings": "libglib2.0-bin",
    "openbox": "openbox",
    "orca": "orca",
    "speech-dispatcher": "speech-dispatcher",
    "xdotool": "xdotool",
}
# A machine that runs other tests too may stand still for a while.
PATIENCE = 60
# Nothing is spoken for so long, and nobody is at work: then nothing more comes.
QUIET, A_LITTLE = 0.4, 0.02
SPOKEN = re.compile(r"SPEECH OUTPUT: '(.*?)'(?: voice=\w+)? ?(?:[\[{][^\n]*|None)?$", re.M | re.S)
# No sound is made. Orca ends any other of its user's, so that there is one at a time.
ONE_AT_A_TIME = Path(tempfile.gettempdir()) / "coproduction-orca.lock"
SPEECH = 'LogLevel 3\nAddModule "dummy" "sd_dummy" ""\nDefaultModule dummy\n'
# A page is not read out by itself, and no key is named: what is heard answers to a key alone.
# Its log is written as things happen, not in blocks: else what is spoken is read seconds later.
ORCA = """import orca.debug
import orca.settings
orca.debug.debugLevel = orca.debug.LEVEL_INFO
orca.debug.debugFile.reconfigure(line_buffering=True)
orca.settings.enableKeyEcho = False
orca.settings.sayAllOnLoad = False
orca.settings.enableTutorialMessages = False
"""
FIREFOX = {
    "accessibility.force_disabled": -1,
    "app.update.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.newtabpage.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "browser.startup.page": 0,
    "browser.urlbar.suggest.history": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.ipc.processPrelaunch.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
}


def missing_programs() -> list[str]:
    """Return the Debian packages of the programs that are not here."""
    return [package for program, package in PROGRAMS.items() if not shutil.which(program)]


class ScreenReader:
    """One Orca with one Firefox, started once; `said` is all that has been spoken."""

    def __enter__(self):
        # As short as can be: a socket's address may have 108 letters.
        self.home = Path(tempfile.mkdtemp(prefix="ear-"))
        self._lock = ONE_AT_A_TIME.open("w")
        fcntl.flock(self._lock, fcntl.LOCK_EX)
        self._processes = []
        try:
            self._write_settings()
            self._start_desktop()
            self._start_orca()
            self._start_firefox()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        ours = [process for process in psutil.process_iter() if self._is_ours(process)]
        for how in (psutil.Process.terminate, psutil.Process.kill):
            for process in ours:
                with contextlib.suppress(psutil.NoSuchProcess):
                    how(process)
            ours = once.left_after(5, ours)
        for process in self._processes:
            process.wait(5)
        self._lock.close()
        shutil.rmtree(self.home, ignore_errors=True)

    @property
    def _profile(self):
        return str(self.home / "firefox")

    @property
    def said(self) -> list[str]:
        log = self._log.read_text(encoding="utf-8", errors="replace")
        return [" ".join(text.split()) for text in SPOKEN.findall(log) if text.strip()]

    def go(self, address: str, title: str) -> None:
        """Open an address as another program would: nothing is typed into Firefox."""
        before = len(self.said)
        self._run("firefox-esr", "--profile", self._profile, address)
        self._wait(lambda: title in self._window() and self.said[before:])
        self.settle()

    def stay_in_focus_mode(self) -> None:
        """Let keys reach the page; two presses that come too far apart are not taken for that."""
        for _ in range(3):
            before = len(self.said)
            self._key("Insert+a", "Insert+a")
            self.listen(before)
            if any("sticky" in said for said in self.said[before:]):
                return
        raise AssertionError(f"No focus mode: {self.said[-5:]}")

    def press(self, *keys: str, until: str = "") -> list[str]:
        """Press keys at once; return what is said to them, which ends when all is quiet."""
        before = len(self.said)
        self._key(*keys)
        return self.listen(before, until)

    def listen(self, before: int, until: str = "") -> list[str]:
        """Return what is said from there on, once that text is among it and all is quiet."""
        self._wait(lambda: any(until in said for said in self.said[before:]))
        self.settle()
        return self.said[before:]

    def settle(self) -> None:
        """Wait until nothing is spoken and neither Orca nor Firefox has anything left to do."""
        workers, seen = self._workers(), None
        since = time.monotonic()
        end = since + PATIENCE
        while time.monotonic() < min(end, since + QUIET):
            time.sleep(0.05)
            now = self._log.stat().st_size, sum(map(_seconds_worked, workers))
            is_busy = seen is None or now[0] != seen[0] or now[1] - seen[1] > A_LITTLE
            if is_busy or any(map(_could_run, workers)):
                since = time.monotonic()
            seen = now

    def _write_settings(self):
        for file, text in {
            ".config/speech-dispatcher/speechd.conf": SPEECH,
            "orca/orca-customizations.py": ORCA,
            "firefox/user.js": "".join(
                f"user_pref({json.dumps(name)}, {json.dumps(value)});\n"
                for name, value in FIREFOX.items()
            ),
        }.items():
            path = self.home / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        self._log = self.home / "orca.log"
        self._log.touch()

    def _start_desktop(self):
        display = Display(
            "1280x900",
            ACCESSIBILITY_ENABLED="1",
            GNOME_ACCESSIBILITY="1",
            GTK_MODULES="gail:atk-bridge",
            HOME=str(self.home),
            LANG="C.UTF-8",
            MOZ_CRASHREPORTER_DISABLE="1",
            NO_AT_BRIDGE="0",
            XDG_RUNTIME_DIR=str(self.home),
            XDG_CACHE_HOME=str(self.home / ".cache"),
            XDG_DATA_HOME=str(self.home / ".local/share"),
            XDG_CONFIG_HOME=str(self.home / ".config"),
        )
        self._processes += display.programs
        self._environment = display.environment
        self._start("openbox")
        settings = ("org.gnome.desktop.interface", "toolkit-accessibility", "true")
        self._run("gsettings", "set", *settings)

    def _start_orca(self):
        # With a braille display to look for, it came to a halt in one start of three.
        quiet = ("-d", "braille", "-d", "braille-monitor")
        self._start(
            *("orca", "--replace", *quiet),
            *("--debug-file", str(self._log), "-u", str(self.home / "orca")),
        )
        self._wait(lambda: self.said)

    def _start_firefox(self):
        before = len(self.said)
        self._start("firefox-esr", "--profile", self._profile, "about:blank")
        self._wait(lambda: self.said[before:])
        self.settle()

    def _start(self, *command):
        with (self.home / "log").open("ab") as log:
            process = subprocess.Popen(
                command,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        once.started(process.pid)
        self._processes.append(process)

    def _run(self, *command):
        subprocess.run(command, env=self._environment, check=True, timeout=PATIENCE)

    def _key(self, *keys):
        self._run("xdotool", "key", "--clearmodifiers", *keys)

    def _window(self):
        ask = ("xdotool", "getactivewindow", "getwindowname")
        return subprocess.run(ask, env=self._environment, capture_output=True, text=True).stdout

    def _wait(self, condition):
        end = time.monotonic() + PATIENCE
        while not condition():
            if time.monotonic() > end:
                raise AssertionError("\n".join(["Not heard within the time:", *self.said[-15:]]))
            time.sleep(0.1)

    def _is_ours(self, process):
        with contextlib.suppress(psutil.Error):
            return process.environ().get("HOME") == str(self.home)
        return False

    def _workers(self):
        """Return the processes of Orca and Firefox."""
        roots = [psutil.Process(process.pid) for process in self._processes[-2:]]
        return [each for root in roots for each in (root, *root.children(recursive=True))]


def _seconds_worked(process):
    with contextlib.suppress(psutil.Error):
        return sum(process.cpu_times()[:2])
    return 0


def _could_run(process):
    """Whether it would go on, if it were given a processor."""
    with contextlib.suppress(psutil.Error):
        return process.status() == psutil.STATUS_RUNNING
    return False
