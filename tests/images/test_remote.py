"""Pictures from the web, from a server on this machine."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from ketareader.errors import ImageError
from ketareader.images import remote
from ketareader.images.remote import fetch
from tests.images.pictures import encoded, quarters

PNG = encoded(quarters(8, 8), "PNG")
Answer = Callable[[BaseHTTPRequestHandler], None]


class Server(ThreadingHTTPServer):
    """A server that answers as it is told to, and keeps what it was asked."""

    daemon_threads = True
    answers: dict[str, Answer]
    asked: list[tuple[str, dict[str, str]]]

    def handle_error(self, *_: object) -> None:
        """Say nothing of a reader who leaves."""


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers)))
        self.server.answers[self.path](self)

    def log_message(self, *_: object) -> None:
        pass


def page(data: bytes, status: int = 200, **headers: str) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(data)

    return answer


def redirect(where: str) -> Answer:
    return page(b"", 302, Location=where)


@contextmanager
def serving(answers: dict[str, Answer]) -> Iterator[tuple[Server, str]]:
    with Server(("127.0.0.1", 0), Handler) as server:
        server.answers, server.asked = answers, []
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield server, f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join(5)


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "getproxies", dict)


def test_a_picture_is_fetched_and_next_to_nothing_is_said() -> None:
    with serving({"/a%20b.png?c=d": page(PNG)}) as (server, root):
        assert fetch(f"{root}/a%20b.png?c=d#e") == PNG
    [(_, headers)] = server.asked
    assert headers == {
        "Host": root.removeprefix("http://"),
        "Accept-Encoding": "identity",
        "Accept": "image/png,image/jpeg,image/gif,image/webp,image/bmp",
        "User-Agent": "ketareader",
    }


def test_redirects_are_followed_five_times_and_cookies_are_not_kept() -> None:
    answers = {f"/{number}": redirect(f"/{number + 1}") for number in range(5)} | {"/5": page(PNG)}
    answers["/0"] = page(b"", 302, Location="/1", Set_Cookie="known=yes")
    with serving(answers) as (server, root):
        assert fetch(f"{root}/0") == PNG
    assert [path for path, _ in server.asked] == [f"/{number}" for number in range(6)]
    assert not any("Cookie" in headers for _, headers in server.asked)


def test_a_sixth_redirect_is_not_followed() -> None:
    with serving({"/": redirect("/")}) as (server, root):
        with pytest.raises(ImageError, match="leads on more than 5 times"):
            fetch(f"{root}/")
        assert len(server.asked) == 6


@pytest.mark.parametrize(
    ("where", "reason"),
    [
        ("file:///etc/passwd", "none of the web"),
        ("ftp://127.0.0.1/a.png", "none of the web"),
        ("http://name:word@127.0.0.1/", "name or a password"),
        ("http://127.0.0.1:99999/", "no answer"),
        ("http://[::1/", "no answer"),
        ("http://127.0.0.1/é.png", "none of the web"),
    ],
)
def test_a_redirect_elsewhere_is_refused(where: str, reason: str) -> None:
    with (
        serving({"/": redirect(where)}) as (_, root),
        pytest.raises(ImageError, match=reason),
    ):
        fetch(f"{root}/")


def test_a_redirect_from_a_public_host_to_a_private_one_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The server is called by two names, the first of them as if its address were a public one."""
    with serving({"/": redirect("http://localhost:1/"), "/private": page(PNG)}) as (server, _):
        looked_up = socket.getaddrinfo
        monkeypatch.setattr(remote, "_is_public", lambda address: address == "127.0.0.1")
        monkeypatch.setattr(
            socket,
            "getaddrinfo",
            lambda host, *rest, **more: looked_up("::1" if host == "localhost" else host, *rest, **more),
        )
        with pytest.raises(ImageError, match="into a private network"):
            fetch(f"http://127.0.0.1:{server.server_port}/")


@pytest.mark.parametrize(
    ("address", "is_public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("127.0.0.1", False),
        ("10.0.0.1", False),
        ("172.16.5.4", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),  # noqa: S104 (nothing listens here)
        ("224.0.0.1", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:192.168.1.1", False),
        ("::ffff:93.184.215.14", True),
        ("2002:c0a8:0101::1", False),
    ],
)
def test_public_addresses_are_told_from_those_of_one_network(address: str, is_public: bool) -> None:  # noqa: FBT001
    assert remote._is_public(address) is is_public  # noqa: SLF001


def test_a_secret_connection_leads_to_no_open_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "_get", lambda *_: "http://127.0.0.1/a.png")
    with pytest.raises(ImageError, match="secret connection to an open one"):
        fetch("https://127.0.0.1/a.png")


def test_nothing_is_fetched_past_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "getproxies", lambda: {"http": "http://proxy.invalid"})
    monkeypatch.setattr(remote, "proxy_bypass", lambda _host: False)
    with pytest.raises(ImageError, match="proxy"):
        fetch("http://127.0.0.1/a.png")


@pytest.mark.parametrize("answer", [page(PNG + bytes(1_000_000)), page(PNG, Content_Length="900000000")])
def test_a_large_file_is_given_up(monkeypatch: pytest.MonkeyPatch, answer: Answer) -> None:
    monkeypatch.setattr(remote, "MOST_BYTES", 100_000)
    with (
        serving({"/": answer}) as (_, root),
        pytest.raises(ImageError, match="too large to be loaded"),
    ):
        fetch(f"{root}/")


def drip(handler: BaseHTTPRequestHandler) -> None:
    """Send a byte now and then."""
    handler.wfile.write(b"HTTP/1.0 200 OK\r\nX: ")
    for _ in range(100):
        handler.wfile.write(b"x")
        time.sleep(0.05)


def test_a_server_that_sends_a_byte_now_and_then_is_given_up_in_time() -> None:
    start = time.monotonic()
    with serving({"/": drip}) as (_, root), pytest.raises(ImageError, match="takes too long to come"):
        fetch(f"{root}/", 0.5)
    assert time.monotonic() - start < 3


def test_a_server_that_never_answers_is_given_up_in_time() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, pytest.raises(ImageError, match="takes too long to come"):
        fetch(f"http://127.0.0.1:{server.getsockname()[1]}/", 0.3)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (page(b"", 404), "answers with 404"),
        (page(b"", 302), "answers with 302"),
        (page(b"<html>"), "picture"),
        (page(b""), "picture"),
        (page(PNG[:12]), "picture"),
        (lambda handler: handler.wfile.write(b"nonsense\r\n\r\n"), "no answer"),
        (lambda _: None, "host"),
    ],
)
def test_what_is_no_picture_is_refused(answer: Answer, reason: str) -> None:
    with serving({"/": answer}) as (_, root), pytest.raises(ImageError, match=reason) as error:
        fetch(f"{root}/")
    assert "\n" not in str(error.value)


def test_a_host_that_is_not_there_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(ImageError, match="can't be reached"):
        fetch(f"http://127.0.0.1:{port}/")

    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(ImageError, match="can't be reached"):
        fetch("http://nowhere.invalid/a.png")


def test_a_host_that_cannot_prove_its_name_is_refused() -> None:
    with serving({"/": page(PNG)}) as (_, root), pytest.raises(ImageError, match="can't be reached"):
        fetch(root.replace("http", "https"), 3)
