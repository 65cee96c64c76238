"""What Selaras raises. Every message is one sentence that says how to mend the matter."""


class SelarasError(Exception):
    """Base of all errors that a user can mend; the command line prints it and exits with 2."""


class InputError(SelarasError):
    """The input cannot be used as it is: empty, binary, of another kind, malformed."""


class SchemaError(InputError):
    """A file was written by another version of Selaras, or is not one of its files."""


class OutputError(SelarasError):
    """An output cannot be written where it was asked for, or would replace what is wanted."""


class FetchError(SelarasError):
    """A URL could not be opened; `outcome` is the typed reason."""

    def __init__(self, message: str, outcome: str = "failed") -> None:
        super().__init__(message)
        self.outcome = outcome


class MissingExtraError(SelarasError):
    """A feature needs an optional package; the message names the extra to install."""
