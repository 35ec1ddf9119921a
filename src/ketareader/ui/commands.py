"""The commands: keys, footer, palette, help and the README's table are all made from this one tuple."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Command:
    """Something that a key does."""

    name: str
    """Its name in the configuration file's `[keys]` table."""
    keys: str
    """The keys that it has at first, as Textual names them, comma-separated."""
    action: str
    """The action of the reading screen that it calls."""
    text: str
    """What it does, for the help screen and the palette."""
    group: str
    """The heading it stands under in the help."""
    footer: str = ""
    """Its label in the footer; empty where it isn't shown there."""


COMMANDS: tuple[Command, ...] = (
    Command("line_down", "j,down", "scroll_lines(1)", "One line down", "Moving"),
    Command("line_up", "k,up", "scroll_lines(-1)", "One line up", "Moving"),
    Command("half_page_down", "d", "scroll_pages(0.5)", "Half a page down", "Moving"),
    Command("half_page_up", "u", "scroll_pages(-0.5)", "Half a page up", "Moving"),
    Command("page_down", "space,pagedown", "scroll_pages(1)", "One page down", "Moving"),
    Command("page_up", "b,pageup", "scroll_pages(-1)", "One page up", "Moving"),
    Command("start", "g,home", "go_to_start", "To the start", "Moving"),
    Command("end", "G,end", "go_to_end", "To the end", "Moving"),
    Command("next_section", "right_square_bracket", "walk('next_section')", "Next section", "Sections", "next"),
    Command(
        "previous_section", "left_square_bracket", "walk('previous_section')", "Previous section", "Sections", "prev"
    ),
    Command("next_peer", "right_curly_bracket", "walk('next_peer')", "Next section at this level or above", "Sections"),
    Command(
        "previous_peer",
        "left_curly_bracket",
        "walk('previous_peer')",
        "Previous section at this level or above",
        "Sections",
    ),
    Command("contents", "t", "toggle_contents", "Show or hide the contents", "Sections", "contents"),
    Command("numbers", "number_sign", "toggle_numbers", "Number the contents, or not", "Sections"),
    Command("focus_next", "tab", "focus_pane(1)", "On to the contents, the search box, the page", "Sections"),
    Command("focus_previous", "shift+tab", "focus_pane(-1)", "The same, the other way round", "Sections"),
    Command("search", "slash", "search", "Search as you type", "Search", "search"),
    Command("next_hit", "n,enter", "step_hit(1)", "Next hit", "Search"),
    Command("previous_hit", "N", "step_hit(-1)", "Previous hit", "Search"),
    Command("hits", "alt+l", "list_hits", "List all hits by section", "Search"),
    Command("match_case", "alt+c", "toggle_search('case')", "Tell upper and lower case apart, or be smart", "Search"),
    Command("whole_words", "alt+w", "toggle_search('word')", "Whole words only", "Search"),
    Command("regex", "alt+r", "toggle_search('regex')", "The query is a regular expression", "Search"),
    Command("escape", "escape", "back_out", "Back out, to where the search began", "Search"),
    Command("follow_link", "f", "hint_links", "Follow a link: type the letters shown on it", "Links and places"),
    Command("back", "backspace,ctrl+o", "back", "Back to where you were", "Links and places"),
    Command("forward", "ctrl+i", "forward", "Forward again", "Links and places"),
    Command("set_mark", "m", "set_mark", "Set a mark: then a letter", "Links and places"),
    Command("go_to_mark", "apostrophe", "go_to_mark", "Go to a mark: then its letter", "Links and places"),
    Command("copy", "y", "copy_block", "Copy the paragraph at the top, or with the hit", "Links and places"),
    Command("copy_section", "Y", "copy_section", "Copy the section", "Links and places"),
    Command("theme", "T", "app.next_theme", "Next theme", "Looks", "theme"),
    Command("wider", "plus,equals_sign", "change_width(4)", "Wider text", "Looks"),
    Command("narrower", "minus", "change_width(-4)", "Narrower text", "Looks"),
    Command("help", "question_mark", "help", "This help", "The rest", "help"),
    Command("palette", "ctrl+p", "app.command_palette", "Commands, sections and themes by name", "The rest"),
    Command("suspend", "ctrl+z", "app.suspend_process", "Off to the shell; fg comes back", "The rest"),
    Command("quit", "q", "app.quit", "Quit", "The rest", "quit"),
)

NAMES = frozenset(command.name for command in COMMANDS)
