import re
import unicodedata
from base64 import b64decode
from io import BytesIO
from itertools import islice

from PIL import Image
from rich.cells import cell_len

from ketareader.images.geometry import Size
from ketareader.images.kitty import (
    MARKS,
    MOST_CELLS,
    PLACEHOLDER,
    colour_of,
    deletion,
    numbers,
    placeholders,
    transmission,
)
from ketareader.images.png import png
from tests.images.pictures import picture_of

COMMAND = re.compile(r"\x1b_G([^;\x1b]*);?([^\x1b]*)\x1b\\")


def commands(sequence: str) -> list[tuple[dict[str, str], str]]:
    """Return each command's keys and what it carries; there is nothing between them."""
    assert COMMAND.sub("", sequence) == ""
    found = COMMAND.findall(sequence)
    return [(dict(pair.split("=") for pair in keys.split(",")), payload) for keys, payload in found]


def test_the_chunks_of_a_picture_make_its_png() -> None:
    image = Image.effect_noise((160, 160), 90).convert("RGB")
    sent = commands(transmission(png(picture_of(image, Size(8, 16))), 300, 20, 10))
    received = Image.open(BytesIO(b64decode("".join(payload for _, payload in sent))), formats=["PNG"])
    assert received.convert("RGB").tobytes() == image.tobytes()
    assert len(sent) > 3


def test_a_picture_is_sent_to_be_shown_by_placeholders_and_nothing_is_answered() -> None:
    first, *others = commands(transmission(bytes(10_000), 0x123456, 20, 10))
    assert first[0] == {
        "a": "T",
        "U": "1",
        "f": "100",
        "t": "d",
        "i": "1193046",
        "c": "20",
        "r": "10",
        "q": "2",
        "m": "1",
    }
    assert [keys for keys, _ in others] == [{"q": "2", "m": "1"}] * (len(others) - 1) + [{"q": "2", "m": "0"}]
    assert all(len(payload) == 4096 for _, payload in [first, *others[:-1]])
    assert 0 < len(others[-1][1]) <= 4096


def test_a_small_picture_is_one_command() -> None:
    ((keys, _),) = commands(transmission(b"png", 300, 1, 1))
    assert keys["m"] == "0"


def test_every_placeholder_says_its_row_and_column() -> None:
    rows = placeholders(4, 3)
    assert [row.count(PLACEHOLDER) for row in rows] == [4, 4, 4]
    for number, row in enumerate(rows):
        cells = re.findall(f"{PLACEHOLDER}(.)(.)", row)
        assert [(MARKS.index(above), MARKS.index(column)) for above, column in cells] == [(number, x) for x in range(4)]


def test_a_row_of_placeholders_is_as_wide_as_the_picture() -> None:
    assert [cell_len(row) for row in placeholders(MOST_CELLS, 20)] == [MOST_CELLS] * 20


def test_the_marks_are_those_of_the_protocol() -> None:
    assert len(MARKS) == len(set(MARKS)) == MOST_CELLS
    assert list(MARKS) == sorted(MARKS)
    assert MARKS.startswith("\u0305\u030d\u030e\u0310\u0312\u033d\u033e\u033f\u0346\u034a")
    assert MARKS.endswith("\U0001d1ad\U0001d242\U0001d243\U0001d244")
    assert {unicodedata.combining(mark) for mark in MARKS} == {230}
    assert not any(map(unicodedata.decomposition, MARKS))


def test_the_colour_is_the_number() -> None:
    assert colour_of(0x123456) == (0x12, 0x34, 0x56)


def test_a_picture_is_forgotten_with_its_data() -> None:
    assert commands(deletion(300)) == [({"a": "d", "d": "I", "i": "300", "q": "2"}, "")]


def test_numbers_differ_and_fit_a_colour() -> None:
    some = list(islice(numbers(12345), 5000))
    assert len(set(some)) == 5000
    assert all(0xFF < number <= 0xFFFFFF for number in some)
    assert next(numbers(12346)) not in some
