"""What is shown of a formula means what its TeX means, and nothing else."""

import re
from itertools import combinations
from typing import Final
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketareader.document.document import Document
from ketareader.document.source import Piece, Source
from ketareader.parsers.markdown.parser import Markdown
from ketareader.parsers.markdown.scripts import SUBSCRIPTS, SUPERSCRIPTS
from ketareader.parsers.markdown.tex import displayed_math, unicode_math
from ketareader.search.find import find
from ketareader.search.query import Query, compile_query
from ketareader.search.texts import Texts
from tests.parsers.formula_trees import TREES, Tree, every_tree, leaves, tex

# Formulas of a family have the same letters, and different meanings.
FAMILIES: Final = (
    (r"\frac{1}{2}x", r"\frac{1}{2x}", r"\frac{x}{2}1", r"1\cdot\frac{x}{2}"),
    (r"\sqrt{x}^2", r"\sqrt{x^2}", r"\sqrt{x}2", r"\sqrt{x2}", r"\sqrt[2]{x}", r"2\sqrt{x}", r"x\sqrt{2}"),
    (r"\frac{a}{b}\frac{c}{d}", r"\frac{a}{\frac{b}{c}d}", r"\frac{a}{b\frac{c}{d}}", r"\frac{\frac{a}{b}c}{d}"),
    (r"a/\frac{b}{c}", r"\frac{a}{b}/c", r"\frac{a}{b/c}c"),
    (r"\frac{a+b}{c}^2", r"\frac{a+b}{c^2}", r"\frac{(a+b)^2}{c}", r"\frac{a+b^2}{c}", r"a+\frac{b}{c}^2"),
    (r"\underbrace{a+b}_{n}", r"a+b_n", r"(a+b)_n", r"\overbrace{a+b}_{n}", r"a+\underbrace{b}_n"),
    (r"mc^2 \tag{3}", r"mc^2 3", r"mc^{23}", r"mc^2(3)"),
    (r"\widehat{xy}", r"xy", r"\hat{x}\hat{y}", r"x\hat{y}", r"\hat{x}y", r"\widetilde{xy}", r"\overline{xy}"),
    (r"\overline{x}\overline{y}", r"\overline{xy}", r"\underline{xy}", r"\vec{xy}", r"\vec{x}\vec{y}"),
    (r"\overline{a+b}c", r"\overline{a}+bc", r"\overline{a+bc}", r"a+\overline{b}c"),
    (r"x^{ab}", r"x^ab", r"x^{a^b}", r"x^a{}^b", r"{x^a}^b", r"x_{ab}", r"x_a^b", r"x_{a^b}", r"(x_a)^b"),
    (r"x_{Qy}", r"x_Qy", r"x_Q^y", r"x_{Q^y}", r"x^Q_y", r"x^{Q_y}", r"x^Qy", r"xQ_y"),
    (r"x_{n+1}", r"x_n+1", r"x^{n+1}", r"x^n+1", r"x_{n}^{+1}"),
    (r"e^{-x^2}y", r"e^{-x^2y}", r"e^{-x}2y", r"{e^{-x}}^2y", r"e^{-(x^2y)}"),
    (r"x\sqrt[n]{y}", r"x^n\sqrt{y}", r"xn\sqrt{y}", r"\sqrt[n]{xy}", r"\sqrt[n]{x}y", r"x_n\sqrt{y}"),
    (r"\frac{-1}{2}", r"-\frac{1}{2}", r"\frac{1}{-2}"),
    (r"\sin\frac{x}{2}", r"\frac{\sin x}{2}", r"\frac{x}{\sin 2}", r"\frac{x}{2}\sin"),
    (r"\sin x^2", r"\sin^2 x", r"(\sin x)^2", r"\sin(x2)", r"\sin_2 x"),
    (r"\sin\sqrt{x}y", r"\sin\sqrt{xy}", r"\sqrt{\sin x}y"),
    (r"\sin\frac{n\pi}{L}x", r"\sin\left(\frac{n\pi}{L}\right)x", r"\frac{\sin n\pi}{L}x", r"\sin\frac{n\pi x}{L}"),
    (r"\sin\sqrt{x}y", r"\sin\left(\sqrt{x}\right)y", r"\sin(\sqrt{xy})"),
    (r"\sin\frac{x}{2}^2", r"\sin\left(\frac{x}{2}\right)^2", r"\sin\frac{x^2}{2}", r"\sin^2\frac{x}{2}"),
    (r"\sin\sqrt{x}^2", r"\sin\left(\sqrt{x}\right)^2", r"\sin\sqrt{x^2}"),
    (r"\sin\frac{a}{b}\cdot c", r"\sin\left(\frac{a}{b}\right)\cdot c", r"\sin\frac{a}{b\cdot c}"),
    (r"\sin\frac{a}{b}\,c", r"\sin\,\left(\frac{a}{b}\right)c", r"\sin\frac{ac}{b}"),
    (r"\log\frac{1}{N}\sum_i p_i", r"\log\left(\frac{1}{N}\right)\sum_i p_i", r"\log\frac{\sum_i p_i}{N}1"),
    (r"\max\frac{a}{b}c", r"\max\left(\frac{a}{b}\right)c", r"\max\frac{ac}{b}"),
    (r"\log_2\frac{a}{b}c", r"\log_2\left(\frac{a}{b}\right)c", r"\log\frac{2a}{b}c"),
    (r"\log_2 n", r"\log 2n", r"\log^2 n", r"\log n_2"),
    (r"\lim_{x\to 0} x", r"\lim x \to 0x", r"\lim_x \to 0x"),
    (r"2\frac13", r"\frac{21}{3}", r"2\cdot\frac13", r"\frac{2}{13}", r"2^{\frac13}", r"2_{\frac13}"),
    (r"\binom{n}{k}", r"\frac{n}{k}", r"(n,k)", r"\binom{k}{n}", r"(nk)"),
    (r"a \ne b", r"a = b", r"a \not\equiv b", r"a \equiv b"),
    (r"a \land b", r"a \lor b", r"a \cap b", r"a \cup b", r"a \wedge b^{}c"),
    (r"a \le b", r"a \lt b", r"a \ll b", r"a \ge b", r"a \gets b", r"a \Leftarrow b"),
    (r"a \to b", r"a \implies b", r"a \mapsto b", r"a \iff b", r"a \xrightarrow{f} b", r"a \xrightarrow{g} b"),
    (r"|x|y", r"|xy|", r"\|x\|y", r"\|xy\|", r"x|y|", r"x \mid y"),
    (r"x'", r"x''", r"x'''", r"x", r"x_1'", r"x^1"),
    (r"\mathbf{x}", r"x", r"\mathbb{x}", r"\mathcal{x}", r"\mathfrak{x}"),
    (r"\bar{x}", r"\hat{x}", r"\tilde{x}", r"\dot{x}", r"\ddot{x}", r"\vec{x}", r"\check{x}", r"\underline{x}"),
    (r"\phi", r"\varphi", r"\epsilon", r"\varepsilon", r"\theta", r"\vartheta", r"\Phi"),
    (
        *(r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}", r"\begin{pmatrix} a & c \\ b & d \end{pmatrix}"),
        *(r"\begin{bmatrix} a & b \\ c & d \end{bmatrix}", r"\begin{vmatrix} a & b \\ c & d \end{vmatrix}"),
        *(r"\begin{pmatrix} a & b & c & d \end{pmatrix}", r"\begin{pmatrix} a \\ b \\ c \\ d \end{pmatrix}"),
    ),
    (r"\begin{pmatrix} a+b & c \end{pmatrix}", r"\begin{pmatrix} a & +b & c \end{pmatrix}"),
    (r"\begin{pmatrix} \sin a \end{pmatrix}", r"\begin{pmatrix} \sin & a \end{pmatrix}"),
    (r"\sum_{i}^{n} a", r"\sum_{i} na", r"\prod_{i}^{n} a", r"\sum_{i^n} a", r"\int_{i}^{n} a"),
    (r"\sum \frac{a}{b}", r"\frac{\sum a}{b}", r"\sum\frac{a}{b}c", r"\sum\frac{ac}{b}"),
    (r"\left.\frac{a}{b}\right|_c", r"a\left.\frac{1}{b}\right|_c", r"\frac{a}{b|_c}"),
    (r"a \overset{!}{=} b", r"a = b!", r"a = b", r"a \stackrel{\text{def}}{=} b"),
    (r"a \bmod n", r"a \pmod n", r"a n"),
    (r"{a \over b}c", r"{a \over bc}", r"{a \choose b}c"),
)
PAIRS: Final = [pair for family in FAMILIES for pair in combinations(family, 2)]


