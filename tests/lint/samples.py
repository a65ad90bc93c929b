"""Small trees that are wrong in one way each, and one that is right: the lint's own test."""

from checks import CHECKS
from tree import Tree

TS = '<?xml version="1.0"?><!DOCTYPE TS><TS version="2.1" language="{0}"><context><name>A</name>{1}</context></TS>'
ONE = '<message><source>Send</source><translation type="unfinished"></translation></message>'
PLURAL = '<message numerus="yes"><source>%n part(s) of %1</source><translation{0}>{1}</translation></message>'
BOTH = "<numerusform>%n part of %1</numerusform><numerusform>%n parts of %1</numerusform>"
TEST = '#include <QTest>\nQTEST_APPLESS_MAIN(TestPacket)\n#include "tst_packet.moc"\n'

GOOD = {
    "engine/README.md": "# engine\n",
    "engine/CMakeLists.txt": "add_library(qis_engine STATIC record/packet.cpp) # without Qt6::Core\n",
    "engine/include/qis/engine.h": "#pragma once\n#include <qis/values.h>\n#include <memory>\n",
    "engine/record/README.md": "# record\n",
    "engine/record/packet.h": '#pragma once\n#include "crypto/keys.h"\n',
    "engine/record/packet.cpp": '#include "record/packet.h"\n\n#include "base/bytes.h"\n#include <vector>\n',
    "engine/routing/README.md": "# routing\n",
    "engine/routing/events.h": '#pragma once\n#include "store/store.h"\n#include "transport/transport.h"\n',
    "engine/node/README.md": "# node\n",
    "engine/node/queries.cpp": '#include "store/store.h"\n#include <qis/values.h>\nint rows() { return statement.exec(); }\n',
    "app/README.md": "# app\n",
    "app/cli/README.md": "# cli\n",
    "app/cli/main.cpp": '#include "print.h"\n#include <qis/engine.h>\n',
    "app/desktop/README.md": "# desktop\n",
    "app/desktop/main.cpp": '#include "pages/main_window.h"\nint main() { return QApplication::exec(); }\n',
    "ui/README.md": "# ui\n",
    "ui/bridge/README.md": "# bridge\n",
    "ui/bridge/convert.h": "#pragma once\n#include <qis/engine.h>\n",
    "ui/bridge/values.h": "#pragma once\n#include <QString>\n",
    "ui/pages/README.md": "# pages\n",
    "ui/pages/home/home_page.cpp": '#include "pages/home/home_page_parts.h"\n#include "bridge/values.h"\n',
    "tests/README.md": "# tests\n",
    "tests/CMakeLists.txt": "qis_engine_test(record packet)\n",
    "tests/engine/record/tst_packet.cpp": TEST,
    "tests/ui/CMakeLists.txt": "qis_add_test(tst_packet_view SOURCES tst_packet_view.cpp)\n",
    "tests/ui/tst_packet_view.cpp": TEST.replace("tst_packet", "tst_packet_view") + "bool x = QTest::qWaitFor(seen);\n",
    "translations/qis_en.ts": TS.format("en", ONE + PLURAL.format("", BOTH)),
}

