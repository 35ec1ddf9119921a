"""What the measurements were made on and with."""

import os
import platform
import re
from importlib.metadata import version
from pathlib import Path

from benchmarks.programs import readers
from benchmarks.terminal import COLUMNS, ROWS


def facts() -> list[str]:
    """Return the machine, its system, and the versions of what was measured."""
    libraries = ", ".join(f"{name} {version(name)}" for name in ("textual", "rich", "markdown-it-py"))
    programs = ", ".join(f"{reader.name} {reader.version}" for reader in readers())
    return [
        f"{_processor()}, {os.cpu_count()} cores, {_memory():.0f} GB of memory",
        f"{platform.system()} {platform.release()}, Python {platform.python_version()}, {libraries}",
        programs,
        f"a terminal of {COLUMNS} × {ROWS} cells",
        f"{os.getloadavg()[0]:.1f} processes at work in the minute before",
    ]


def _processor() -> str:
    """Return the processor's name."""
    information = Path("/proc/cpuinfo")
    found = re.search(r"model name\s*: (.+)", information.read_text()) if information.exists() else None
    return found[1] if found else platform.processor() or platform.machine()


def _memory() -> float:
    """Return the machine's memory in gigabytes."""
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
