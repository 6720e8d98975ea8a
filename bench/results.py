"""Keeps the figures in `bench/results.md`, one section for each program that measures."""

import os
import platform
from datetime import UTC, datetime
from pathlib import Path

RESULTS = Path(__file__).with_name("results.md")


def machine() -> str:
    """The processor, its cores, the system and the Python that ran."""
    return f"{processor()}, {os.cpu_count()} cores, {platform.system()} {platform.release()}, Python {platform.python_version()}"


def processor() -> str:
    """The processor's name where the system tells it, otherwise its architecture."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.machine()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


def table(header: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """A Markdown table; the first column is text, the others are figures."""
    widths = [max(len(row[column]) for row in (header, *rows)) for column in range(len(header))]
    rule = tuple("-" * width if column == 0 else "-" * (width - 1) + ":" for column, width in enumerate(widths))
    lines = [[cell.ljust(width) if column == 0 else cell.rjust(width) for column, (cell, width) in enumerate(zip(row, widths, strict=True))]
             for row in (header, rule, *rows)]  # fmt: skip
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def keep(title: str, text: str) -> None:
    """Replaces the section of that title, or adds it at the end."""
    sections = read_sections()
    sections[title] = f"{datetime.now(UTC):%Y-%m-%d}, {machine()}\n\n{text}"
    body = "\n\n".join(f"## {name}\n\n{content}" for name, content in sections.items())
    RESULTS.write_text(f"# Figures\n\nWritten by the programs in this folder; nothing here is a test.\n\n{body}\n", encoding="utf-8")


def read_sections() -> dict[str, str]:
    """What stands in the file, by title."""
    if not RESULTS.exists():
        return {}
    parts = RESULTS.read_text(encoding="utf-8").split("\n## ")[1:]
    return {title: content.strip() for title, _, content in (part.partition("\n") for part in parts)}
