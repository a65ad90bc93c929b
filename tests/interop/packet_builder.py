"""Builds QIS packets in Python, well-formed ones and deliberately broken ones.

Used by make_vectors.py and fresh_packets.py. check_packet.py does not import it: the checker and
the maker must not share their mistakes.
"""

import hashlib
import struct

from nacl.signing import SigningKey

KINDS = ["outcome", "follow-up", "amendment", "retraction", "validation", "fitness", "tally", "question"]
MAX_PACKET = 512
MAX_COUNT = 1 << 40
MAX_SEQUENCE = 1 << 53

SIGN1_TAG = b"\xd2"  # tag 18, COSE_Sign1
ARRAY_OF_FOUR = b"\x84"
NO_HEADERS = b"\xa0"


class Raw:
    """Bytes that are taken into the encoding as they are."""

    def __init__(self, data):
        self.data = bytes(data)


class Pairs:
    """A map written in exactly this order, so that it can be unsorted or hold a key twice."""

    def __init__(self, *pairs):
        self.pairs = pairs


def head(major, value):
    """The shortest head of a CBOR item."""
    if value < 24:
        return bytes([major << 5 | value])
    for info, size in ((24, 1), (25, 2), (26, 4), (27, 8)):
        if value < 1 << (8 * size):
            return bytes([major << 5 | info]) + value.to_bytes(size, "big")
    raise ValueError("too large for a CBOR head")


def wide_head(major, value, size):
    """A head that takes `size` bytes after the first, needed or not."""
    info = {1: 24, 2: 25, 4: 26, 8: 27}[size]
    return bytes([major << 5 | info]) + value.to_bytes(size, "big")


def fits_half(value):
    try:
        return struct.unpack(">e", struct.pack(">e", value))[0] == value
    except OverflowError:
        return False


def number(value):
    """float16 where that keeps the value, else float32. The value must be a float32."""
    if fits_half(value):
        return b"\xf9" + struct.pack(">e", value)
    packed = struct.pack(">f", value)
    if struct.unpack(">f", packed)[0] != value:
        raise ValueError(f"{value} is not a float32")
    return b"\xfa" + packed


def encode(item):
    """Deterministic CBOR (RFC 8949 section 4.2.1), except where Raw or Pairs say otherwise."""
    if isinstance(item, Raw):
        return item.data
    if item is None:
        return b"\xf6"
    if isinstance(item, bool):
        return b"\xf5" if item else b"\xf4"
    if isinstance(item, int):
        return head(0, item) if item >= 0 else head(1, -1 - item)
    if isinstance(item, float):
        return number(item)
    if isinstance(item, bytes):
        return head(2, len(item)) + item
    if isinstance(item, str):
        text = item.encode()
        return head(3, len(text)) + text
    if isinstance(item, (list, tuple)):
        return head(4, len(item)) + b"".join(encode(member) for member in item)
    if isinstance(item, Pairs):
        return head(5, len(item.pairs)) + b"".join(encode(k) + encode(v) for k, v in item.pairs)
    if isinstance(item, dict):
        pairs = sorted((encode(k), encode(v)) for k, v in item.items())
        return head(5, len(pairs)) + b"".join(k + v for k, v in pairs)
    raise TypeError(type(item))


def seed_of(label):
    """A fixed Ed25519 seed. The keys of the vectors are public and worth nothing."""
    return hashlib.blake2b(b"qis packet vector " + label.encode(), digest_size=32).digest()


def author_of(seed):
    return bytes(SigningKey(seed).verify_key)


def protected_of(author):
    return encode({1: -8, 4: author})


def sig_structure(protected, payload, context="Signature1", external=b""):
    return encode([context, protected, external, payload])


def packet_id(protected, payload):
    return hashlib.blake2b(sig_structure(protected, payload), digest_size=32).digest()


class Signed:
    """One packet; every part of the envelope can be replaced to make a broken one."""

    def __init__(self, payload, seed, protected=None, context="Signature1", external=b""):
        self.seed = seed
        self.kind = payload.get(2) if isinstance(payload, dict) else None
        self.payload = payload if isinstance(payload, bytes) else encode(payload)
        self.protected = protected_of(author_of(seed)) if protected is None else protected
        self.id = packet_id(self.protected, self.payload)
        to_sign = sig_structure(self.protected, self.payload, context, external)
        self.signature = SigningKey(seed).sign(to_sign).signature

    def wire(self, tag=SIGN1_TAG, array=ARRAY_OF_FOUR, unprotected=NO_HEADERS, **parts):
        """`protected`, `payload` and `signature` may be given as encoded CBOR items."""
        members = [
            parts.get("protected", encode(self.protected)),
            unprotected,
            parts.get("payload", encode(self.payload)),
            parts.get("signature", encode(self.signature)),
        ]
        return tag + array + b"".join(members)
