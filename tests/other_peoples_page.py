"""Somebody else's page, on a server of its own, with what is put on it."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Host:
    """The page: what stands on it, and with which headers it is sent."""

    def __init__(self):
        host = self
        self.html, self.headers = "", {}

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                for name, value in host.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                page = "<!doctype html><html lang='en'><title>Theirs</title><main><h1>Theirs</h1>"
                self.wfile.write(f"{page}{host.html}</main></html>".encode())

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
