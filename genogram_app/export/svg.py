"""Paint a drawing as SVG: letters as text in fonts that it carries, named parts with their words.

Nothing is hidden.

What is in the file is what is in the drawing. Ids are made of a node's role and
its place in reading order, so a record's own key never gets out.
"""

from __future__ import annotations

import html
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator

from genogram_app.drawing.primitives import Drawing, Group, Halo, Mark, Node, Outline, Path, Stroke, Text
from genogram_app.text.line import check
from genogram_app.text.subset import subset

_WEIGHTS = {"semibold": "600", "bold": "700"}
#: The font that a file carries goes by a name of its own: another of the same name may be installed.
_CARRIED = "Genogram"
_FAMILY = "'Noto Sans', 'Segoe UI', Arial, sans-serif"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_STYLE = (
    f"text{{font-family:{_FAMILY};font-kerning:none;font-variant-ligatures:none;white-space:pre}}"
    "path{stroke-linejoin:round}"
)


def write_svg(drawing: Drawing, *, with_fonts: bool = False) -> str:
    """Write a drawing as one SVG file, a point to a unit; the same drawing gives the same text.

    with_fonts: carry the letters that are used (some 10 KB a face), so that it looks the
    same where the font isn't installed. Raises GlyphError, naming the words, if no font has
    some of their letters.
    """
    check(drawing.texts())
    fonts = "".join(_font_faces(drawing)) if with_fonts else ""
    return _HEAD + "\n".join(_Writer(fonts).file(drawing)) + "\n"


class _Writer:
    """Counts the ids given out while a drawing is written."""

    def __init__(self, fonts: str) -> None:
        self._fonts, self._clips = fonts, 0

    def file(self, drawing: Drawing) -> Iterator[str]:
        """Write the whole file, line by line."""
        box = drawing.bounds
        size = f"{num(box.width)} {num(box.height)}"
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{num(box.left)} {num(box.top)} {size}" '
            f'width="{num(box.width)}pt" height="{num(box.height)}pt" role="img" '
            f"xml:lang={quoted(drawing.language)}>"
        )
        if drawing.title:
            yield f"<title>{escape(drawing.title)}</title>"
        own = f"{self._fonts}text{{font-family:{_CARRIED},{_FAMILY}}}" if self._fonts else ""
        yield f"<style>{_STYLE}{own}</style>"
        yield (
            f'<rect x="{num(box.left)}" y="{num(box.top)}" width="{num(box.width)}" '
            f'height="{num(box.height)}" fill={quoted(drawing.paper)}/>'
        )
        names = _names(drawing.nodes)
        for node in drawing.painted():
            yield from self._node(node, names[node.key])
        yield "</svg>"

    def _node(self, node: Node, name: str) -> Iterator[str]:
        yield f'<g id="{name}">'
        if node.says:
            yield f"<title>{escape(node.says)}</title>"
        yield from self._marks(node.marks)
        yield "</g>"

    def _marks(self, marks: Iterable[Mark]) -> Iterator[str]:
        for mark in marks:
            if isinstance(mark, Path):
                yield _path(mark)
            elif isinstance(mark, Text):
                yield from _text(mark)
            else:
                yield from self._group(mark)

    def _group(self, group: Group) -> Iterator[str]:
        if not group.clip:
            yield "<g>"
        else:
            self._clips += 1
            name = f"clip-{self._clips}"
            yield f'<clipPath id="{name}"><path d="{path_data(group.clip)}"/></clipPath>'
            yield f'<g clip-path="url(#{name})">'
        yield from self._marks(group.marks)
        yield "</g>"


def _font_faces(drawing: Drawing) -> Iterator[str]:
    """Say in style where the letters of each face are: in the file itself."""
    used: dict[str, set[str]] = {}
    for text in drawing.texts():
        if not text.outline:
            used.setdefault(text.face, set()).update(text.content)
    for face, letters in sorted(used.items()):
        data = b64encode(subset(face, letters)).decode("ascii")
        slant = "font-style:italic;" if face == "italic" else ""
        yield (
            f"@font-face{{font-family:{_CARRIED};font-weight:{_WEIGHTS.get(face, '400')};{slant}"
            f"src:url(data:font/ttf;base64,{data})}}"
        )


def _names(nodes: Iterable[Node]) -> dict[str, str]:
    """Name nodes by role and number, in reading order: person-1, person-2, union-1."""
    counts: Counter[str] = Counter()
    names = {}
    for node in nodes:
        role = "".join(c for c in node.role if c.isascii() and (c.isalnum() or c == "-")) or "mark"
        counts[role] += 1
        names[node.key] = f"{role}-{counts[role]}"
    return names


def _path(path: Path) -> str:
    fill = quoted(path.fill) if path.fill else '"none"'
    stroke = _stroke(path.stroke) if path.stroke else ""
    return f'<path d="{path_data(path.outline)}" fill={fill}{stroke}/>'


def _stroke(stroke: Stroke) -> str:
    said = f' stroke={quoted(stroke.paint)} stroke-width="{num(stroke.width)}"'
    if stroke.dash:
        said += f' stroke-dasharray="{" ".join(map(num, stroke.dash))}"'
    if stroke.cap != "butt":
        said += f' stroke-linecap="{stroke.cap}"'
    if stroke.join != "round":
        said += f' stroke-linejoin="{stroke.join}"'
    return said


def _text(text: Text) -> Iterator[str]:
    """Write letters as text of the measured width, or their shapes with the words unseen over them.

    A halo is drawn by itself beneath: not every viewer knows `paint-order`.
    """
    place = f'<text x="{num(text.left)}" y="{num(text.y)}" font-size="{num(text.size)}"'
    place += f' textLength="{num(text.width)}" lengthAdjust="spacingAndGlyphs"' if text.content else ""
    place += _face(text.face)
    words = escape(text.content)
    if text.outline:
        shape = f'<path d="{path_data(text.outline)}"'
        if text.halo:
            yield f"{shape}{_halo(text.halo)}/>"
        yield f"{shape} fill={quoted(text.paint)}/>"
        yield f'{place} fill-opacity="0">{words}</text>'
        return
    if text.halo:
        yield f'{place} aria-hidden="true"{_halo(text.halo)}>{words}</text>'
    yield f"{place} fill={quoted(text.paint)}>{words}</text>"


def _face(face: str) -> str:
    if face == "italic":
        return ' font-style="italic"'
    return f' font-weight="{_WEIGHTS[face]}"' if face in _WEIGHTS else ""


def _halo(halo: Halo) -> str:
    paint = quoted(halo.paint)
    return (
        f' fill={paint} stroke={paint} stroke-width="{num(2 * halo.width)}"'
        ' stroke-linejoin="round" stroke-linecap="round"'
    )


def escape(content: str) -> str:
    """Write words for XML, without the control characters that it can't hold."""
    return html.escape("".join(c for c in content if c >= " " or c in "\t\n"), quote=False)


def quoted(value: str) -> str:
    """Give the value of an attribute, in quotation marks."""
    return f'"{html.escape(value)}"'


def path_data(outline: Outline) -> str:
    """Write an outline as the `d` of an SVG path."""
    return "".join(step[0] + " ".join(num(value) for value in step[1:]) for step in outline)


def num(value: float) -> str:
    """Write a number with at most two decimals, without waste."""
    said = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if said == "-0" else said
