"""The checks. Each takes a Tree and gives a list of Findings."""

import re
import xml.etree.ElementTree as ElementTree

from tree import Finding

# What each engine room may include beside itself. Rooms below an allowed room are written out, so that
# this table is all there is to know.
BELOW_RECORD = {"base", "crypto", "record"}
ENGINE_ROOMS = {
    "base": set(),
    "crypto": {"base"},
    "record": {"base", "crypto"},
    "vocabulary": BELOW_RECORD,
    "domain": BELOW_RECORD | {"vocabulary"},
    "similarity": BELOW_RECORD | {"vocabulary", "domain"},
    "elections": BELOW_RECORD | {"vocabulary", "domain", "similarity"},
    "routing": BELOW_RECORD | {"vocabulary", "domain", "similarity"},
    "transport": {"base", "crypto"},  # its links are made with link keys
    "store": BELOW_RECORD,
    "simulation": BELOW_RECORD | {"vocabulary", "domain", "similarity", "routing"},
}
# On top: these may include everything below and implement the public headers; demo stands on node.
TOP_ROOMS = ("node", "demo")
# Single headers a room may include from a room that is otherwise closed to it.
ENGINE_HEADERS = {
    "routing": {"store/store.h", "transport/transport.h"},  # PeerState; LinkId
}
UI_ROOMS = {
    "format": set(),
    "bridge": {"format"},
    "theme": set(),
    "widgets": {"theme", "format", "bridge"},
    "plots": {"widgets", "theme", "format", "bridge"},
    "pages": {"plots", "widgets", "theme", "format", "bridge"},
    "onboarding": {"widgets", "theme", "format", "bridge"},
}
# Headers of ui/bridge that show engine types, for ui/bridge alone.
ENGINE_FACING_HEADERS = {"bridge/convert.h"}
PROGRAMS = {"app/cli", "app/node", "app/desktop"}
WITHOUT_QT = ("engine", "app/cli", "app/node")

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
QT_LINK = re.compile(r"\bQt[56]?::|\bqis_qt_options\b|\bqis_ui\b|\bAUTO(MOC|UIC|RCC)\b|find_package\(\s*Qt")

HARD_LENGTH, WARN_LENGTH, README_LENGTH = 800, 500, 60
CODE_ENDINGS = (".cpp", ".h", ".py", ".sh", ".cmake", "CMakeLists.txt")
FILE_NAME = re.compile(r"^[a-z0-9]+(_[a-z0-9]+)*\.(cpp|h|py|sh)$")
# A statement of the packet format for other programs, not an introduction to a room.
LONG_READMES = {"resources/protocol/README.md"}
# Described by the README of the room they stand in.
ROOMS_WITHOUT_README = {"tests/engine", "tests/ui", "engine/include", "installer/cmake", "resources/pictures"}


def includes(tree, path):
    for number, line in enumerate(tree.lines(path), 1):
        found = INCLUDE.match(line)
        if found:
            yield number, found[1], found[2]


def sources(tree, *folders):
    return [path for path in tree.under(*folders) if path.endswith((".cpp", ".h"))]


def check_includes(tree):
    findings = []
    for path in sources(tree, "engine"):
        room = path.split("/")[1]
        for number, mark, name in includes(tree, path):
            target = name.split("/")[0]
            if room == "include":
                if target in ENGINE_ROOMS or target in TOP_ROOMS or mark == '"':
                    findings.append(Finding(path, number, f"a public header includes {name}"))
            elif target == "qis" and room not in TOP_ROOMS:
                findings.append(Finding(path, number, f"{room} includes {name}; only node and demo implement it"))
            elif mark == '"' and room == "node" and target == "demo":
                findings.append(Finding(path, number, f"{room} may not include {name}"))
            elif mark == '"' and room not in TOP_ROOMS:
                if room not in ENGINE_ROOMS:
                    findings.append(Finding(path, number, f"the lint does not know the room {room}"))
                elif (target != room and target not in ENGINE_ROOMS[room]
                      and name not in ENGINE_HEADERS.get(room, set())):
                    findings.append(Finding(path, number, f"{room} may not include {name}"))
    for path in sources(tree, "ui"):
        room = path.split("/")[1] if path.count("/") > 1 else ""
        for number, mark, name in includes(tree, path):
            target = name.split("/")[0]
            if target == "qis" and room != "bridge":
                findings.append(Finding(path, number, f"only ui/bridge includes {name}"))
            elif mark == '"' and (target in ENGINE_ROOMS or target == "node") and target not in UI_ROOMS:
                findings.append(Finding(path, number, f"ui includes {name} of the engine"))
            elif mark == '"' and "/" in name and target != room and target not in UI_ROOMS.get(room, set()):
                findings.append(Finding(path, number, f"ui/{room} may not include {name}"))
            elif name in ENGINE_FACING_HEADERS and room != "bridge":
                findings.append(Finding(path, number, f"{name} is for ui/bridge alone"))
    for path in sources(tree, "app"):
        program = "/".join(path.split("/")[:2])
        allowed = set(UI_ROOMS) if program == "app/desktop" else set()
        for number, mark, name in includes(tree, path):
            if program not in PROGRAMS:
                findings.append(Finding(path, number, f"the lint does not know the program {program}"))
            elif mark == '"' and "/" in name and name.split("/")[0] not in allowed:
                findings.append(Finding(path, number, f"{program} may not include {name}"))
            elif name in ENGINE_FACING_HEADERS or (program == "app/desktop" and name.startswith("qis/")):
                findings.append(Finding(path, number, f"{name} is for ui/bridge alone"))
    return findings


