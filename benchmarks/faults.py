"""A run that is killed at random moments, with workers killed besides, against one that never was, byte for byte."""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))
from batch_tasks import fill, tree


def children(pid: int) -> list[int]:
    """The worker processes of a run."""
    try:
        return list(map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()))
    except OSError:
        return []


def disturbed(command: list[str], seconds: float, dice: random.Random) -> bool:
    """Start the run, kill a worker and then the parent within so many seconds; whether it had ended before."""
    with subprocess.Popen(command) as process:
        time.sleep(dice.uniform(0, seconds / 2))
        if workers := children(process.pid):
            with suppress(ProcessLookupError):
                os.kill(dice.choice(workers), signal.SIGKILL)
        try:
            process.wait(dice.uniform(0, seconds / 2))
        except subprocess.TimeoutExpired:
            process.kill()
            return False
    return True


def main() -> None:
    """Disturb, resume, compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--format", default="json")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    dice = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        fill(Path("archive"), options.files)
        command = [sys.executable, "-m", "pipeline", "archive", "-q", "-f", options.format, "-o"]
        start = time.monotonic()
        subprocess.run([*command, "undisturbed"], check=True)
        taken = time.monotonic() - start
        ended = [disturbed([*command, "out"], 2 * taken / options.kills + 1, dice) for _ in range(options.kills)]
        code = subprocess.run([*command, "out", "--retry-failed"], check=False).returncode
        same = tree(Path("out")) == tree(Path("undisturbed"))
        print(f"{options.files} files, killed {ended.count(False)} times, then exit code {code}: {'the same bytes' if same else 'DIFFERENT'}")
        sys.exit(not same)


if __name__ == "__main__":
    main()