def test_there_are_many_pairs() -> None:
    assert len(PAIRS) > 300


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_two_different_formulas_have_different_texts(one: str, other: str) -> None:
    for setting in (unicode_math, displayed_math):
        assert (setting(one) or one) != (setting(other) or other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (r"\frac{1}{2}", r"1/2"),
        (r"x_1^2", r"x^2_1"),
        (r"{x}^{2}", "x^2"),
        (r"\dfrac{a}{b}", r"{a \over b}"),
        (r"x'", r"x^\prime"),
        (r"a\leq b", r"a\le{}b"),
        (r"c^23", r"c^{2} 3"),
        (r"\neq", r"\not="),
        (r"\left(x\right)", "(x)"),
    ],
)
def test_two_ways_to_write_a_formula_have_one_text(one: str, other: str) -> None:
    assert unicode_math(one) == unicode_math(other) is not None


def test_no_two_small_expressions_have_one_text() -> None:
    found: dict[str, Tree] = {}
    for tree in every_tree(2):
        text = unicode_math(tex(tree))
        assert text is not None, tex(tree)
        assert found.setdefault(text, tree) == tree, (tex(found[text]), tex(tree))


@given(TREES, TREES)
def test_no_two_expressions_have_one_text(one: Tree, other: Tree) -> None:
    texts = unicode_math(tex(one)), unicode_math(tex(other))
    assert None not in texts
    assert (texts[0] == texts[1]) == (one == other)


