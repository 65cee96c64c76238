"""URL to bytes, guarded: the one client for every URL that Selaras opens."""
