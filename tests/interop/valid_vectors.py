"""The valid packets of resources/protocol/vectors/valid.json."""

import hashlib

from packet_builder import KINDS, MAX_COUNT, MAX_PACKET, MAX_SEQUENCE, Signed, seed_of

# Made up for the vectors: no domain pack has this hash, so only what holds for every pack is tested.
PACK = hashlib.blake2b(b"qis vector pack", digest_size=32).digest()[:8]
ISSUED = 1740787200  # 2025-03-01T00:00:00Z
COMMITMENT = bytes.fromhex("c0ffee0123456789")
NETWORK = bytes(range(16))
SOME_ID = bytes(range(0x80, 0x90))

LARGEST_FLOAT16 = 65504.0
SMALLEST_FLOAT16 = 2.0**-24
LARGEST_FLOAT32 = float((2**24 - 1) * 2**104)
SMALLEST_FLOAT32 = 2.0**-149


def payload(kind=0, **members):
    """A payload with the six members every packet has; further ones, or others for those, as k7=..."""
    result = {1: 1, 2: kind, 3: PACK, 4: ISSUED, 5: 1, 6: None}
    result.update({int(name[1:]): value for name, value in members.items()})
    return result


def outcome(**members):
    """A plausible outcome, the one that most vectors vary."""
    return payload(0, **{"k7": {1: 4711, 2: 90210, 3: 2}, "k8": {1: True, 2: 118}, "k9": 80, "k10": [0], **members})


def fitness_body():
    return {1: NETWORK, 2: [ISSUED - 604800, ISSUED], 3: 120, 4: 0.25, 5: 0.0078125, 6: 17, 7: 3}


def tally_body():
    return {1: [ISSUED - 604800, ISSUED], 2: 1, 3: 1000, 4: 12, 5: 48000, 6: 210}


def of_size(size, seed):
    """An outcome whose finished packet has exactly `size` bytes."""
    for length in range(1, 97):
        texts = {number: "x" * 64 for number in (1, 2, 3, 4)}
        signed = Signed(outcome(k7=texts, k13="n" * length), seed)
        if len(signed.wire()) == size:
            return signed
    raise AssertionError(f"no note length makes {size} bytes")


