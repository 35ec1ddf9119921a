"""Pictures: where they are, how many cells they take, their pixels, and what a terminal is sent to show them.

`locate`, `measure` and `terminal` are light: they answer while a page is laid out. `decode` and what encodes load
Pillow and are for a thread: they are imported when a picture is to be painted, and not before.
"""
