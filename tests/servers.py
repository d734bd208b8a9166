"""A server of the loopback that behaves as badly as asked, and remembers who asked what."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Behaviour = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Server:
    """`asked` holds « METHOD /path » in order."""

    address: str
    asked: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)


def says(status: int, body: str = "", **headers: str) -> Behaviour:
    """Answers `status`; `Retry_After="2"` becomes a header."""

    def behave(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(body.encode())))
        handler.end_headers()
        if handler.command != "HEAD":
            handler.wfile.write(body.encode())

    return behave


def in_turn(*behaviours: Behaviour) -> Behaviour:
    """The first behaviour for the first request, then the next; the last one stays."""
    left = list(behaviours)
    return lambda handler: (left.pop(0) if len(left) > 1 else left[0])(handler)


def by_method(head: Behaviour, get: Behaviour) -> Behaviour:
    return lambda handler: (head if handler.command == "HEAD" else get)(handler)


@contextmanager
def server(paths: Mapping[str, Behaviour]) -> Iterator[Server]:
    """Serves `paths`; anything else answers 404."""

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def do_GET(self) -> None:
            found.asked.append(f"{self.command} {self.path}")
            found.agents.add(self.headers["User-Agent"])
            paths.get(self.path, says(404))(self)

        do_HEAD = do_GET  # noqa: N815 (the name that http.server calls)

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    running.daemon_threads = True
    found = Server(f"http://127.0.0.1:{running.server_port}")
    thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield found
    finally:
        running.shutdown()
        thread.join()
        running.server_close()
