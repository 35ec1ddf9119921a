"""Formulas as they are read in a terminal."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketareader.parsers.markdown.tex import displayed_math, unicode_math
from ketareader.parsers.markdown.tex.definitions import definitions_in


@pytest.mark.parametrize(
    ("tex", "shown"),
    [
        (r"E = mc^2", "E = mc²"),
        (r"x_1^2 + x_{ij}^{(k)}", "x₁² + xᵢⱼ⁽ᵏ⁾"),
        (r"\frac{a+b}{c}", "(a+b)/c"),
        (r"\frac12", "1/2"),
        (r"\sum_{i=0}^{n} \alpha_i \leq \sqrt{2}", "∑ᵢ₌₀ⁿ αᵢ ≤ √2"),
        (r"\sqrt[3]{x+1}", "∛(x+1)"),
        (r"\int_0^\infty e^{-x^2} dx = \frac{\sqrt{\pi}}{2}", "∫₀^∞ e^(−x²) dx = (√π)/2"),
        (r"\lim_{x\to 0} \frac{\sin x}{x} = 1", "lim_(x→0) (sin x)/x = 1"),
        (r"f: A \rightarrow B, \forall x \in A", "f: A → B, ∀x ∈ A"),
        (r"\mathbb{R}^n \to \mathcal{H}", "ℝⁿ → ℋ"),
        (r"\vec{v} \cdot \hat{n}, \overline{xy}", "v⃗ · n̂, x̅y̅"),
        (r"\left( \frac{1}{n} \right)^{k}, \left. f \right|_a", "(1/n)ᵏ, f|ₐ"),
        (r"\left.\frac{dy}{dx}\right|_{x=0}", "(dy/dx)|ₓ₌₀"),
        (r"\text{if } x > 0", "if x > 0"),
        (r"\operatorname{argmax}_\theta", "argmax_θ"),
        (r"\operatorname*{arg\,max}_x f(x)", "arg maxₓ f(x)"),
        (r"\binom{n}{k}p^k", "(n choose k)pᵏ"),
        (r"{n \choose k} = {a+b \over c}", "(n choose k) = (a+b)/c"),
        (r"\{1,2\} \setminus 5\%", r"{1,2} ∖ 5%"),
        (r"\begin{pmatrix} a & b \\ c & d+e \end{pmatrix}", "(a b; c d+e)"),
        (r"\begin{bmatrix} \sin x & b \end{bmatrix}", "[(sin x) b]"),
        (r"\begin{aligned} a &= b \\ c &= d \end{aligned}", "a = b\nc = d"),
        (r"f(x) = \begin{cases} 1 & x>0 \\ 0 & \text{otherwise} \end{cases}", "f(x) = {1, x > 0; 0, otherwise"),
        (r"\underbrace{a+b}_{n} + \overbrace{c}^{\text{what is left}}", "⏟(a+b)ₙ + ⏞(c)^(what is left)"),
        (r"E = mc^2 \tag{3}", "E = mc²  (3)"),
        (r"E = mc^2 \tag*{[3]} \label{e}", "E = mc²  [3]"),
        (r"\widehat{xy} + \vec{AB} + \bar{x}_i", "(xy)̂ + (AB)⃗ + x̄ᵢ"),
        (r"P(A|B) = \frac{P(B|A)P(A)}{P(B)}", "P(A|B) = P(B|A)P(A)/(P(B))"),
        (r"x = \frac{-b \pm \sqrt{b^2-4ac}}{2a}", "x = (−b±√(b²−4ac))/(2a)"),
        (r"\text{softmax}\left(\frac{QK^T}{\sqrt{d_k}}\right)V", "softmax(QKᵀ/√dₖ)V"),
        (r"i\hbar\frac{\partial}{\partial t}\Psi = \hat H \Psi", "iℏ(∂/∂t)Ψ = ĤΨ"),
        (r"\frac{d^2y}{dx^2} + \frac{\text{distance}}{\text{time taken}}", "d²y/dx² + distance/(time taken)"),
        (r"90^\circ, {}^{14}_6C, T^a{}_b, f'' g'_1", "90°, ₆¹⁴C, Tᵃ_b, f″g′₁"),
        (r"\mathbf{A}\boldsymbol{\alpha}_1 + \mathbb{1}_A", "𝐀𝛂₁ + 𝟙_A"),
        (r"\prod_{p \text{ prime}} x \sum_{\substack{i<n\\j<m}} y", "∏_(p prime) x ∑_(i<n,j<m) y"),
        (r"\text{if $x>0$ and \textbf{not}\_ b}", "if x > 0 and not_ b"),
        (r"a = -1 \label{eq:my_own}", "a = −1  (eq:my_own)"),
        (r"a \overset{\eqref{e}}{=} b \quad \text{by \eqref{eq:b}, \ref{c}}", "a =⁽ᵉ⁾ b  by (eq:b), c"),
        ("% all\nx \\in \\{1,2\\} % in words\n+ 5\\% \\\\% more\n= y", "x ∈ {1,2} + 5%\n= y"),
        (r"a \phantom{=} b + \vphantom{\sum} \Gamma^\mu{}_{\phantom{\mu}\nu}", "a b + Γ^μ_ν"),
    ],
)
def test_a_formula_is_set_in_unicode(tex: str, shown: str) -> None:
    assert unicode_math(tex) == shown


@pytest.mark.parametrize(
    ("tex", "shown"),
    [
        (r"\frac{1}{2}x", "(1/2)x"),
        (r"\frac{a}{b}\frac{c}{d}", "(a/b)(c/d)"),
        (r"a/\frac{b}{c}", "a/(b/c)"),
        (r"\frac{a+b}{c}^2", "((a+b)/c)²"),
        (r"\sqrt{x}^2", "(√x)²"),
        (r"\sqrt{x}y", "(√x)y"),
        (r"x\sqrt[n]{y}", "x(ⁿ√y)"),
        (r"\sin\frac{x}{2}", "sin(x/2)"),
        (r"{a+b}^2", "(a + b)²"),
        (r"{a+\frac12}x", "a + (1/2)x"),
        (r"\frac12 \cdot x", "(1/2) · x"),
    ],
)
def test_brackets_stand_where_a_line_would_be_misread(tex: str, shown: str) -> None:
    assert unicode_math(tex) == shown


@pytest.mark.parametrize(
    ("tex", "shown"),
    [
        (r"\frac{a}{b} + c", "a/b + c"),
        (r"\sqrt{2}", "√2"),
        (r"2\sqrt{x_i}", "2√xᵢ"),
        (r"-\frac{x^2}{2} \le (\frac{1}{n}), \frac{ab}{c}", "−x²/2 ≤ (1/n), ab/c"),
        (r"\frac{1}{n!} = \frac{1}{\sqrt{2}}", "1/n! = 1/√2"),
        (r"2\frac13 \text{ km}", "2 1/3 km"),
        (r"\sum_i \frac1i", "∑ᵢ 1/i"),
    ],
)
def test_there_are_no_brackets_where_it_is_plain(tex: str, shown: str) -> None:
    assert unicode_math(tex) == shown


@pytest.mark.parametrize(
    ("tex", "shown"),
    [
        (r"O(n\log n)", "O(n log n)"),
        (r"\sin\theta\cos\phi", "sin θ cos ϕ"),
        (r"x\in X", "x ∈ X"),
        (r"a\times b", "a × b"),
        (r"P(A\mid B)", "P(A | B)"),
        (r"a=-b\pm-c", "a = −b ± −c"),
        (r"|-x|+\|y\|", "|−x| + ‖y‖"),
        (r"f(-x,y)", "f(−x, y)"),
        (r"20{,}000+1,000.5", "20,000 + 1,000.5"),
        (r"x_1,\ldots,x_n\cdots", "x₁, …, xₙ ⋯"),
        (r"f\colon A\to B, f : A \to B, a:=b", "f: A → B, f : A → B, a := b"),
        (r"5\,\mathrm{km}\mathrm{h}^{-1} \quad \mathrm{Var}X", "5 km h⁻¹  Var X"),
        (r"a\bmod n \equiv b \pmod{n}", "a mod n ≡ b (mod n)"),
        (r"x_Qy + \log_2n", "x_Q y + log₂ n"),
    ],
)
def test_spaces_stand_where_tex_has_them(tex: str, shown: str) -> None:
    assert unicode_math(tex) == shown


@pytest.mark.parametrize(
    ("tex", "shown"),
    [
        (r"a \ne b \land c \lor d", "a ≠ b ∧ c ∨ d"),
        (r"a \gets b \lt c \gt d \implies e \iff f", "a ← b < c > d ⟹ e ⟺ f"),
        (r"\dfrac{a}{b} - \tfrac12", "a/b − 1/2"),
        (r"\lVert x\rVert + \lvert y \rvert", "‖x‖ + |y|"),
        (r"x \not= y \not\in Z", "x ≠ y ∉ Z"),
        (r"A \xrightarrow{f} B \xrightarrow[n]{} C", "A ─f→ B ──→ₙ C"),
        (r"x \overset{!}{=} y \stackrel{\text{def}}{=} z \underset{n}{\to} w", "x =^! y ≝ z →ₙ w"),
        (r"\mathrm{d}x \; \mathcal{O}(n) \! \quad a\ b", "dx 𝒪(n)  a b"),
        (r"\textcolor{red}{x} + \color{blue} y + \boxed{z}", "x + y + z"),
        (r"\langle x | \ket{y} \bra{z} \lfloor u \rfloor", "⟨x||y⟩⟨z|⌊u⌋"),
        (r"\sum\limits_{i=1}^n \bigl( i \bigr)", "∑ᵢ₌₁ⁿ (i)"),
        (r"\overset{x}{\sum} z \mathbin{\#} y \mathop{X}z", "∑ˣ z # y X z"),
    ],
)
def test_common_macros_are_set(tex: str, shown: str) -> None:
    assert unicode_math(tex) == shown


@pytest.mark.parametrize(
    ("tex", "shown"),
    [
        (r"A = \begin{pmatrix} a & b \\ c & d \end{pmatrix}^T_n + 1", "A = ⎛a  b⎞ᵀ + 1\n    ⎝c  d⎠ₙ"),
        (r"\begin{bmatrix} 1 \\ 20 \\ 3 \end{bmatrix}x", "⎡1 ⎤\n⎢20⎥x\n⎣3 ⎦"),
        (r"\left\{\begin{array}{ll} a & b \\ c & d \end{array}\right.", "⎧a  b\n⎩c  d"),
        (r"\det\begin{vmatrix} a \\ b \end{vmatrix}", "det |a|\n    |b|"),
        (
            r"f = \begin{cases} 1, & x>0 \\ 0 & \text{else} \\ & y \end{cases}",
            "    ⎧1,  x > 0\nf = ⎨0   else\n    ⎩    y",
        ),
        ("f(x) &= a \\\\\n&= b + c \\tag{1}", "f(x) = a\n     = b + c  (1)"),
        (r"\begin{align} a &= b & c &= d \\ e &= f \end{align}", "a = b    c = d\ne = f"),
        (r"\begin{aligned} \begin{pmatrix} a \\ b \end{pmatrix} &= c \end{aligned}", "⎛a⎞ = c\n⎝b⎠"),
        (r"x = \begin{cases} a & b \end{cases}.", "x = {a, b."),
        (r"x \in \begin{cases} a & b \end{cases}", "x ∈ {a, b"),
        (r"\begin{gather} a \\ b \\ \end{gather}", "a\nb"),
        (r"\begin{aligned} a &= 1 \\ &\phantom{=} + 2 \end{aligned}", "a = 1\n    + 2"),
        (
            r"\begin{align}\label{one} a &= b \\ c &= d \tag{2}\label{two} \\ e &= f \end{align}",
            "a = b  (one)\nc = d  (2)\ne = f",
        ),
        (r"\begin{equation}\label{e}\begin{aligned} a &= b \\ &= c \end{aligned}\end{equation}", "a = b  (e)\n  = c"),
    ],
)
def test_a_displayed_formula_takes_several_lines(tex: str, shown: str) -> None:
    assert displayed_math(tex) == shown


@pytest.mark.parametrize(
    "tex",
    [
        *(r"\unknown{x}", "{", "}", r"\begin{tikzpicture}\end{tikzpicture}", r"\frac{1}", "", "{" * 3_000, "x" * 5_000),
        *(
            r"\left(",
            r"\right)",
            r"\left( x \right",
            r"\left( a }",
            "x^a^b",
            "x^",
            "^",
            "x^_2",
            "&",
            r"\over",
            r"\frac",
        ),
        *(r"{a \over b \over c}", r"\frac{}{2}", r"\sqrt{}", r"\hat{}", r"x''''''", r"\substack{a & b}", r"x % y"),
        *(r"\text{a & b}", r"\mathbb{+}\mathcal{1}", r"\begin{pmatrix}\end{pmatrix}", r"\today", r"\bf x"),
        *(r"\begin{array}{c|c} a & b \end{array}", r"\overline{\overline{\overline{\overline{x}}}}"),
    ],
)
def test_what_cannot_be_set_is_left_to_its_source(tex: str) -> None:
    assert unicode_math(tex) is None


@pytest.mark.parametrize(
    "tex",
    [
        r"2\frac12x",
        r"x + \begin{matrix} a & b \\ c & d \end{matrix}",
        r"\begin{cases} a \\ b \end{cases} + 1",
        r"\frac{\begin{cases} a \\ b \end{cases}}{2}",
        r"\left(\begin{cases} a \\ b \end{cases}\right)",
        r"\left( a \right. b",
        r"\overset{a}{X}",
        r"\sqrt[Q]{x}",
    ],
)
def test_what_would_be_ambiguous_in_a_line_is_left_to_its_source(tex: str) -> None:
    assert unicode_math(tex) is None


@given(st.text(alphabet=r"\{}[]^_&$%~ abx1+-frcsqtndlg'|(./", max_size=60))
def test_no_formula_is_an_error(tex: str) -> None:
    for shown in (unicode_math(tex), displayed_math(tex)):
        assert shown is None or shown.strip()


@given(
    st.lists(st.sampled_from([r"\frac", r"\left", r"\right", "(", "|", ".", "{", "}", "^", "_", r"\sqrt", "x", "1"]))
)
def test_no_order_of_macros_is_an_error(parts: list[str]) -> None:
    shown = displayed_math("".join(parts))
    assert shown is None or shown.strip()


@pytest.mark.parametrize(
    "part",
    [
        *("{", "^", r"\left(", r"\frac", "{}", r"\begin{a}", "x^{", r"\\", "_", r"\sqrt[", r"\left(x\right)", "|", "("),
        *(r"\frac{a}{b}", "'", "x'", r"a\over ", "a&b\\\\", r"\overline{", r"\text{$a$}", "{a}", r"\sin ", "~", "x_Q "),
    ],
)
def test_a_hostile_formula_takes_no_time(part: str) -> None:
    start = time.perf_counter()
    unicode_math(part * (4_096 // len(part)))
    displayed_math(part * 23 + "x" * 3_000 + "}" * 23)
    assert time.perf_counter() - start < 2


_PREAMBLE = r"""\newcommand{\R}{\mathbb{R}} % \newcommand{\none}{x}
\newcommand*\eps{\varepsilon} \renewcommand{\vec}[1]{\mathbf{#1}} \def\pair#1#2{\langle #1,#2\rangle}
\DeclareMathOperator{\E}{E} \DeclareMathOperator*\argmax{arg\,max} \newcommand{\pow}[2][2]{{#2}^{#1}}
\providecommand\isdef{\mathrel{:=}} \newcommand{\few}[1]{#1#2} \def\apart#1,#2{#1 #2} \newcommand{\open}{x"""


@pytest.mark.parametrize(
    ("tex", "shown"),
    [
        (r"A \in \R^n, x^\R, \frac\R2", "A ∈ ℝⁿ, x^ℝ, ℝ/2"),
        (r"\eps x + \eps2, \hat\eps", "εx + ε2, ε̂"),
        (r"\vec x + \vec{y} = \vec\eps", "𝐱 + 𝐲 = 𝛆"),
        (r"\pair{a}b \isdef \pair\eps{\pair cd}", "⟨a, b⟩ := ⟨ε, ⟨c, d⟩⟩"),
        (r"\E[X] = \argmax_x f", "E[X] = arg maxₓ f"),
        (r"\pow x \pow[3]{y}", "x²y³"),
        (r"\newcommand{\Z}{\mathbb{Z}} x\in\Z \renewcommand{\R}{r} \R", "x ∈ ℤr"),
    ],
)
def test_macros_are_what_they_stand_for(tex: str, shown: str) -> None:
    assert unicode_math(tex, {macro.name: macro for macro in definitions_in(_PREAMBLE)}) == shown


@pytest.mark.parametrize(
    "tex",
    [r"\none", r"\few{x}", r"\apart x,y", r"\open", r"\pair", r"\pair{a}", r"\vec}", r"\def\x{y}", r"\def\x y \x"],
)
def test_what_macros_are_not_known_or_have_no_arguments_is_left_to_its_source(tex: str) -> None:
    assert unicode_math(tex, {macro.name: macro for macro in definitions_in(_PREAMBLE)}) is None


@pytest.mark.parametrize(
    "tex",
    [
        *(r"\def\a{\a\a}\a", r"\def\a{\a}\a", r"\def\a#1{\a{#1#1}}\a{x}", r"\def\a{\b\b}\def\b{\a}\a"),
        r"\def\a{xxxxxxxx}"
        + "".join(rf"\def\{b}{{{chr(92) + a} {chr(92) + a}}}" for a, b in pairwise("abcdefghijklmnop"))
        + r"\p",
        *(r"\def\a{" * 580, r"\def\a#1{\a{#1}}\a{" + "{}" * 1_900 + "}", r"\def\a{" + "{}" * 1_900 + r"\a}\a"),
        *(
            r"\newcommand" * 400,
            r"\newcommand{\a}[9][" * 200,
            r"\def\a#1#2{#1#2#1#2\a}\a" * 150,
            r"\def\a{" + "{" * 4_000,
        ),
    ],
)
def test_hostile_macros_take_no_time_and_show_nothing(tex: str) -> None:
    start = time.perf_counter()
    assert unicode_math(tex) is None
    assert len(list(definitions_in(tex * 2))) < 1_000
    assert time.perf_counter() - start < 2


@given(
    st.lists(
        st.sampled_from([r"\def", r"\a", r"\newcommand", "{", "}", "#1", "[1]", "x", " ", "%", "\n", r"\frac", "^"])
    )
)
def test_no_definition_is_an_error(parts: list[str]) -> None:
    tex = "".join(parts)
    shown = displayed_math(tex, {macro.name: macro for macro in definitions_in(tex)})
    assert shown is None or shown.strip()
