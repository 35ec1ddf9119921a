"""Hostile text for every slot that shows text: what must reach no terminal, start nothing and crash nothing."""

from typing import Final

ESC: Final = "\x1b"
ST: Final = ESC + "\\"

ESCAPES: Final = (
    f"{ESC}[31mred{ESC}[0m",
    f"{ESC}[2J{ESC}[H",  # Clears the screen.
    f"{ESC}[6n",  # Asks where the cursor is: the answer arrives as if typed.
    f"{ESC}[c",
    f"{ESC}[?1049l{ESC}[?1000h{ESC}[?2004h",  # Leaves the alternate screen, turns on the mouse and bracketed paste.
    f"{ESC}[8;1;1t",
    f"{ESC}[1;31",  # Never ends.
    f"{ESC}]0;title\x07",
    f"{ESC}]2;title{ST}",
    f"{ESC}]8;;https://example.org{ST}link{ESC}]8;;{ST}",
    f"{ESC}]8;;http://a{ST}{ESC}]0;second{ST}",
    f"{ESC}]52;c;cm0gLXJmIH4K\x07",  # Writes the clipboard.
    f"{ESC}]52;c;?{ST}",  # Reads it.
    f"{ESC}]4;0;?{ST}",
    f"{ESC}]1337;File=inline=1:AAAA\x07",
    f"{ESC}]0;never ends",
    f'{ESC}P$q"p{ST}',
    f"{ESC}P+q544e{ST}",
    f"{ESC}Pq#0;2;0;0;0~{ST}",
    f"{ESC}_Gf=24;AAAA{ST}",
    f"{ESC}^private{ST}",
    f"{ESC}Xstring{ST}",
    f"{ESC}c",  # Resets the terminal.
    f"{ESC}#8",
    f"{ESC}(0lqqk{ESC}(B",
    f"{ESC}7{ESC}8",
    f"{ESC}%@",
    ESC,
    ESC + ESC + "[31m",
    f"{ESC}\n[31m",
    "\x9b31m",
    "\x9d0;title\x9c",
    "\x9d52;c;cm0gLXJmIH4K\x9c",
    '\x90$q"p\x9c',
    "\x9fGf=24\x9c",
    "\x9eprivate\x9c",
    "\x98string\x9c",
    "\x84\x85\x88\x8d\x8e\x8f",
    "\x9b",
    "bell\x07, back\x08\x08\x08\x08, return\rover, shift\x0e\x0f, form\x0cfeed, line\x0btab, null\0, delete\x7f",
    "\x05\x11\x13\x18\x1a\x1c\x1d\x1e\x1f",
    "".join(map(chr, (*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0)))),
)
"""Sequences that a terminal obeys: CSI, OSC, DCS, APC, PM, SOS and single functions, in 7-bit and 8-bit forms."""

ENCODED_ESCAPES: Final = (
    "&#27;[31m",
    "&#x1b;]0;title&#7;",
    "&#x9b;31m",
    "&#x202e;txt.exe",
    "&#8238;&#x2066;&#xfeff;&#xe0041;&#xd800;&#0;",
    "~~&**#27;**[31m~~",
    "%1b[31m",
    "[link](https://example.org/%1b]0;title%07)",
    "[link](<https://example.org/\x1b]0;title\x07>)",
    '![\x1b[31m](\x9b31m.png "\x1b]0;title\x07")',
    "\\\x1b[31m",
)
"""Escapes that only appear once an entity, a percent or a mark is taken away."""

BIDI: Final = tuple(map(chr, (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))))
"""The 12 characters of Bidi_Control (Unicode 15, PropList.txt)."""

INVISIBLE: Final = (
    *map(
        chr, (0x2028, 0x2029, 0xFEFF, 0xFFF9, 0xFFFA, 0xFFFB, 0xE0001, 0xE0041, 0xE007F, 0xD800, 0xDBFF, 0xDC1B, 0xDFFF)
    ),
    "\u200dx",
    "a\u200db",
    "a\u200c\u200d\u200cb",
    "x\u200d",
)
"""Other text that hides or breaks: separators, marks, annotation, tags, half characters, joiners that join nothing."""

