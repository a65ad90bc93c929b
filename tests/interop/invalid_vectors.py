"""The invalid packets of resources/protocol/vectors/invalid.json: each has one fault.

Unless the fault lies in the signature, every packet is rightly signed over the bytes it carries, so
that no refusal can hide behind a bad signature.
"""

from nacl.signing import SigningKey

from packet_builder import (MAX_COUNT, MAX_SEQUENCE, Pairs, Raw, Signed, author_of, encode, head, protected_of, seed_of,
                            sig_structure, wide_head)
from valid_vectors import COMMITMENT, ISSUED, PACK, SOME_ID, fitness_body, of_size, outcome, payload, tally_body

SEED = seed_of("author 1")
AUTHOR = author_of(SEED)
GROUP_ORDER = 2**252 + 27742317777372353535851937790883648493
NAN16, INFINITY16, NAN32 = Raw(b"\xf9\x7e\x00"), Raw(b"\xf9\x7c\x00"), Raw(b"\xfa\x7f\xc0\x00\x00")
MINUS_INFINITY32 = Raw(b"\xfa\xff\x80\x00\x00")


def sign(content, **envelope):
    return Signed(content, SEED).wire(**envelope)


def without(content, *keys):
    return {key: value for key, value in content.items() if key not in keys}


def text(data):
    return Raw(head(3, len(data)) + data)


def pairs_of(content):
    return sorted(content.items())


def sizes():
    yield "size-513", of_size(513, SEED).wire(), "too-large"
    yield "size-2000-of-anything", b"\xd2\x84" + bytes(1998), "too-large"
    yield "size-513-and-not-cbor", b"\xff" * 513, "too-large"


def malformed():
    good = sign(outcome())
    yield "empty-input", b"", "not-cbor"
    yield "only-the-tag", good[:1], "not-cbor"
    yield "cut-after-the-array-head", good[:2], "not-cbor"
    yield "cut-in-the-protected-header", good[:20], "not-cbor"
    yield "cut-in-the-payload", good[:70], "not-cbor"
    yield "cut-before-the-signature", good[:-66], "not-cbor"
    yield "cut-by-one-byte", good[:-1], "not-cbor"
    yield "five-byte-length-bomb", bytes.fromhex("9a5dd0d0d0"), "not-cbor"
    yield "length-bomb-behind-the-tag", bytes.fromhex("d29a5dd0d0d0"), "not-cbor"
    yield "map-length-bomb", bytes.fromhex("d2bbffffffffffffffff"), "not-cbor"
    yield "huge-byte-string", bytes.fromhex("d2845bffffffffffffffff") + good[3:], "not-cbor"
    yield "huge-byte-string-in-63-bits", bytes.fromhex("d2845b7fffffffffffffff") + good[3:], "not-cbor"
    yield "reserved-head-28", b"\xd2\x9c" + good[2:], "not-cbor"
    yield "reserved-head-30-in-the-array", b"\xd2\x84\x5e" + good[3:], "not-cbor"
    yield "reserved-head-29-in-the-payload", sign(outcome(k9=Raw(b"\x1d"))), "not-cbor"
    yield "payload-cut-off", sign(encode(outcome())[:-1]), "not-cbor"
    yield "payload-empty", sign(b""), "not-cbor"
    yield "payload-with-a-length-bomb", sign(outcome(k7=Raw(bytes.fromhex("bb00ffffffffffffff")))), "not-cbor"
    yield "one-byte-after-the-packet", good + b"\x00", "trailing-bytes"
    yield "one-byte-after-the-payload", sign(encode(outcome()) + b"\x00"), "trailing-bytes"
    yield "a-second-packet-after-the-packet", good + sign(payload(7)), "trailing-bytes"


