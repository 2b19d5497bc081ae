"""A display that nobody looks at, and what runs on it."""

import contextlib
import os
import signal
import subprocess

import once


class Display:
    """An X server and a D-Bus of its own; what is run there ends with it.

    `environment` is what a program is given that is to find both.
    """

    def __init__(self, size="1600x1200", **environment):
        self.programs = []
        self.environment = os.environ | environment
        number = self.run("Xvfb", "-displayfd", "1", "-screen", "0", f"{size}x24")
        self.environment["DISPLAY"] = f":{number}"
        bus = self.run("dbus-daemon", "--session", "--nofork", "--print-address=1")
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus

    def run(self, *command):
        """Start a program; return the line by which it tells where it is found."""
        program = subprocess.Popen(
            command,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
        )
        once.started(program.pid)
        self.programs.append(program)
        return program.stdout.readline().strip()

    def end(self):
        for program in reversed(self.programs):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(program.pid, signal.SIGTERM)
            program.wait(20)