def check_no_qt(tree):
    findings = []
    for path in sources(tree, *WITHOUT_QT):
        for number, _, name in includes(tree, path):
            if re.match(r"(Qt|Q[A-Z])", name.split("/")[0]):
                findings.append(Finding(path, number, f"includes {name} of Qt"))
    for path in tree.under(*WITHOUT_QT):
        if path.endswith(("CMakeLists.txt", ".cmake")):
            for number, line in enumerate(tree.lines(path), 1):
                if QT_LINK.search(line.split("#")[0]):
                    findings.append(Finding(path, number, "links or uses Qt"))
    return findings


def rooms_of(tree):
    """Folders that are rooms and hold files of their own: two levels deep, three for elections."""
    rooms = set()
    for path in tree.under("engine", "app", "ui", "resources", "tests", "installer"):
        folder = path.split("/")[:-1]
        depth = 3 if folder[:2] == ["engine", "elections"] else 2
        rooms.add("/".join(folder[:depth]))
        rooms.add(folder[0])
    return sorted(room for room in rooms
                  if room != "engine/elections" and not any(room == r or room.startswith(r + "/")
                                                            for r in ROOMS_WITHOUT_README))


def check_files(tree):
    findings = []
    for path in tree.paths:
        name = path.rsplit("/", 1)[-1]
        if name.endswith(CODE_ENDINGS):
            length = len(tree.lines(path))
            if length > HARD_LENGTH:
                findings.append(Finding(path, 0, f"{length} lines, more than {HARD_LENGTH}: split it"))
            elif length > WARN_LENGTH:
                findings.append(Finding(path, 0, f"{length} lines, more than {WARN_LENGTH}: think of splitting it", True))
        if name.endswith((".cpp", ".h", ".py", ".sh")) and not FILE_NAME.match(name):
            findings.append(Finding(path, 0, "file names are lower_snake_case"))
        if name.endswith(".h") and "#pragma once" not in tree.text(path):
            findings.append(Finding(path, 0, "a header begins with #pragma once"))
        if path.endswith(".cpp") and not path.startswith("tests/"):
            findings += own_header_first(tree, path)
    paths = set(tree.paths)
    for room in rooms_of(tree):
        readme = room + "/README.md"
        if readme not in paths:
            findings.append(Finding(room, 0, "a room has a README.md"))
        elif readme not in LONG_READMES and len(tree.lines(readme)) >= README_LENGTH:
            findings.append(Finding(readme, 0, f"a room's README has less than {README_LENGTH} lines"))
    return findings


def own_header_first(tree, path):
    """x.cpp includes x.h, where there is one beside it, before any other header of ours."""
    header = path[:-4] + ".h"
    if header not in tree.paths:
        return []
    for number, mark, name in includes(tree, path):
        if mark == '"':
            return [] if header.endswith("/" + name) else [Finding(path, number, "its own header comes first")]
    return [Finding(path, 0, "does not include its own header")]


EVERYWHERE = [
    (re.compile(r"(?<![\w.>}$])/(work|root|home)/"), "a path of one machine"),
    (re.compile(r"\b(pypi\.org|files\.pythonhosted\.org|registry\.npmjs\.org|crates\.io|(deb|snapshot|ftp)\.debian\.org"
                r"|archive\.ubuntu\.com|conan\.io|proxy\.golang\.org|repo\d?\.maven\.org)\b"), "a host of packages"),
    (re.compile(r"\b(TODO|FIXME|XXX|HACK)\b"), "unfinished: do it, or say what is so and why"),
]
IN_CODE = [
    (re.compile(r"\bprocessEvents\b"), "runs events inside events"),
    (re.compile(r"\bBlockingQueuedConnection\b"), "blocks one thread on another"),
    (re.compile(r"\bQSKIP\b"), "a test that skips proves nothing"),
    (re.compile(r"\bQEventLoop\b"), "a nested event loop"),
]
IN_QT_CODE = [
    (re.compile(r"(\.|->)\s*exec\s*\(\s*\)"), "a nested event loop: use open()"),
    (re.compile(r"\bQ\w*Application::exec\s*\("), "the event loop runs in app/desktop/main.cpp alone"),
    (re.compile(r"\b(QMessageBox::(question|warning|information|critical|about)|QFileDialog::get\w+"
                r"|QInputDialog::get\w+|QColorDialog::getColor)\s*\("), "a nested event loop: use open()"),
    (re.compile(r"\b(SIGNAL|SLOT)\s*\("), "connect with functions, not with texts"),
]
IN_TESTS = [
    (re.compile(r"\b(sleep_for|sleep_until|usleep|nanosleep)\b|\b(qSleep|qWait|sleep)\s*\(|QThread::\w*sleep"),
     "a test waits for what it wants to see, not for time to pass"),
]
EVENT_LOOP_FILE = "app/desktop/main.cpp"
# File and word: why it may be there. An entry that is not needed any more fails the check.
ALLOWED_WORDS = {
    ("tests/integration/tst_homes.cpp", "QSKIP"): "a small disk to fill needs the right to mount one",
    ("tests/integration/tst_power_cuts.cpp", "qWait("): "cuts come at random moments; nothing is expected of the wait",
}


