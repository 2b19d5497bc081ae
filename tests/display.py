"""A display that nobody looks at, and what runs on it."""

import contextlib
import os
import signal
import subprocess

import once


class Display:
    """An X server of its own; what is run on it ends with it."""

    def __init__(self):
        self.programs = []
        number = self.run("Xvfb", "-displayfd", "1", "-screen", "0", "1600x1200x24")
        self.name = f":{number}"

    def run(self, *command):
        """Start a program; return the line by which it tells where it is found."""
        program = subprocess.Popen(
            command,
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
