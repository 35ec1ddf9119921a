"""Expressions as trees, and the TeX that a mathematician would write for them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TypeAlias

from hypothesis import strategies as st


@dataclass(frozen=True, slots=True)
class Leaf:
    """A letter or a whole number."""

    text: str


@dataclass(frozen=True, slots=True)
class Fraction:
    above: "Tree"
    below: "Tree"


@dataclass(frozen=True, slots=True)
class Root:
    index: str
    of: "Tree"


@dataclass(frozen=True, slots=True)
class Power:
    base: "Tree"
    exponent: "Tree"


@dataclass(frozen=True, slots=True)
class Indexed:
    base: Leaf
    index: "Tree"


@dataclass(frozen=True, slots=True)
class Applied:
    function: str
    to: "Tree"


@dataclass(frozen=True, slots=True)
class Product:
    factors: "tuple[Tree, ...]"


@dataclass(frozen=True, slots=True)
class Sum:
    """Terms, the second and those that follow it each with the operator before it."""

    first: "Tree"
    rest: "tuple[tuple[str, Tree], ...]"


@dataclass(frozen=True, slots=True)
class Negative:
    of: "Tree"


Tree: TypeAlias = Leaf | Fraction | Root | Power | Indexed | Applied | Product | Sum | Negative


def tex(tree: Tree) -> str:  # noqa: PLR0911 (one for each kind)
    """Return the TeX of an expression, with the brackets that TeX needs and no others."""
    match tree:
        case Leaf(text):
            return text
        case Fraction(above, below):
            return rf"\frac{{{tex(above)}}}{{{tex(below)}}}"
        case Root(index, of):
            return rf"\sqrt{f'[{index}]' if index else ''}{{{tex(of)}}}"
        case Power(base, exponent):
            return f"{_base(base)}^{{{tex(exponent)}}}"
        case Indexed(base, index):
            return f"{base.text}_{{{tex(index)}}}"
        case Applied(function, to):
            is_bare = isinstance(to, Leaf | Fraction | Root) or (isinstance(to, Product) and tex(to)[0] != "(")
            return rf"\{function} {tex(to)}" if is_bare else _applied(tree)
        case Product(factors):
            return _product(factors)
        case Sum(first, rest):
            return _term(first) + "".join(operator + _term(term) for operator, term in rest)
        case Negative(of):
            return f"-{_term(of)}"


def _applied(tree: Applied) -> str:
    """Return a function with brackets around what it is applied to, which nothing that follows can be read into."""
    return rf"\{tree.function}\left({tex(tree.to)}\right)"


def _base(tree: Tree) -> str:
    if isinstance(tree, Product | Sum | Applied | Negative):
        return f"({tex(tree)})"
    return f"{{{tex(tree)}}}" if isinstance(tree, Power) else tex(tree)


def _term(tree: Tree) -> str:
    return f"({tex(tree)})" if isinstance(tree, Sum | Negative) else tex(tree)


def _product(factors: Sequence[Tree]) -> str:
    text = ""
    for i, factor in enumerate(factors):
        is_followed = i < len(factors) - 1
        part = _applied(factor) if isinstance(factor, Applied) and is_followed else _factor(factor)
        is_number = text[-1:].isdigit() and isinstance(factor, Fraction)
        text += (r" \cdot " if text and (part[0].isdigit() or is_number) else " " * bool(text)) + part
    return text


def _factor(tree: Tree) -> str:
    return f"({tex(tree)})" if isinstance(tree, Sum | Negative | Product) else tex(tree)


def every_tree(depth: int) -> Iterator[Tree]:
    """Yield every expression of one letter and one number, so many operations deep."""
    yield Leaf("x")
    yield Leaf("2")
    if depth:
        below = list(every_tree(depth - 1))
        for tree in below:
            yield from (Root("", tree), Root("3", tree), Root("n", tree), Applied("sin", tree))
            yield Indexed(Leaf("x"), tree)
            if not isinstance(tree, Negative):
                yield Negative(tree)
        for left, right in product(below, below):
            yield from (Fraction(left, right), Power(left, right))
            yield (
                Sum(left, (("+", right),)) if not isinstance(left, Sum) else Sum(left.first, (*left.rest, ("+", right)))
            )
            if not isinstance(left, Product) and not isinstance(right, Product):
                yield Product((left, right))


_LEAVES = st.sampled_from("xyab27").map(Leaf) | st.sampled_from(["x", "Q"]).map(Leaf)


def _deeper(trees: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    factors = trees.filter(lambda tree: not isinstance(tree, Product))
    rest = st.lists(st.tuples(st.sampled_from("+-"), trees), min_size=1, max_size=2).map(tuple)
    return st.one_of(
        st.builds(Fraction, trees, trees),
        st.builds(Root, st.sampled_from(["", "3", "n"]), trees),
        st.builds(Power, trees, trees),
        st.builds(Indexed, st.just(Leaf("x")), trees),
        st.builds(Applied, st.sampled_from(["sin", "log"]), trees),
        st.builds(Product, st.lists(factors, min_size=2, max_size=3).map(tuple)),
        st.builds(Sum, trees.filter(lambda tree: not isinstance(tree, Sum)), rest),
        st.builds(Negative, trees.filter(lambda tree: not isinstance(tree, Negative))),
    )


TREES: st.SearchStrategy[Tree] = st.recursive(_LEAVES, _deeper, max_leaves=6)


def leaves(tree: Tree) -> Iterator[str]:
    """Yield the letters and numbers of an expression, without functions' names."""
    match tree:
        case Leaf(text):
            yield text
        case Fraction(one, other) | Power(one, other) | Indexed(one, other):
            yield from (*leaves(one), *leaves(other))
        case Root(index, of):
            yield from (index, *leaves(of))
        case Product(factors):
            yield from (leaf for factor in factors for leaf in leaves(factor))
        case Sum(first, rest):
            yield from (*leaves(first), *(leaf for _, term in rest for leaf in leaves(term)))
        case Applied(_, of) | Negative(of):
            yield from leaves(of)
