#!/usr/bin/env python3
"""lint.py CHECK ROOT: runs one check on the tree below ROOT; lint.py selftest: tests the checks."""

import sys

sys.dont_write_bytecode = True

from checks import CHECKS  # noqa: E402
from samples import BAD, selftest  # noqa: E402
from tree import Tree  # noqa: E402


def main(arguments):
    if arguments == ["selftest"]:
        troubles = selftest()
        print("\n".join(troubles) or f"{len(CHECKS)} checks, {len(BAD)} bad samples: all seen")
        return 1 if troubles else 0
    if len(arguments) != 2 or arguments[0] not in CHECKS:
        print(f"usage: lint.py {'|'.join(CHECKS)} ROOT\n       lint.py selftest", file=sys.stderr)
        return 2
    tree = Tree.read(arguments[1])
    if "engine/CMakeLists.txt" not in tree.paths:
        print(f"{arguments[1]} is not the root of the sources", file=sys.stderr)
        return 2
    findings = CHECKS[arguments[0]](tree)
    for finding in findings:
        print(finding)
    return 1 if any(not finding.warning for finding in findings) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
