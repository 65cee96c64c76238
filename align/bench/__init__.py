"""Measurements of Selaras on data the user names."""
