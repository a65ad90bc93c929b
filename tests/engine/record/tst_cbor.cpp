#include "record/cbor.h"

#include <QtTest/QtTest>

#include <bit>
#include <cmath>
#include <limits>
#include <random>

using namespace qis::core;

namespace {

QString hexOf(const CborWriter& writer) {
    return QString::fromStdString(toHex(writer.result()));
}

Bytes bytesOf(const char* hex) {
    return fromHex(hex).value_or(Bytes{});
}

/// What the item read from `hex` gives, or the code it is refused with.
template <class Read> Code codeOf(const char* hex, Read read) {
    const Bytes bytes = bytesOf(hex);
    CborReader reader(bytes);
    const Code code = read(reader).code();
    if (code != Code::None && reader.offset() != 0) {
        return Code::Internal; // the reader must stay in front of what it refused
    }
    return code;
}

Code skipCode(const char* hex, int depth) {
    return codeOf(hex, [depth](CborReader& reader) { return reader.skip(depth); });
}

} // namespace

class TestCbor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void integersTakeTheShortestHead_data();
    void integersTakeTheShortestHead();
    void numbersTakeTheShortestForm_data();
    void numbersTakeTheShortestForm();
    void everyHalfComesBack();
    void randomFloatsComeBack();
    void stringsAndContainers();
    void longHeadsAreRead();
    void refusals();
    void lengthsAreBoundedByTheInput();
    void integersBeyond64Bits();
    void peekNamesTheType();
    void skipCountsLevels();
    void skipReadsWhatIsWellFormed();
    void utf8_data();
    void utf8();
};

void TestCbor::integersTakeTheShortestHead_data() {
    QTest::addColumn<qint64>("value");
    QTest::addColumn<QString>("hex");
    const auto row = [](qint64 value, const char* hex) {
        QTest::addRow("%s", hex) << value << QString::fromLatin1(hex);
    };
    row(0, "00");
    row(23, "17");
    row(24, "1818");
    row(255, "18ff");
    row(256, "190100");
    row(65535, "19ffff");
    row(65536, "1a00010000");
    row(4294967295, "1affffffff");
    row(4294967296, "1b0000000100000000");
    row(std::numeric_limits<qint64>::max(), "1b7fffffffffffffff");
    row(-1, "20");
    row(-24, "37");
    row(-25, "3818");
    row(-257, "390100");
    row(std::numeric_limits<qint64>::min(), "3b7fffffffffffffff");
}

void TestCbor::integersTakeTheShortestHead() {
    QFETCH(qint64, value);
    QFETCH(QString, hex);
    CborWriter writer;
    writer.integer(value);
    QCOMPARE(hexOf(writer), hex);
    CborReader reader(writer.result());
    const auto back = reader.integer();
    QVERIFY(back.ok() && reader.atEnd());
    QCOMPARE(qint64{*back}, value);
}

void TestCbor::numbersTakeTheShortestForm_data() {
    QTest::addColumn<float>("value");
    QTest::addColumn<QString>("hex");
    const auto row = [](float value, const char* hex) {
        QTest::addRow("%s", hex) << value << QString::fromLatin1(hex);
    };
    row(0.0F, "f90000");
    row(-0.0F, "f98000");
    row(1.5F, "f93e00");
    row(-4.0F, "f9c400");
    row(65504.0F, "f97bff");
    row(65505.0F, "fa477fe100");
    row(65536.0F, "fa47800000");
    row(5.960464477539063e-8F, "f90001");
    row(2.98023223876953125e-8F, "fa33000000");
    row(0.00006103515625F, "f90400");
    row(0.000060975551605224609375F, "f903ff");
    row(0.1F, "fa3dcccccd");
    row(std::numeric_limits<float>::max(), "fa7f7fffff");
    row(std::numeric_limits<float>::denorm_min(), "fa00000001");
}

void TestCbor::numbersTakeTheShortestForm() {
    QFETCH(float, value);
    QFETCH(QString, hex);
    CborWriter writer;
    writer.number(value);
    QCOMPARE(hexOf(writer), hex);
    CborReader reader(writer.result());
    const auto back = reader.number();
    QVERIFY(back.ok() && reader.atEnd());
    QVERIFY(*back == value && std::signbit(*back) == std::signbit(value));
}

void TestCbor::everyHalfComesBack() {
    for (unsigned half = 0; half <= 0xFFFFU; ++half) {
        const Bytes bytes{0xF9, static_cast<std::uint8_t>(half >> 8U), static_cast<std::uint8_t>(half & 0xFFU)};
        CborReader reader(bytes);
        const auto value = reader.number();
        if ((half & 0x7C00U) == 0x7C00U) {
            QCOMPARE(value.code(), Code::OutOfRange);
            continue;
        }
        QVERIFY(value.ok());
        CborWriter writer;
        writer.number(*value);
        QCOMPARE(writer.result(), bytes);
    }
}