def check_words(tree):
    findings = []
    needed = set()
    for path in tree.paths:
        if not tree.is_text(path) or path.startswith("tests/lint/") or path == "LICENSE":
            continue
        code = path.endswith((".cpp", ".h"))
        rules = list(EVERYWHERE)
        if code:
            rules += IN_CODE
        if code and path.startswith(("ui/", "app/", "tests/ui/", "tests/integration/", "tests/journeys/")):
            rules += IN_QT_CODE
        if path.startswith("tests/") and path.endswith((".cpp", ".h", ".py", ".sh")):
            rules += IN_TESTS
        for number, line in enumerate(tree.lines(path), 1):
            for pattern, why in rules:
                found = pattern.search(line)
                if not found or (path == EVENT_LOOP_FILE and "Application::exec" in line):
                    continue
                word = found[0].strip()
                if (path, word) in ALLOWED_WORDS:
                    needed.add((path, word))
                else:
                    findings.append(Finding(path, number, f"{word}: {why}"))
    findings += [Finding(path, 0, f"the list of exceptions names {word}, which is not there any more")
                 for path, word in sorted(set(ALLOWED_WORDS) - needed) if path in tree.paths]
    return findings


def check_tests(tree):
    """A test on disk is a test that runs."""
    commands = "\n".join(re.sub(r"#.*", "", tree.text(path)) for path in tree.under("tests")
                         if path.endswith("CMakeLists.txt"))
    findings = []
    for path in tree.under("tests/engine", "tests/ui", "tests/integration", "tests/journeys", ending=".cpp"):
        parts = path.split("/")
        name = parts[-1][:-4]
        if not name.startswith("tst_"):
            continue
        room = "/".join(parts[2:-1])
        by_room = rf"\w+_test\(\s*{re.escape(room)}\s+{re.escape(name[4:])}[\s)]"
        by_name = rf"(?<![\w]){re.escape(name)}(?![\w])"
        if not re.search(by_room, commands) and not re.search(by_name, commands):
            findings.append(Finding(path, 0, "no CMakeLists.txt below tests/ registers it"))
        text = tree.text(path)
        if f'#include "{name}.moc"' not in text or not re.search(r"\b(QTEST_\w*MAIN|QTest::qExec)\s*\(", text):
            findings.append(Finding(path, 0, f"ends with QTEST_..._MAIN and #include \"{name}.moc\""))
    return findings


def check_translations(tree):
    findings = []
    for path in tree.under("translations", ending=".ts"):
        try:
            catalogue = ElementTree.fromstring(tree.text(path).encode("utf-8"))
        except ElementTree.ParseError as error:
            findings.append(Finding(path, 0, f"is not XML: {error}"))
            continue
        language = catalogue.get("language", "")
        if catalogue.tag != "TS" or not language:
            findings.append(Finding(path, 0, "is not a translation with a language"))
            continue
        for message in catalogue.iter("message"):
            findings += message_findings(path, language, message)
    return findings


def message_findings(path, language, message):
    source = message.findtext("source") or ""
    translation = message.find("translation")
    if translation is None:
        return [Finding(path, 0, f"no translation element: {source!r}")]
    if translation.get("type") in ("vanished", "obsolete"):
        return []
    findings = []
    plural = message.get("numerus") == "yes"
    forms = [form.text or "" for form in translation.findall("numerusform")] if plural else [translation.text or ""]
    if plural and language.split("_")[0] == "en":
        if len(forms) != 2 or not all(form.strip() for form in forms) or translation.get("type") == "unfinished":
            findings.append(Finding(path, 0, f"the English plurals are not filled in: {source!r}"))
    if re.search(r"</?[a-zA-Z][^>]*>", source):
        findings.append(Finding(path, 0, f"no HTML in texts: {source!r}"))
    places = set(re.findall(r"%\d", source))
    for form in forms:
        if form.strip() and set(re.findall(r"%\d", form)) != places:
            findings.append(Finding(path, 0, f"other places for values than in the source: {source!r}"))
    return findings


CHECKS = {
    "includes": check_includes,
    "no_qt": check_no_qt,
    "files": check_files,
    "words": check_words,
    "tests": check_tests,
    "translations": check_translations,
}