def envelope():
    good = Signed(outcome(), SEED)
    members = good.wire()[2:]
    yield "untagged", good.wire(tag=b""), "not-cose"
    yield "tag-17", good.wire(tag=b"\xd1"), "not-cose"
    yield "tag-98-cose-sign", good.wire(tag=b"\xd8\x62"), "not-cose"
    yield "three-members", b"\xd2\x83" + members[:-66], "not-cose"
    yield "five-members", b"\xd2\x85" + members + b"\xf6", "not-cose"
    yield "a-map-instead-of-the-array", b"\xd2\xa2" + members, "not-cose"
    yield "payload-detached", good.wire(payload=b"\xf6"), "not-cose"
    yield "payload-as-text", good.wire(payload=b"\x61a"), "not-cose"
    yield "protected-as-a-map", good.wire(protected=good.protected), "not-cose"
    yield "signature-null", good.wire(signature=b"\xf6"), "not-cose"
    yield "only-an-integer", b"\x00", "not-cose"

    def protected(data):
        return Signed(outcome(), SEED, protected=data).wire()

    yield "algorithm-es256", protected(encode({1: -7, 4: AUTHOR})), "wrong-algorithm"
    yield "algorithm-positive-8", protected(encode({1: 8, 4: AUTHOR})), "wrong-algorithm"
    yield "algorithm-as-text", protected(encode({1: "EdDSA", 4: AUTHOR})), "wrong-algorithm"
    yield "algorithm-missing", protected(encode({4: AUTHOR})), "wrong-algorithm"
    yield "protected-empty-map", protected(b"\xa0"), "wrong-algorithm"
    yield "protected-empty", protected(b""), "wrong-algorithm"
    yield "protected-keys-reversed", protected(encode(Pairs((4, AUTHOR), (1, -8)))), "wrong-algorithm"
    yield "protected-algorithm-in-two-bytes", protected(encode({1: Raw(b"\x38\x07"), 4: AUTHOR})), "wrong-algorithm"
    yield "protected-byte-after-the-map", protected(protected_of(AUTHOR) + b"\x00"), "wrong-algorithm"
    yield "protected-with-a-content-type", protected(encode({1: -8, 3: 0, 4: AUTHOR})), "wrong-algorithm"
    for size in (0, 31, 33):
        yield f"author-of-{size}-bytes", protected(protected_of((AUTHOR + b"\x00")[:size])), "bad-author"
    yield "author-as-text", protected(encode({1: -8, 4: "x" * 32})), "bad-author"

    yield "unprotected-key-id", good.wire(unprotected=encode({4: AUTHOR[:8]})), "bad-unprotected"
    yield "unprotected-algorithm", good.wire(unprotected=encode({1: -8})), "bad-unprotected"
    yield "unprotected-text-key", good.wire(unprotected=encode({"a": 1})), "bad-unprotected"
    for size in (0, 63, 65):
        yield (f"signature-of-{size}-bytes", good.wire(signature=encode((good.signature + b"\x00")[:size])),
               "bad-signature-size")


def shapes():
    wrong = {
        "payload-an-array": [1, 0, PACK, ISSUED, 1, None],
        "payload-an-integer": 1,
        "payload-text": "payload",
        "pack-as-text": outcome(k3="12345678"),
        "pack-of-7-bytes": outcome(k3=PACK[:7]),
        "issued-as-text": outcome(k4="2025-03-01"),
        "issued-as-float": outcome(k4=60.0),
        "sequence-as-text": outcome(k5="1"),
        "previous-null-at-sequence-2": outcome(k5=2),
        "previous-present-at-sequence-1": outcome(k6=SOME_ID),
        "previous-of-15-bytes": outcome(k5=2, k6=SOME_ID[:15]),
        "previous-as-text": outcome(k5=2, k6="0123456789abcdef"),
        "condition-empty": outcome(k7={}),
        "outcome-side-empty": outcome(k8={}),
        "condition-an-array": outcome(k7=[1, 2]),
        "condition-with-a-text-key": outcome(k7={"drug": 1}),
        "value-null": outcome(k7={1: None}),
        "value-bytes": outcome(k7={1: b"\x01\x02"}),
        "value-a-map": outcome(k7={1: {1: 1}}),
        "value-bytes-in-an-array": outcome(k7={1: [1, b"\x01"]}),
        "confidence-as-float": outcome(k9=0.5),
        "confidence-as-text": outcome(k9="80"),
        "basis-an-integer": outcome(k10=0),
        "basis-one-case-with-a-count": outcome(k10=[0, 1]),
        "basis-counts-too-short": outcome(k10=[1, 240]),
        "basis-counts-as-float": outcome(k10=[1, 240.0, 12]),
        "basis-effect-with-integers": outcome(k10=[2, 412, 1, 0.125]),
        "basis-table-too-long": outcome(k10=[3, 1, 2, 3, 4, 5]),
        "basis-pair-cells-seven": outcome(k10=[5, 1, 2, 3, 4, 5, 6, 7]),
        "basis-pair-cells-nested": outcome(k10=[5, [1, 2, 3, 4, 5, 6, 7, 8]]),
        "target-of-32-bytes": payload(3, k11=SOME_ID * 2),
        "reason-as-text": payload(3, k11=SOME_ID, k12="error"),
        "note-as-bytes": outcome(k13=b"note"),
        "commitment-of-7-bytes": outcome(k14=COMMITMENT[:7]),
        "fitness-network-of-15-bytes": payload(5, k8={**fitness_body(), 1: bytes(15)}),
        "fitness-skill-as-integer": payload(5, k8={**fitness_body(), 4: 0}),
        "fitness-without-variance": payload(5, k8=without(fitness_body(), 5)),
        "fitness-with-an-eighth-member": payload(5, k8={**fitness_body(), 8: 1}),
        "fitness-period-of-one": payload(5, k8={**fitness_body(), 2: [ISSUED]}),
        "tally-without-the-unexposed": payload(6, k8=without(tally_body(), 5, 6)),
        "tally-with-bytes": payload(6, k8={**tally_body(), 2: b"\x01"}),
        "tally-with-the-body-of-a-fitness": payload(6, k8=fitness_body()),
    }
    for name, content in wrong.items():
        yield name, sign(content), "bad-payload"


