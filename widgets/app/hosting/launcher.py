"""The course in JupyterLab's launcher, on Binder and on The Littlest JupyterHub."""

import sys

from widgets.course.loading import PACKAGE, load_course

ICON = PACKAGE / "pages" / "mark.svg"
COMMAND = "import sys; from widgets.app.command import main; sys.exit(main())"
# It listens at once; an idle machine that has just woken may still take its time.
SECONDS_TO_LISTEN = 60


def in_launcher() -> dict:
    """Return what jupyter-server-proxy must know to start the course when somebody opens it.

    It takes the address it is opened under off each request: the pages name each other by relative
    links, and a user's name in that address may hold any sign. Raises CourseError.
    """
    return {
        "command": [sys.executable, "-c", COMMAND, "serve", "--no-browser", "--port", "{port}"],
        "timeout": SECONDS_TO_LISTEN,
        "launcher_entry": {"title": load_course().title, "icon_path": str(ICON)},
    }
