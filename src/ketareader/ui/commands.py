"""The commands: keys, footer, palette, help and the README's table are all made from this one tuple."""

from typing import NamedTuple


class Command(NamedTuple):
    """Something that a key does."""

    name: str
    """Its name in the configuration file's `[keys]` table."""
    keys: str
    """The keys that it has at first, as Textual names them, comma-separated."""
    module: str
    """The module of `ui.actions` that has the function of its name."""
    text: str
    """What it does, for the help screen and the palette."""
    group: str
    """The heading it stands under in the help."""
    footer: str = ""
    """Its label in the footer; empty where it isn't shown there."""


COMMANDS: tuple[Command, ...] = (
    Command("line_down", "j,down", "moving", "One line down", "Moving"),
    Command("line_up", "k,up", "moving", "One line up", "Moving"),
    Command("half_page_down", "d", "moving", "Half a page down", "Moving"),
    Command("half_page_up", "u", "moving", "Half a page up", "Moving"),
    Command("page_down", "space,pagedown", "moving", "One page down", "Moving"),
    Command("page_up", "b,pageup", "moving", "One page up", "Moving"),
    Command("start", "g,home", "moving", "To the start", "Moving"),
    Command("end", "G,end", "moving", "To the end", "Moving"),
    Command("next_section", "right_square_bracket", "sections", "Next section", "Sections", "next"),
    Command("previous_section", "left_square_bracket", "sections", "Previous section", "Sections", "prev"),
    Command("next_peer", "right_curly_bracket", "sections", "Next section at this level or above", "Sections"),
    Command(
        "previous_peer",
        "left_curly_bracket",
        "sections",
        "Previous section at this level or above",
        "Sections",
    ),
    Command("contents", "t", "sections", "Show or hide the contents", "Sections", "contents"),
    Command("numbers", "number_sign", "sections", "Number the contents, or not", "Sections"),
    Command("focus_next", "tab", "sections", "On to the contents, the search box, the page", "Sections"),
    Command("focus_previous", "shift+tab", "sections", "The same, the other way round", "Sections"),
    Command("search", "slash", "searching", "Search as you type", "Search", "search"),
    Command("next_hit", "n", "searching", "Next hit", "Search"),
    Command("enter", "enter", "searching", "Follow the link in hand; else next hit; else fold", "Search"),
    Command("previous_hit", "N", "searching", "Previous hit", "Search"),
    Command("hits", "alt+l", "searching", "List all hits by section", "Search"),
    Command("match_case", "alt+c", "searching", "Tell upper and lower case apart, or be smart", "Search"),
    Command("whole_words", "alt+w", "searching", "Whole words only", "Search"),
    Command("regex", "alt+r", "searching", "The query is a regular expression", "Search"),
    Command("escape", "escape", "searching", "Back out, to where the search began", "Search"),
    Command("follow_link", "f", "links", "Follow a link: type the letters shown on it", "Links and places"),
    Command("next_link", "full_stop", "links", "Take the next link in sight in hand", "Links and places"),
    Command("previous_link", "comma", "links", "Take the previous link in sight in hand", "Links and places"),
    Command("preview", "K", "links", "Look at what a link leads to, without going there", "Links and places"),
    Command("back", "backspace,ctrl+o,alt+left", "places", "Back to where you were", "Links and places"),
    Command("forward", "ctrl+i,alt+right", "places", "Forward again", "Links and places"),
    Command("set_mark", "m", "places", "Set a mark: then a letter", "Links and places"),
    Command("go_to_mark", "apostrophe", "places", "Go to a mark: then its letter", "Links and places"),
    Command("copy", "y", "copying", "Copy selection, link in hand, code or paragraph", "Links and places"),
    Command("copy_selection", "ctrl+c", "copying", "Copy what the mouse has selected", "Links and places"),
    Command("copy_section", "Y", "copying", "Copy the section as its source", "Links and places"),
    Command("theme", "T", "looks", "Next theme", "Looks", "theme"),
    Command("wider", "plus,equals_sign", "looks", "Wider text", "Looks"),
    Command("narrower", "minus", "looks", "Narrower text", "Looks"),
    Command("focus", "F", "looks", "Dim all but the paragraph that is being read", "Looks"),
    Command("zen", "z", "looks", "The text alone, and back", "Looks"),
    Command("justify", "J", "looks", "Make text even on both sides, or ragged", "Looks"),
    Command("spacing", "S", "looks", "More space between the lines, or none", "Looks"),
    Command("hyphenate", "H", "looks", "Divide words at the ends of lines, or not", "Looks"),
    Command("images", "I", "pictures", "Pictures, or the text that stands for them", "Looks"),
    Command("fold", "o", "arranging", "Fold or unfold what is in sight, as Enter does", "Code and tables"),
    Command("tables", "v", "looks", "Wide tables: fitted, panned, or as records", "Code and tables"),
    Command("wrap_code", "w", "looks", "Break long lines of code, or pan them", "Code and tables"),
    Command("number_lines", "L", "looks", "Number the lines of code, or not", "Code and tables"),
    Command("pan_right", "greater_than_sign", "arranging", "Pan all that is wider than the page", "Code and tables"),
    Command("pan_left", "less_than_sign", "arranging", "Pan back", "Code and tables"),
    Command("front_matter", "i", "arranging", "All that the article says of itself", "Code and tables"),
    Command("help", "question_mark", "program", "This help", "The rest", "help"),
    Command("palette", "ctrl+p", "program", "Commands, sections and themes by name", "The rest"),
    Command("suspend", "ctrl+z", "program", "Off to the shell; fg comes back", "The rest"),
    Command("quit", "q", "program", "Quit", "The rest", "quit"),
)

NAMES = frozenset(command.name for command in COMMANDS)
