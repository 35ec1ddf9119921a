"""What a page sets around an article and no article means: dates, bylines, credits, counts, calls to share.

A line is read in the parts that bars and dots divide: "By Jane Doe | March 3, 2024 | 6 min read". It is furniture where
one part is, and each of the others is too or may stand beside it. The tables below are all that is known of it.
"""

import re
from collections.abc import Sequence

from ketareader.parsers.text.dates import is_date

_LONGEST = 100
"""Characters that such a line has at most."""
_SENTENCE = (".", "?", ":", ",", ";", ")", "”")
"""What such a line seldom ends in, and most others do."""
_DONE = frozenset(
    "first last originally date published republished update updated posted modified created revised reviewed written "  # noqa: SIM905 (words read best so)
    "edited added asked answered on at".split()
)
"""Words before a date that say what was done then."""
_MAKERS = frozenset(
    "a an and & the medically clinically originally fact fact-checked checked guest photo photos "  # noqa: SIM905
    "photograph photographs photography picture pictures image images illustration illustrations "
    "illustrated story stories text words interview video report reported reporting recipe review "
    "reviewed article post posted written edited published compiled translated contributed created "
    "prepared authored presented".split()
)
"""Words before "by" that say what somebody did to the article."""
_CREDITS = frozenset(
    "cover header feature featured file stock lead top photo photos photograph photographs picture "  # noqa: SIM905
    "pictures image images illustration illustrations graphic graphics credit credits courtesy "
    "source sources via by tag tags tagged category categories copyright filed under posted in".split()
)
"""Words before a colon that say where a picture or a story is from, or where it is filed."""
_PICTURES = ("photo", "image", "picture", "illustration", "graphic", "cover")
_COUNTED = frozenset(
    "comment comments reply replies answer answers view views like likes share shares vote votes upvotes followers "  # noqa: SIM905
    "retweets reactions times".split()
)
_CALLS = frozenset(
    (
        *("share", "share this", "tweet", "tweet this", "pin it", "print this page", "print recipe", "email this"),
        *("save for later", "copy link", "leave a comment", "leave a reply", "add a comment", "post a comment"),
        *("post comment", "view comments", "show comments", "no comments", "no comments yet", "join the conversation"),
        *("join the discussion", "join our newsletter", "subscribe", "subscribe now", "subscribe today", "follow us"),
        *("follow me", "read more", "related posts", "related articles", "related stories", "related content"),
        *("recommended for you", "you may also like", "you might also like", "trending now", "most read", "up next"),
        *("advertisement", "advertisements", "sponsored", "sponsored content", "sponsored post", "paid content"),
        *("paid partnership", "promoted", "continue reading", "back to top", "return to top", "jump to recipe"),
        *("jump to content", "skip to content", "skip to main content", "load more", "show more", "show less"),
        *("log in / sign up", "sign in / sign up", "open in app", "download pdf", "for immediate release"),
    )
)
"""Calls and labels that stand alone."""
_OPENINGS = (
    *("share on ", "share via ", "share this ", "tweet this ", "email this ", "save this ", "rate this recipe"),
    *("listen to this ", "watch this video", "print this ", "bookmark this ", "follow us on ", "find us on "),
    *(
        "like us on ",
        "connect with us on ",
        "subscribe to our ",
        "subscribe to my ",
        "sign up for our ",
        "sign up to our ",
    ),
    *("sign up for the newsletter", "get our newsletter", "join our mailing list", "click here to "),
    *(
        "read more:",
        "read next:",
        "read also:",
        "related:",
        "next article:",
        "next post:",
        "previous post:",
        "up next:",
    ),
    *("you may also like", "you might also ", "article continues ", "story continues ", "continue reading "),
    *("scroll to ", "scroll down ", "all rights reserved", "copyright ©", "© "),
)
"""What calls begin with that go on as they like."""
_READING = frozenset("about estimated reading read time to watch listen min mins minute minutes".split())  # noqa: SIM905
"""Words that say, with a number, how long an article takes."""
_ACTS = frozenset({"read", "reading", "watch", "listen"})
_SPANS = ("minute", "hour", "day", "week", "month", "year")
_LONGEST_BESIDE = 5
"""Words in what stands between bars beside furniture: a name, a department."""
_BARS = re.compile(r"\s*[|·•]\s*")
_DASHES = re.compile(r"\s+[-–—]\s+")
_CRUMBS = re.compile(r"\s*[>›»]\s+|\s+/\s+")
_FEWEST_CRUMBS = 3
"""Steps in a trail that doesn't begin at home."""
_LONGEST_CRUMB = 5
"""Words in a step."""
_LONGEST_NAME = 5


def is_furniture(line: str) -> bool:
    """Tell whether a line is furniture wherever it stands; a date or a name alone need not be."""
    if len(line) > _LONGEST or line.endswith(_SENTENCE):
        return False
    return _says_so(line) or _has_parts(line) or _is_trail(line)