# check, what is wrong, the files that make it so (None: the file is missing)
BAD = [
    ("includes", "an arrow that goes up", {"engine/record/packet.cpp": '#include "record/packet.h"\n#include "store/store.h"\n'}),
    ("includes", "an arrow to the side", {"engine/store/store.h": '#include "routing/router.h"\n'}),
    ("includes", "base includes something", {"engine/base/bytes.h": '#include "crypto/keys.h"\n'}),
    ("includes", "another header of the store in routing", {"engine/routing/x.h": '#include "store/cursor.h"\n'}),
    ("includes", "the public face inside a room", {"engine/record/packet.h": "#include <qis/values.h>\n"}),
    ("includes", "a public header shows a room", {"engine/include/qis/engine.h": '#include "base/bytes.h"\n'}),
    ("includes", "a room nobody knows", {"engine/magic/magic.h": '#include "base/bytes.h"\n'}),
    ("includes", "a node that knows of demos", {"engine/node/queries.cpp": '#include "demo/scenario.h"\n'}),
    ("includes", "a program reaches into the engine", {"app/cli/main.cpp": '#include "node/commands.h"\n'}),
    ("includes", "a page uses the engine", {"ui/pages/home/home_page.cpp": "#include <qis/engine.h>\n"}),
    ("includes", "a page uses a room of the engine", {"ui/pages/home/home_page.cpp": '#include "record/packet.h"\n'}),
    ("includes", "a page uses engine types", {"ui/pages/home/home_page.cpp": '#include "bridge/convert.h"\n'}),
    ("includes", "a widget knows a page", {"ui/widgets/field.cpp": '#include "pages/main_window.h"\n'}),
    ("includes", "the desktop uses the engine", {"app/desktop/main.cpp": "#include <qis/engine.h>\n"}),
    ("no_qt", "Qt in the engine", {"engine/record/packet.h": "#pragma once\n#include <QByteArray>\n"}),
    ("no_qt", "Qt by its folder", {"app/node/main.cpp": "#include <QtCore/QString>\n"}),
    ("no_qt", "Qt linked", {"app/cli/CMakeLists.txt": "target_link_libraries(qis PRIVATE Qt6::Core)\n"}),
    ("no_qt", "Qt linked through the window", {"engine/CMakeLists.txt": "target_link_libraries(qis_engine PUBLIC qis_ui)\n"}),
    ("files", "too long", {"engine/node/queries.cpp": "int x;\n" * 801}),
    ("files", "no README", {"engine/record/README.md": None}),
    ("files", "no README below elections", {"engine/elections/math/rate.h": "#pragma once\n"}),
    ("files", "a long README", {"engine/record/README.md": "line\n" * 60}),
    ("files", "a name in capitals", {"engine/node/Queries.cpp": "int x;\n"}),
    ("files", "no guard", {"engine/record/packet.h": "int x;\n"}),
    ("files", "its own header is not first", {"engine/record/packet.cpp": '#include "base/bytes.h"\n#include "record/packet.h"\n'}),
    ("words", "a machine's path", {"engine/node/queries.cpp": 'auto x = "/home/anna/qis";\n'}),
    ("words", "another one in a text", {"README.md": "Look at /" + "work/shared for more.\n"}),
    ("words", "a package host", {"installer/run": "curl https://pypi.org/simple\n"}),
    ("words", "unfinished", {"ui/pages/home/home_page.cpp": "// TODO later\n"}),
    ("words", "events inside events", {"ui/pages/home/home_page.cpp": "QCoreApplication::processEvents();\n"}),
    ("words", "a blocked thread", {"ui/bridge/courier.cpp": "connect(a, Qt::BlockingQueuedConnection);\n"}),
    ("words", "a nested loop", {"ui/pages/home/home_page.cpp": "if (dialog.exec() == 1) {}\n"}),
    ("words", "a nested loop in a static", {"ui/pages/home/home_page.cpp": 'QMessageBox::question(this, a, b);\n'}),
    ("words", "a nested loop object", {"tests/ui/ui_world.cpp": "QEventLoop loop;\n"}),
    ("words", "the loop in another place", {"ui/pages/home/home_page.cpp": "QApplication::exec();\n"}),
    ("words", "a skipped test", {"tests/engine/record/tst_packet.cpp": 'QSKIP("no");\n'}),
    ("words", "a sleep", {"tests/engine/record/tst_packet.cpp": "std::this_thread::sleep_for(1s);\n"}),
    ("words", "a wait", {"tests/ui/tst_packet_view.cpp": "QTest::qWait(100);\n"}),
    ("words", "an exception that is not needed any more", {"tests/integration/tst_power_cuts.cpp": "int x;\n"}),
    ("words", "a sleep in a script", {"tests/interop/run.py": "time.sleep(1)\n"}),
    ("tests", "a test nobody runs", {"tests/engine/record/tst_cbor.cpp": TEST.replace("packet", "cbor")}),
    ("tests", "registered for another room", {"tests/CMakeLists.txt": "qis_engine_test(store packet)\n"}),
    ("tests", "registered in a comment", {"tests/CMakeLists.txt": "# qis_engine_test(record packet)\n"}),
    ("tests", "only a longer name is registered", {"tests/engine/store/tst_packet_vie.cpp": TEST.replace("tst_packet", "tst_packet_vie")}),
    ("tests", "no moc", {"tests/engine/record/tst_packet.cpp": "QTEST_APPLESS_MAIN(TestPacket)\n"}),
    ("translations", "no XML", {"translations/qis_en.ts": "<TS language='en'><context>"}),
    ("translations", "no language", {"translations/qis_en.ts": TS.format("", ONE)}),
    ("translations", "plurals open", {"translations/qis_en.ts": TS.format("en", PLURAL.format(' type="unfinished"', BOTH))}),
    ("translations", "plurals empty", {"translations/qis_en.ts": TS.format(
        "en", PLURAL.format("", "<numerusform>%n part of %1</numerusform><numerusform></numerusform>"))}),
    ("translations", "a lost place", {"translations/qis_en.ts": TS.format("en", PLURAL.format("", BOTH.replace("%1", "all")))}),
    ("translations", "HTML", {"translations/qis_en.ts": TS.format("en", ONE.replace("Send", "&lt;b&gt;Send&lt;/b&gt;"))}),
]


def errors_of(check, files):
    return [finding for finding in CHECKS[check](Tree(files)) if not finding.warning]


def selftest():
    """Texts of what does not work as it should."""
    troubles = []
    for check in CHECKS:
        troubles += [f"{check} complains about a good tree: {finding}" for finding in errors_of(check, GOOD)]
        if not any(sample[0] == check for sample in BAD):
            troubles.append(f"{check} has no bad sample")
    for check, wrong, files in BAD:
        changed = {path: text for path, text in {**GOOD, **files}.items() if text is not None}
        if not errors_of(check, changed):
            troubles.append(f"{check} does not see: {wrong}")
    return troubles
