"""What is behind the prompt of `ketareader --linear`: an article in parts, a place in it, what was found."""
