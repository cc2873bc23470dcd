"""What can go wrong, as one tree, so that a caller catches as much of it as it wants.

PipelineError
├── UsageError        the call itself makes no sense (a directory without an output folder)
├── InputError        the source cannot be read as a bulletin (missing, empty, binary, too large)
├── GivenUpError      a worker process did not survive the source, or had to be ended
├── DependencyError   an optional library is needed for this and not installed
└── OutputError       the result cannot be written (no permission, disk full, name taken twice)

Bad *content* never raises: it becomes a warning of the document. Every message is one line and says what to do next.
"""


class PipelineError(Exception):
    """Root of every error that this package raises on purpose. `exit_code` is what the command line ends with."""

    exit_code = 15


class UsageError(PipelineError):
    """The options contradict each other, or one is missing."""

    exit_code = 1


class InputError(PipelineError):
    """The source is missing, unreadable, empty, binary or larger than the limit."""

    exit_code = 2


class DependencyError(PipelineError):
    """A library that an optional feature needs is not installed."""

    exit_code = 3


class GivenUpError(PipelineError):
    """The source took too much time or memory, or crashed the process that read it."""

    exit_code = 4


class OutputError(PipelineError):
    """The result could not be written where it should go."""

    exit_code = 5
