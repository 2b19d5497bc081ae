"""`coproduction lab`: JupyterLab on a learner's own copy, with settings of its own."""

import os
import secrets
import shutil
import signal
import socket
from pathlib import Path

import psutil
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from traitlets.config import Config

from widgets.course.loading import COURSE_FILE, VARIABLE
from widgets.course.model import Course

from .assets import TEMPLATES
from .kernel import QUIET
from .learners_copy import LearnersCopy
from .ready import DATA
from .record import HOUSE, CopyError, Record, read_record

HOST = "127.0.0.1"
FIRST_PORT, LAST_PORT = 8867, 65535
# What would else be the user's own, and how JupyterLab is told so.
FOLDERS = {
    "JUPYTER_CONFIG_DIR": "config",
    "JUPYTER_DATA_DIR": DATA,
    "JUPYTER_RUNTIME_DIR": "runtime",
    "JUPYTERLAB_SETTINGS_DIR": "settings",
    "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
    "IPYTHONDIR": "ipython",
}


def open_lab(
    course: Course, course_file: Path, folder: Path, port: int | None, options: list[str]
) -> None:
    """Make or reopen the copy in a folder and serve it until interrupted.

    Raises CopyError where the folder or its address is not to be had, CellError where a lesson
    fails and OSError where a file can't be written.
    """
    record = read_record(folder)
    if record:
        _hold_to_port(record, port)
        record.course = str(course_file)
    else:
        record = Record(str(course_file), _new_port(port))
    record.save(folder)
    _live_in(folder)
    for kept in LearnersCopy(folder, record, course).bring_up_to_date():
        print(f"You had changed a file that the course has changed too. Yours is now: {kept}")
    _serve(folder, record, course.modules[0].notebook, options)


def _hold_to_port(record, port):
    if port and port != record.port:
        raise CopyError(
            f"This copy stays at port {record.port}, as answers belong to one address:"
            " leave --port out, or make another copy in another folder."
        )
    if not _is_free(record.port):
        raise CopyError(_taken(record.port, "Stop it first: answers belong to one address."))


def _new_port(port):
    if port and not _is_free(port):
        raise CopyError(_taken(port, "Choose another with --port, or leave it out."))
    return port or next(free for free in range(FIRST_PORT, LAST_PORT + 1) if _is_free(free))


def _taken(port, cure):
    return f"{HOST}:{port} is taken: another program, perhaps this course, answers there. {cure}"


def _is_free(port):
    try:
        socket.create_server((HOST, port)).close()
    except OSError:
        return False
    return True


def _live_in(folder):
    """Give JupyterLab and its kernels folders in the copy in place of the user's."""
    house = folder / HOUSE
    shutil.copytree(TEMPLATES / "lab", house, dirs_exist_ok=True)
    for variable, name in FOLDERS.items():
        (house / name).mkdir(exist_ok=True)
        os.environ[variable] = str(house / name)
    os.environ[VARIABLE] = str(folder / COURSE_FILE)


def _serve(folder, record, home, options):
    # It reads the environment when it is imported.
    from jupyterlab.labapp import LabApp

    token = secrets.token_hex(24)
    config = _settings(folder, record.port, home, token)
    server = LabApp.initialize_server(options, config=config)
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


def _clear_away(folder, server):
    """Stop the kernels, which hold nothing of a learner's, and remove what only they needed."""
    kernels = psutil.Process().children()
    for kernel in kernels:
        kernel.kill()
    psutil.wait_procs(kernels, timeout=5)
    for file in (folder / HOUSE / FOLDERS["JUPYTER_RUNTIME_DIR"]).glob("kernel-*.json"):
        file.unlink(missing_ok=True)
    server.remove_server_info_file()
    server.remove_browser_open_files()


class QuietKernels(AsyncMappingKernelManager):
    """Kernels whose warnings and whose last words do not reach the terminal."""

    async def _async_start_kernel(self, **options):
        return await super()._async_start_kernel(**options, **QUIET)

    start_kernel = _async_start_kernel


def _settings(folder, port, home, token):
    """Return what JupyterLab is told; what a user adds on the command line comes on top."""
    config = Config()
    config.ServerApp.update(ip=HOST, port=port, port_retries=0, root_dir=str(folder))
    config.ServerApp.update(log_level="ERROR", show_banner=False)
    # It reads a setting that is deprecated, and warns of it on each start.
    config.ServerApp.jpserver_extensions = {"notebook_shim": False}
    config.ServerApp.kernel_manager_class = QuietKernels
    config.IdentityProvider.token = token
    # It would ask other programs which languages they know.
    config.LanguageServerManager.autodetect = False
    config.LabApp.update(
        default_url=f"/doc/tree/{home}",
        custom_css=True,
        news_url=None,
        check_for_updates_class="jupyterlab.NeverCheckForUpdate",
        extension_manager="readonly",
        log_level="ERROR",
    )
    return config
