"""Training of the meaning tagger: examples with made errors, the network, its int8 file."""
