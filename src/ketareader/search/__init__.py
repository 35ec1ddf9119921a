"""Search: a query becomes a matcher, a matcher finds hits in a document. It searches what is read, not the source."""
