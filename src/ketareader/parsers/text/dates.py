"""Dates as pages write them: "March 3, 2024", "Mon, 3 Mar 2024 at 10:15 am EST", "2024-03-03", "03/03/2024"."""

import re

_MONTHS = "january february march april may june july august september october november december".split()  # noqa: SIM905 (words read best in a row)
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()  # noqa: SIM905
_NAMES = {name: "m" for month in _MONTHS for name in (month, month[:3])}
_NAMES |= {name: "w" for day in _WEEKDAYS for name in (day, day[:3])} | {"sept": "m", "tues": "w", "thurs": "w"}
_NAMES |= {"at": "t", "am": "h", "pm": "h", "a.m": "h", "p.m": "h"}
_FIGURES = re.compile(
    r"(?P<y>(?:1[5-9]|20)\d\d)|(?P<d>\d\d?)(?:st|nd|rd|th)?|(?P<c>\d\d?[:.]\d\d(?::\d\d)?)(?P<h>[ap]m)?"
    r"|(?P<f>\d{4}[-/.]\d\d?[-/.]\d\d?(?:t[\d:.z+-]+)?|\d\d?[-/.]\d\d?[-/.](?:\d\d){1,2})",
    re.ASCII,
)
_DATE = re.compile("w?(?:mdy?|d?my|dm|f)(?:t?[cd]h?z?)?")
"""The orders in which a date's parts stand, a letter each: weekday, month, day, year, or all of it in figures; then the
clock, the half of the day and the zone."""
_LONGEST_ZONE = 4


def is_date(text: str) -> bool:
    """Tell whether a text is a date, perhaps with the time, and nothing else; case doesn't count."""
    words = text.lower().replace(",", " ").split()
    return len(words) <= len("wmdytchz") and bool(_DATE.fullmatch("".join(map(_part_of, words))))


def _part_of(word: str) -> str:
    """Return the letter of the part of a date that a word may be; "" for "of", "-" for none."""
    if name := _NAMES.get(word.rstrip(".")):
        return name
    if found := _FIGURES.fullmatch(word):
        return "ch" if found["h"] else str(found.lastgroup)
    if word == "of":
        return ""
    return "z" if word.isalpha() and len(word) <= _LONGEST_ZONE else "-"
