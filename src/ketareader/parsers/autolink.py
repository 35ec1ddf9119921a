def find_links(text: str) -> list[tuple[int, int, str]]:
    return []
