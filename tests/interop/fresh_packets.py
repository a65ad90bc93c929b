#!/usr/bin/python3
"""Writes random valid packets into a folder, one file each.

    fresh_packets.py DIR COUNT [SEED]

Prints the seed, so that a failure can be repeated.
"""

import pathlib
import random
import secrets
import struct
import sys

from packet_builder import MAX_COUNT, MAX_PACKET, Signed

ISSUED = 1740787200
LETTERS = "abcdefghijklmnopqrstuvwxyz 0123456789-\u00e9\u03b2\u4e2d\U0001f48a"


def integer(rng):
    size = rng.choice((4, 8, 16, 32, 63))
    value = rng.getrandbits(size)
    return value if rng.random() < 0.7 else -1 - value


def real(rng):
    form = rng.choice(("e", "f"))
    while True:
        value = struct.unpack(">" + form, rng.randbytes(struct.calcsize(form)))[0]
        if value == value and abs(value) != float("inf"):
            return value


def text(rng, limit):
    result = ""
    for _ in range(rng.randint(1, limit)):
        longer = result + rng.choice(LETTERS)
        if len(longer.encode()) > limit:
            break
        result = longer
    return result


def scalar(rng):
    return rng.choice((integer, integer, real, lambda r: r.random() < 0.5, lambda r: text(r, 64)))(rng)


def value(rng):
    if rng.random() < 0.2:
        return [scalar(rng) for _ in range(rng.randint(1, 24))]
    return scalar(rng)


def fields(rng):
    return {rng.randint(1, rng.choice((23, 255, 65535))): value(rng) for _ in range(rng.randint(1, 12))}


def basis(rng):
    def count():
        return rng.randint(0, rng.choice((10, 1000, MAX_COUNT)))

    def positive():
        return abs(real(rng)) or 0.5

    n = 1 + min(count(), MAX_COUNT - 1)
    return rng.choice((
        [0], [1, n, rng.randint(0, n)], [2, n, real(rng), positive()], [3, n, count(), count(), count()],
        [4, n, positive()], [5, *(count() for _ in range(8))]))


def body(rng, kind):
    period = [ISSUED - 86400 * rng.randint(1, 99), ISSUED]
    exposed, unexposed = rng.randint(0, 10**6), rng.randint(0, 10**9)
    if kind == 5:
        return {1: rng.randbytes(16), 2: period, 3: exposed, 4: real(rng), 5: abs(real(rng)), 6: 3, 7: 0}
    return {1: period, 2: rng.randint(0, 30), 3: exposed, 4: rng.randint(0, exposed),
            5: unexposed, 6: rng.randint(0, unexposed)}


def payload(rng, sequence, previous):
    kind = rng.randint(0, 7)
    result = {1: 1, 2: kind, 3: rng.randbytes(8), 4: 60 * rng.randint(0, ISSUED // 60), 5: sequence, 6: previous}
    if kind in (5, 6):
        result[8] = body(rng, kind)
    elif kind != 3:
        optional = {7: fields(rng), 8: fields(rng), 9: rng.randint(0, 100), 10: basis(rng)}
        result.update({key: member for key, member in optional.items() if rng.random() < 0.7})
    if kind in (1, 2, 3, 4):
        result[11] = rng.randbytes(16)
    if kind == 4 or kind == 3 and rng.random() < 0.5:
        result[12] = rng.randint(0, 2 if kind == 4 else 255)
    remarks = {13: text(rng, 96), 14: rng.randbytes(8)}
    result.update({key: member for key, member in remarks.items() if rng.random() < 0.3})
    return result


def main(arguments):
    if len(arguments) not in (2, 3):
        print("usage: fresh_packets.py DIR COUNT [SEED]", file=sys.stderr)
        return 2
    folder, count = pathlib.Path(arguments[0]), int(arguments[1])
    seed = int(arguments[2]) if len(arguments) == 3 else secrets.randbits(32)
    print(f"seed {seed}")
    rng = random.Random(seed)
    author, previous, sequence = rng.randbytes(32), None, 1
    while sequence <= count:
        signed = Signed(payload(rng, sequence, previous), author)
        if len(signed.wire()) > MAX_PACKET:
            continue
        (folder / f"fresh-{sequence:03}.cbor").write_bytes(signed.wire())
        previous, sequence = signed.id[:16], sequence + 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
