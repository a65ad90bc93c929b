#include "crypto/keys.h"
#include "crypto/sodium.h"
#include "record/cbor.h"
#include "record/packet.h"
#include "source_dir.h"

#include <QtTest/QtTest>

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <limits>
#include <random>

using namespace qis::core;

namespace {

constexpr Seconds kIssued = 1'740'787'200;

QString named(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

Bytes bytesOf(const QJsonValue& hex) {
    return fromHex(hex.toString().toStdString()).value_or(Bytes{});
}

QJsonArray vectorsIn(const char* file) {
    QFile source(QStringLiteral(QIS_SOURCE_DIR "/resources/protocol/vectors/") + QLatin1String(file));
    if (!source.open(QIODevice::ReadOnly)) {
        return {};
    }
    return QJsonDocument::fromJson(source.readAll()).object().value(QLatin1String("packets")).toArray();
}

DeviceKey deviceKey() {
    return DeviceKey::fromSeed(SecureBytes(Bytes(32, 7))).value();
}

Content outcome() {
    Content content;
    content.pack.bytes.fill(3);
    setField(content.condition, 1, std::int64_t{4711});
    setField(content.condition, 2, std::string("aspirin"));
    setField(content.outcome, 1, true);
    content.confidence = 80;
    content.basis = OneCase{};
    return content;
}

Content minimal(Kind kind) {
    Content content;
    content.kind = kind;
    if (kind == Kind::FollowUp || kind == Kind::Amendment || kind == Kind::Retraction || kind == Kind::Validation) {
        content.target.emplace();
    }
    if (kind == Kind::Validation) {
        content.reason = 0;
    }
    const ScalarList period{std::int64_t{60}, std::int64_t{120}};
    if (kind == Kind::Fitness) {
        content.outcome = {{1, Bytes(16, 1)}, {2, period},          {3, std::int64_t{9}}, {4, 0.25F},
                           {5, 0.5F},         {6, std::int64_t{1}}, {7, std::int64_t{0}}};
    }
    if (kind == Kind::Tally) {
        content.outcome = {{1, period},          {2, std::int64_t{1}}, {3, std::int64_t{9}},
                           {4, std::int64_t{9}}, {5, std::int64_t{3}}, {6, std::int64_t{0}}};
    }
    return content;
}

Bytes signedPayload(ByteView payload) {
    const DeviceKey key = deviceKey();
    return encodeCoseSign1(key.author(), payload, key.sign(sigStructure(key.author(), payload)));
}

Packet packetOf(const Content& content, const ChainLink& link = {}, Seconds issued = kIssued) {
    const DeviceKey key = deviceKey();
    const Bytes payload = encodePayload(issued, link, content);
    return {key.author(), issued, link, content, key.sign(sigStructure(key.author(), payload))};
}

Code decodedCode(const Content& content, const ChainLink& link = {}, Seconds issued = kIssued) {
    return decodePacket(encodePacket(packetOf(content, link, issued))).code();
}

Scalar randomScalar(std::mt19937_64& random) {
    switch (random() % 4) {
    case 0:
        return static_cast<std::int64_t>(random() >> (random() % 64));
    case 1:
        return random() % 2 == 0;
    case 2:
        return static_cast<float>(static_cast<int>(random() % 2000) - 1000) / static_cast<float>(1 + random() % 9);
    default:
        return std::string(1 + random() % 10, static_cast<char>('a' + random() % 26));
    }
}

FieldMap randomFields(std::mt19937_64& random) {
    FieldMap fields;
    for (std::size_t left = random() % 6; left != 0; --left) {
        Value value;
        if (random() % 5 == 0) {
            ScalarList list(1 + random() % 4);
            for (auto& scalar : list) {
                scalar = randomScalar(random);
            }
            value = list;
        } else {
            std::visit([&](const auto& scalar) { value = scalar; }, randomScalar(random));
        }
        setField(fields, static_cast<std::uint32_t>(1 + random() % (random() % 2 == 0 ? 30 : kMaxFieldNumber)), value);
    }
    return fields;
}

} // namespace

class TestPacket : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void validVectors_data();
    void validVectors();
    void invalidVectors_data();
    void invalidVectors();
    void randomPacketsComeBackEqual();
    void everyPrefixIsRefused();
    void everyFlippedBitIsRefusedOrUnsigned();
    void idIgnoresTheSignature();
    void sizeIsKnownBeforeSigning();
    void largestPacket();
    void membersOfKinds_data();
    void membersOfKinds();
    void bodies_data();
    void bodies();
    void chainAndTime();
    void versionIsJudgedFirst();
    void unsortedPayloadIsStillRead();
    void contentThatCannotBeSent_data();
    void contentThatCannotBeSent();
    void fieldsStaySorted();
    void futureIsADayAway();
};

