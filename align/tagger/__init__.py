"""Sentence pair to error spans: a trained cross-encoder, how it is run and trained."""
