"""A server between a browser and the course, which changes what passes."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import ways_in

PASSED_ON = ("Content-Type", "Content-Security-Policy", "Cache-Control")


class Between:
    """Stands before a server: words are replaced in all texts, headers are added.

    `found` holds the words that there were to replace.
    """

    def __init__(self, server, replaced=(), headers=()):
        self.found = found = set()

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                status, sent, body = ways_in.get(server.url(self.path.lstrip("/")))
                self.send_response(status)
                for name in PASSED_ON:
                    if name in sent:
                        self.send_header(name, sent[name])
                for name, value in headers:
                    self.send_header(name, value)
                self.end_headers()
                for word, instead in replaced:
                    if word.encode() in body:
                        found.add(word)
                    body = body.replace(word.encode(), instead.encode())
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def url(self, path=""):
        return f"http://127.0.0.1:{self.server.server_port}/{path}"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
