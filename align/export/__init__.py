"""Review to corpus formats: one file per format, found by being here."""
