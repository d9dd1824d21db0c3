"""What every program here does before it does harm: it says what it is, and takes a document."""

import json
import sys


def say(type, **members):
    print(json.dumps({"type": type, **members}, ensure_ascii=False), flush=True)


def ask():
    """The next message; the program ends where there is none."""
    line = sys.stdin.readline()
    return json.loads(line) if line else sys.exit(0)


def hello(**changed):
    ask()
    own = {"protocol": 1, "id": "test.program", "version": 1, "name": {"zh": "测试", "en": "test"},
           "summary": {"zh": "测试程序", "en": "a program of the tests"}, "kind": "other", "capabilities": ["batch"]}
    say("adapter", **{**own, **changed})


def request():
    return ask()["request"]
