"""What holds for all tests: no property is judged by the clock, as a busy machine is no fault, messages are in English, interrupts arrive."""

import os
import signal

from hypothesis import HealthCheck, settings

settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")
os.environ["LC_ALL"] = "C.UTF-8"
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # a shell's background job ignores it, and what that starts would do so too
    signal.signal(signal.SIGINT, signal.default_int_handler)
