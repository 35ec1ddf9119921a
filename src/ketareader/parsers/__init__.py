"""Parsers: one format, one place. `formats.FORMATS` is the table of them."""
