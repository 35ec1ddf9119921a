"""Front matter: what it is, what it isn't, and what it says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketareader.document.batch import Meta
from ketareader.document.block import Kind
from ketareader.parsers.markdown.front_matter import LONGEST, find_front_matter
from tests.document.reading import batches_of, read


def meta(body: str, fence: str = "---") -> Meta | None:
    found = find_front_matter(f"{fence}\n{body}\n{fence}\n")
    return found.meta if found else None


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("title: A title", Meta("A title")),
        ("Title: 'Quoted'\nAuthor: A. Person\nDate: 2026-11-23", Meta("Quoted", "A. Person", "2026-11-23")),
        ("authors: [A, B]\npublished: yesterday", Meta("", "A, B", "yesterday")),
        ("by:\n  - name: A\n    url: /a\n  - B", Meta("", "A, B")),
        ("author:\n  name: A. Person", Meta("", "A. Person")),
        ("title: >\n  folded\n  text\n# comment\n\ntags: []", Meta("folded text")),
        ("title: 1e3\ndate: 2026-13-45", Meta("1e3", "", "2026-13-45")),
        ("título: a\n\"quoted key\": b\n'og.title': c\ntitle:", Meta()),
        ("title: null\nauthor: ~", Meta()),
        ("title: TRUE\nauthor: No\ndate: false\ndescription: yes", Meta()),
        ("title: 'null'\nauthor: \"No\"\ndate: 'true'", Meta("null", "No", "true")),
        ("title: Yes, no\ndescription: |\n  no", Meta("Yes, no", description="no")),
        ("title: [broken\nauthor: null\ndate: ~\ntags: [true, a]", Meta("[broken", tags=("a",))),
        ("author:\n  - ~\n  - name: null\n  - A", Meta("", "A")),
        ("author: null\nauthors: [A]\nexcerpt: ~", Meta("", "A")),
        ("date: ~\npublished: 2024-05-01", Meta(date="2024-05-01")),
        ("published: true\npubDate: 2024-05-01", Meta(date="2024-05-01")),
        ("publish_date: 2024-05-01T10:00:00Z", Meta(date="2024-05-01")),
        ("date-published: 1 May", Meta(date="1 May")),
        ("author: '[[Jane Doe]]'", Meta("", "Jane Doe")),
        ('author: "[[Jane Doe]]"', Meta("", "Jane Doe")),
        ("author: ['[[people/Jane Doe]]', '[[Jo|J. B. / S.]]', C]", Meta("", "Jane Doe, J. B. / S., C")),
        ("title: Bash's [[a]]\nauthor: '[[ ]] [[x|]]'", Meta("Bash's [[a]]", "[[ ]] [[x|]]")),
        ("date: 2024-05-01T10:00:00Z", Meta(date="2024-05-01")),
        ("date: 2024-05-01 10:00:00 +0200", Meta(date="2024-05-01")),
        ("title: 'A'\ndate: 2024-5-1 9:05:00.25-05:00", Meta("A", date="2024-5-1")),
        ("date: 2024-05-01 10:00 in Rome", Meta(date="2024-05-01 10:00 in Rome")),
    ],
)
def test_yaml_says_what_the_article_is(body: str, expected: Meta) -> None:
    assert meta(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('title = "A title"\ndate = 2026-11-23', Meta("A title", "", "2026-11-23")),
        ('authors = ["A", "B"]\n[extra]\ntitle = "no"', Meta("", "A, B")),
        ("date = 2024-05-01T10:00:00+02:00", Meta(date="2024-05-01")),
        ("title = broken", Meta("broken")),
        ("title = 'No'\npublished = true\npubDate = 2024-05-01\ntags = [true]", Meta("No", date="2024-05-01")),
        ("title = broken\npublished = true", Meta("broken")),
    ],
)
def test_toml_says_it_too(body: str, expected: Meta) -> None:
    assert meta(body, "+++") == expected


@pytest.mark.parametrize("body", ["title: [broken\nauthor: A", "title: a: b\nauthor: A", "title: *x\nauthor: A"])
def test_broken_yaml_is_read_line_by_line(body: str) -> None:
    found = meta(body)
    assert found is not None
    assert found.author == "A"
    assert found.title


@pytest.mark.parametrize(
    "text",
    [
        "---\n---\n",
        "---\n\n---\n",
        "---\njust text\n---\n",
        "---\nNote: text\nthat goes on\n---\n",
        "---\nhttp://example.org\n---\n",
        "---\ntitle: a\n",
        "----\ntitle: a\n----\n",
        "text\n---\ntitle: a\n---\n",
        "+++\ntext\n+++\n",
        "+++\ntitle = 'a'\n---\n",
        "---\n- a: b\n---\n",
    ],
)
def test_a_rule_or_text_is_no_front_matter(text: str) -> None:
    assert find_front_matter(text) is None
    assert read(text).meta == Meta()


@pytest.mark.parametrize(
    ("body", "tags"),
    [
        ("tags: [a, B c, a]", ("a", "B c")),
        ("tags: a, B c", ("a", "B c")),
        ("tags:\n  - a\n  - '#b'\nkeywords: [c]\nCategories: d", ("a", "b", "c", "d")),
        ('tags: ["a, b", c]', ("a, b", "c")),
        ("tags: {a: b}\nkeywords: [[a], {name: b}, ~, '']", ("b",)),
        ("tags: true\nkeywords: [no, 'no', a]\ncategories: null", ("no", "a")),
        ("tags: []\nkeywords:", ()),
        ("title: [broken\ntags: [a, 'b']", ("a", "b")),
    ],
)
def test_tags_are_a_list_or_stand_between_commas(body: str, tags: tuple[str, ...]) -> None:
    found = meta(body)
    assert found is not None
    assert found.tags == tags


def test_tags_and_description_are_read_in_toml_too() -> None:
    found = meta('tags = ["a", "b"]\nkeywords = "c, d"\ndescription = "What it is"\n[x]\ntags = ["e"]', "+++")
    assert found == Meta(tags=("a", "b", "c", "d"), description="What it is")


def test_a_description_is_one_line() -> None:
    assert meta("description: >\n  folded\n  text") == Meta(description="folded text")
    assert meta("summary: plain text") == Meta(description="plain text")


def test_simple_lists_are_read_without_a_yaml_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("ketareader.parsers.markdown.front_matter._yaml")
    assert meta("title: A title\nauthor: [A. Person, B]\ntags: [a, b-c]") == Meta(
        "A title", "A. Person, B", "", ("a", "b-c")
    )


def test_times_are_read_without_a_yaml_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("ketareader.parsers.markdown.front_matter._yaml")
    assert meta("title: A\ndate: 2024-05-01T10:00:00+02:00\ndraft: no") == Meta("A", date="2024-05-01")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"title": "A", "weight": 1}', Meta("A")),
        ('{"authors": ["A", "B"],\n"summary": null, "keywords": "a, b"}  \n\ntext', Meta("", "A, B", "", ("a", "b"))),
        ('{"title": "\\ud800\\u202e\\u001b[31m", "date": 2024}', Meta("��␛[31m", date="2024")),
        ('{"title": "No", "author": null, "date": false, "tags": true, "by": "A"}', Meta("No", "A")),
        ("% A *title*", Meta("A *title*")),
        ("% A\n% B;  C\n", Meta("A", "B, C")),
        ("%\n%\n% 2024-05-01 10:00\n\ntext", Meta(date="2024-05-01")),
        ("title: A\nAUTHORS: B\n  and C  ", Meta("A", "B and C")),
        ("Title: A\nPublished: true\nAuthor: null", Meta("A")),
        ("Date: May\nSummary:\n\ttext\n\n---\n", Meta(date="May", description="text")),
    ],
)
def test_what_no_fence_stands_around_says_it_too(text: str, expected: Meta) -> None:
    assert read(text).meta == expected


@pytest.mark.parametrize(
    "text",
    [
        '{"title": "A"}',
        '{"weight": 1, "name": "A"}',
        '{"title": "A", "weight": 1} and text',
        '{"title": "A", "weight": 1,}',
        '{"title": "A", "weight": 1',
        '[{"title": "A", "weight": 1}]',
        ' {"title": "A", "weight": 1}',
        '{"title": ' + "[" * 50_000,
        '{"title": ' + "1" * 50_000 + ', "weight": 1}',
        '{"a": 1, "b": {"title": "A"}}',
        "{: .class}",
        "% A\ntext",
        "% A\n% B\n% C\n% D\n\ntext",
        "%A\n\ntext",
        "%%\n% A\n\ntext",
        "%\n\ntext",
        "Title: A",
        "Note: A\nTitle: B\nAuthor: C\n\ntext",
        "Title: A\nAuthor: B\ntext",
        "Title: A\nServes: 4\n\ntext",
        "Date: A\nFrom: B\nTo: C\n\ntext",
        "Title:A\nAuthor:B\n\ntext",
        "Title:\nAuthor:\n\ntext",
        "Title: A\n\nAuthor: B\n",
        "Title: A\n=======\nAuthor: B\n",
        "titles: A\nAuthor: B\n\ntext",
    ],
    ids=lambda text: ascii(text[:40]),
)
def test_what_only_begins_like_it_is_text(text: str) -> None:
    made = read(text)
    assert made.meta == Meta()
    assert not any(block.kind is Kind.META for block in made.blocks)


@pytest.mark.parametrize(
    "text", ['{\n"title": "A",\n"weight": 1\n}\ntext', "% A\n% B\n\ntext", "Title: A\nTags: B\n\ntext"]
)
def test_what_no_fence_stands_around_is_found_however_the_source_arrives(text: str) -> None:
    whole = read(text)
    assert whole.meta.title == "A"
    for ends in ([1], [2], [1, 2, 3]):
        assert (read(text, ends).meta, read(text, ends).blocks) == (whole.meta, whole.blocks)


@pytest.mark.timeout(10)
@pytest.mark.parametrize(
    "text",
    [
        '{"a": ' * 10_000,
        '{"a": "' + "\\u0041" * 10_000,
        "% " * 30_000,
        "% a\n" + " b\n" * 20_000 + "c",
        "Title: a\n" * 10_000 + "text",
        "Title: a\n" + "a b " * 15_000 + ":\n",
        "Title: a\n" + (" " * 1_000 + "\n") * 60 + "b: c",
    ],
    ids=lambda text: ascii(text[:12]),
)
def test_hostile_text_without_fences_takes_no_time(text: str) -> None:
    find_front_matter(text)


@given(st.text(max_size=200), st.sampled_from(['{"title": "a", "b": ', "% a\n%", "Title: a\nDate:"]))
def test_no_text_without_fences_fails(text: str, beginning: str) -> None:
    found = find_front_matter(f"{beginning}{text}\n")
    assert found is None or "\n" not in found.meta.title + found.meta.author + found.meta.date


def test_a_yaml_list_is_no_mapping_and_says_nothing() -> None:
    assert meta("a: b\n...\n- c") == Meta()


def test_front_matter_is_a_block_and_the_text_goes_on_below() -> None:
    made = read("---\ntitle: a\n---\n\n# Heading")
    block, heading = made.blocks
    assert (block.kind, block.text, block.line, block.end, block.info) == (Kind.META, "title: a", 1, 4, "yaml")
    assert heading.line == 5
    assert made.title == "a"


def test_front_matter_is_none_of_the_words_that_reading_takes_time_for() -> None:
    assert read("---\ntitle: A title of five words\n---\n\nThree more words.").words() == 3


def test_front_matter_alone_is_an_article() -> None:
    (batch,) = batches_of("---\ntitle: a\n---")
    assert [block.kind for block in batch.blocks] == [Kind.META]
    assert batch.last


@pytest.mark.parametrize("ends", [[1], [2], [3], [1, 2, 3]])
def test_front_matter_is_found_however_the_source_arrives(ends: list[int]) -> None:
    assert read("---\ntitle: a\n---\ntext", ends).meta == Meta("a")


def test_what_front_matter_says_is_clean_and_short() -> None:
    found = meta(f'title: "\\e[31mred\\u202e\\n{"x" * 5_000}"')
    assert found is not None
    assert found.title.startswith("␛[31mred� xxx")
    assert len(found.title) == 500


def test_front_matter_that_is_too_long_is_text() -> None:
    assert find_front_matter("---\n" + "a: b\n" * (LONGEST // 5) + "---\n") is None


def test_long_front_matter_is_read_line_by_line() -> None:
    assert meta("a: b\n" * 5_000 + "title: at the end") == Meta("at the end")


@pytest.mark.timeout(10)
@pytest.mark.parametrize(
    "body",
    [
        "a: " + "[" * 5_000,
        "a: " + "{" * 5_000,
        "a: &a [x]\n" + "".join(f"a{n}: &a{n} [*a, *a, *a, *a, *a, *a, *a, *a]\n" for n in range(100)) + "title: *a99",
        "a: &a {name: [x, x]}\nauthor: [{name: [*a, *a]}, [*a], *a]",
        "? a",
        "a: !!python/object/apply:os.system ['true']",
        "a: !!binary ___",
        "title: &a [*a]",
        "<<: {title: merged}\nb: c",
        "a" + " " * 60_000,
        "a: b" + " " * 8_000 + "!",
        "a b " * 15_000,
    ],
)
def test_hostile_yaml_does_nothing_and_takes_no_time(body: str) -> None:
    assert meta(body) is None or isinstance(meta(body), Meta)


@given(st.text(max_size=200), st.sampled_from(["---", "+++"]))
def test_no_text_between_fences_fails(body: str, fence: str) -> None:
    found = find_front_matter(f"{fence}\nkey: value\n{body}\n{fence}\n")
    assert found is None or "\n" not in found.meta.title + found.meta.author + found.meta.date
