"""A PostgreSQL of the tests' own: in a temporary folder, reached by a socket in it, then gone."""

import os
import secrets
import shutil
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import quote

import once

DEBIAN = Path("/usr/lib/postgresql")
USER = "tester"
SETTINGS = {"listen_addresses": "", "max_connections": "30"}


def programs() -> Path | None:
    """Return the folder of PostgreSQL's programs; Debian keeps the one for servers apart."""
    found = [path.parent for path in sorted(DEBIAN.glob("*/bin/initdb"))]
    if initdb := shutil.which("initdb"):
        found.append(Path(initdb).resolve().parent)
    return found[-1] if found else None


class Cluster:
    """One running PostgreSQL, with a new database for whoever asks."""

    def __init__(self, programs: Path):
        self._programs = programs
        # Not below pytest's folders, which nobody but their owner may enter.
        self.folder = Path(tempfile.mkdtemp(prefix="pg-"))
        # It refuses to run as root; Debian's package brings a user of this name.
        self._as = {"user": "postgres"} if os.geteuid() == 0 else {}
        if self._as:
            shutil.chown(self.folder, "postgres")

    def __enter__(self):
        trust = ["--username", USER, "--auth=trust", "--encoding=UTF8", "--no-sync"]
        self._run("initdb", "--pgdata", self._data, *trust)
        lines = [f"{key} = '{value}'" for key, value in SETTINGS.items()]
        lines.append(f"unix_socket_directories = '{self.folder}'")
        with (self._data / "postgresql.conf").open("a", encoding="utf-8") as settings:
            settings.write("\n".join(lines) + "\n")
        log = self.folder / "log"
        self._run("pg_ctl", "start", "--pgdata", self._data, "--log", log, "--wait")
        # If these tests are ended meanwhile, the end of the run stops it.
        once.started(int((self._data / "postmaster.pid").read_text().split()[0]))
        return self

    def __exit__(self, *_):
        self._run("pg_ctl", "stop", "--pgdata", self._data, "--mode=immediate", "--wait")
        shutil.rmtree(self.folder, ignore_errors=True)

    def new_database(self) -> str:
        """Make an empty database and return its address."""
        name = f"test_{secrets.token_hex(4)}"
        self._run("createdb", "--host", self.folder, "--username", USER, name)
        return f"postgresql+psycopg://{USER}@/{name}?host={quote(str(self.folder), safe='')}"

    @property
    def _data(self):
        return self.folder / "data"

    def _run(self, program, *options):
        command = [self._programs / program, *options]
        # It keeps what it is given for as long as it runs: no pipe, or this would wait for it.
        with tempfile.TemporaryFile() as said:
            ended = subprocess.run(command, stdout=said, stderr=said, cwd="/", **self._as)
            said.seek(0)
            assert ended.returncode == 0, said.read().decode()
