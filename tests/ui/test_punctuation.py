"""Quotation marks, dashes and ellipses on the screen."""

from pathlib import Path

from ketareader.pipeline import open_to_read
from ketareader.state import Memory, Settings
from ketareader.ui.app import KetaApp
from tests.ui.reading import outcome, page_text, press, settle, type_text

TEXT = 'She said "it\'s late" -- or later... `"code"` stays.\n'


async def test_punctuation_is_set_as_in_print_but_for_code_and_found_as_it_is_typed(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(TEXT, "utf-8")
    article = open_to_read(str(path))
    article.document.extend(next(article.batches))
    app = KetaApp(article, Memory(), Settings())
    async with app.run_test(size=(100, 20)) as pilot:
        await settle(app, pilot)
        assert page_text(app)[0] == 'She said “it’s late” – or later… "code" stays.'
        await press(app, pilot, "slash")
        await type_text(app, pilot, "it's late")
        assert outcome(app).startswith("1 of 1")
