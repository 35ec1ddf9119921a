"""What is remembered from one reading to the next, and what the reader has configured."""

from ketareader.state.memory import Memory, config_file, last_article, load, report_file, save
from ketareader.state.settings import Settings, load_settings

__all__ = ["Memory", "Settings", "config_file", "last_article", "load", "load_settings", "report_file", "save"]
