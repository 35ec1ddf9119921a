"""Formulas as they are read in a terminal."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketareader.parsers.markdown.tex import unicode_math


@pytest.mark.parametrize(
    ("tex", "shown"),
    [
        (r"E = mc^2", "E = mc²"),
        (r"x_1^2 + x_{ij}^{(k)}", "x₁² + xᵢⱼ⁽ᵏ⁾"),
        (r"\frac{a+b}{c}", "(a+b)/c"),
        (r"\frac12", "1/2"),
        (r"\sum_{i=0}^{n} \alpha_i \leq \sqrt{2}", "∑ᵢ₌₀ⁿ αᵢ ≤ √2"),
        (r"\sqrt[3]{x+1}", "∛(x+1)"),
        (r"\int_0^\infty e^{-x^2} dx = \frac{\sqrt{\pi}}{2}", "∫₀^∞e^(−x²) dx = (√π)/2"),
        (r"\lim_{x\to 0} \frac{\sin x}{x} = 1", "lim_(x→ 0) (sin x)/x = 1"),
        (r"f: A \rightarrow B, \forall x \in A", "f: A → B, ∀ x ∈ A"),
        (r"\mathbb{R}^n \to \mathcal{H}", "ℝⁿ → ℋ"),
        (r"\vec{v} \cdot \hat{n}, \overline{xy}", "v⃗ · n̂, x̅y̅"),
        (r"\left( \frac{1}{n} \right)^{k}, \left. f \right|_a", "( 1/n )ᵏ, f |ₐ"),
        (r"\text{if } x > 0", "if x > 0"),
        (r"\operatorname{argmax}_\theta", "argmax_θ"),
        (r"\binom{n}{k}", "(n choose k)"),
        (r"\{1,2\} \setminus 5\%", r"{1,2} ∖ 5%"),
        (r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}", "(a b; c d)"),
        (r"\begin{aligned} a &= b \\ c &= d \end{aligned}", "a = b\nc = d"),
        (r"f(x) = \begin{cases} 1 & x>0 \\ 0 & \text{otherwise} \end{cases}", "f(x) = {1, x>0 ; 0, otherwise"),
    ],
)
def test_a_formula_is_set_in_unicode(tex: str, shown: str) -> None:
    assert unicode_math(tex) == shown


@pytest.mark.parametrize(
    "tex",
    [r"\unknown{x}", "{", "}", r"\begin{tikzpicture}\end{tikzpicture}", r"\frac{1}", "", "{" * 3_000, "x" * 5_000],
)
def test_what_cannot_be_set_is_left_to_its_source(tex: str) -> None:
    assert unicode_math(tex) is None


@given(st.text(alphabet=r"\{}[]^_&$%~ abx1+-frcsqtndlg", max_size=60))
def test_no_formula_is_an_error(tex: str) -> None:
    shown = unicode_math(tex)
    assert shown is None or shown.strip()


@pytest.mark.parametrize("part", ["{", "^", r"\left(", r"\frac", "{}", r"\begin{a}", "x^{", r"\\", "_", r"\sqrt["])
def test_a_hostile_formula_takes_no_time(part: str) -> None:
    start = time.perf_counter()
    unicode_math(part * (4_096 // len(part)))
    assert time.perf_counter() - start < 2
