"""Sentence vectors to beads."""
