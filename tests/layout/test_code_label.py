"""What info strings say of code."""

import pytest

from ketareader.layout.code_label import label_of, language_of


@pytest.mark.parametrize(
    ("info", "language"),
    [
        ("", ""),
        ("  ", ""),
        ("Python title=x", "python"),
        ("rust,no_run", "rust"),
        ("{.c #id}", "c"),
        ("{r}", "r"),
        ("c++", "c++"),
        ("{}", ""),
        ('{#mycode .haskell .numberLines startFrom="100"}', "haskell"),
        ("{#lst:hello .python}", "python"),
        ('{caption="A b" .python}', "python"),
        ('{r, fig.cap = "A b", echo=FALSE}', "r"),
        ("{#only}", ""),
        ('title="a b" c', ""),
        ("{1,3}", ""),
        ("ts:line-numbers", "ts"),
        ("js:line-numbers=2 {1,4}", "js"),
        ("js:no-line-numbers", "js"),
        ("js:app.js", "js"),
        ("{py:function} f", "py:function"),
    ],
)
def test_the_language_is_the_first_word_of_the_info_string(info: str, language: str) -> None:
    assert language_of(info) == language


@pytest.mark.parametrize(
    ("info", "label"),
    [
        ("python", "python"),
        ('js title="app.js" {1,3}', "js · app.js"),
        ("sh [npm]", "sh · npm"),
        ("js{1} [config/a b.js]", "js · config/a b.js"),
        ("sh a[1]", "sh"),
        ("rust,file=src/main.rs", "rust · src/main.rs"),
        ("sh filename='a b.sh'", "sh · a b.sh"),
        ("", ""),
        ('{r, fig.cap="A caption, here", echo=FALSE}', "r · A caption, here"),
        ("{r fig.cap = 'A caption', fig.alt='Alt'}", "r · A caption"),
        ('{.python caption="Hello listing"}', "python · Hello listing"),
        ('{.r fig-cap="A" title="b.R"}', "r · A · b.R"),
        ("ts:line-numbers", "ts"),
        ("js:src/app.js {1}", "js · src/app.js"),
        ("{versionadded} 1.2.3", "versionadded · 1.2.3"),
        ("{list-table} A *title* of it", "list-table · A *title* of it"),
        ('{python} title="a.py" {1}', "python · a.py"),
        ('sh show-caption="no"', "sh"),
    ],
)
def test_code_is_labelled_with_its_language_and_its_files_name(info: str, label: str) -> None:
    assert label_of(info) == label