TROJAN: Final = (
    'access = "user\u202e \u2066// only admins\u2069 \u2066"',  # CVE-2021-42574.
    "invoice\u202efdp.exe",
    "\u2067\u2066nested\u2069",
    *(f"a{control}b" for control in BIDI),
)
"""Text that reads in another order than it has."""

MARKUP: Final = (
    "[/nope]",
    "[/]",
    "[",
    "[]",
    "[[",
    "[b",
    "[bold]bold[/bold]",
    "[red on blue]x[/]",
    "[@click=app.quit]x[/]",
    "[@click=app.quit()]x[/]",
    "[@click=app.bell]x[/@click]",
    "[@click=\"app.open_url('file:///etc/passwd')\"]x[/]",
    "[link=https://example.org]x[/link]",
    "[link=\x1b]0;title\x07]x[/link]",
    "[link=javascript:alert(1)]x[/]",
    "[type=x, v={'a[0]'}]",
    "[$primary]x[/]",
    "[not a style!]x[/]",
    "\\[bold]x\\[/bold]",
    "\\[/]",
    "x\\",
    "[conceal]x[/]",
    "[#12345]x[/]",
    ":smile: :no_such_emoji:",
    "{name} {0} %s %(x)s $HOME `id` $(id) ; id",
)
"""Text that Rich's and Textual's markup, or a careless template, would take for more than text."""

NAMES: Final = (
    "a\nb.md",
    "a\rb.md",
    "a\tb.md",
    "\x1b]0;title\x07.md",
    "\x1b[2J.txt",
    "\x9b31m.md",
    ";id.md",
    "$(id).md",
    "`id`.md",
    "-rf",
    "--help",
    "- ",
    " leading.md",
    "trailing ",
    "...",
    "~",
    "a'b\"c.md",
    "a*?[b].md",
    "[@click=app.quit]x.md",
    "[bold.md",
    "photo\u202egnp.md",
    "\u200e.md",
    "\ufeff.md",
    "\u2028.md",
    "caf\u00e9.md",
    "cafe\u0301.md",
    "日本語.md",
    "👩\u200d🚀.md",
    "invalid\udcff\udc80.md",  # Bytes that are no UTF-8, as Python hands them out.
    "n" * 255,
    "é" * 127,
)
"""File names that Linux allows."""

SCHEMES: Final = (
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    " javascript:alert(1)",
    "\x01javascript:alert(1)",
    "&#106;avascript:alert(1)",
    "javascript&colon;alert(1)",
    "%6aavascript:alert(1)",
    "vbscript:x",
    "data:text/html,<script>alert(1)</script>",
    "file:///etc/passwd",
    "FILE:///etc/passwd",
    "ssh://host/-oProxyCommand=id",
    "man:id",
    "x-man-page://id",
    "smb://host/share",
    "ftp://host/file",
    "tel:+123",
    "about:blank",
    "view-source:file:///etc/passwd",
    "-oProxyCommand=id",
    "--help",
    "http:\\\\host",
    "https://\x1b]0;title\x07",
    "https://example.org/\x9b31m",
    "https://exa\u202emple.org",
    "https://user:password@example.org",
    "//host/path",
    "http://[::1",
    "http://a b",
    "",
)
"""Link targets, of which none but plain http, https and mailto may be opened."""

STACKED: Final = (
    "e" + "\u0301" * 10_000,
    "\u0301" * 1_000,
    "a" + "\u20dd\u20e0" * 1_000,
    "👩" + "\u200d👩" * 1_000,
    "🏳" + "\ufe0f" * 1_000,
    "👍" + "\U0001f3fb" * 1_000,
    "\U0001f1e6" * 1_001,
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘",
    "\u1100" * 500 + "\u1161" * 500 + "\u11a8" * 500,
    "\ufdfd" * 100,
    "\u3164\u115f\u1160\uffa0" * 100,
    "\u200b\u2060\u00ad" * 1_000,
)
"""Clusters of any height and characters of doubtful width: they cost their length and no more."""
