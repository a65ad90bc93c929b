#!/usr/bin/python3
"""Checks QIS packets with nothing but python3-cbor2 and python3-nacl.

    check_packet.py FILE...

Prints one line of JSON per packet: id, author, kind, sequence, previous. Exits 1 at the first packet
that is not valid, with `CODE: sentence` on standard error. It was written from packet.cddl alone and
shares no code with the engine or with make_vectors.py. The time of issue is not compared with a clock,
and a key that occurs twice is reported as not-canonical, since cbor2 does not tell.
"""

import hashlib
import json
import math
import struct
import sys

import cbor2
from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

KINDS = ["outcome", "follow-up", "amendment", "retraction", "validation", "fitness", "tally", "question"]
MAX_COUNT = 2**40


class Refused(Exception):
    def __init__(self, code, sentence):
        super().__init__(f"{code}: {sentence}")


def require(condition, code, sentence):
    if not condition:
        raise Refused(code, sentence)


def skip_item(data, at, depth=0):
    """Returns where the item at `at` ends. cbor2 allocates what a length promises, so every length is
    compared with what is left before cbor2 sees it."""
    require(depth < 64, "nesting-too-deep", "nested too deeply to be a packet")
    require(at < len(data), "not-cbor", "an item is missing")
    major, info = data[at] >> 5, data[at] & 31
    at += 1
    if info == 31 and major in (2, 3, 4, 5):
        while at < len(data) and data[at] != 0xFF:
            require(major > 3 or data[at] >> 5 == major, "not-cbor", "a chunk of the wrong type")
            at = skip_item(data, at, depth + 1)
            at = skip_item(data, at, depth + 1) if major == 5 else at
        require(at < len(data), "not-cbor", "an indefinite item does not end")
        return at + 1
    require(info < 28, "not-cbor", "a reserved head")
    size = {24: 1, 25: 2, 26: 4, 27: 8}.get(info, 0)
    require(at + size <= len(data), "not-cbor", "a head is cut off")
    value = int.from_bytes(data[at:at + size], "big") if size else info
    at += size
    require(major != 7 or info != 24 or value >= 32, "not-cbor", "a malformed simple value")
    if major in (2, 3):
        require(value <= len(data) - at, "not-cbor", "a string is longer than the input")
        return at + value
    items = {4: value, 5: 2 * value, 6: 1}.get(major, 0)
    require(items <= len(data) - at, "not-cbor", "more items than bytes")
    for _ in range(items):
        at = skip_item(data, at, depth + 1)
    return at


def load(data, what):
    end = skip_item(data, 0)
    require(end == len(data), "trailing-bytes", f"bytes after {what}")
    try:
        return cbor2.loads(data)
    except UnicodeDecodeError as error:
        raise Refused("bad-text", str(error)) from error
    except (cbor2.CBORDecodeError, TypeError, ValueError) as error:
        is_text = isinstance(error.__cause__, UnicodeDecodeError)
        raise Refused("bad-text" if is_text else "bad-payload", str(error)) from error


class ShortFloat:
    """cbor2 5.4 writes halves from 32768 upwards as singles, so floats are encoded here."""

    def __init__(self, value):
        self.data = struct.pack(">Bd", 0xFB, value)
        for first, form in ((0xFA, "f"), (0xF9, "e")):
            try:
                packed = struct.pack(">" + form, value)
            except OverflowError:
                continue
            if struct.unpack(">" + form, packed)[0] == value:
                self.data = bytes([first]) + packed


def wrap_floats(item):
    if isinstance(item, float):
        return ShortFloat(item)
    if isinstance(item, list):
        return [wrap_floats(member) for member in item]
    if isinstance(item, dict):
        return {key: wrap_floats(value) for key, value in item.items()}
    return item


def canonical(item):
    return cbor2.dumps(wrap_floats(item), canonical=True, default=lambda encoder, value: encoder.write(value.data))


def check_int(value, low, high, what):
    require(type(value) is int, "bad-payload", f"{what} is not an integer")
    require(low <= value <= high, "out-of-range", f"{what} is {value}")


