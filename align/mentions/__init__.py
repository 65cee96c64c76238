"""What a sentence states exactly: numbers, dates, names, with their places."""
