"""Pillow is loaded for pixels alone: a page is laid out without it."""

import subprocess
import sys
from pathlib import Path

from tests.images.pictures import encoded, quarters

MEASURE = """
import sys
from pathlib import Path
from ketareader.images.geometry import Size
from ketareader.images.locate import locate
from ketareader.images.measure import measure
from ketareader.images.terminal import choose
path = locate("fig.jpg", Path(sys.argv[1]))
print(choose("auto", {}), *measure(path, 40, 20, Size(8, 16))[:2], "PIL" in sys.modules)
"""

READ = """
import sys
from ketareader.cli import main
main(["print", sys.argv[1]])
sys.exit("PIL" in sys.modules or any(name.startswith("ketareader.images") for name in sys.modules))
"""


def run(program: str, argument: Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", program, str(argument)]
    return subprocess.run(command, capture_output=True, check=False, encoding="utf-8", timeout=60)


def test_a_picture_is_located_and_measured_without_pillow(tmp_path: Path) -> None:
    (tmp_path / "fig.jpg").write_bytes(encoded(quarters(640, 320), "JPEG"))
    done = run(MEASURE, tmp_path)
    assert (done.stdout, done.stderr) == ("blocks 40 10 False\n", "")


def test_an_article_without_pictures_loads_nothing_for_them(article: Path) -> None:
    done = run(READ, article)
    assert (done.returncode, done.stderr) == (0, "")
