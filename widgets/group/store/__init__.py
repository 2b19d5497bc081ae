"""Where sessions are kept: one thread writes, and an answer that it acknowledged is not lost."""

from .database import Newer
from .found import Found, KeptSession
from .place import data_folder, default_url
from .store import Busy, Store

__all__ = ["Busy", "Found", "KeptSession", "Newer", "Store", "data_folder", "default_url"]
