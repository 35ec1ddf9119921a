"""Markdown that costs a careless parser far more than its length, or that it loses text of.

The kinds are those of cmark's `test/pathological_tests.py`, of the advisories CVE-2022-24724, CVE-2023-22484, -22486,
-24824 and -37463, of OSS-Fuzz's reports on markdown-it-py, and of what was measured here; the inputs are our own.
"""

from math import isqrt


def pathological(n: int) -> dict[str, str]:
    """Return one input for each kind, by name: about `n` times its pattern, so that each is O(n) characters long."""
    return {
        **_emphasis(n),
        **_links(n),
        **_containers(n),
        **_references(n),
        **_html(n),
        **_tables(n),
        **_addresses(n),
        **_lines(n),
    }


def _emphasis(n: int) -> dict[str, str]:
    return {
        "nested strong emphasis": "*a **a " * n + "b" + " a** a*" * n,
        "emphasis closers without openers": "a_ " * n,
        "emphasis openers without closers": "_a " * n,
        "emphasis of crossing kinds": "*a_ " * n,
        "emphasis of crossing kinds, closed": "*a " * n + "_a*_ " * n,
        "emphasis in multiples of three": "a**b" + "c* " * n,
        "emphasis with link openers": "[ a_" * n,
        "stars alone": "*" * n,
        "stars and underscores in turn": "*_" * n,
        "stars open, underscores close": "*" * n + "a" + "_" * n,
        "strikethrough openers": "~~a " * n,
        "tildes alone": "~" * n,
        "single tildes that open": "~a " * n,
        "single tildes that close": "a~ " * n,
        "tildes of both lengths": "~a ~~b " * n + "c~ d~~ " * n,
        "marks that open": "==a " * n,
        "marks that close": "a== " * n,
        "marks and emphasis that cross": "==a *b== c* " * n,
        "marks nested in emphasis": "==*a " * n + "b" + "*== " * n,
        "signs of equality": "=" * n,
        "signs of equality in threes": "=== a" * n,
        "attributes without end": "`a`{.b " * n,
        "attribute lists": "`a`{.b}" * n,
        "attribute lists behind nothing": "a:{.b}" * n,
        "an attribute list of many": "*a*{" + ".b " * n + "}",
        "attribute values without end": '`a`{kk="' * n,
        "attribute lists with names": "*a*{#b}" * n,
        "backtick runs of every length": "".join("e" + "`" * length for length in range(isqrt(2 * n))),
        "backticks one by one": "` a" * n,
        "backslashes": "\\" * n,
        "escaped stars": "\\*a" * n,
        "entities": "&amp;" * n,
        "entities without end": "&#" * n,
        "hard breaks": "a  \n" * n,
    }


def _links(n: int) -> dict[str, str]:
    return {
        "link closers without openers": "a]" * n,
        "link openers without closers": "[a" * n,
        "brackets nested": "[" * n + "a" + "]" * n,
        "brackets nested, closed as links": "[" * n + "a" + "](b)" * n,
        "brackets and parentheses": "[ (](" * n,
        "images in images": "![[]()" * n,
        "images nested": "![" * n + "a" + "](b)" * n,
        "link targets without end": "[a](b" * n,
        "pointed link targets without end": "[a](<b" * n,
        "link titles without end": '[a](b "c' * n,
        "parentheses in a link target": "[a](" + "(" * n + ")" * n + ")",
        "links to anywhere": "[a](b)" * n,
        "shortcut links to nothing": "[a] " * n,
        "full links to nothing": "[a][b] " * n,
        "links nested through references": "[" * n + "a" + "][a]" * n + "\n\n[a]: b",
    }


