"""`coproduction lab`: JupyterLab on a learner's own copy, with settings of its own."""

import contextlib
import logging
import os
import secrets
import signal
import socket
from pathlib import Path
from zlib import crc32

from widgets.app.kernels import end_kernels
from widgets.course.loading import IN_A_COPY, VARIABLE, load_course, notebooks_folder

from .learners_copy import LearnersCopy
from .record import HOUSE, CopyError, Record, read_record, write_aside
from .settings import HOST, settings_for

FIRST_PORT, PORTS = 8867, 1000
CONFIG = Path(__file__).parent / "config"
OWNERS = 0o700
KERNELS_SOCKET = "/channels"
# What would else be the user's own, and how JupyterLab is told so.
FOLDERS = {
    "JUPYTER_CONFIG_DIR": "config",
    "JUPYTER_DATA_DIR": "data",
    "JUPYTER_RUNTIME_DIR": "runtime",
    "JUPYTERLAB_SETTINGS_DIR": "settings",
    "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
    "IPYTHONDIR": "ipython",
}


def open_lab(course_file: Path, folder: Path, port: int | None, options: list[str]) -> None:
    """Make or reopen the copy in a folder and serve it until interrupted.

    Raises CopyError where the folder or its address is not to be had, or JupyterLab would refuse
    this user, CourseError for a course with faults and OSError where a file can't be read or
    written.
    """
    _refuse_root(options)
    course = load_course(course_file)
    if folder.resolve().is_relative_to(notebooks_folder(course_file)):
        raise CopyError(f"{folder} is among the course's own notebooks: name a folder elsewhere.")
    record = read_record(folder)
    held = _held_port(record.port if record else None, port, folder)
    record = record or Record(str(course_file), held.getsockname()[1])
    record.course = str(course_file)
    for kept in LearnersCopy(folder, record, course).bring_up_to_date():
        print(f"The course has been updated. What you had changed is kept as: {kept}")
    record.save(folder)
    _live_in(folder)
    # JupyterLab takes it over; until here nobody else could have it.
    held.close()
    _serve(folder, record, course.modules[0].notebook, options)


def _refuse_root(options):
    """Say first what JupyterLab would say last. Raises CopyError."""
    is_root = getattr(os, "geteuid", lambda: None)() == 0
    if is_root and not any("allow-root" in each or "allow_root" in each for each in options):
        raise CopyError(
            "You are root, and JupyterLab does not run as root unasked: use another user,"
            " or add --allow-root. Nothing was written."
        )


def _held_port(recorded, wanted, folder):
    """Return a socket at the copy's port: the recorded one, else the wanted, else a free one.

    Raises CopyError where it is not to be had.
    """
    if recorded and wanted and recorded != wanted:
        raise CopyError(
            f"This copy stays at port {recorded}, as answers belong to one address:"
            " leave --port out, or make another copy in another folder."
        )
    for port in [recorded or wanted] if recorded or wanted else _ports_for(folder):
        with contextlib.suppress(OSError):
            return socket.create_server((HOST, port))
    cure = "Stop it first: answers belong to one address."
    raise CopyError(
        f"{HOST}:{port} is taken: another program, perhaps this course, answers there."
        f" {cure if recorded else 'Choose another with --port, or leave it out.'}"
    )


def _ports_for(folder):
    """Yield ports for a new copy, from one that another folder is unlikely to begin with."""
    start = crc32(str(folder).encode()) % PORTS
    yield from (FIRST_PORT + (start + step) % PORTS for step in range(PORTS))


def _live_in(folder):
    """Give JupyterLab and its kernels folders in the copy in place of the user's."""
    house = folder / HOUSE
    _settle(folder, house / "config")
    for variable, name in FOLDERS.items():
        (house / name).mkdir(exist_ok=True)
        os.environ[variable] = str(house / name)
    if not _has_home():
        os.environ["HOME"] = str(house)
    os.environ[VARIABLE] = str(folder / IN_A_COPY)


def _has_home():
    try:
        return bool(Path.home())
    except RuntimeError:  # A user whom this machine does not know.
        return False


def _settle(folder, settings):
    """Write JupyterLab's settings anew, without the modes of an installation made read-only."""
    for source in (CONFIG, *sorted(CONFIG.rglob("*"))):
        path = settings / source.relative_to(CONFIG)
        if source.is_dir():
            path.mkdir(exist_ok=True)
            # An earlier version took the modes along.
            path.chmod(OWNERS)
        else:
            write_aside(folder, path, source.read_bytes())


def _serve(folder, record, home, options):
    LabApp = _jupyterlab()
    token = secrets.token_hex(24)
    config = settings_for(folder, record.port, home, token)
    server = LabApp.initialize_server(options, config=config)
    server.log.addFilter(_is_told)
    # What was being sent when one pressed Ctrl+C is nobody's concern.
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)
    if (server.ip, server.port) != (HOST, record.port):
        raise CopyError(f"This copy stays at {HOST}:{record.port}: leave --ip and the like out.")
    # JupyterLab would ask whether it should stop, and wait for kernels that are still starting.
    loop = server.io_loop
    signal.signal(signal.SIGINT, lambda *_: loop.add_callback_from_signal(loop.stop))
    address = f"http://{HOST}:{record.port}/doc/tree/{home}?token={token}"
    ready = f"Your copy in {folder} is at {address} - press Ctrl+C to stop."
    loop.add_callback(print, ready, flush=True)
    try:
        server.start()
    finally:
        _clear_away(folder, server)


def _jupyterlab():
    """Return JupyterLab's application, which reads the environment when it is imported."""
    from jupyterlab import commands

    # It would start Node, where there is one, to ask where extensions come from; none are added.
    commands._yarn_config = lambda logger: {"yarn config": {}}

    from jupyterlab.labapp import LabApp

    return LabApp


def _is_told(record):
    """Return whether a message is for the terminal.

    Whoever leaves a page while its kernel still starts has done nothing wrong.
    """
    return KERNELS_SOCKET not in record.getMessage()


def _clear_away(folder, server):
    """End the kernels, and remove what only they needed."""
    runtime = folder / HOUSE / FOLDERS["JUPYTER_RUNTIME_DIR"]
    end_kernels()
    for file in runtime.glob("kernel-*.json"):
        file.unlink(missing_ok=True)
    server.remove_server_info_file()
    server.remove_browser_open_files()