void TestPacket::initTestCase() {
    QVERIFY(initCrypto().ok());
}

void TestPacket::validVectors_data() {
    QTest::addColumn<QJsonObject>("vector");
    const auto vectors = vectorsIn("valid.json");
    QVERIFY2(vectors.size() >= 20, "valid.json is missing or short");
    for (const auto& vector : vectors) {
        QTest::newRow(vector.toObject().value(QLatin1String("name")).toString().toUtf8().constData())
            << vector.toObject();
    }
}

void TestPacket::validVectors() {
    QFETCH(QJsonObject, vector);
    const Bytes bytes = bytesOf(vector.value(QLatin1String("bytes")));
    const auto decoded = decodePacket(bytes);
    QVERIFY2(decoded.ok(), qPrintable(named(codeName(decoded.code()))));
    const Packet& packet = decoded->packet;
    QCOMPARE(named(decoded->id.hex()), vector.value(QLatin1String("id")).toString());
    QCOMPARE(named(kindName(packet.content.kind)), vector.value(QLatin1String("kind")).toString());
    QVERIFY(verifySignature(packet.author, decoded->toBeSigned, packet.signature));
    QVERIFY(checkContent(packet.content).ok());
    QCOMPARE(encodePacket(packet), bytes);
    QCOMPARE(decoded->bytes, bytes);
    QCOMPARE(packetSize(packet.issued, packet.link, packet.content), bytes.size());

    const auto key = DeviceKey::fromSeed(SecureBytes(bytesOf(vector.value(QLatin1String("seed")))));
    QVERIFY(key.ok());
    QCOMPARE(key->author(), packet.author);
    QCOMPARE(key->sign(decoded->toBeSigned), packet.signature);
}

void TestPacket::invalidVectors_data() {
    QTest::addColumn<QJsonObject>("vector");
    const auto vectors = vectorsIn("invalid.json");
    QVERIFY2(vectors.size() >= 60, "invalid.json is missing or short");
    for (const auto& vector : vectors) {
        QTest::newRow(vector.toObject().value(QLatin1String("name")).toString().toUtf8().constData())
            << vector.toObject();
    }
}

void TestPacket::invalidVectors() {
    QFETCH(QJsonObject, vector);
    const QString expected = vector.value(QLatin1String("code")).toString();
    const auto decoded = decodePacket(bytesOf(vector.value(QLatin1String("bytes"))));
    Code found = decoded.code();
    if (decoded.ok() && vector.contains(QLatin1String("now"))) {
        const auto now = static_cast<Seconds>(vector.value(QLatin1String("now")).toDouble());
        found = checkIssued(decoded->packet.issued, now).code();
    } else if (decoded.ok() &&
               !verifySignature(decoded->packet.author, decoded->toBeSigned, decoded->packet.signature)) {
        found = Code::BadSignature;
    }
    QCOMPARE(named(codeName(found)), expected);
}

