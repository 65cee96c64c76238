"""A review shown to a person: page, terminal, notebook."""
