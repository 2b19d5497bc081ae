"""The hosts' key, and the cookie that stands for it: given by the environment, or kept in files.

Several servers behind one address need the same ones, so they are given there.
"""

import base64
import binascii
import hmac
import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

HOST_KEY, COOKIE_SECRET = "COPRODUCTION_HOST_KEY", "COPRODUCTION_COOKIE_SECRET"
# 128 bits, as they are written here.
BYTES = 16
# Of what hides a number, of the number, and of what shows that it is one of ours.
NONCE, NUMBER, PROOF = 9, 6, 9
KEY = re.compile(r"[A-Za-z0-9_-]{22,}")
FILES = {HOST_KEY: "host-key", COOKIE_SECRET: "cookie-secret"}
ONLY_ME = 0o600


class KeyFault(Exception):
    """A key is not to be used; says in one line what to do."""


@dataclass(frozen=True)
class Keys:
    """What lets a host in."""

    host: str
    cookie_secret: str
    # Whoever gave the key knows it: it need not be told.
    is_given: bool = False

    def opens(self, key: str) -> bool:
        """Return whether a key is the hosts'; how long that takes tells nothing of it."""
        return hmac.compare_digest(_digest(key), _digest(self.host))

    @property
    def cookie(self) -> str:
        """What a host's browser keeps: worth nothing once the key or the secret is another."""
        return hmac.new(self.cookie_secret.encode(), self.host.encode(), sha256).hexdigest()

    def knows(self, cookie: str) -> bool:
        """Return whether a cookie is one that a host was given."""
        return hmac.compare_digest(_digest(cookie), _digest(self.cookie))

    def hide(self, number: int) -> str:
        """Return a number in a form that servers with the same secret read, another each time."""
        nonce = secrets.token_bytes(NONCE)
        hidden = _mixed(number.to_bytes(NUMBER), self._of(nonce))
        return base64.urlsafe_b64encode(nonce + hidden + self._of(nonce + hidden)[:PROOF]).decode()

    def read(self, hidden: str) -> int:
        """Return the number that was hidden; 0 for anything else."""
        try:
            given = base64.urlsafe_b64decode(hidden.encode())
        except (UnicodeEncodeError, binascii.Error):
            return 0
        nonce, mixed, proof = given[:NONCE], given[NONCE:-PROOF], given[-PROOF:]
        if not hmac.compare_digest(self._of(nonce + mixed)[:PROOF], proof):
            return 0
        return int.from_bytes(_mixed(mixed, self._of(nonce)))

    def _of(self, given):
        return hmac.new(self.cookie_secret.encode(), given, sha256).digest()


def find_keys(folder: Path | None, given: Mapping[str, str] = os.environ) -> Keys:
    """Return the keys: as given, else as kept in a folder, where they are made if need be.

    Without a folder they last as long as this server. Raises KeyFault for a key that is none, and
    OSError where one can't be kept.
    """
    host, secret = (_find(name, folder, given) for name in (HOST_KEY, COOKIE_SECRET))
    return Keys(host, secret, is_given=HOST_KEY in given)


def _find(name, folder, given):
    if name in given:
        return _sound(name, given[name])
    return _kept(folder / FILES[name]) if folder else _new()


def _sound(name, key):
    if not KEY.fullmatch(key):
        expected = "expected 22 or more letters, digits, hyphens and underscores"
        cure = 'make one with `python -c "import secrets; print(secrets.token_urlsafe(16))"`'
        raise KeyFault(f"{name}: {expected}, found {len(key)} characters ({cure})")
    return key


def _kept(path):
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        with open(path, "x", encoding="ascii", opener=_for_me) as file:
            file.write(_new())
    except FileExistsError:
        path.chmod(ONLY_ME)
    key = path.read_text(encoding="ascii", errors="replace").strip()
    if not KEY.fullmatch(key):
        raise KeyFault(f"{path}: expected a key, found none (delete the file: a new one is made)")
    return key


def _for_me(path, flags):
    return os.open(path, flags, ONLY_ME)


def _mixed(given, key):
    return bytes(a ^ b for a, b in zip(given, key, strict=False))


def _new():
    return secrets.token_urlsafe(BYTES)


def _digest(text):
    return sha256(text.encode("utf-8", "replace")).digest()
