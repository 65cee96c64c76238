"""Building the lexicon from a dictionary and from word alignment over parallel text."""
