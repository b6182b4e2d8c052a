"""Writes a body block by block. Pure. How text, marks and blocks look is what a form adds."""

from collections.abc import Container, Mapping

from articles.text_forms.document import Picture
from articles.text_forms.tree import Element, Nodes, tree_of

BLOCKS = {"p", "h2", "h3", "blockquote", "ul", "ol", "table", "figure", "hr"}


class Writer:
    """One body in one form.

    Args:
        pictures: the pictures that the edition remembers, by name; others are left out.
        noted: the numbers of the figures that have a note.
    """

    line_break = "\n"

    def __init__(self, pictures: Mapping[str, Picture], noted: Container[int]) -> None:
        self.pictures, self.noted = pictures, noted
        self._figures = self._links = 0
        self._after_link: list[str] = []

    def body(self, body: str) -> list[str]:
        """The blocks of a body, each as text of one or more lines."""
        return self.blocks(tree_of(body))

    def blocks(self, nodes: Nodes) -> list[str]:
        done: list[str] = []
        loose: Nodes = []
        for node in [*nodes, Element("")]:
            if isinstance(node, str) or (node.tag and node.tag not in BLOCKS):
                loose.append(node)
                continue
            done += self._paragraph(loose)
            loose = []
            done += self._block(node)
        return done

    def _block(self, node: Element) -> list[str]:
        match node.tag:
            case "":
                return []
            case "p":
                # The editor keeps a list or a quotation out of a paragraph; an import may not have.
                inner = any(isinstance(each, Element) and each.tag in BLOCKS for each in node.children)
                return self.blocks(node.children) if inner else self._paragraph(node.children)
            case "h2" | "h3":
                words = self.one_line(node.children)
                return [self.heading(words, int(node.tag[1]))] if words else []
            case "ul" | "ol":
                return self._list(node)
            case "blockquote":
                quoted = "\n\n".join(self.blocks(node.children))
                return ["\n".join(f"> {line}".rstrip() for line in quoted.split("\n"))] if quoted else []
            case "table":
                return self._table(node)
            case "figure":
                picture = self.pictures.get(node.attributes.get("data-image", ""))
                return self.picture(picture) if picture else []
            case _:
                return [self.rule()]

    def _paragraph(self, nodes: Nodes) -> list[str]:
        lines = [line.strip(" ") for line in self.inline(nodes).split("\n")]
        words = "\n".join(self.line_start(line) for line in lines).strip()
        return [words] if words else []

    def _list(self, node: Element) -> list[str]:
        first = int(node.attributes["start"]) if node.attributes.get("start", "").isdecimal() else 1
        items = [each for each in node.children if isinstance(each, Element) and each.tag == "li"]
        lines = []
        for n, item in enumerate(items, first):
            marker = "- " if node.tag == "ul" else f"{n}. "
            inner = "\n".join(self.blocks(item.children)).split("\n")
            lines.append((marker + inner[0]).rstrip())
            lines += [(" " * len(marker) + line).rstrip() for line in inner[1:]]
        return ["\n".join(lines)] if lines else []

    def _table(self, node: Element) -> list[str]:
        rows = [[self._cell(each) for each in cells_of(row)] for row in rows_of(node)]
        widened = [[text for cell, span in row for text in (cell, *[""] * (span - 1))] for row in rows]
        width = max((len(row) for row in widened), default=0)
        full = [row + [""] * (width - len(row)) for row in widened]
        return [self.table(full, headed=has_head(node))] if width else []

    def _cell(self, cell: Element) -> tuple[str, int]:
        span = cell.attributes.get("colspan", "1")
        return self.one_line(cell.children), min(int(span), 20) if span.isdecimal() and int(span) else 1

    def inline(self, nodes: Nodes) -> str:
        done = ""
        for node in nodes:
            piece = self.text(node) if isinstance(node, str) else self._inline_element(node, done)
            done += self.following(done, piece)
        return done

    def one_line(self, nodes: Nodes) -> str:
        return " ".join(self.inline(nodes).replace(self.line_break, " ").split())

    def _inline_element(self, node: Element, before: str) -> str:
        if node.tag == "br":
            return self.line_break
        if node.tag == "data":
            return self._figure(node)
        if node.tag == "a" and node.attributes.get("href") and not self._links:
            return self._link(node)
        inner = self.inline(node.children)
        if node.tag in BLOCKS or node.tag == "li":
            return f" {inner} "
        return self.marked(node.tag, inner, before)

    def _figure(self, node: Element) -> str:
        inner = self.inline(node.children)
        if "data-observation" not in node.attributes:
            return inner
        self._figures += 1
        if self._figures not in self.noted:
            return inner
        if self._links:
            self._after_link.append(self.note_sign(self._figures))
            return inner
        return inner + self.note_sign(self._figures)

    def _link(self, node: Element) -> str:
        self._links += 1
        inner = self.inline(node.children)
        self._links -= 1
        notes, self._after_link = "".join(self._after_link), []
        return self.link(inner, node.attributes["href"]) + notes

    # What a form adds.

    def text(self, text: str) -> str:
        return text

    def following(self, before: str, piece: str) -> str:
        """The next piece of a line; a form may have to part it from the one before."""
        return piece

    def line_start(self, line: str) -> str:
        """A line that must not be taken for the beginning of something else."""
        return line

    def marked(self, tag: str, inner: str, before: str) -> str:
        return inner

    def link(self, inner: str, url: str) -> str:
        raise NotImplementedError

    def note_sign(self, n: int) -> str:
        raise NotImplementedError

    def heading(self, words: str, level: int) -> str:
        raise NotImplementedError

    def picture(self, picture: Picture) -> list[str]:
        raise NotImplementedError

    def table(self, rows: list[list[str]], *, headed: bool) -> str:
        raise NotImplementedError

    def rule(self) -> str:
        raise NotImplementedError


def rows_of(table: Element) -> list[Element]:
    """Rows in their order, whether or not they stand in a head or body."""
    found: list[Element] = []
    for each in table.children:
        if isinstance(each, Element):
            found += [each] if each.tag == "tr" else rows_of(each)
    return found


def cells_of(row: Element) -> list[Element]:
    return [each for each in row.children if isinstance(each, Element) and each.tag in {"th", "td"}]


def has_head(table: Element) -> bool:
    """Whether the first row names the columns."""
    rows = rows_of(table)
    return bool(rows) and all(cell.tag == "th" for cell in cells_of(rows[0]))
