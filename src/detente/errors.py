"""The error tree. A message says what, where, and what to do next.

DetenteError
├── InputError          what was given cannot be used
│   ├── DocumentError   a file or text that cannot become a Document
│   ├── DateError       a date that is no date
│   ├── SpanError       a span that is not in its text
│   ├── FindingError    a finding or dossier that breaks its own definition
│   ├── ChoiceError     a name that is none of the valid ones
│   └── DecisionError   a decision that makes no sense
├── RecordError         a record that cannot be opened, read or written
│   └── ConflictError   somebody else decided on the same thing meanwhile
├── OntologyError       a data file that breaks its schema
└── ModelError          a language model that is missing or unusable

The command line shows any of them in one line and exits with status 2.
"""

from __future__ import annotations


class DetenteError(Exception):
    """Anything the program refuses, with a message for the person who asked."""


class InputError(DetenteError):
    """What was given cannot be used."""


class DocumentError(InputError):
    """A file or text that cannot become a Document."""


class DateError(InputError):
    """A date that is no date."""


class SpanError(InputError):
    """A span that is not in its text."""


class FindingError(InputError):
    """A finding or dossier that breaks its own definition."""


class ChoiceError(InputError):
    """A name that is none of the valid ones."""


class DecisionError(InputError):
    """A decision that makes no sense."""


class RecordError(DetenteError):
    """A record that cannot be opened, read or written."""


class ConflictError(RecordError):
    """Somebody else decided on the same thing meanwhile."""


class OntologyError(DetenteError):
    """A data file that breaks its schema."""


class ModelError(DetenteError):
    """A language model that is missing or unusable."""
