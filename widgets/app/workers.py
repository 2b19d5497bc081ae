"""Processes that work for a command, and end with it whatever they are doing."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection

from .kernels import end_workers

# Two make all lessons in about the time that a third would take to start.
MOST = 2
LOOK_SECONDS = 0.2


def finished(tasks: Iterable[Future]) -> Iterator[Future]:
    """Yield tasks as they are finished, whether they failed or not."""
    waiting = set(tasks)
    while waiting:
        # Python may miss a signal that comes as it begins to wait: this wait begins again.
        done, waiting = wait(waiting, LOOK_SECONDS, FIRST_COMPLETED)
        yield from done


class Workers:
    """Up to two processes, started when there is work, warm for what comes next."""

    def __init__(self):
        self._pool = None
        self._undone: set[Future] = set()

    def submit(self, function, *given) -> Future:
        """Have a function called in a worker; it and what it is given must be picklable."""
        if self._pool is None:
            # A fork would take over sockets and threads.
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(_most(), context, initializer=_prepare)
        try:
            work = self._pool.submit(function, *given)
        except BrokenProcessPool:
            self.end()
            return self.submit(function, *given)
        self._undone = {*filter(lambda work: not work.done(), self._undone), work}
        return work

    def warm_up(self, function) -> None:
        """Start the workers before there is work, each with a call that gets it ready."""
        for _ in range(_most()):
            self.submit(function)

    def end_busy(self) -> None:
        """End the workers if there is work that none has finished."""
        if not all(work.done() for work in self._undone):
            self.end()

    def end(self) -> None:
        """End every worker with its kernels, at once; what comes next is done by new ones."""
        pool, self._pool, self._undone = self._pool, None, set()
        if pool:
            end_workers()
            pool.shutdown(cancel_futures=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()


def _most():
    return min(MOST, os.cpu_count() or 1)


def _prepare():
    # Ctrl+C reaches every process of a terminal: the command itself ends its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_command, daemon=True).start()


def _end_with_the_command():
    connection.wait([multiprocessing.parent_process().sentinel])
    os._exit(1)