def check_float(value, what):
    require(type(value) is float, "bad-payload", f"{what} is not a floating-point number")
    require(math.isfinite(value), "out-of-range", f"{what} is {value}")
    require(len(ShortFloat(value).data) < 9, "not-canonical", f"{what} needs more than 32 bits")


def check_bytes(value, size, what):
    require(type(value) is bytes and len(value) == size, "bad-payload", f"{what} is not {size} bytes")


def check_text(value, limit, what):
    require(type(value) is str, "bad-payload", f"{what} is not text")
    require(1 <= len(value.encode()) <= limit, "text-too-long", f"{what} is empty or longer than {limit} bytes")
    require(all(ord(c) >= 0x20 and ord(c) != 0x7F for c in value), "bad-text", f"{what} holds a control character")


def check_scalar(value):
    if type(value) is float:
        check_float(value, "a value")
    elif type(value) is str:
        check_text(value, 64, "a value")
    elif type(value) is int:
        check_int(value, -2**63, 2**63 - 1, "a value")
    else:
        require(type(value) is bool, "bad-payload", "a value is of a type that values cannot have")


def check_fields(fields, what):
    require(type(fields) is dict and fields, "bad-payload", f"the {what} is not a map with at least one field")
    require(len(fields) <= 32, "too-many-fields", f"the {what} has {len(fields)} fields")
    for key, value in fields.items():
        check_int(key, 1, 0xFFFF, "a field number")
        if type(value) is list:
            require(1 <= len(value) <= 24, "array-too-long", f"an array holds {len(value)} values")
            for member in value:
                require(type(member) is not list, "nesting-too-deep", "an array stands in an array")
                check_scalar(member)
        else:
            check_scalar(value)


def check_basis(basis):
    require(type(basis) is list and basis, "bad-payload", "the basis is not an array")
    form, rest = basis[0], basis[1:]
    require(type(form) is int and 0 <= form <= 5, "bad-payload", "the basis is of no known form")
    require(len(rest) == (0, 2, 3, 4, 2, 8)[form], "bad-payload", "the basis has the wrong length")
    floats = {2: rest[1:], 4: rest[1:]}.get(form, [])
    for value in floats:
        check_float(value, "a number of the basis")
    for value in rest[:len(rest) - len(floats)]:
        check_int(value, 0, MAX_COUNT, "a count of the basis")
    if form in (1, 2):
        require(rest[0] >= 1, "out-of-range", "n is 0")
    if form == 1:
        require(rest[1] <= rest[0], "out-of-range", "more events than observations")
    if form == 3:
        require(sum(rest) > 0, "out-of-range", "the table is empty")
    if floats:
        require(floats[-1] > 0, "out-of-range", "the standard error or the expected number is not positive")


def check_body(body, kind):
    period, wanted = (2, {1, 2, 3, 4, 5, 6, 7}) if kind == 5 else (1, {1, 2, 3, 4, 5, 6})
    require(type(body) is dict and set(body) == wanted, "bad-payload", "the body does not have exactly its members")
    span = body[period]
    require(type(span) is list and len(span) == 2, "bad-payload", "the period is not [from, to]")
    for value in span:
        check_int(value, 0, 2**63 - 1, "a time of the period")
    require(span[0] <= span[1], "out-of-range", "the period ends before it begins")
    if kind == 5:
        check_bytes(body[1], 16, "the network id")
        check_float(body[4], "the mean skill")
        check_float(body[5], "the variance")
        require(body[5] >= 0, "out-of-range", "the variance is negative")
    for key in (3, 6, 7) if kind == 5 else (3, 4, 5, 6):
        check_int(body[key], 0, MAX_COUNT, "a count of the body")
    if kind == 6:
        check_int(body[2], 0, 2**63 - 1, "the question's number")
        require(body[4] <= body[3] and body[6] <= body[5], "out-of-range", "more events than people")