def _containers(n: int) -> dict[str, str]:
    side = isqrt(2 * n)
    return {
        "quotes nested": "> " * n + "a",
        "quotes nested, tight": ">" * n + "a",
        "quotes nested, emphasis in them": ">" * n + "a*" * n,
        "quotes that shrink": "".join(">" * depth + "a\n\n" for depth in range(side, 0, -1)),
        "quotes with lazy lines": "> " * n + "a\n" * n,
        "lists nested on one line": "- " * n + "a",
        "lists nested by indentation": "".join("  " * depth + "* a\n" for depth in range(side)),
        "ordered lists nested": "1. " * n + "a",
        "lists and quotes nested in turn": "> - " * n + "a",
        "lists and quotes nested, other way": "- > " * n + "a",
        "blank lines in nested lists": "- " * n + "x" + "\n" * n,
        "blank lines in nested lists in a quote": "> " + "- " * n + "x\n" + ">\n" * n,
        "list items": "- a\n" * n,
        "list items of two lists in turn": "- a\n+ a\n" * n,
        "empty list items": "-\n" * n,
        "list items with fences": "- ```\n" * n,
        "tasks": "- [ ] a\n" * n,
        "content tabs": '=== "a"\n    b\n' * n,
        "content tabs without text": '=== "a"\n' * n,
        "content tabs nested": "".join("    " * depth + '=== "a"\n' for depth in range(isqrt(n) // 2)),
        "attribute lists on lines": "a\n{: .b #c }\n" * n,
        "attribute lists below one list": "- a\n" * n + "{: .b #c }\n" * n,
    }


def _references(n: int) -> dict[str, str]:
    return {
        "references and their uses": "".join(f"[r{i}]: u\n" for i in range(n))
        + "\n"
        + "".join(f"[r{i}] " for i in range(n)),
        "uses before their references": "".join(f"[r{i}] " for i in range(n))
        + "\n\n"
        + "".join(f"[r{i}]: u\n" for i in range(n)),
        "one reference many times": "[a]: b\n" * n,
        "one long reference, used often": f"[a]: {'b' * n}\n\n" + "[a]" * n,
        "one long label": f"[{'a' * n}]: b",
        "references without target": "[a]:\n" * n,
        "reference titles without end": "[a]: b '\n" * n,
        "footnotes": "".join(f"[^{i}]: a\n\n" for i in range(n)),
        "footnotes used": "[^1]" * n + "\n\n[^1]: a",
        "footnotes nested": "[^a]: " * n,
    }


def _html(n: int) -> dict[str, str]:
    return {
        "comments without end": "</" + "<!--" * n,
        "comments of dashes": "<!-- " + "-" * n,
        "processing instructions without end": "a <?" * n,
        "declarations without end": "a <!A " * n,
        "CDATA without end": "a <![CDATA[" * n,
        "tags without end": "a <a " * n,
        "attributes without end": "<a " + "b=" * n,
        "attribute values without end": "<a b='" * n,
        "autolinks without end": "<http://a" * n,
        "tags nested": "<div>\n" * n,
        "tags of Markdown nested": "<div markdown>\n" * n,
        "tags of Markdown, and indented text": "<p markdown>\n  a\n" * n,
        "less-than signs": "<" * n,
        "html blocks": "<p>\n\n" * n,
    }


def _tables(n: int) -> dict[str, str]:
    side = isqrt(n)
    return {
        "a table of one row, many columns": "|a" * n + "|\n" + "|-" * n + "|\n",
        "a table of many rows": "|a|b|\n|-|-|\n" + "|a|b|\n" * n,
        "a square table": "|a" * side + "|\n" + "|-" * side + "|\n" + ("|a" * side + "|\n") * side,
        "a wide table of short rows": "|a" * side + "|\n" + "|-" * side + "|\n" + "|a|\n" * n,
        "table heads without rows": "|a|\n|-|\n" * n,
        "a table of escaped bars": "|a|\n|-|\n|" + "\\|" * n + "|",
        "a table of code": "|a|\n|-|\n|" + "`|" * n + "|",
        "table rules with carriage returns": "aaa\rbbb\n-\v\n" * n,
        "bars": "|" * n + "\n" + "|-" * n,
        "dashes and bars": "-|" * n,
    }


def _addresses(n: int) -> dict[str, str]:
    return {
        "addresses": "http://a.b " * n,
        "addresses one after the other": "http://a.b" * n,
        "addresses without scheme": "//a.b/(" * n,
        "addresses in parentheses": "http://a.b/" + "(" * n,
        "addresses with stops": "http://a.b/" + "." * n,
        "addresses with brackets": "http://a.b/[" * n,
        "www": "www." * n,
        "www in turn with a star": "*www.a.b " * n,
        "mail addresses": "a@b.c " * n,
        "mail addresses without end": "a@" * n,
        "mail addresses of dots": "a." * n + "@",
        "schemes": "http:" * n,
        "colons and slashes": "://" * n,
    }


def _lines(n: int) -> dict[str, str]:
    return {
        "headings": "# a\n\n" * n,
        "headings of every level": "".join("#" * (i % 6 + 1) + " a\n" for i in range(n)),
        "headings that are underlined": "a\n-\n" * n,
        "a heading with hashes at its end": "# a" + " #" * n,
        "rules": "---\n" * n,
        "a rule of many signs": "- " * n,
        "fences": "```\n" * n,
        "fences of growing length": "".join("`" * length + "\n" for length in range(3, isqrt(2 * n) + 3)),
        "fences without end": "```a\n" * n,
        "a fence with a long name": "```" + "a " * n + "\nb",
        "indented code and text in turn": "    a\nb\n\n" * n,
        "front matter without end": "---\n" + "a: b\n" * n,
        "front matter nested": "---\na: " + "[" * n + "\n---\n",
        "tabs": "\t" * n + "a",
        "spaces": " " * n + "a",
        "spaces within a line": "a" + " " * n + "b",
        "blank lines": "\n" * n + "a",
        "blank lines of spaces": "  \n" * n + "a",
        "NULs": "abc\0de\0" * n,
        "one word": "a" * n,
        "one line": "word " * n,
        "one paragraph": "word\n" * n,
        "many paragraphs": "word\n\n" * n,
        "colons": ":" * n,
        "definitions": "a: b\n" * n,
        "combining marks": "a" + "\u0301" * n,
    }