void TestPacket::randomPacketsComeBackEqual() {
    constexpr std::uint64_t kSeed = 20250301;
    qInfo("seed %llu", static_cast<unsigned long long>(kSeed));
    std::mt19937_64 random(kSeed);
    int accepted = 0;
    for (int round = 0; round < 2000; ++round) {
        Content content;
        content.condition = randomFields(random);
        content.outcome = randomFields(random);
        if (random() % 2 == 0) {
            content.basis = Counts{10 + random() % 1000, random() % 10};
        }
        if (random() % 2 == 0) {
            content.note = "note";
        }
        ChainLink link{1 + random() % 3, std::nullopt};
        if (link.sequence > 1) {
            link.previous.emplace().bytes.fill(9);
        }
        Packet packet{AuthorKey{}, static_cast<Seconds>(random() % 100000) * 60, link, content, Signature{}};
        const Bytes bytes = encodePacket(packet);
        const auto decoded = decodePacket(bytes);
        if (bytes.size() > kMaxPacketBytes) {
            QCOMPARE(decoded.code(), Code::TooLarge);
            continue;
        }
        ++accepted;
        QVERIFY2(decoded.ok(), qPrintable(named(codeName(decoded.code()))));
        QVERIFY(decoded->packet == packet);
        QCOMPARE(decoded->bytes, bytes);
    }
    QVERIFY(accepted > 1000);
}

void TestPacket::everyPrefixIsRefused() {
    const Bytes bytes = encodePacket(packetOf(outcome()));
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        QCOMPARE(decodePacket(ByteView(bytes).first(size)).code(), Code::NotCbor);
    }
    Bytes longer = bytes;
    longer.push_back(0xF6);
    QCOMPARE(decodePacket(longer).code(), Code::TrailingBytes);
}

void TestPacket::everyFlippedBitIsRefusedOrUnsigned() {
    const Bytes bytes = encodePacket(packetOf(outcome()));
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        Bytes changed = bytes;
        changed[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
        const auto decoded = decodePacket(changed);
        if (decoded.ok()) {
            QCOMPARE(decoded->bytes, changed);
            QVERIFY(!verifySignature(decoded->packet.author, decoded->toBeSigned, decoded->packet.signature));
        }
    }
}

void TestPacket::idIgnoresTheSignature() {
    Packet packet = packetOf(outcome());
    const auto first = decodePacket(encodePacket(packet));
    packet.signature.bytes[0] ^= 1U;
    const auto second = decodePacket(encodePacket(packet));
    QVERIFY(first.ok() && second.ok());
    QCOMPARE(first->id, second->id);
    packet.content.confidence = 79;
    QVERIFY(decodePacket(encodePacket(packet))->id != first->id);
}

void TestPacket::sizeIsKnownBeforeSigning() {
    Content content = outcome();
    for (std::size_t length = 1; length <= 96; ++length) {
        content.note = std::string(length, 'n');
        QCOMPARE(packetSize(kIssued, {}, content), encodePacket(packetOf(content)).size());
    }
    setField(content.condition, 900, ScalarList(24, std::string(60, 'x')));
    QCOMPARE(packetSize(kIssued, {}, content), encodePacket(packetOf(content)).size());
}

void TestPacket::largestPacket() {
    Content content;
    for (std::uint32_t number = 1; number <= 4; ++number) {
        setField(content.condition, number, std::string(64, 'x'));
    }
    setField(content.condition, 5, std::string(20, 'x'));
    content.note = "n";
    const std::size_t rest = kMaxPacketBytes - packetSize(kIssued, {}, content);
    // Past 23 bytes the note's head takes one byte more.
    content.note = std::string(rest, 'n');
    QCOMPARE(packetSize(kIssued, {}, content), kMaxPacketBytes);
    QCOMPARE(decodedCode(content), Code::None);
    content.note->push_back('n');
    QCOMPARE(decodedCode(content), Code::TooLarge);
}

void TestPacket::membersOfKinds_data() {
    QTest::addColumn<int>("kind");
    for (int kind = 0; kind <= static_cast<int>(Kind::Question); ++kind) {
        QTest::newRow(qPrintable(named(kindName(static_cast<Kind>(kind))))) << kind;
    }
}

