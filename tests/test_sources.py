"""Opening: what is found out of a file before it is read, and every way in which it is refused."""

import gzip
import io
import os
import socket
import sys
import time
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketareader.errors import SourceError
from ketareader.sources import open_source, opened, stdin_source
from ketareader.sources.lines import HEAD
from ketareader.text import clean, clean_line
from tests.hostile.payloads import ESCAPES, NAMES

NOBODY = 65534


def as_text(_name: str, _head: str) -> str:
    return "text"


def written(folder: Path, content: bytes, name: str = "a.txt") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def text_of(where: str | Path) -> str:
    return "".join(piece.text for piece in open_source(where, as_text).pieces())


def refusal(where: str | Path) -> str:
    """Return the one line with which `where` is refused, and see that it comes at once and leaves nothing open."""
    before, began = open_descriptors(), time.perf_counter()
    with pytest.raises(SourceError) as refused:
        open_source(where, as_text)
    assert time.perf_counter() - began < 1
    assert open_descriptors() == before
    assert str(refused.value) == clean_line(str(refused.value))
    return str(refused.value)


def open_descriptors() -> int:
    return sum(1 for _ in Path("/dev/fd").iterdir())


@contextmanager
def permissions_apply() -> Iterator[None]:
    """Be nobody for a while, as root may read whatever it likes."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(user)


def test_a_source_has_its_name_path_size_and_encoding(tmp_path: Path) -> None:
    path = written(tmp_path, "é\n".encode(), "notes.md")
    with closing(open_source(path, as_text)) as article:
        source = article.source
    assert (source.name, source.path, source.size, source.encoding) == ("notes.md", path, 3, "UTF-8")


def test_the_format_is_asked_for_with_the_name_and_the_cleaned_beginning(tmp_path: Path) -> None:
    path = written(tmp_path, b"\xef\xbb\xbf# a\r\n\x1b[31m" + b"b\n" * HEAD, "notes.md")
    asked: list[tuple[str, str]] = []

    def format_of(name: str, head: str) -> str:
        asked.append((name, head))
        return "markdown"

    with closing(open_source(str(path), format_of)) as article:
        assert article.source.format == "markdown"
    [(name, head)] = asked
    assert name == "notes.md"
    assert head.startswith("# a\n␛[31mb\n")
    assert len(head) < HEAD + 10


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_file_of_any_name_opens_and_is_called_by_a_harmless_one(tmp_path: Path, name: str) -> None:
    path = written(tmp_path, b"text\n", name)
    with closing(open_source(path, as_text)) as article:
        assert article.source.name == clean_line(name)


@pytest.mark.parametrize(
    "name", [*NAMES, *(escape.replace("/", "").replace("\0", "") for escape in ESCAPES)], ids=ascii
)
def test_a_missing_file_of_any_name_is_refused_in_one_harmless_line(tmp_path: Path, name: str) -> None:
    assert "There is no file" in refusal(tmp_path / name)


def test_a_missing_file_is_refused_with_the_nearest_name_that_is_there(tmp_path: Path) -> None:
    written(tmp_path, b"text\n", "README.md")
    written(tmp_path, b"text\n", "other.txt")
    assert refusal(tmp_path / "readme.dm").endswith("README.md”?")
    assert "Did you mean" not in refusal(tmp_path / "quite-different")


def test_a_missing_folder_is_what_a_refusal_names(tmp_path: Path) -> None:
    assert "there is no folder" in refusal(tmp_path / "nowhere" / "a.txt")


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    written(tmp_path, b"text\n")
    assert "folder is a file" in refusal(tmp_path / "a.txt" / "b.txt")


@pytest.mark.parametrize("where", [".", "/", ".."])
def test_a_folder_is_refused(where: str) -> None:
    assert "is a folder" in refusal(where)


@pytest.mark.parametrize("where", ["/dev/zero", "/dev/null", "/dev/tty", "/dev/urandom"])
def test_a_device_is_refused(where: str) -> None:
    assert "is a device" in refusal(where)


def test_a_pipe_is_refused_without_being_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe")
    monkeypatch.setattr(os, "open", lambda *_: pytest.fail("a writer would lose its reader"))
    assert "is a pipe" in refusal(tmp_path / "pipe")


def test_a_pipe_put_in_a_files_place_while_it_is_opened_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "pipe")
    a_file = written(tmp_path, b"text\n").stat()
    monkeypatch.setattr(Path, "stat", lambda _path: a_file)
    assert "is a pipe" in refusal(tmp_path / "pipe")


def test_a_file_deleted_while_it_is_opened_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, b"text\n")
    a_file = path.stat()
    path.unlink()
    monkeypatch.setattr(Path, "stat", lambda _path: a_file)
    assert "There is no file" in refusal(path)


def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # A socket's path may be 107 bytes long.
    with closing(socket.socket(socket.AF_UNIX)) as listener:
        listener.bind("socket")
        assert "is a socket" in refusal("socket")


def test_a_link_that_leads_back_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    assert "leads back to itself" in refusal(tmp_path / "a")


def test_a_link_to_a_file_is_followed(tmp_path: Path) -> None:
    written(tmp_path, b"text\n")
    (tmp_path / "link").symlink_to("a.txt")
    assert text_of(tmp_path / "link") == "text\n"


def test_a_link_to_nowhere_is_missing(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("nowhere")
    assert "There is no file" in refusal(tmp_path / "link")


def test_a_name_that_is_too_long_is_refused_with_some_of_it(tmp_path: Path) -> None:
    message = refusal(tmp_path / ("a" * 5000))
    assert "too long" in message
    assert len(message) < 200


@pytest.mark.parametrize("where", ["a\0b", "\ud800"])
def test_a_name_that_no_file_may_have_is_refused(where: str) -> None:
    assert "is no name for a file" in refusal(where)


def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, b"text\n")
    path.chmod(0)
    with permissions_apply():
        assert "you have no permission" in refusal(path)


def test_what_else_the_system_says_is_passed_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> int:
        raise OSError(24, "Too many open files")

    path = written(tmp_path, b"text\n")
    monkeypatch.setattr(os, "open", fail)
    assert "can't be opened: Too many open files." in refusal(path)


@pytest.mark.parametrize("content", [b"", b"\n", b" \t\r\n" * 100, b"\xef\xbb\xbf", b"\xff\xfe", b"\xff\xfe\n\0"])
def test_an_empty_file_is_refused(tmp_path: Path, content: bytes) -> None:
    assert "is empty" in refusal(written(tmp_path, content))


def zipped(name: str, content: bytes) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as book:
        book.writestr(name, content)
    return archive.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "a PDF document, not text: turn it into text first"),
        (zipped("mimetype", b"application/epub+zip"), "an EPUB book"),
        (zipped("mimetype", b"application/vnd.oasis.opendocument.text"), "an office document"),
        (zipped("[Content_Types].xml", b"<Types/>"), "an office document"),
        (zipped("a.txt", b"text"), "a ZIP archive"),
        (gzip.compress(b"text", mtime=0), "compressed, not text: unpack it first, with gunzip"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG image, not text."),
        (b"\x7fELF\x02\x01\x01" + bytes(9), "a program"),
        (b"SQLite format 3\0\x10\0", "an SQLite database"),
        (b"a.txt".ljust(257, b"\0") + b"ustar  \0", "a tar archive"),
    ],
)
def test_a_known_kind_of_binary_file_is_named(tmp_path: Path, content: bytes, kind: str) -> None:
    assert f"is {kind}" in refusal(written(tmp_path, content))


@pytest.mark.parametrize(
    "content",
    [
        bytes(1000),
        b"ab\0\0" * 1000,
        b"".join(sha256(bytes([i, j])).digest() for i in range(32) for j in range(32)),
        bytes(range(256)) * 10,
        b"\1\2\3\4" * 100,
    ],
    ids=["zeros", "numbers", "random", "every byte", "controls"],
)
def test_other_binary_data_is_refused(tmp_path: Path, content: bytes) -> None:
    assert "is no text" in refusal(written(tmp_path, content))


@pytest.mark.parametrize(
    "content",
    [
        b"one\0two\n",
        b"a line\n\0" * 3 + b"text without NULs\n" * 20,
        b"\x1b[31mred\x1b[0m\n" * 100,
        b"N\bNA\bAM\bME\bE\n" * 100,
        b"page\f\n" * 100,
        bytes(range(128)),
        b"\n\n  \nThe first line is the last.",
        b"\rtext" + bytes(60),
        b"MZ is how it begins.\n",
        b"BZh? GIF89a! ID3. Rar!\n",
    ],
)
def test_text_with_some_controls_is_text(tmp_path: Path, content: bytes) -> None:
    text = text_of(written(tmp_path, content))
    assert text == clean(content.decode().replace("\r", "\n").removesuffix("\n") + "\n")


@pytest.mark.skipif(not Path("/proc/version").exists(), reason="there is no /proc")
def test_a_file_whose_size_is_not_known_is_read() -> None:
    with closing(open_source("/proc/version", as_text)) as article:
        assert article.source.size == len(article.head)
        assert "".join(piece.text for piece in article.pieces()).startswith("Linux")


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="there is no /proc")
def test_a_file_that_fails_while_it_is_read_is_refused() -> None:
    assert "can't be read any further" in refusal("/proc/self/mem")


def given_to_stdin(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))


def test_standard_input_is_read_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    content = "é, read from a pipe\r\n".encode() * HEAD
    given_to_stdin(monkeypatch, content)
    article = open_source("-", as_text)
    assert (article.source.path, article.source.size, article.source.encoding) == (None, len(content), "UTF-8")
    pieces = list(article.pieces())
    assert "".join(piece.text for piece in pieces) == "é, read from a pipe\n" * HEAD
    assert pieces[-1].done == len(content)


def test_empty_standard_input_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    given_to_stdin(monkeypatch, b"")
    assert refusal("-") == "Standard input is empty: pipe an article into it, or name a file."


def test_endless_standard_input_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opened, "_MOST_PIPED", HEAD)
    given_to_stdin(monkeypatch, b"y\n" * HEAD)
    assert "save it as a file" in refusal("-")


def test_standard_input_that_is_only_written_to_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    descriptor = os.open(tmp_path / "a.md", os.O_WRONLY | os.O_CREAT)
    with io.TextIOWrapper(io.BufferedReader(io.FileIO(descriptor, "r"))) as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        assert refusal("-") == "Standard input is open for writing only: name a file to read instead."


def test_an_empty_name_and_an_address_are_refused_for_what_they_are() -> None:
    assert refusal("") == "The name of the file is empty: name one, or - for standard input."
    assert refusal("https://example.org/a.md") == (
        "“https://example.org/a.md” is an address, and nothing is fetched here: save the page as a file and open that."
    )


def test_closed_standard_input_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(SourceError, match="is closed"):
        stdin_source(as_text)


def test_a_file_called_minus_is_opened_by_its_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    written(tmp_path, b"text\n", "-")
    assert text_of("./-") == text_of(Path("-")) == "text\n"


def test_an_opened_article_that_is_not_read_is_closed_by_hand(tmp_path: Path) -> None:
    before = open_descriptors()
    article = open_source(written(tmp_path, b"text\n"), as_text)
    assert open_descriptors() == before + 1
    article.close()
    assert open_descriptors() == before


def test_nothing_is_left_open_where_finding_the_format_fails(tmp_path: Path) -> None:
    def fail(_name: str, _head: str) -> str:
        raise LookupError

    before = open_descriptors()
    with pytest.raises(LookupError):
        open_source(written(tmp_path, b"text\n"), fail)
    assert open_descriptors() == before


@given(st.binary() | st.text().map(str.encode) | st.text(min_size=9).map(lambda text: text.encode("utf-16-le")))
def test_any_bytes_are_text_that_is_harmless_or_are_refused(content: bytes) -> None:
    with NamedTemporaryFile() as file:
        file.write(content)
        file.flush()
        try:
            text = text_of(file.name)
        except SourceError:
            return
    assert text == clean(text)
    assert text.endswith("\n")