def _plain(part: str) -> str:
    """Return a part in small letters, single spaces between its words, without what ends it."""
    return " ".join(part.lower().split()).rstrip(" .:!…→")


def _says_so(part: str) -> bool:
    """Tell whether a part is furniture by its words alone."""
    plain = _plain(part)
    if plain in _CALLS or plain.startswith(_OPENINGS):
        return True
    words = plain.replace(":", "").replace("-", " ").split()
    if _is_ago(words) or _is_length(words) or _is_count(words):
        return True
    return _is_stamp(plain) or _is_credit(part) or _is_byline(part)


def _is_ago(words: Sequence[str]) -> bool:
    """Tell whether words are "3 years ago" or the like."""
    return len(words) == 3 and words[2] == "ago" and words[1].startswith(_SPANS)  # noqa: PLR2004 (as many as those are)


def _is_length(words: Sequence[str]) -> bool:
    """Tell whether words say how long an article takes: "6 min read"."""
    numbers = [word for word in words if word.isdigit()]
    said = {*words} - {*numbers}
    return bool(numbers and said & _ACTS) and said <= _READING and any(word.startswith("min") for word in said)


def _is_count(words: Sequence[str]) -> bool:
    """Tell whether words say how many comments there are, or the like: "3 comments", "viewed 12k times"."""
    counted = words[words[:1] == ["viewed"] :]
    return len(counted) == len(("12k", "times")) and counted[0][0].isdigit() and counted[1] in _COUNTED


def _is_stamp(plain: str) -> bool:
    """Tell whether a part says when the article was published, or what else was done to it: "Updated: 3 May 2024"."""
    words = plain.split()
    done = 0
    while done < len(words) and words[done].rstrip(":") in _DONE:
        done += 1
    when, by, _who = " ".join(words[done:]).partition(" by ")
    if not (done or by):
        return False
    when = when.rstrip(",")
    return is_date(when) or bool(done and (when in {"today", "yesterday"} or _is_ago(when.split())))


def _is_credit(part: str) -> bool:
    """Tell whether a part says where a picture or a story is from: "Photo: ...", "Image courtesy of ..."."""
    label, colon, source = part.partition(":")
    words = label.lower().split()
    if colon and source.strip() and set(words) <= _CREDITS:
        return not source.strip()[0].islower() or words[0] not in _PICTURES
    picture, credit, source = part.lower().partition(" courtesy of ")
    if not credit:
        picture, credit, source = part.lower().partition(" credit ")
    return bool(credit and source) and set(picture.split()) <= _CREDITS


def _is_byline(part: str) -> bool:
    """Tell whether a part says what somebody did: "Reviewed by Dr. Doe"; or "By", more than a name behind it."""
    maker, by, who = f" {part}".replace(" By ", " by ", 1).partition(" by ")
    words = maker.lower().split()
    if not by or (not who[:1].isupper() and who[:1] != "@"):
        return False
    if words:
        return set(words) <= _MAKERS and len(who.split()) <= 2 * _LONGEST_NAME
    name, comma, _office = who.partition(",")
    first, also, second = name.partition(" and ")
    return _is_full_name(first) and bool(comma or also) and (not also or _is_full_name(second))


def _is_full_name(text: str) -> bool:
    """Tell whether a text has the looks of a given name and a family name."""
    words = text.split()
    return 1 < len(words) <= _LONGEST_NAME and words[0][0].isupper() and words[-1][0].isupper()


def _may_be_part(part: str) -> bool:
    """Tell whether a part is furniture beside other furniture: a date, or "By Jane Doe"."""
    return _says_so(part) or is_date(part) or (part[:3].lower() == "by " and part[3:4].isupper())


def _has_parts(line: str) -> bool:
    """Tell whether bars or dots divide a line into furniture and what stands beside it, or dashes into furniture."""
    parts = _BARS.split(line)
    if parts[1:]:
        found = list(map(_may_be_part, parts))
        return any(found) and all(is_one or _may_stand_beside(part) for is_one, part in zip(found, parts, strict=True))
    parts = _DASHES.split(line)
    return len(parts) > 1 and all(map(_may_be_part, parts))


def _may_stand_beside(part: str) -> bool:
    """Tell whether a part may stand between bars beside furniture: a few words."""
    words = part.replace("&", " ").split()
    return len(words) <= _LONGEST_BESIDE and all(word[0].isalpha() for word in words)


def _is_trail(line: str) -> bool:
    """Tell whether a line is the way from a site's first page to this one: "Home > Health > Sleep"."""
    crumbs = _CRUMBS.split(line)
    fewest = _FEWEST_CRUMBS - (crumbs[0].lower() == "home")
    if len(crumbs) < fewest:
        return False
    return all(crumb[:1].isupper() and len(crumb.split()) <= _LONGEST_CRUMB for crumb in crumbs)
