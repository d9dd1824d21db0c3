"""Runs a command, and prints as JSON what it printed, its seconds and its peak memory in MB.

A process of its own, because the peak of a child begins with the size of the process that it was forked from.
Usage: measure.py PROCESSORS COMMAND… (PROCESSORS: numbers parted by commas)
"""
import json
import os
import sys
import time


def main(processors, *command):
    os.sched_setaffinity(0, map(int, processors.split(",")))
    receive, send = os.pipe()
    start = time.perf_counter()
    child = os.fork()
    if child == 0:
        os.dup2(send, 1)
        os.execvp(command[0], command)
    os.close(send)
    with os.fdopen(receive) as pipe:
        said = pipe.read()
    _, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - start
    code = os.waitstatus_to_exitcode(status)
    print(json.dumps({"said": said, "seconds": seconds, "memory": usage.ru_maxrss / 1024, "code": code}))


if __name__ == "__main__":
    main(*sys.argv[1:])
