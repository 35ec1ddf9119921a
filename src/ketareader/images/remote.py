"""Fetching a picture from the web, once the reader has asked for it: one GET that says as little as it can.

No cookie, no password, no referrer and no name of the program's version go with it, and it goes straight to the host:
where the system has a proxy for it, nothing is fetched. Redirects are followed a few times, never from https to http,
and from a host that everybody can reach never to one that only this machine can: an article must not make the reader's
machine knock on doors inside the reader's network. So names are looked up here, and what was looked at is connected to.
"""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse
from io import BytesIO
from ipaddress import IPv6Address, ip_address
from threading import Timer
from time import monotonic
from typing import Final, NamedTuple
from urllib.parse import SplitResult, urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

from ketareader.errors import ImageError
from ketareader.images.header import read_header

DEADLINE: Final = 20.0
"""Seconds for all of it."""
MOST_BYTES: Final = 20_000_000
"""A larger picture is not fetched."""
MOST_REDIRECTS: Final = 5

_CHUNK: Final = 1 << 16
_OK: Final = 200
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_PORTS: Final = {"http": 80, "https": 443}
_HEADERS: Final = {"Accept": "image/png,image/jpeg,image/gif,image/webp,image/bmp", "User-Agent": "ketareader"}
"""That it takes no encoded answer, `http.client` says by itself."""


class _Door(NamedTuple):
    """Where a host is."""

    addresses: tuple[str, ...]
    port: int
    is_public: bool
    """Whether each of the addresses is one that the whole internet has in common."""


class _Connection(HTTPConnection):
    """A connection to one of the addresses that were looked at before."""

    def __init__(self, url: SplitResult, door: _Door, timeout: float) -> None:
        """Connect to nothing yet."""
        self.default_port = _PORTS[url.scheme]
        super().__init__(url.hostname or "", door.port, timeout=timeout)
        self._door = door
        self._is_secret = url.scheme == "https"

    def connect(self) -> None:
        """Connect; with TLS, the host's name has to be its own."""
        self.sock = self._connected()
        if self._is_secret:
            context = ssl.create_default_context()
            self.sock = context.wrap_socket(self.sock, server_hostname=self.host, do_handshake_on_connect=False)
            self.sock.do_handshake()

    def _connected(self) -> socket.socket:
        """Connect to the first address that answers; each has its share of the time."""
        *others, last = self._door.addresses
        share = (self.timeout or DEADLINE) / (len(others) + 1)
        for address in others:
            with suppress(OSError):
                return socket.create_connection((address, self._door.port), share)
        return socket.create_connection((last, self._door.port), share)


def fetch(address: str, deadline: float = DEADLINE) -> bytes:
    """Return the file of the picture at `address`, http or https, in ASCII; `deadline` is in seconds.

    Raises `ImageError` for one that doesn't come, comes too slowly, is too large, or can't be a picture.
    """
    end = monotonic() + deadline
    with _failure_told():
        data = _followed(address, end)
    read_header(BytesIO(data))
    return data


def _followed(address: str, end: float) -> bytes:
    """Get what is at an address, or where that leads."""
    was_public = False
    for _ in range(MOST_REDIRECTS + 1):
        url = _checked(address)
        door = _door(url)
        if was_public and not door.is_public:
            raise ImageError("The picture's address leads from the web into a private network, and isn't followed.")
        was_public |= door.is_public
        found = _get(url, door, end)
        if isinstance(found, bytes):
            return found
        following = urljoin(address, found)
        if url.scheme == "https" and urlsplit(following).scheme != "https":
            raise ImageError("The picture's address leads from a secret connection to an open one.")
        address = following
    raise ImageError(f"The picture's address leads on more than {MOST_REDIRECTS} times.")


def _checked(address: str) -> SplitResult:
    """Return the parts of an address that may be fetched from."""
    url = urlsplit(address)
    if url.scheme not in _PORTS or not url.hostname or not address.isascii():
        raise ImageError("The picture's address is none of the web.")
    if url.username is not None or url.password is not None:
        raise ImageError("The picture's address has a name or a password in it, and isn't fetched.")
    proxies = getproxies()
    if (proxies.get(url.scheme) or proxies.get("all")) and not proxy_bypass(url.hostname):
        raise ImageError("The system has a proxy for the web, and pictures aren't fetched through one.")
    return url


def _door(url: SplitResult) -> _Door:
    """Look a host up."""
    port = url.port or _PORTS[url.scheme]
    found = socket.getaddrinfo(url.hostname, port, type=socket.SOCK_STREAM)
    addresses = tuple(dict.fromkeys(str(address[0]) for *_, address in found))
    return _Door(addresses, port, all(map(_is_public, addresses)))


def _is_public(address: str) -> bool:
    """Tell whether the whole internet has an address in common; an IPv4 one within an IPv6 one counts as itself."""
    found = ip_address(address.partition("%")[0])
    if isinstance(found, IPv6Address):
        found = found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else found)
    return found.is_global and not found.is_multicast


def _get(url: SplitResult, door: _Door, end: float) -> bytes | str:
    """Return what is at an address, or the address that it leads to."""
    left = end - monotonic()
    if left <= 0:
        raise TimeoutError
    connection = _Connection(url, door, left)
    watch = Timer(left, _break_off, [connection])
    watch.daemon = True
    watch.start()
    try:
        target = f"{url.path or '/'}{'?' if url.query else ''}{url.query}"
        connection.request("GET", target, headers=_HEADERS)
        with connection.getresponse() as response:
            return _answer(response)
    finally:
        watch.cancel()
        connection.close()
        if monotonic() >= end:
            raise TimeoutError


def _break_off(connection: _Connection) -> None:
    """End what takes too long, wherever it is: a server may send a byte now and then for ever."""
    with suppress(OSError):
        if connection.sock:
            socket.socket.shutdown(connection.sock, socket.SHUT_RDWR)


def _answer(response: HTTPResponse) -> bytes | str:
    """Read an answer."""
    if response.status in _REDIRECTS and (following := response.getheader("Location")):
        return following
    if response.status != _OK:
        raise ImageError(f"The picture's host answers with {response.status}.")
    if (response.length or 0) > MOST_BYTES:
        raise _too_large()
    return b"".join(_chunks(response))


def _chunks(response: HTTPResponse) -> Iterator[bytes]:
    """Yield what comes, up to the most that is taken."""
    size = 0
    while chunk := response.read1(_CHUNK):
        size += len(chunk)
        if size > MOST_BYTES:
            raise _too_large()
        yield chunk


def _too_large() -> ImageError:
    return ImageError(f"The picture is over {MOST_BYTES // 1_000_000} MB, which is too large to be loaded.")


@contextmanager
def _failure_told() -> Iterator[None]:
    """Turn what goes wrong on the way into one sentence."""
    try:
        yield
    except TimeoutError as error:
        raise ImageError("The picture takes too long to come.") from error
    except ssl.SSLCertVerificationError as error:
        raise ImageError("The picture's host can't prove that it is who it says.") from error
    except OSError as error:
        raise ImageError("The picture's host can't be reached.") from error
    except (HTTPException, ValueError) as error:
        raise ImageError("The picture's host answers with what is no answer.") from error
