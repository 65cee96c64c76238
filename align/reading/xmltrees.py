"""XML to a tree, with entities never expanded and nothing ever loaded."""

from __future__ import annotations

import re
import textwrap

from align.errors import InputError
from align.reading.trees import Element

_ENTITY = re.compile(rb"<\0?!\0?E\0?N\0?T\0?I\0?T\0?Y", re.I)


def refuse_entities(data: bytes) -> None:
    """Raises:
        InputError: the XML declares entities, which may multiply without end.
    """
    if _ENTITY.search(data):
        raise InputError("This XML declares entities of its own, which no news feed does and "
                         "Selaras does not expand; give the story as .txt.")


def xml_tree(data: bytes) -> Element:
    """The root of an XML document.

    Raises:
        InputError: it declares entities, is nested too deeply, or is not well formed.
    """
    from lxml import etree

    refuse_entities(data)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False,
                             huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        why = textwrap.shorten(str(error), 120, placeholder=" …")
        raise InputError(f"This XML is broken ({why}); download it again, or give the "
                         "story as .txt.") from error


def local(node: Element) -> str:
    """An element's name without its namespace."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def find(node: Element, *names: str) -> list[Element]:
    """Descendants at the end of a path of names, namespaces aside, in document order."""
    steps = "//".join(f"*[local-name()='{name}']" for name in names)
    return list(node.xpath(f".//{steps}"))


def text_at(node: Element, *names: str) -> str:
    """The text of the first element at the end of a path of names."""
    for found in find(node, *names):
        text = " ".join("".join(found.itertext()).split())
        if text:
            return text
    return ""