void TestPacket::membersOfKinds() {
    QFETCH(int, kind);
    const Content base = minimal(static_cast<Kind>(kind));
    QCOMPARE(decodedCode(base), Code::None);

    const bool targets = kind >= 1 && kind <= 4;
    Content content = base;
    if (targets) {
        content.target.reset();
    } else {
        content.target.emplace();
    }
    QCOMPARE(decodedCode(content), targets ? Code::MissingKey : Code::UnexpectedKey);

    content = base;
    content.reason = 1;
    QCOMPARE(decodedCode(content), kind == 3 || kind == 4 ? Code::None : Code::UnexpectedKey);

    const bool closed = kind == 3 || kind == 5 || kind == 6;
    content = base;
    setField(content.condition, 1, true);
    QCOMPARE(decodedCode(content), closed ? Code::UnexpectedKey : Code::None);
    content = base;
    content.confidence = 1;
    QCOMPARE(decodedCode(content), closed ? Code::UnexpectedKey : Code::None);
    content = base;
    content.basis = OneCase{};
    QCOMPARE(decodedCode(content), closed ? Code::UnexpectedKey : Code::None);

    content = base;
    content.note = "n";
    content.caseCommitment.emplace();
    QCOMPARE(decodedCode(content), Code::None);
}

void TestPacket::bodies_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("change");
    QTest::addColumn<QString>("code");
    enum { Remove, Negative, Text, Huge, Backwards, Short };
    const auto row = [](const char* name, Kind kind, int number, int change, const char* code) {
        QTest::newRow(name) << static_cast<int>(kind) << number << change << QString::fromLatin1(code);
    };
    row("tally without question", Kind::Tally, 2, Remove, "bad-payload");
    row("tally period backwards", Kind::Tally, 1, Backwards, "out-of-range");
    row("tally period of one", Kind::Tally, 1, Short, "bad-payload");
    row("tally count negative", Kind::Tally, 3, Negative, "out-of-range");
    row("tally count text", Kind::Tally, 5, Text, "bad-payload");
    row("tally count huge", Kind::Tally, 5, Huge, "out-of-range");
    row("tally events above exposed", Kind::Tally, 4, Huge, "out-of-range");
    row("fitness without network", Kind::Fitness, 1, Remove, "bad-payload");
    row("fitness variance as text", Kind::Fitness, 5, Text, "bad-payload");
    row("fitness variance as integer", Kind::Fitness, 5, Negative, "bad-payload");
    row("fitness scored negative", Kind::Fitness, 3, Negative, "out-of-range");
    row("fitness period backwards", Kind::Fitness, 2, Backwards, "out-of-range");
    row("fitness with an eighth", Kind::Fitness, 8, Negative, "bad-payload");
}

void TestPacket::bodies() {
    QFETCH(int, kind);
    QFETCH(int, number);
    QFETCH(int, change);
    QFETCH(QString, code);
    Content content = minimal(static_cast<Kind>(kind));
    const auto member = static_cast<std::uint32_t>(number);
    const Value changes[] = {{},
                             std::int64_t{-1},
                             std::string("1"),
                             static_cast<std::int64_t>(kMaxCount + 1),
                             ScalarList{std::int64_t{120}, std::int64_t{60}},
                             ScalarList{std::int64_t{120}}};
    if (change == 0) {
        content.outcome.erase(content.outcome.begin() + (number - 1));
    } else {
        setField(content.outcome, member, changes[change]);
    }
    QCOMPARE(named(codeName(decodedCode(content))), code);
    QCOMPARE(named(codeName(checkContent(content).code())), code);
}

void TestPacket::chainAndTime() {
    const ShortId previous{};
    QCOMPARE(decodedCode(outcome(), {2, previous}), Code::None);
    QCOMPARE(decodedCode(outcome(), {2, std::nullopt}), Code::BadPayload);
    QCOMPARE(decodedCode(outcome(), {1, previous}), Code::BadPayload);
    QCOMPARE(decodedCode(outcome(), {0, std::nullopt}), Code::OutOfRange);
    QCOMPARE(decodedCode(outcome(), {1ULL << 53U, previous}), Code::None);
    QCOMPARE(decodedCode(outcome(), {(1ULL << 53U) + 1, previous}), Code::OutOfRange);
    QCOMPARE(decodedCode(outcome(), {}, 0), Code::None);
    QCOMPARE(decodedCode(outcome(), {}, 61), Code::OutOfRange);
    QCOMPARE(decodedCode(outcome(), {}, -60), Code::OutOfRange);
}

