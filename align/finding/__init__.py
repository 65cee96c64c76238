"""Rewrite to candidate originals: one file per way of looking."""
