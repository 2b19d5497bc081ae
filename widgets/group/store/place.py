"""Where the store is unless the command names a database: a folder that is this user's alone."""

from pathlib import Path

from platformdirs import user_data_path


def data_folder() -> Path:
    """Return the folder of this user's own for sessions and keys, made where there is none.

    On Linux it is in XDG_DATA_HOME, if that is set.
    """
    try:
        folder = user_data_path("coproduction")
    except RuntimeError as error:  # A user whom this machine does not know, and no HOME.
        cure = "set HOME, or name a database by --db"
        message = f"The folder for sessions can't be found, as HOME is not set: {cure}."
        raise FileNotFoundError(message) from error
    make_private_folder(folder)
    return folder


def default_url() -> str:
    """Return the address of the database in this user's own folder."""
    return f"sqlite:///{data_folder() / 'sessions.db'}"


def make_private_folder(folder: Path) -> None:
    """Make a folder that only its owner may open, unless it is there."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
