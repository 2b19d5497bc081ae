"""Requests as bytes, for what no client would send."""

import contextlib
import socket

from visitor import PATIENCE


def raw(server, sent, *, end=True):
    """Send bytes that no client would; return all that comes back."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE) as connection:
        with contextlib.suppress(ConnectionError):
            connection.sendall(sent)
            if end:
                connection.shutdown(socket.SHUT_WR)
        with contextlib.suppress(ConnectionError):
            return connection.makefile("rb").read()
    return b""


def request(first, *headers, body=b"", close=True):
    lines = [first, *headers, *(["Connection: close"] if close else [])]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def dripping(server, *lines):
    """Begin to send lines; return the connection, on which the rest may follow."""
    connection = socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE)
    connection.sendall("\r\n".join(lines).encode())
    return connection
