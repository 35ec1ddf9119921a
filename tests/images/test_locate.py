import os
from pathlib import Path

import pytest

from ketareader.errors import ImageError
from ketareader.images.files import MOST_BYTES, open_picture
from ketareader.images.locate import is_remote, locate


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "article"
    (folder / "figures").mkdir(parents=True)
    for name in ("fig.png", "a b.png", "50%.png", "~fig.png", "figures/é.png", "../above.png"):
        (folder / name).write_bytes(b"x")
    return folder


@pytest.mark.parametrize(
    ("target", "name"),
    [
        ("fig.png", "fig.png"),
        ("./fig.png", "fig.png"),
        ("a%20b.png", "a b.png"),
        ("50%25.png", "50%.png"),
        ("50%.png", "50%.png"),
        ("figures/%C3%A9.png", "figures/é.png"),
        ("../above.png", "../above.png"),
        ("fig.png?raw=true", "fig.png"),
        ("fig.png#gh-dark-mode-only", "fig.png"),
        ("~fig.png", "~fig.png"),
    ],
)
def test_a_relative_target_names_a_file_beside_the_article(folder: Path, target: str, name: str) -> None:
    assert locate(target, folder).samefile(folder / name)


@pytest.mark.parametrize("target", ["http://a.example/x.png", "HTTPS://a.example/x.png", "//a.example/x.png"])
def test_what_is_on_the_web_is_left_there(folder: Path, target: str) -> None:
    assert is_remote(target)
    with pytest.raises(ImageError, match="on the web"):
        locate(target, folder)


@pytest.mark.parametrize(
    "target",
    [
        "file:///etc/hostname",
        "file:fig.png",
        "data:image/png;base64,AAAA",
        "ftp://a.example/x.png",
        "javascript:x",
        "/etc/hostname",
        "%2Fetc/hostname",
        "///etc/hostname",
        "/".join([".."] * 40) + "/etc/hostname",
        "../" * 40 + "fig.png",
        "",
        "#top",
        "%00.png",
        "~/fig.png",
        "missing.png",
        "fig.png/further.png",
        "x" * 5000 + ".png",
        ".",
        "figures",
    ],
)
def test_all_other_targets_are_refused_in_one_sentence(folder: Path, target: str) -> None:
    with pytest.raises(ImageError) as refusal:
        locate(target, folder)
    assert str(refusal.value).endswith(".")
    assert "\n" not in str(refusal.value)


def test_a_path_that_climbs_stays_below_the_root(tmp_path: Path) -> None:
    depth = len(tmp_path.parts) - 1
    (tmp_path / "fig.png").write_bytes(b"x")
    up_and_down = "../" * (depth - 1) + "/".join(tmp_path.parts[2:]) + "/fig.png"
    assert locate(up_and_down, tmp_path).samefile(tmp_path / "fig.png")
    with pytest.raises(ImageError, match="folder of the system"):
        locate("../" * depth + "/".join(tmp_path.parts[1:]) + "/fig.png", tmp_path)


def test_an_article_from_a_pipe_has_no_pictures_beside_it() -> None:
    with pytest.raises(ImageError, match="pipe"):
        locate("fig.png", None)


def test_a_pipe_is_refused_and_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fig.png")
    with pytest.raises(ImageError, match="no regular file"):
        locate("fig.png", tmp_path)
    with pytest.raises(ImageError, match="no regular file"):
        open_picture(tmp_path / "fig.png")


def test_a_link_to_a_device_is_refused(tmp_path: Path) -> None:
    (tmp_path / "fig.png").symlink_to("/dev/zero")
    with pytest.raises(ImageError, match="no regular file"):
        locate("fig.png", tmp_path)


def test_a_link_that_leads_back_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "fig.png").symlink_to("fig.png")
    with pytest.raises(ImageError):
        locate("fig.png", tmp_path)


def test_a_file_over_50_mb_is_refused_unopened(tmp_path: Path) -> None:
    with (tmp_path / "fig.png").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(ImageError, match="50 MB"):
        locate("fig.png", tmp_path)


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "fig.png").write_bytes(b"x")
    monkeypatch.setattr("ketareader.images.files.os.open", refuse)
    with pytest.raises(ImageError, match="Permission denied"):
        open_picture(tmp_path / "fig.png")


def test_a_file_that_became_a_pipe_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "fig.png")
    monkeypatch.setattr("ketareader.images.files.check", lambda _: None)
    with pytest.raises(ImageError, match="no regular file"):
        open_picture(tmp_path / "fig.png")