void TestCbor::randomFloatsComeBack() {
    constexpr std::uint32_t kSeed = 8949;
    qInfo("seed %u", kSeed);
    std::mt19937 random(kSeed);
    for (int i = 0; i < 20000; ++i) {
        const auto value = std::bit_cast<float>(static_cast<std::uint32_t>(random()));
        if (!std::isfinite(value)) {
            continue;
        }
        CborWriter writer;
        writer.number(value);
        CborReader reader(writer.result());
        const auto back = reader.number();
        QVERIFY(back.ok());
        QCOMPARE(std::bit_cast<std::uint32_t>(*back), std::bit_cast<std::uint32_t>(value));
    }
}

void TestCbor::stringsAndContainers() {
    CborWriter writer;
    writer.tag(18);
    writer.array(5);
    writer.bytes(bytesOf("0102"));
    writer.text("a\xC3\xA4");
    writer.map(1);
    writer.unsignedInt(1);
    writer.boolean(true);
    writer.boolean(false);
    writer.null();
    QCOMPARE(hexOf(writer), QStringLiteral("d2854201026361c3a4a101f5f4f6"));

    CborReader reader(writer.result());
    QCOMPARE(*reader.tag(), std::uint64_t{18});
    QCOMPARE(*reader.array(), std::size_t{5});
    QCOMPARE(reader.bytes()->size(), std::size_t{2});
    QVERIFY(*reader.text() == "a\xC3\xA4");
    const std::size_t start = reader.offset();
    QCOMPARE(*reader.map(), std::size_t{1});
    QCOMPARE(*reader.unsignedInt(), std::uint64_t{1});
    QVERIFY(*reader.boolean());
    QCOMPARE(toHex(reader.consumedSince(start)), std::string("a101f5"));
    QVERIFY(!*reader.boolean());
    QVERIFY(reader.null().ok());
    QVERIFY(reader.atEnd());
    QCOMPARE(reader.peek(), CborType::Other);
    QCOMPARE(reader.skip(4).code(), Code::NotCbor);
}

void TestCbor::longHeadsAreRead() {
    const auto read = [](CborReader& reader) { return reader.unsignedInt(); };
    QCOMPARE(codeOf("1801", read), Code::None);
    QCOMPARE(codeOf("1b0000000000000001", read), Code::None);
    QCOMPARE(codeOf("fa00000000", [](CborReader& reader) { return reader.number(); }), Code::None);
    QCOMPARE(codeOf("590001ff", [](CborReader& reader) { return reader.bytes(); }), Code::None);
}

void TestCbor::refusals() {
    const auto bytes = [](CborReader& reader) { return reader.bytes(); };
    const auto text = [](CborReader& reader) { return reader.text(); };
    const auto array = [](CborReader& reader) { return reader.array(); };
    const auto map = [](CborReader& reader) { return reader.map(); };
    const auto number = [](CborReader& reader) { return reader.number(); };
    QCOMPARE(codeOf("", bytes), Code::NotCbor);
    QCOMPARE(codeOf("01", bytes), Code::NotCbor);
    QCOMPARE(codeOf("4201", bytes), Code::NotCbor);
    QCOMPARE(codeOf("5f", bytes), Code::NotCanonical);
    QCOMPARE(codeOf("7f", text), Code::NotCanonical);
    QCOMPARE(codeOf("9f", array), Code::NotCanonical);
    QCOMPARE(codeOf("bf", map), Code::NotCanonical);
    QCOMPARE(codeOf("5c", bytes), Code::NotCbor);
    QCOMPARE(codeOf("61ff", text), Code::BadText);
    QCOMPARE(codeOf("19ff", [](CborReader& reader) { return reader.integer(); }), Code::NotCbor);
    QCOMPARE(codeOf("1f", [](CborReader& reader) { return reader.integer(); }), Code::NotCbor);
    QCOMPARE(codeOf("f6", [](CborReader& reader) { return reader.boolean(); }), Code::NotCbor);
    QCOMPARE(codeOf("f4", [](CborReader& reader) { return reader.null(); }), Code::NotCbor);
    QCOMPARE(codeOf("01", [](CborReader& reader) { return reader.tag(); }), Code::NotCbor);
    QCOMPARE(codeOf("f5", number), Code::NotCbor);
    QCOMPARE(codeOf("01", number), Code::NotCbor);
    QCOMPARE(codeOf("fb3ff8000000000000", number), Code::NotCanonical);
    QCOMPARE(codeOf("f97e00", number), Code::OutOfRange);
    QCOMPARE(codeOf("faff800000", number), Code::OutOfRange);
}