void TestPacket::versionIsJudgedFirst() {
    // Version 2, then a member that only version 2 knows, cut off in the middle.
    QCOMPARE(decodePacket(signedPayload(*fromHex("a201021860"))).code(), Code::UnknownVersion);
    QCOMPARE(decodePacket(signedPayload(*fromHex("a301010209186082"))).code(), Code::UnknownKind);
    QCOMPARE(decodePacket(signedPayload(*fromHex("a202090102"))).code(), Code::UnknownVersion);
    QCOMPARE(decodePacket(signedPayload(*fromHex("a10101"))).code(), Code::MissingKey);
    QCOMPARE(decodePacket(signedPayload(*fromHex("a0"))).code(), Code::MissingKey);
    QCOMPARE(decodePacket(signedPayload(*fromHex("a3010101010200"))).code(), Code::DuplicateKey);
}

void TestPacket::unsortedPayloadIsStillRead() {
    CborWriter out;
    out.map(6);
    out.unsignedInt(6);
    out.null();
    out.unsignedInt(5);
    out.unsignedInt(1);
    out.unsignedInt(4);
    out.unsignedInt(60);
    out.unsignedInt(3);
    out.bytes(Bytes(8));
    out.unsignedInt(2);
    out.unsignedInt(0);
    out.unsignedInt(1);
    out.unsignedInt(1);
    QCOMPARE(decodePacket(signedPayload(out.result())).code(), Code::NotCanonical);
}

void TestPacket::contentThatCannotBeSent_data() {
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("index");
    const char* codes[] = {"bad-payload", "duplicate-key",  "out-of-range", "too-many-fields", "text-too-long",
                           "bad-text",    "array-too-long", "out-of-range", "out-of-range",    "bad-payload"};
    for (int i = 0; i < static_cast<int>(std::size(codes)); ++i) {
        QTest::addRow("%d %s", i, codes[i]) << QString::fromLatin1(codes[i]) << i;
    }
}

void TestPacket::contentThatCannotBeSent() {
    QFETCH(QString, code);
    QFETCH(int, index);
    FieldMap many;
    for (std::uint32_t number = 1; number <= kMaxFields + 1; ++number) {
        many.emplace_back(number, true);
    }
    const FieldMap cases[] = {
        {{2, true}, {1, true}},
        {{2, true}, {2, true}},
        {{0, true}},
        many,
        {{1, std::string()}},
        {{1, std::string("a\x1f", 2)}},
        {{1, ScalarList{}}},
        {{1, std::numeric_limits<float>::quiet_NaN()}},
        {{1, ScalarList{std::numeric_limits<float>::infinity()}}},
        {{1, Bytes(4)}},
    };
    Content content;
    content.outcome = cases[index];
    QCOMPARE(named(codeName(checkContent(content).code())), code);
}

void TestPacket::fieldsStaySorted() {
    FieldMap fields;
    for (const std::uint32_t number : {5U, 1U, 9U, 5U}) {
        setField(fields, number, std::int64_t{number} * 2);
    }
    setField(fields, 9, false);
    QVERIFY((fields == FieldMap{{1, std::int64_t{2}}, {5, std::int64_t{10}}, {9, false}}));
    QVERIFY(findField(fields, 4) == nullptr);
    QVERIFY(*findField(fields, 9) == Value(false));
}

void TestPacket::futureIsADayAway() {
    QVERIFY(checkIssued(kIssued, kIssued - kMaxFuture).ok());
    QCOMPARE(checkIssued(kIssued, kIssued - kMaxFuture - 1).code(), Code::FromFuture);
    QVERIFY(checkIssued(0, kIssued).ok());
    QCOMPARE(checkIssued(std::numeric_limits<Seconds>::max(), kIssued).code(), Code::FromFuture);
    QVERIFY(checkIssued(std::numeric_limits<Seconds>::min(), kIssued).ok());
}

QTEST_APPLESS_MAIN(TestPacket)
#include "tst_packet.moc"
