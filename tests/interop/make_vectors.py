#!/usr/bin/python3
"""Writes resources/protocol/vectors/valid.json and invalid.json. Every run writes the same bytes.

    make_vectors.py            writes the two files
    make_vectors.py --check    exits 1 if the files differ from what would be written
"""

import json
import pathlib
import sys

import cbor2

import invalid_vectors
import valid_vectors
from packet_builder import MAX_PACKET

VECTORS = pathlib.Path(__file__).resolve().parents[2] / "resources" / "protocol" / "vectors"


def as_text(document):
    """One packet a line, so that a change shows as the packets it changes."""
    lines = ",\n".join(json.dumps(packet) for packet in document["packets"])
    return '{"packets": [\n' + lines + "\n]}\n"


def check_names(document):
    names = [packet["name"] for packet in document["packets"]]
    assert len(names) == len(set(names)), "a name occurs twice"


def main(arguments):
    valid, invalid = valid_vectors.as_json(), invalid_vectors.as_json()
    check_names(valid)
    check_names(invalid)
    for packet in valid["packets"]:
        data = bytes.fromhex(packet["bytes"])
        assert len(data) <= MAX_PACKET, packet["name"]
        cbor2.loads(cbor2.loads(data).value[2])
    for packet in invalid["packets"]:
        assert packet["code"] == "too-large" or len(packet["bytes"]) <= 2 * MAX_PACKET, packet["name"]
    same = {packet["bytes"] for packet in valid["packets"]} & \
        {packet["bytes"] for packet in invalid["packets"] if packet["code"] != "from-future"}
    assert not same, "a packet is both valid and invalid"

    status = 0
    for name, document in (("valid.json", valid), ("invalid.json", invalid)):
        path, text = VECTORS / name, as_text(document)
        if "--check" in arguments:
            if not path.is_file() or path.read_text() != text:
                print(f"{path} is not what make_vectors.py writes", file=sys.stderr)
                status = 1
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
            print(f"{path.name}: {len(document['packets'])} packets")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
