# Flags live on these interface targets; no target sets flags of its own.
include(CheckIPOSupported)

add_library(qis_options INTERFACE)
target_compile_features(qis_options INTERFACE cxx_std_20)
# Contraction of a*b+c would make numbers depend on the compiler.
target_compile_options(qis_options INTERFACE -ffp-contract=off)

add_library(qis_warnings INTERFACE)
target_compile_options(qis_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Werror -Wconversion -Wsign-conversion -Wshadow -Wnon-virtual-dtor
    -Wold-style-cast -Woverloaded-virtual -Wcast-align -Wimplicit-fallthrough -Wextra-semi)

# libstdc++'s own sorting uses what it marks as deprecated, and a precompiled header is no system header to clang.
target_compile_options(qis_warnings INTERFACE $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>)

if(QIS_SANITIZE)
    # Instrumented variants look uninitialised to g++ 12.
    target_compile_options(qis_warnings INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
    target_compile_options(qis_options INTERFACE -fsanitize=${QIS_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(qis_options INTERFACE -fsanitize=${QIS_SANITIZE})
endif()

if(QIS_FUZZ)
    # Coverage of the whole engine guides the fuzzer; without it libFuzzer mutates blindly.
    target_compile_options(qis_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

find_program(QIS_MOLD mold)
if(QIS_MOLD)
    target_link_options(qis_options INTERFACE -fuse-ld=mold)
endif()

# What nearly every source includes is compiled once a library. CMAKE_DISABLE_PRECOMPILE_HEADERS=ON shows that no
# source counts on it. The first flag lets a compiler cache see through it.
target_compile_options(qis_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
set(QIS_STD_HEADERS
    <algorithm> <array> <chrono> <cstdint> <filesystem> <functional> <map> <memory> <mutex> <optional> <set> <span>
    <string> <string_view> <unordered_map> <utility> <variant> <vector>)
set(QIS_QT_HEADERS
    <QtCore/QAbstractTableModel> <QtCore/QCoreApplication> <QtCore/QDateTime> <QtCore/QHash> <QtCore/QJsonDocument>
    <QtCore/QJsonObject> <QtCore/QList> <QtCore/QLocale> <QtCore/QMap> <QtCore/QObject> <QtCore/QPointer>
    <QtCore/QString> <QtCore/QTimer> <QtCore/QVariant> <QtGui/QAction> <QtGui/QKeyEvent> <QtGui/QPainter>
    <QtWidgets/QApplication> <QtWidgets/QComboBox> <QtWidgets/QDialog> <QtWidgets/QFormLayout>
    <QtWidgets/QHBoxLayout> <QtWidgets/QHeaderView> <QtWidgets/QLabel> <QtWidgets/QLineEdit> <QtWidgets/QPushButton>
    <QtWidgets/QScrollArea> <QtWidgets/QStackedWidget> <QtWidgets/QTableView> <QtWidgets/QVBoxLayout>)

# Where CMAKE_UNITY_BUILD is on, the sources of a room are compiled a dozen at a time: half the work where nobody
# builds twice.
if(CMAKE_UNITY_BUILD)
    # A class of an unnamed namespace is only unique to a file that no header includes, which g++ cannot know here.
    target_compile_options(qis_warnings INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endif()
function(qis_rooms_together target)
    set_target_properties(${target} PROPERTIES UNITY_BUILD_MODE GROUP)
    get_target_property(sources ${target} SOURCES)
    set(at 0)
    foreach(source IN LISTS sources)
        cmake_path(GET source PARENT_PATH room)
        math(EXPR dozen "${at} / 12")
        math(EXPR at "${at} + 1")
        set_source_files_properties(${source} PROPERTIES UNITY_GROUP "${room}_${dozen}")
    endforeach()
endfunction()

set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

add_library(qis_qt_options INTERFACE)
target_compile_definitions(qis_qt_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_NO_CONTEXTLESS_CONNECT
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_USE_QSTRINGBUILDER QT_DISABLE_DEPRECATED_BEFORE=0x060400)

# "source_dir.h", for the few tests that read files of the sources.
configure_file(${CMAKE_CURRENT_LIST_DIR}/source_dir.h.in ${PROJECT_BINARY_DIR}/generated/source_dir.h @ONLY)
add_library(qis_source_dir INTERFACE)
target_include_directories(qis_source_dir INTERFACE ${PROJECT_BINARY_DIR}/generated)

# One Qt Test executable a class. HEADERS names the target whose precompiled headers it shares.
function(qis_add_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT;HEADERS" "SOURCES;LIBRARIES" ${ARGN})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    add_executable(${name} ${ARG_SOURCES})
    # Only the test's own file has a class for moc: one command, where AUTOMOC looks through all sources of a target,
    # and compiles a file more.
    set(moc ${CMAKE_CURRENT_BINARY_DIR}/${name}_moc/${name}.moc)
    list(GET ARG_SOURCES 0 own)
    qt_generate_moc(${own} ${moc} TARGET ${name})
    target_sources(${name} PRIVATE ${moc})
    target_include_directories(${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${name}_moc)
    target_link_libraries(${name} PRIVATE qis_options qis_warnings qis_qt_options qis_source_dir Qt6::Test ${ARG_LIBRARIES})
    if(ARG_HEADERS)
        target_precompile_headers(${name} REUSE_FROM ${ARG_HEADERS})
    endif()
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;QIS_BIN_DIR=${PROJECT_BINARY_DIR}")
endfunction()
