"""What is remembered from one reading to the next, and what the reader has configured."""

from ketareader.state.memory import Memory, config_file, keep_report, last_article, load, save
from ketareader.state.settings import Settings, load_settings

__all__ = ["Memory", "Settings", "config_file", "keep_report", "last_article", "load", "load_settings", "save"]