void TestCbor::lengthsAreBoundedByTheInput() {
    const auto array = [](CborReader& reader) { return reader.array(); };
    const auto map = [](CborReader& reader) { return reader.map(); };
    QCOMPARE(codeOf("9a5dd0d0d0", array), Code::NotCbor);
    QCOMPARE(codeOf("9bffffffffffffffff", array), Code::NotCbor);
    QCOMPARE(codeOf("bbffffffffffffffff00", map), Code::NotCbor);
    QCOMPARE(codeOf("8101", array), Code::None);
    QCOMPARE(codeOf("a101", map), Code::NotCbor);
    QCOMPARE(codeOf("5bffffffffffffffff00", [](CborReader& reader) { return reader.bytes(); }), Code::NotCbor);
    for (const char* hex : {"9a5dd0d0d0", "9bffffffffffffffff", "bb8000000000000000ffff", "5b7fffffffffffffff"}) {
        QCOMPARE(skipCode(hex, 8), Code::NotCbor);
    }
}

void TestCbor::integersBeyond64Bits() {
    const auto integer = [](CborReader& reader) { return reader.integer(); };
    QCOMPARE(codeOf("1b8000000000000000", integer), Code::OutOfRange);
    QCOMPARE(codeOf("3b8000000000000000", integer), Code::OutOfRange);
    QCOMPARE(codeOf("1bffffffffffffffff", [](CborReader& reader) { return reader.unsignedInt(); }), Code::None);
}

void TestCbor::peekNamesTheType() {
    const std::pair<const char*, CborType> cases[] = {
        {"00", CborType::Unsigned}, {"20", CborType::Negative}, {"40", CborType::ByteString}, {"60", CborType::Text},
        {"80", CborType::Array},    {"a0", CborType::Map},      {"c0", CborType::Tag},        {"f5", CborType::Boolean},
        {"f6", CborType::Null},     {"f9", CborType::Float},    {"fb", CborType::Float},      {"f7", CborType::Other},
        {"ff", CborType::Other},    {"1c", CborType::Other},    {"1f", CborType::Other},      {"9f", CborType::Array},
        {"df", CborType::Other},    {"", CborType::Other},
    };
    for (const auto& [hex, type] : cases) {
        const Bytes bytes = bytesOf(hex);
        QCOMPARE(CborReader(bytes).peek(), type);
    }
}

void TestCbor::skipCountsLevels() {
    QCOMPARE(skipCode("01", 0), Code::None);
    QCOMPARE(skipCode("80", 0), Code::NestingTooDeep);
    QCOMPARE(skipCode("80", 1), Code::None);
    QCOMPARE(skipCode("818101", 1), Code::NestingTooDeep);
    QCOMPARE(skipCode("818101", 2), Code::None);
    QCOMPARE(skipCode("d28101", 1), Code::NestingTooDeep);
    Bytes deep(100'000, 0x81);
    deep.push_back(0);
    QCOMPARE(CborReader(deep).skip(16).code(), Code::NestingTooDeep);
}

void TestCbor::skipReadsWhatIsWellFormed() {
    for (const char* hex : {"f7", "e0", "f8ff", "fb3ff8000000000000", "61ff", "a201020304", "1b8000000000000000"}) {
        QCOMPARE(skipCode(hex, 2), Code::None);
    }
    for (const char* hex : {"f81f", "fc", "ff", "1e", "8201", "a20102", "62", "c1"}) {
        QCOMPARE(skipCode(hex, 2), Code::NotCbor);
    }
    for (const char* hex : {"9fff", "5f40ff", "a1019fff"}) {
        QCOMPARE(skipCode(hex, 2), Code::NotCanonical);
    }
}

void TestCbor::utf8_data() {
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<bool>("valid");
    for (const char* hex : {"", "41", "7f", "00", "c280", "dfbf", "e0a080", "ed9fbf", "ee8080", "efbfbf", "f0908080",
                            "f48fbfbf", "41c3a442"}) {
        QTest::addRow("good %s", hex) << QByteArray(hex) << true;
    }
    for (const char* hex : {"80", "bf", "c0af", "c1bf", "c2", "c241", "e08080", "e09fbf", "e0a0", "eda080", "edbfbf",
                            "f08fbfbf", "f0908041", "f4908080", "f5808080", "ff", "fe", "41e2"}) {
        QTest::addRow("bad %s", hex) << QByteArray(hex) << false;
    }
}

void TestCbor::utf8() {
    QFETCH(QByteArray, hex);
    QFETCH(bool, valid);
    const Bytes bytes = bytesOf(hex.constData());
    QCOMPARE(isUtf8({reinterpret_cast<const char*>(bytes.data()), bytes.size()}), valid);
}

QTEST_APPLESS_MAIN(TestCbor)
#include "tst_cbor.moc"
