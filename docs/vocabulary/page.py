"""Write the page: a table for every section, and one picture for every point that is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docs.vocabulary.points import HERE, Row, Section, sections
from docs.vocabulary.samples import picture
from genogram_app.catalog.load import Catalog

HEAD = """# What can be drawn

Every point of the vocabulary with its cards in `symbols/`, a picture, the sheet on which it is looked at,
and the tests that hold it. Written from `points.toml` and from the cards by
`.venv/bin/python -m docs.vocabulary`; a test fails where it isn't what they say. Sheets are the golden
drawings, which were looked at when they were last written. How to add a symbol or a line:
[symbols/README.md](../../symbols/README.md).
"""


def files(catalog: Catalog) -> Mapping[str, str]:
    """Give every file of this folder that is written, by its name."""
    every = sections(catalog)
    drawn = {row.picture: picture(row) for section in every for row in section.rows if row.picture}
    pictures = {f"pictures/{name}.svg": svg for name, svg in drawn.items() if svg}
    body = "\n".join(line for section in every for line in _section(section, pictures))
    return {"README.md": f"{HEAD}\n{body}", **pictures}


def write(catalog: Catalog) -> int:
    """Write the page and its pictures anew; give how many files there are. Pictures of no point go."""
    made = files(catalog)
    for old in sorted((HERE / "pictures").glob("*.svg")):
        if f"pictures/{old.name}" not in made:
            old.unlink()
    for name, text in made.items():
        path = HERE / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return len(made)


def _section(section: Section, pictures: Mapping[str, str]) -> Iterator[str]:
    yield f"## {section.title}\n"
    if section.says:
        yield f"{section.says}\n"
    if section.tests:
        yield f"Tests of every row: {_tests(section.tests)}\n"
    yield "| picture | point | card | sheet | tests |"
    yield "|---|---|---|---|---|"
    yield from (_row(row, pictures) for row in section.rows)
    yield ""


def _row(row: Row, pictures: Mapping[str, str]) -> str:
    name = f"pictures/{row.picture}.svg"
    drawn = f"![]({name})" if name in pictures else ""
    cards = ", ".join(f"`{card}`" for card in row.cards)
    sheet = f"[{row.sheet}](../../tests/golden/{row.sheet}.svg)" if row.sheet else ""
    return f"| {drawn} | {row.says} | {cards} | {sheet} | {_tests(row.tests)} |"


def _tests(tests: tuple[str, ...]) -> str:
    named = (test.partition("::") for test in tests)
    return ", ".join(f"[`{function or file}`](../../tests/{file})" for file, _, function in named)
