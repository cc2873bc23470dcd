"""What a job of a pool may take."""

from typing import NamedTuple


class Limits(NamedTuple):
    """Limits of each job, and of a worker."""

    seconds: float = 600.0
    silence: float = 60.0
    """Seconds without a sign of life: native code that hangs, a process that was stopped."""
    memory_mb: int = 4096
    """Address space of a worker; not held where the platform has no RLIMIT_AS."""
    attempts: int = 2
    jobs: int = 1000
    """Jobs after which a worker is replaced, so that what a library leaks is given back."""
    alone: bool = False
    """The worker has the machine to itself: it may use all processors, and what it says on standard error is seen."""
