import re
from base64 import b64decode
from io import BytesIO

import pytest
from PIL import Image

from ketareader.images.geometry import Size
from ketareader.images.iterm2 import payload
from tests.images.pictures import motley, picture_of

SEQUENCE = re.compile(r"\x1b\]1337;File=([^:]*):([A-Za-z0-9+/=]*)\a")


@pytest.mark.parametrize("rows", [range(10), range(1), range(3, 7), range(9, 10)], ids=str)
def test_the_rows_in_sight_are_sent_as_a_png_of_their_cells(rows: range) -> None:
    image = motley(160, 160)
    sent = SEQUENCE.fullmatch(payload(picture_of(image, Size(8, 16)), rows))
    assert sent
    arguments = dict(pair.split("=") for pair in sent[1].split(";"))
    data = b64decode(sent[2])
    assert (arguments["width"], arguments["height"], arguments["size"]) == ("20", str(len(rows)), str(len(data)))
    assert (arguments["inline"], arguments["preserveAspectRatio"], arguments["doNotMoveCursor"]) == ("1", "0", "1")
    part = image.crop((0, rows.start * 16, 160, rows.stop * 16))
    assert Image.open(BytesIO(data), formats=["PNG"]).tobytes() == part.tobytes()
