"""Layout: a document at one width. Lines carry roles, never colours; every character knows where it came from."""
