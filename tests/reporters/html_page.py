"""Reads a page of the HTML report as a browser would, for the tests."""

from collections.abc import Iterator
from functools import cached_property

from lxml import html


class Page:
    """One page; the letter in it is told from what the report says about it."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.root = html.document_fromstring(source)

    def all(self, path: str) -> list[html.HtmlElement]:
        return list(self.root.xpath(path))

    def texts(self, path: str) -> list[str]:
        return [element.text_content() for element in self.all(path)]

    @cached_property
    def ids(self) -> list[str]:
        return [str(found) for found in self.all("//@id")]

    def paragraphs(self) -> list[str]:
        """The paragraphs of the letter in the order of the document."""
        found = self.all("//article//p[contains(@class, 'p ')]")
        found.sort(key=lambda p: int(p.get("id").removeprefix("p")))
        return ["".join(_own(p.find_class("text")[0])) for p in found]

    def highlighted(self) -> dict[int, str]:
        """The words that each finding highlights, by its number."""
        words: dict[int, str] = {}
        for mark in self.all("//article//*[@data-f]"):
            for number in map(int, mark.get("data-f").split()):
                words[number] = words.get(number, "") + mark.text_content()
        return words


def _own(element: html.HtmlElement) -> Iterator[str]:
    """Yield the text of an element without the rewritten sentences in it."""
    if "now" not in (element.get("class") or "").split():
        yield element.text or ""
        for child in element:
            yield from _own(child)
            yield child.tail or ""
