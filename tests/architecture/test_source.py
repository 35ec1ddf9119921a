"""The rules that the source text itself keeps."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "ketareader"
UI = SOURCE / "ui"
FILES = sorted(SOURCE.rglob("*.py"))
BELOW_UI = [path for path in FILES if UI not in path.parents]
TOO_WIDE = {"Exception", "BaseException"}


def name_of(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def caught(handler: ast.ExceptHandler) -> set[str]:
    """Name what a handler catches: a bare `except` catches `BaseException`."""
    if handler.type is None:
        return {"BaseException"}
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return {ast.unparse(kind).removeprefix("builtins.") for kind in kinds}


def dataclasses(tree: ast.Module) -> Iterator[tuple[str, set[str]]]:
    """Yield each dataclass with the options that it sets to true."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.ClassDef):
            continue
        for decorator in node.decorator_list:
            call = decorator if isinstance(decorator, ast.Call) else None
            called = ast.unparse(call.func if call else decorator)
            if called.split(".")[-1] == "dataclass":
                options = call.keywords if call else []
                yield node.name, {str(option.arg) for option in options if ast.unparse(option.value) == "True"}


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_no_file_is_over_400_lines(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 400


def test_the_app_is_under_120_lines() -> None:
    app = UI / "app.py"
    if not app.exists():
        pytest.skip("there is no app yet")
    assert len(app.read_text("utf-8").splitlines()) < 120


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_a_bug_is_never_caught(path: Path) -> None:
    handlers = [node for node in ast.walk(parsed(path)) if isinstance(node, ast.ExceptHandler)]
    assert [node.lineno for node in handlers if caught(node) & TOO_WIDE] == []


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_an_ignored_type_error_is_named(path: Path) -> None:
    assert re.findall(r"#\s*type:\s*ignore(?!\[[a-z, -]+\])", path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", BELOW_UI, ids=name_of)
def test_values_are_frozen_and_slotted(path: Path) -> None:
    loose = [name for name, options in dataclasses(parsed(path)) if not {"frozen", "slots"} <= options]
    assert loose == []


@pytest.mark.parametrize("path", BELOW_UI, ids=name_of)
def test_only_the_screen_speaks_of_textual(path: Path) -> None:
    assert "textual" not in path.read_text("utf-8")


@pytest.mark.parametrize("path", sorted(UI.rglob("*.py")), ids=name_of)
def test_painting_a_line_changes_nothing(path: Path) -> None:
    functions = [
        node for node in ast.walk(parsed(path)) if isinstance(node, ast.FunctionDef) and node.name == "render_line"
    ]
    stored = [node for function in functions for node in ast.walk(function) if isinstance(node, ast.Attribute)]
    assert [node.lineno for node in stored if not isinstance(node.ctx, ast.Load)] == []
