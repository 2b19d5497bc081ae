"""The pages of a session with phones: for phones, the room screen and hosts, and the report."""

from .here import Here
from .hosting.hosting import HostLinks, draw_host, draw_hosts, draw_not_host
from .joining.joining import draw_code, draw_notice, draw_phone
from .reporting.reporting import draw_report, report_file, report_word
from .showing.showing import draw_room

__all__ = [
    "Here",
    "HostLinks",
    "draw_code",
    "draw_host",
    "draw_hosts",
    "draw_not_host",
    "draw_notice",
    "draw_phone",
    "draw_report",
    "draw_room",
    "report_file",
    "report_word",
]
