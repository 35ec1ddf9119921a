"""Raw HTML as it stands in Markdown, set as its Markdown twins."""
