"""The values: Source, Block, Inline, Anchor, Section, Document. Nothing here knows a width, a colour or a screen."""
