"""What is marked over the text, block by block."""

from ketareader.document.anchor import Anchor, Hit
from ketareader.search.hits import Hits
from ketareader.ui.link import Link
from ketareader.ui.marks import Marks, Over
from ketareader.ui.selection import Selection


def hits_of(*found: Hit) -> Hits:
    hits = Hits()
    hits.add(found)
    return hits


def test_nothing_is_marked_over_an_article_at_first() -> None:
    assert Marks(Hits()).over([0, 7]) == {0: Over([[]], {}), 7: Over([[]], {})}


def test_the_link_in_hand_lies_over_hits_and_what_is_selected_over_both() -> None:
    one, two = Hit(3, 0, 4), Hit(3, 9, 12)
    marks = Marks(
        hits_of(one, two), two, Link(3, 2, 10, "target"), Selection(Anchor(3, 1), Anchor(4, 5)), {Anchor(3, 2): "a"}
    )
    hits = [(0, 4, "hit"), (9, 12, "hit.current")]
    assert marks.over([3])[3] == Over([hits, [(2, 10, "link.current")], [(1, 1 << 30, "selection")]], {2: "a"})


def test_each_block_has_its_own_marks() -> None:
    labels = {Anchor(1, 0): "a", Anchor(2, 5): "s"}
    marks = Marks(hits_of(Hit(1, 0, 2)), None, Link(2, 5, 8, "target"), Selection(Anchor(2, 0), Anchor(2, 3)), labels)
    assert marks.over([1, 2, 3]) == {
        1: Over([[(0, 2, "hit")]], {0: "a"}),
        2: Over([[], [(5, 8, "link.current")], [(0, 3, "selection")]], {5: "s"}),
        3: Over([[]], {}),
    }


def test_what_is_marked_is_as_of_now_though_hits_are_added() -> None:
    hits = hits_of(Hit(1, 0, 2))
    before = Marks(hits).over([1])
    hits.add([Hit(1, 4, 6)])
    assert before == {1: Over([[(0, 2, "hit")]], {})}
    assert Marks(hits).over([1]) != before