@given(TREES)
def test_every_letter_and_digit_of_an_expression_is_kept(tree: Tree) -> None:
    for shown in (unicode_math(tex(tree)), displayed_math(tex(tree))):
        assert shown is not None
        assert sorted(_plain(shown)) == sorted("".join(leaves(tree)))


_TEX: Final = (
    *(r"\hat{%s}", r"\overline{%s}", r"\mathbf{%s}", r"\text{ %s }", r"\left( %s \right]", r"\underbrace{%s}_{%s}"),
    *(r"\frac{%s}{%s}", r"\sqrt[%s]{%s}", r"%s^{%s}_{%s}", r"\binom{%s}{%s}", r"\xrightarrow[%s]{%s}", r"\tag{%s}"),
    *(r"\begin{pmatrix} %s & %s \\ %s \end{pmatrix}", r"\begin{cases} %s & %s \\ %s \end{cases}", r"\operatorname{%s}"),
    *(r"\overset{%s}{=}", r"\pmod{%s}", r"{%s \over %s}", r"%s & %s \\ %s", r"\mathrm{%s}", r"\sum\limits_{%s}^{%s}"),
)


@given(st.lists(st.sampled_from(_TEX), min_size=1, max_size=3), st.data())
def test_every_letter_and_digit_of_what_macros_take_is_kept(parts: list[str], data: st.DataObject) -> None:
    words = st.text(alphabet="abxyQR123", min_size=1, max_size=3)
    filled = [part % tuple(data.draw(words) for _ in range(part.count("%s"))) for part in parts]
    for shown in (unicode_math(" ".join(filled)), displayed_math(" ".join(filled))):
        if shown is not None:
            kept = re.findall(r"[A-Za-z0-9]", re.sub(r"\\[A-Za-z]+(?:\{(?:pmatrix|cases)\})?", "", " ".join(filled)))
            left = list(_plain(shown, words=("choose", "mod")))
            assert all(left.count(letter) >= kept.count(letter) for letter in kept)


def _plain(shown: str, words: tuple[str, ...] = ("sin", "log")) -> str:
    """Return the letters and digits of a formula's text, large and upright; a root's index is one of them."""
    large = {small: big for table in (SUPERSCRIPTS, SUBSCRIPTS) for big, small in table.items()}
    text = shown.translate(large | {ord("∛"): "3"})
    return re.sub(rf"{'|'.join(words)}|[^A-Za-z0-9]", "", normalize("NFKD", text))


@pytest.mark.parametrize(
    ("source", "query"),
    [
        (r"so $\frac{1}{2}x$ is", "(1/2)x"),
        (r"in $O(n\log n)$", "n log n"),
        ("$$\nE = mc^2 \\tag{3}\n$$", "mc2  (3)"),
        (r"\(P(A\mid B)\)", "(A | B)"),
        ("$$\nA = \\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}\n$$", "⎝c  d⎠"),
    ],
)
def test_a_formula_is_found_as_it_reads(source: str, query: str) -> None:
    parser = Markdown()
    document = Document(Source("article", None, len(source), "UTF-8", "markdown"), parser.inline)
    for batch in parser.parse(iter([Piece(source + "\n", len(source), 0)]), len(source)):
        document.extend(batch)
    assert len(list(find(document, compile_query(Query(query)), Texts(document)))) == 1
