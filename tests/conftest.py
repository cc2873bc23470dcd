"""What holds for all tests: no property is judged by the clock, as a busy machine is no fault, and messages are in English."""

import os

from hypothesis import HealthCheck, settings

settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")
os.environ["LC_ALL"] = "C.UTF-8"
