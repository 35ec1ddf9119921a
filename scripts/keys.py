"""Write the README's table of keys from the commands table."""

from pathlib import Path

from ketareader.ui.commands import COMMANDS
from ketareader.ui.keys import shown_keys

README = Path(__file__).parents[1] / "README.md"
BEGIN, END = "<!-- keys:begin -->\n", "<!-- keys:end -->"


def table() -> str:
    """Return the table in Markdown."""
    rows = ["| keys | what they do | name in the configuration file |", "|---|---|---|"]
    for command in COMMANDS:
        keys = " ".join(f"`{key}`" for key in shown_keys(command.keys))
        rows.append(f"| {keys} | {command.text} | `{command.name}` |")
    return "\n".join(rows) + "\n"


def main() -> None:
    """Put the table between its marks."""
    text = README.read_text("utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    README.write_text(f"{before}{BEGIN}{table()}{END}{after}", "utf-8")


if __name__ == "__main__":
    main()