def keys():
    for key in (0, 15, 24, 65536):
        yield f"key-{key}", sign({**outcome(), key: 1}), "unknown-key"

    double = pairs_of(outcome())
    yield "confidence-twice", sign(Pairs(*double[:9], (9, 80), *double[9:])), "duplicate-key"
    yield "confidence-twice-differing", sign(Pairs(*double[:9], (9, 81), *double[9:])), "duplicate-key"
    yield "field-twice", sign(outcome(k7=Pairs((1, 4711), (2, 90210), (2, 90210)))), "duplicate-key"
    yield "outcome-field-twice", sign(outcome(k8=Pairs((1, True), (1, False)))), "duplicate-key"

    for key, name in ((1, "version"), (2, "kind"), (3, "pack"), (4, "issued"), (5, "sequence"), (6, "previous")):
        yield f"{name}-missing", sign(without(outcome(), key)), "missing-key"
    for kind, name in ((1, "follow-up"), (2, "amendment"), (3, "retraction")):
        yield f"{name}-without-target", sign(payload(kind)), "missing-key"
    yield "validation-without-target", sign(payload(4, k12=0)), "missing-key"
    yield "validation-without-verdict", sign(payload(4, k11=SOME_ID)), "missing-key"
    yield "fitness-without-body", sign(payload(5)), "missing-key"
    yield "tally-without-body", sign(payload(6)), "missing-key"

    fitness, tally, retraction = payload(5, k8=fitness_body()), payload(6, k8=tally_body()), payload(3, k11=SOME_ID)
    for name, content in (("outcome", outcome()), ("fitness", fitness), ("tally", tally), ("question", payload(7))):
        yield f"{name}-with-a-target", sign({**content, 11: SOME_ID}), "unexpected-key"
    for name, content in (("outcome", outcome()), ("follow-up", payload(1, k11=SOME_ID)),
                          ("amendment", payload(2, k11=SOME_ID)), ("fitness", fitness), ("tally", tally),
                          ("question", payload(7))):
        yield f"{name}-with-a-reason", sign({**content, 12: 0}), "unexpected-key"
    sides = {7: {1: 1}, 8: {1: True}, 9: 80, 10: [0]}
    for key, value in sides.items():
        yield f"retraction-with-key-{key}", sign({**retraction, key: value}), "unexpected-key"
    for key in (7, 9, 10):
        yield f"fitness-with-key-{key}", sign({**fitness, key: sides[key]}), "unexpected-key"
        yield f"tally-with-key-{key}", sign({**tally, key: sides[key]}), "unexpected-key"


