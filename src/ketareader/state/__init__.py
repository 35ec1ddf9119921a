"""What is remembered from one reading to the next, and what the reader has configured."""

from ketareader.state.memory import Memory, config_file, last_article, load, save

__all__ = ["Memory", "config_file", "last_article", "load", "save"]
