#!/bin/bash
# Do the engine and an independent implementation agree about packets?
#
#     tests/interop/run.sh PATH/TO/qis [SEED]
#
# Exit 0 all agree, 1 something differs, 2 usage, 77 the Python packages are missing (nothing was tested).
set -u

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
vectors=$here/../../resources/protocol/vectors
python=${PYTHON3:-/usr/bin/python3}
export PYTHONDONTWRITEBYTECODE=1 PYTHONUTF8=1

if [ $# -lt 1 ] || [ $# -gt 2 ] || [ ! -x "$1" ]; then
    echo "usage: run.sh PATH/TO/qis [SEED]" >&2
    exit 2
fi
qis=$(realpath "$1")
seed=${2:-}
if ! "$python" -c 'import cbor2, nacl.signing' 2>/dev/null; then
    echo "python3-cbor2 and python3-nacl are needed; nothing was tested" >&2
    exit 77
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
home=$work/home
passed=0
failed=0

pass() { passed=$((passed + 1)); }
fail() {
    failed=$((failed + 1))
    echo "FAILED $1" >&2
    # What the program said about it, if anything.
    if [ -s "$work/err" ]; then head -n 3 "$work/err" | sed 's/^/    /' >&2; fi
}
finish() {
    echo "$passed passed, $failed failed"
    if [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]; then exit 0; fi
    exit 1
}

# Runs qis on the demo home; leaves its output in out and err, its exit status in status.
run_qis() {
    timeout 120 "$qis" --home "$home" "$@" >"$work/out" 2>"$work/err" </dev/null
    status=$?
}

# Evaluates a Python expression over `it`, the JSON document in $work/out; a list is printed a line each.
from_json() {
    "$python" -c '
import json, sys
it = json.load(open(sys.argv[1], encoding="utf-8"))
found = eval(sys.argv[2])
for line in found if isinstance(found, list) else [found]:
    print(line if isinstance(line, str) else json.dumps(line))
' "$work/out" "$1" 2>>"$work/err"
}

expect_valid() { # NAME FILE
    run_qis verify "$2"
    if [ "$status" -eq 0 ]; then pass; else fail "verify $1: exit $status, expected 0"; fi
}

expect_refused() { # NAME FILE CODE
    run_qis verify "$2"
    if [ "$status" -ne 1 ]; then
        fail "verify $1: exit $status, expected 1"
    elif ! grep -q "^$3: ." "$work/err"; then
        fail "verify $1: expected '$3: ...'"
    else
        pass
    fi
}

# ---- The vectors themselves --------------------------------------------------------------------------

for script in "make_vectors.py --check" check_vectors.py; do
    # shellcheck disable=SC2086  # script and option are two words
    if "$python" "$here"/$script >"$work/out" 2>"$work/err"; then pass; else fail "$script"; fi
done

# ---- Packets made by qis, checked in Python ----------------------------------------------------------

run_qis init --site "Interop site" --demo
if [ "$status" -ne 0 ]; then
    fail "init: exit $status"
    finish
fi

run_qis --json pack list
packs=$(from_json '[p if isinstance(p, str) else p["id"] for p in (it["packs"] if isinstance(it, dict) else it)]')
if [ "$status" -ne 0 ] || [ -z "$packs" ]; then fail "pack list: exit $status, packs '$packs'"; fi
if ! grep -qx ddi <<<"$packs"; then fail "pack list: there is no pack ddi"; fi

emitted=0
first_author=""
for pack in $packs; do
    run_qis pack show "$pack" --schema
    examples=$(from_json 'it["examples"]')
    if [ "$status" -ne 0 ] || [ -z "$examples" ]; then
        fail "pack show $pack --schema: exit $status, or no examples"
        continue
    fi
    count=0
    while IFS= read -r example; do
        count=$((count + 1))
        name=$pack-example-$count
        printf '%s\n' "$example" >"$work/$name.json"
        run_qis --json emit --file "$work/$name.json"
        id=$(from_json '(it[0] if isinstance(it, list) else it)["id"]')
        if [ "$status" -ne 0 ] || [ -z "$id" ]; then
            fail "emit $name: exit $status, or no id"
            continue
        fi
        emitted=$((emitted + 1))
        run_qis inspect --id "$id" --out "$work/$name.cbor"
        if [ "$status" -ne 0 ] || [ ! -s "$work/$name.cbor" ]; then
            fail "inspect --id $id --out: exit $status, or no file"
            continue
        fi
        if ! "$python" "$here/check_packet.py" "$work/$name.cbor" >"$work/out" 2>"$work/err"; then
            fail "check_packet.py refuses $name"
            continue
        fi
        found=$(from_json '[it["id"], it["kind"], str(it["sequence"]), it["author"]]' | tr '\n' ' ')
        read -r found_id kind sequence author <<<"$found"
        first_author=${first_author:-$author}
        if [ "$found_id $kind $sequence $author" = "$id outcome $emitted $first_author" ]; then
            pass
        else
            fail "$name: emitted as $id at place $emitted, found $found"
        fi
        expect_valid "$name" "$work/$name.cbor"
    done <<<"$examples"
    if [ "$count" -lt 3 ]; then fail "pack $pack has $count examples, expected three or more"; fi
done

# ---- Packets made in Python, checked by qis ----------------------------------------------------------

mkdir "$work/valid" "$work/invalid" "$work/fresh"
"$python" - "$vectors" "$work" <<'END' || fail "the vectors cannot be read"
import json, pathlib, sys
vectors, work = map(pathlib.Path, sys.argv[1:])
for kind in ("valid", "invalid"):
    packets = json.loads((vectors / f"{kind}.json").read_text())["packets"]
    with open(work / f"{kind}.list", "w") as names:
        for packet in packets:
            (work / kind / f"{packet['name']}.cbor").write_bytes(bytes.fromhex(packet["bytes"]))
            # Whether a packet is from the future depends on the clock.
            if packet.get("code") != "from-future":
                print(packet["name"], packet.get("code", "valid"), file=names)
END

while read -r name _; do
    expect_valid "$name" "$work/valid/$name.cbor"
done <"$work/valid.list"

while read -r name code; do
    expect_refused "$name" "$work/invalid/$name.cbor" "$code"
done <"$work/invalid.list"

# shellcheck disable=SC2086  # without a seed there is no argument
if "$python" "$here/fresh_packets.py" "$work/fresh" 40 $seed; then
    for file in "$work"/fresh/*.cbor; do
        expect_valid "$(basename "$file" .cbor)" "$file"
    done
else
    fail "fresh_packets.py"
fi

finish