def limits():
    many = {number: 1 for number in range(1, 34)}
    yield "condition-of-33-fields", sign(outcome(k7=many)), "too-many-fields"
    yield "outcome-side-of-33-fields", sign(outcome(k8=many)), "too-many-fields"

    yield "text-of-65-bytes", sign(outcome(k7={1: "x" * 65})), "text-too-long"
    yield "text-of-33-letters-in-66-bytes", sign(outcome(k7={1: "\u00e4" * 33})), "text-too-long"
    yield "text-empty", sign(outcome(k7={1: ""})), "text-too-long"
    yield "text-of-65-bytes-in-an-array", sign(outcome(k8={1: [1, "x" * 65]})), "text-too-long"
    yield "note-of-97-bytes", sign(outcome(k13="n" * 97)), "text-too-long"
    yield "note-empty", sign(outcome(k13="")), "text-too-long"

    bad = {
        "lone-continuation": b"a\x80", "cut-sequence": b"a\xe2\x89", "overlong": b"\xc0\xaf",
        "surrogate": b"\xed\xa0\x80", "above-unicode": b"\xf4\x90\x80\x80", "byte-ff": b"\xff",
        "line-feed": b"a\nb", "nul": b"\x00", "delete": b"\x7f",
    }
    for name, data in bad.items():
        yield f"text-{name}", sign(outcome(k7={1: text(data)})), "bad-text"
    yield "note-latin-1", sign(outcome(k13=text(b"caf\xe9"))), "bad-text"
    yield "note-with-a-tab", sign(outcome(k13="a\tb")), "bad-text"
    yield "array-text-escape", sign(outcome(k7={1: ["\x1b[0m"]})), "bad-text"

    yield "array-of-25", sign(outcome(k7={1: [1] * 25})), "array-too-long"
    yield "array-empty", sign(outcome(k7={1: []})), "array-too-long"
    yield "outcome-side-array-of-25", sign(outcome(k8={1: [True] * 25})), "array-too-long"
    yield "array-in-an-array", sign(outcome(k7={1: [1, [2]]})), "nesting-too-deep"
    yield "array-in-an-array-on-the-outcome-side", sign(outcome(k8={1: [[True]]})), "nesting-too-deep"
    yield "twenty-arrays", sign(outcome(k7={1: Raw(b"\x81" * 20 + b"\x01")})), "nesting-too-deep"


def ranges():
    more = MAX_COUNT + 1
    wrong = {
        "issued-with-seconds": outcome(k4=ISSUED + 1),
        "issued-59": outcome(k4=59),
        "sequence-0": outcome(k5=0, k6=SOME_ID),
        "sequence-above-2-to-53": outcome(k5=MAX_SEQUENCE + 1, k6=SOME_ID),
        "confidence-101": outcome(k9=101),
        "confidence-256": outcome(k9=256),
        "field-number-0": outcome(k7={0: 1}),
        "field-number-65536": outcome(k8={65536: 1}),
        "value-2-to-63": outcome(k7={1: 2**63}),
        "value-below-minus-2-to-63": outcome(k7={1: -2**63 - 1}),
        "value-nan": outcome(k7={1: NAN16}),
        "value-nan-in-32-bits": outcome(k7={1: NAN32}),
        "value-infinity": outcome(k7={1: INFINITY16}),
        "value-minus-infinity-in-32-bits": outcome(k8={1: MINUS_INFINITY32}),
        "value-nan-in-an-array": outcome(k7={1: [NAN16]}),
        "counts-more-events-than-n": outcome(k10=[1, 12, 13]),
        "counts-n-0": outcome(k10=[1, 0, 0]),
        "counts-n-above-2-to-40": outcome(k10=[1, more, 1]),
        "effect-n-0": outcome(k10=[2, 0, 0.5, 0.125]),
        "effect-error-0": outcome(k10=[2, 412, 0.5, 0.0]),
        "effect-error-negative": outcome(k10=[2, 412, 0.5, -0.125]),
        "effect-error-infinite": outcome(k10=[2, 412, 0.5, INFINITY16]),
        "effect-estimate-nan": outcome(k10=[2, 412, NAN16, 0.125]),
        "table-all-zero": outcome(k10=[3, 0, 0, 0, 0]),
        "table-cell-above-2-to-40": outcome(k10=[3, 1, 2, 3, more]),
        "expected-0": outcome(k10=[4, 9, 0.0]),
        "expected-negative": outcome(k10=[4, 9, -2.5]),
        "observed-above-2-to-40": outcome(k10=[4, more, 2.5]),
        "pair-cell-above-2-to-40": outcome(k10=[5, 30, 900, 120, 80, 52000, 3100, 2400, more]),
        "reason-256": payload(3, k11=SOME_ID, k12=256),
        "verdict-3": payload(4, k11=SOME_ID, k12=3),
        "fitness-skill-nan": payload(5, k8={**fitness_body(), 4: NAN16}),
        "fitness-variance-negative": payload(5, k8={**fitness_body(), 5: -0.5}),
        "fitness-period-reversed": payload(5, k8={**fitness_body(), 2: [ISSUED, ISSUED - 60]}),
        "fitness-scored-above-2-to-40": payload(5, k8={**fitness_body(), 3: more}),
        "tally-exposed-above-2-to-40": payload(6, k8={**tally_body(), 3: more}),
        "tally-more-events-than-exposed": payload(6, k8={**tally_body(), 4: 1001}),
        "tally-more-events-than-unexposed": payload(6, k8={**tally_body(), 6: 48001}),
    }
    for name, content in wrong.items():
        yield name, sign(content), "out-of-range"


