from ketareader.document.references import Reference, References


def test_of_two_links_with_one_label_the_first_counts() -> None:
    references = References()
    references.define_links({"A": Reference("/first", "")})
    references.define_links({"A": Reference("/second", ""), "B": Reference("/b", "")})
    assert references["A"].target == "/first"
    assert len(references) == 2


def test_notes_are_numbered_by_their_first_mention_and_those_never_mentioned_come_last() -> None:
    references = References()
    references.define_notes([], ["^LATE", "^NOWHERE", "^EARLY", "^LATE"])
    assert references.notes == {}
    references.define_notes(["^UNUSED", "^EARLY"], [])
    assert references.notes == {"^EARLY": 1, "^UNUSED": 2}
    references.define_notes(["^LATE"], ["^EARLY"])
    assert references.notes == {"^LATE": 1, "^EARLY": 2, "^UNUSED": 3}


def test_the_version_changes_when_a_text_may_read_in_another_way_and_only_then() -> None:
    references = References()
    references.define_notes([], ["^A"])
    assert references.version == 0
    references.define_notes(["^A"], [])
    references.define_abbreviations({"CLI": "command-line interface"})
    references.define_links({"A": Reference("/", "")})
    assert references.version == 3
    references.define_notes([], ["^B"])
    assert references.version == 3


def test_a_recording_tells_which_links_were_asked_for() -> None:
    references = References({"A": Reference("/a", ""), "B": Reference("/b", "")})
    recording, asked = references.recording()
    assert recording["A"].target == "/a"
    assert recording.get("C") is None
    assert references["B"].target == "/b"
    assert asked == ({"A"}, {"C"})
