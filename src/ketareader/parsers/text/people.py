"""Who wrote an article, where no "by" says so: a line under the title that reads as a person's name."""

_TITLES = frozenset({"dr", "prof", "professor", "mr", "ms", "mrs", "sir"})
_PARTICLES = frozenset("de da del di van von der den la le bin ibn al el ter".split())  # noqa: SIM905
_OFFICES = frozenset(
    "correspondent editor reporter writer author columnist contributor critic journalist producer photographer "  # noqa: SIM905
    "professor analyst blogger md phd rn rd do ma mph ms ba jd dds".split()
)
"""What may follow a name and a comma: an office, a degree."""
_LONGEST = 5
"""Words in a name."""
_GIVEN = frozenset(
    "aaron adam ahmed aisha alan albert alex alexander alice alison amanda amy ana andrea andrew andy angela "  # noqa: SIM905 (words read best in a row)
    "anita ann anna anne anthony antonio arthur barbara ben benjamin betty bob brandon brenda brian caitlin "
    "carl carla carlos carol caroline catherine charles charlotte chloe chris christina christine christopher "
    "claire clara colin craig cynthia daniel danielle david deborah debra dennis diana diane donald donna "
    "dorothy douglas edward elena elizabeth ellen emily emma eric erica erin ethan eva evelyn fatima fiona "
    "frances francis frank fred gary george gerald gloria gordon greg gregory hannah harold hans harry "
    "heather helen henry howard ian isabella ivan jack jacob jacqueline james jamie jane janet jason jean "
    "jeff jeffrey jennifer jenny jeremy jerry jessica jim joan joe johanna john jonathan jose joseph joshua "
    "juan judith judy julia julian julie justin karen karl kate katherine kathleen kathryn katie keith kelly "
    "kenneth kevin kim kyle larry laura lauren lawrence lee leo leon leonard linda lisa liz louis louise "
    "lucas lucy luis luke madison marco margaret maria marie marilyn martha martin mary matt matthew megan "
    "melissa michael michelle mike mohammed monica nancy natalie nathan nicholas nicole nina noah nora olivia "
    "oliver oscar pamela patricia patrick paul paula pedro peter philip phil rachel ralph raymond rebecca "
    "richard robert roger ronald rosa roy russell ruth ryan sally sam samantha samuel sandra sara sarah scott "
    "sean sharon simon sofia sophia sophie stephanie stephen steve steven stuart sue susan teresa terry "
    "theresa thomas tim timothy tina todd tom tony tyler valerie vanessa victoria vincent virginia walter "
    "wendy william yusuf zachary".split()
)
"""Given names common where English is read, but for those that are words as well ("Grace", "Mark", "Will")."""


def is_person(line: str) -> bool:
    """Tell whether a line is a person's name beyond doubt, by a title, an office or the like; or a handle."""
    if line[:1] == "@":
        return line[1:2].isalnum() and " " not in line
    name, comma, rest = line.partition(",")
    if not may_be_person(name):
        return False
    if comma:
        return any(word.strip(",").replace(".", "") in _OFFICES for word in rest.lower().split())
    words = name.split()
    initials = sum(map(_is_initial, words[:-1]))
    first = words[0].lower().rstrip(".")
    return first in _TITLES or first in _GIVEN or initials > _is_initial(words[0])


def may_be_person(line: str) -> bool:
    """Tell whether a line has the looks of a name, as "Jane Doe" has, and "Key Takeaways" too."""
    words = line.split()
    if not 1 < len(words) <= _LONGEST or words[0].lower() in _PARTICLES:
        return False
    return all(word in _PARTICLES or _is_initial(word) or _is_capitalised(word) for word in words)


def _is_initial(word: str) -> bool:
    return len(word) == len("A.") and word[0].isupper() and word[1] == "."


def _is_capitalised(word: str) -> bool:
    bare = word.rstrip(".") if word.lower().rstrip(".") in _TITLES else word
    return (
        bare[0].isupper() and bare.replace("-", "").replace("'", "").replace("’", "").isalpha() and not bare.isupper()
    )