def versions():
    for version in (0, 2, 255):
        yield f"version-{version}", sign(outcome(k1=version)), "unknown-version"
    yield "version-2-with-a-new-member", sign(outcome(k1=2, k15=[1])), "unknown-version"
    for kind in (8, 255):
        yield f"kind-{kind}", sign(outcome(k2=kind)), "unknown-kind"
    yield "kind-8-with-a-new-member", sign(outcome(k2=8, k15=[1])), "unknown-kind"

    yield "a-minute-more-than-a-day-ahead", sign(outcome()), "from-future", ISSUED - 86400 - 60
    yield "in-the-year-2100", sign(outcome(k4=4102444800)), "from-future", ISSUED


def encodings():
    plain = Signed(outcome(), SEED)
    body = encode(outcome())

    def chunks(major, *parts):
        return Raw(bytes([major << 5 | 31]) + b"".join(encode(part) for part in parts) + b"\xff")

    wide = {
        "version-in-two-bytes": outcome(k1=Raw(wide_head(0, 1, 1))),
        "value-in-nine-bytes": outcome(k7={1: Raw(wide_head(0, 4711, 8))}),
        "negative-value-in-three-bytes": outcome(k7={1: Raw(wide_head(1, 9, 2))}),
        "issued-in-nine-bytes": outcome(k4=Raw(wide_head(0, ISSUED, 8))),
        "field-number-in-two-bytes": outcome(k7=Pairs((Raw(wide_head(0, 1, 1)), 4711))),
        "pack-head-in-two-bytes": outcome(k3=Raw(wide_head(2, 8, 1) + PACK)),
        "text-head-in-three-bytes": outcome(k7={1: Raw(wide_head(3, 4, 2) + b"text")}),
        "array-head-in-two-bytes": outcome(k7={1: Raw(wide_head(4, 1, 1) + b"\x01")}),
        "condition-head-in-two-bytes": outcome(k7=Raw(wide_head(5, 1, 1) + b"\x01\x01")),
        "basis-count-in-five-bytes": outcome(k10=[1, Raw(wide_head(0, 240, 4)), 12]),
        "payload-keys-unsorted": Pairs(*reversed(pairs_of(outcome()))),
        "payload-two-keys-swapped": Pairs(*pairs_of(outcome())[:8], (10, [0]), (9, 80)),
        "condition-keys-unsorted": outcome(k7=Pairs((2, 90210), (1, 4711))),
        "outcome-side-keys-unsorted": outcome(k8=Pairs((24, 1), (2, 118))),
        "float32-for-a-half": outcome(k7={1: Raw(b"\xfa\x3f\xc0\x00\x00")}),
        "float32-for-zero": outcome(k7={1: Raw(b"\xfa\x00\x00\x00\x00")}),
        "float32-for-the-largest-half": outcome(k7={1: Raw(b"\xfa\x47\x7f\xe0\x00")}),
        "float32-in-the-basis": outcome(k10=[4, 9, Raw(b"\xfa\x40\x20\x00\x00")]),
        "float64-for-a-half": outcome(k7={1: Raw(b"\xfb\x3f\xf8" + bytes(6))}),
        "float64-that-needs-it": outcome(k7={1: Raw(bytes.fromhex("fb3fb999999999999a"))}),
        "float64-in-the-basis": outcome(k10=[4, 9, Raw(bytes.fromhex("fb4004000000000000"))]),
        "indefinite-payload": Raw(b"\xbf" + body[1:] + b"\xff"),
        "indefinite-condition": outcome(k7=chunks(5, 1, 4711)),
        "indefinite-array": outcome(k7={1: chunks(4, 1, 2)}),
        "indefinite-basis": outcome(k10=chunks(4, 0)),
        "indefinite-text": outcome(k7={1: chunks(3, "te", "xt")}),
        "indefinite-pack": outcome(k3=chunks(2, PACK[:4], PACK[4:])),
    }
    for name, content in wide.items():
        yield name, sign(content), "not-canonical"
    yield "tag-in-two-bytes", plain.wire(tag=b"\xd8\x12"), "not-canonical"
    yield "outer-array-head-in-two-bytes", plain.wire(array=b"\x98\x04"), "not-canonical"
    yield "outer-array-indefinite", plain.wire(array=b"\x9f") + b"\xff", "not-canonical"
    yield "payload-head-in-three-bytes", plain.wire(payload=wide_head(2, len(body), 2) + body), "not-canonical"
    yield "payload-in-chunks", plain.wire(payload=encode(chunks(2, body[:9], body[9:]))), "not-canonical"
    yield ("signature-head-in-three-bytes",
           plain.wire(signature=wide_head(2, 64, 2) + plain.signature), "not-canonical")
    yield "unprotected-head-in-two-bytes", plain.wire(unprotected=b"\xb8\x00"), "not-canonical"


