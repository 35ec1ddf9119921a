"""The cleaner (what may never reach a terminal) and the counting of words."""

def clean(text: str) -> str:
    return text
def clean_line(text: str) -> str:
    return " ".join(text.split())
def count_words(text: str) -> int:
    return len(text.split())