def check_payload(payload):
    require(type(payload) is dict, "bad-payload", "the payload is not a map")
    for key in (1, 2):
        require(key in payload, "missing-key", f"key {key} is missing")
    require(payload[1] == 1 and type(payload[1]) is int, "unknown-version", "the format version is not 1")
    kind = payload[2]
    require(type(kind) is int and 0 <= kind <= 7, "unknown-kind", "the kind is not 0 to 7")
    for key in payload:
        require(type(key) is int and 1 <= key <= 14, "unknown-key", f"key {key} is unknown")

    needed = {3, 4, 5, 6} | ({11} if kind in (1, 2, 3, 4) else set())
    needed |= {12} if kind == 4 else {8} if kind in (5, 6) else set()
    barred = {0: {11, 12}, 1: {12}, 2: {12}, 3: {7, 8, 9, 10}, 4: set(), 7: {11, 12}}.get(kind, {7, 9, 10, 11, 12})
    for key in sorted(needed):
        require(key in payload, "missing-key", f"key {key} is missing from kind {kind}")
    for key in sorted(barred):
        require(key not in payload, "unexpected-key", f"key {key} must not be in kind {kind}")

    check_bytes(payload[3], 8, "the domain pack")
    check_int(payload[4], 0, 2**63 - 1, "the time of issue")
    require(payload[4] % 60 == 0, "out-of-range", "the time of issue is not a whole minute")
    check_int(payload[5], 1, 2**53, "the sequence number")
    require((payload[6] is None) == (payload[5] == 1), "bad-payload", "previous is null exactly for the first packet")
    if payload[6] is not None:
        check_bytes(payload[6], 16, "the previous id")
    if 7 in payload:
        check_fields(payload[7], "condition side")
    if 8 in payload:
        check_body(payload[8], kind) if kind in (5, 6) else check_fields(payload[8], "outcome side")
    if 9 in payload:
        check_int(payload[9], 0, 100, "the confidence")
    if 10 in payload:
        check_basis(payload[10])
    if 11 in payload:
        check_bytes(payload[11], 16, "the target")
    if 12 in payload:
        check_int(payload[12], 0, 2 if kind == 4 else 255, "the reason or verdict")
    if 13 in payload:
        check_text(payload[13], 96, "the note")
    if 14 in payload:
        check_bytes(payload[14], 8, "the case commitment")


def check(data):
    require(len(data) <= 512, "too-large", f"{len(data)} bytes")
    message = load(data, "the packet")
    require(isinstance(message, cbor2.CBORTag) and message.tag == 18, "not-cose", "not tagged as COSE_Sign1")
    parts = message.value
    require(type(parts) is list and len(parts) == 4, "not-cose", "not an array of four")
    protected, unprotected, payload_bytes, signature = parts
    require(all(type(part) is bytes for part in (protected, payload_bytes, signature)) and
            type(unprotected) is dict, "not-cose", "a member has the wrong type")

    try:
        header = load(protected, "the protected header")
    except Refused as error:
        raise Refused("wrong-algorithm", "the protected header cannot be read") from error
    require(type(header) is dict and set(header) == {1, 4} and header[1] == -8, "wrong-algorithm",
            "the protected header is not { 1: -8, 4: author }")
    author = header[4]
    require(type(author) is bytes and len(author) == 32, "bad-author", "the author is not 32 bytes")
    require(protected == canonical(header), "wrong-algorithm", "the protected header is not canonical")
    require(not unprotected, "bad-unprotected", "the unprotected header is not empty")
    require(len(signature) == 64, "bad-signature-size", f"the signature has {len(signature)} bytes")

    payload = load(payload_bytes, "the payload")
    check_payload(payload)
    require(canonical(payload) == payload_bytes and canonical(message) == data, "not-canonical",
            "encoding the content again gives other bytes")

    signed = cbor2.dumps(["Signature1", protected, b"", payload_bytes], canonical=True)
    try:
        VerifyKey(author).verify(signed, signature)
    except BadSignatureError as error:
        raise Refused("bad-signature", "the signature does not verify") from error
    return {
        "id": hashlib.blake2b(signed, digest_size=32).hexdigest(),
        "author": author.hex(),
        "kind": KINDS[payload[2]],
        "sequence": payload[5],
        "previous": payload[6] and payload[6].hex(),
    }


def main(files):
    if not files:
        print("usage: check_packet.py FILE...", file=sys.stderr)
        return 2
    for name in files:
        with open(name, "rb") as file:
            data = file.read(4096)
        try:
            print(json.dumps(check(data)))
        except Refused as error:
            print(error, file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