def signatures():
    good = Signed(outcome(), SEED)

    def signed(signature, packet=good):
        return packet.wire(signature=encode(signature))

    def flipped(at):
        return bytes(byte ^ (1 if index == at else 0) for index, byte in enumerate(good.signature))

    yield "signature-first-bit-flipped", signed(flipped(0)), "bad-signature"
    yield "signature-last-byte-flipped", signed(flipped(63)), "bad-signature"
    yield "signature-zero", signed(bytes(64)), "bad-signature"
    yield "signature-of-another-packet", signed(Signed(outcome(k9=81), SEED).signature), "bad-signature"
    yield "value-changed-after-signing", good.wire(payload=encode(encode(outcome(k9=79)))), "bad-signature"

    other = SigningKey(seed_of("author 2")).sign(sig_structure(good.protected, good.payload)).signature
    yield "signature-of-another-author", signed(other), "bad-signature"
    yield "signature-over-the-payload-alone", signed(SigningKey(SEED).sign(good.payload).signature), "bad-signature"
    for name, changed in (("context-of-cose-sign", {"context": "Signature"}), ("external-data", {"external": b"qis"})):
        yield f"signature-with-{name}", Signed(outcome(), SEED, **changed).wire(), "bad-signature"

    # The same signature with S + L instead of S: it would give one packet two encodings.
    scalar = int.from_bytes(good.signature[32:], "little") + GROUP_ORDER
    yield "signature-scalar-not-reduced", signed(good.signature[:32] + scalar.to_bytes(32, "little")), "bad-signature"

    # With a key of small order, R = identity and S = 0 pass the bare verification equation.
    identity = b"\x01" + bytes(31)
    for name, author in (("identity", identity), ("order-2", b"\xec" + b"\xff" * 30 + b"\x7f"), ("order-4", bytes(32)),
                         ("identity-not-canonical", b"\xee" + b"\xff" * 30 + b"\x7f")):
        packet = Signed(outcome(), SEED, protected=protected_of(author))
        yield f"author-of-small-order-{name}", signed(identity + bytes(32), packet), "bad-signature"


def as_json():
    packets = []
    for group in (sizes, malformed, envelope, shapes, keys, limits, ranges, versions, encodings, signatures):
        for name, data, code, *now in group():
            packets.append({"name": name, "bytes": data.hex(), "code": code, **({"now": now[0]} if now else {})})
    return {"packets": packets}
