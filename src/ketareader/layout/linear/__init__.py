"""An article as it is listened to: lines that say in words what a page shows by its looks."""
