"""Bytes in, places out: text, spans, lines and the files of a tree."""

from obslint.source.reader import Sources
from obslint.source.text import Place, SourceFile, Span, UnreadableError, decode, read_source

__all__ = ["Place", "SourceFile", "Sources", "Span", "UnreadableError", "decode", "read_source"]
