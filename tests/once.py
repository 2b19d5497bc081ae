"""What all workers of a run share: each thing is made once, by whoever first needs it."""

import contextlib
import fcntl
import json
import os
import shutil
import tempfile
import time
from pathlib import Path

import psutil

VARIABLE = "COPRODUCTION_TEST_RUN"
PATIENCE = 20


def begin() -> None:
    """Make a folder for this run, which its workers find by the environment."""
    os.environ[VARIABLE] = tempfile.mkdtemp(prefix="coproduction-tests-")
    # What a server keeps of its pages goes with the run.
    os.environ["XDG_CACHE_HOME"] = os.environ[VARIABLE]
    # So do the sessions of a server that names no database.
    os.environ["XDG_DATA_HOME"] = str(folder() / "data")
    # And what hypothesis knows of Unicode.
    os.environ["HYPOTHESIS_STORAGE_DIRECTORY"] = str(folder() / "hypothesis")
    _processes().mkdir()


def folder() -> Path:
    """Return the folder of this run."""
    return Path(os.environ[VARIABLE])


def made(name: str, make):
    """Return what make() returns, in any worker: numbers, texts and lists of them."""
    record = folder() / f"{name}.json"
    with (folder() / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not record.exists():
            record.write_text(json.dumps(make()), encoding="utf-8")
    return json.loads(record.read_text(encoding="utf-8"))


def started(pid: int) -> None:
    """Remember a process, so that the end of the run stops it even if its worker crashed."""
    (_processes() / str(pid)).write_text(str(psutil.Process(pid).create_time()))


def end() -> None:
    """Stop what still runs, its kernels too, and remove the folder of this run."""
    whole = []
    for process in _left():
        with contextlib.suppress(psutil.NoSuchProcess):
            whole += [process, *process.children(recursive=True)]
            process.terminate()
    for process in left_after(PATIENCE, whole):
        with contextlib.suppress(psutil.NoSuchProcess):
            process.kill()
    shutil.rmtree(folder(), ignore_errors=True)
    del os.environ[VARIABLE]


def left_after(seconds: float, processes: list) -> list:
    """Return which processes run on when all have had their time to end."""
    end = time.monotonic() + seconds
    while (left := list(filter(_runs, processes))) and time.monotonic() < end:
        time.sleep(0.05)
    return left


def _runs(process):
    # One whose parent is gone may wait for the machine to collect it: it runs no more.
    with contextlib.suppress(psutil.NoSuchProcess):
        return process.status() != psutil.STATUS_ZOMBIE
    return False


def _left():
    for record in _processes().iterdir():
        with contextlib.suppress(psutil.NoSuchProcess):
            process = psutil.Process(int(record.name))
            # Its number may have come to another by now.
            if str(process.create_time()) == record.read_text():
                yield process


def _processes():
    return folder() / "processes"