def valid_packets():
    """(name, Signed) of every valid vector."""
    made = []

    def add(name, content, author="author 1"):
        signed = content if isinstance(content, Signed) else Signed(content, seed_of(author))
        made.append((name, signed))
        return signed.id[:16]

    add("outcome", outcome())
    add("outcome-without-sides", payload(0))
    add("question", payload(7, k7={1: 4711, 2: 90210}))
    add("question-smallest", payload(7))
    add("retraction-smallest", payload(3, k11=SOME_ID))

    # Bases.
    add("basis-one-case", outcome(k10=[0], k14=COMMITMENT))
    add("basis-counts", outcome(k10=[1, 240, 12]))
    add("basis-counts-smallest", outcome(k10=[1, 1, 0]))
    add("basis-counts-all-events-largest", outcome(k10=[1, MAX_COUNT, MAX_COUNT]))
    add("basis-effect", outcome(k10=[2, 412, 0.6931471824645996, 0.125]))
    add("basis-effect-negative-estimate", outcome(k10=[2, 1, -LARGEST_FLOAT32, SMALLEST_FLOAT32]))
    add("basis-table", outcome(k10=[3, 12, 988, 4, 996]))
    add("basis-table-one-in-one-cell", outcome(k10=[3, 0, 0, 0, 1]))
    add("basis-table-largest", outcome(k10=[3] + [MAX_COUNT] * 4))
    add("basis-observed-expected", outcome(k10=[4, 9, 2.5]))
    add("basis-observed-expected-tiny", outcome(k10=[4, MAX_COUNT, SMALLEST_FLOAT16]))
    add("basis-pair-cells", outcome(k10=[5, 30, 900, 120, 80, 52000, 3100, 2400, 1000000]))
    add("basis-pair-cells-largest", outcome(k10=[5] + [MAX_COUNT] * 8))

    # A chain of one author, and another author's view of it.
    first = add("chain-1-outcome", outcome(), "chain")
    second = add("chain-2-follow-up", payload(1, k5=2, k6=first, k8={1: False}, k11=first), "chain")
    third = add("chain-3-amendment", outcome(k2=2, k5=3, k6=second, k11=first, k9=60), "chain")
    add("chain-4-retraction", payload(3, k5=4, k6=third, k11=first, k12=1), "chain")
    add("chain-largest-sequence", outcome(k5=MAX_SEQUENCE, k6=SOME_ID))
    for verdict, word in enumerate(("confirmed", "contradicted", "not-comparable")):
        add(f"validation-{word}", payload(4, k11=first, k12=verdict, k10=[1, 40, 3]), "author 2")
    add("retraction-largest-reason-with-note", payload(3, k11=first, k12=255, k13="Entered twice."), "author 2")
    add("fitness", payload(5, k8=fitness_body()), "author 2")
    add("fitness-zeros", payload(5, k8={1: bytes(16), 2: [0, 0], 3: 0, 4: -0.5, 5: 0.0, 6: 0, 7: 0}), "author 2")
    add("tally", payload(6, k8=tally_body()), "author 2")
    add("tally-everyone", payload(6, k8={1: [0, 0], 2: 0, 3: 5, 4: 5, 5: 0, 6: 0}), "author 2")

    # Values.
    add("value-integers", outcome(k7={
        1: 0, 2: 23, 3: 24, 4: 255, 5: 256, 6: 65535, 7: 65536, 8: 2**32 - 1, 9: 2**32, 10: 2**63 - 1,
        11: -1, 12: -24, 13: -25, 14: -256, 15: -257, 16: -65536, 17: -65537, 18: -2**32, 19: -2**32 - 1, 20: -2**63}))
    add("value-float16", outcome(k7={
        1: 0.0, 2: -0.0, 3: 1.0, 4: -1.5, 5: 0.5, 6: LARGEST_FLOAT16, 7: -LARGEST_FLOAT16, 8: SMALLEST_FLOAT16,
        9: 2.0**-14, 10: 2.0**-14 - 2.0**-24, 11: 32768.0, 12: 2048.0}))
    add("value-float32", outcome(k7={
        1: 65505.0, 2: 65536.0, 3: 2049.0, 4: 2.0**-25, 5: SMALLEST_FLOAT32, 6: LARGEST_FLOAT32, 7: -LARGEST_FLOAT32,
        8: 0.10000000149011612, 9: 2.0**-126}))
    add("value-booleans", outcome(k8={1: True, 2: False, 3: [True, False]}))
    add("value-texts", outcome(k7={
        1: "a", 2: " ", 3: "x" * 64, 4: "\u00e4" * 32, 5: "\U0001f9ea" * 16, 6: "\u0080\ufffd"}))
    add("value-mixed-array", outcome(k7={1: [1, -1, True, 1.5, "text", 0]}))
    add("value-longest-arrays", outcome(
        k7={1: list(range(24)), 2: [70000 + n for n in range(24)]}, k8={1: [-n for n in range(24)]}))
    add("field-numbers", outcome(k7={1: 1, 23: 1, 24: 1, 255: 1, 256: 1, 65535: 1}))
    add("most-fields", outcome(k7={n: n for n in range(1, 33)}, k8={n: False for n in range(1, 33)}))
    add("longest-note", outcome(k13="n" * 93 + "\u2265"))
    add("confidence-0", outcome(k9=0))
    add("confidence-100", outcome(k9=100))
    add("issued-at-the-epoch", outcome(k4=0))

    # Size: 512 bytes are the most, and both lengths of the payload's head occur.
    add("size-512", of_size(MAX_PACKET, seed_of("author 1")))
    add("size-511", of_size(MAX_PACKET - 1, seed_of("author 1")))
    return made


def as_json():
    return {"packets": [{
        "name": name,
        "seed": signed.seed.hex(),
        "bytes": signed.wire().hex(),
        "id": signed.id.hex(),
        "kind": KINDS[signed.kind],
    } for name, signed in valid_packets()]}
