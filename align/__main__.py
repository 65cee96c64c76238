"""`python -m align` is the `selaras` command."""

from align.cli import main

main()
