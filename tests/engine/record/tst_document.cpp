#include "crypto/sodium.h"
#include "record/cbor.h"
#include "record/cose.h"
#include "record/document.h"
#include "record/packet.h"

#include <QtTest/QtTest>

#include <functional>

using namespace qis::core;

namespace {

DeviceKey keyOf(std::uint8_t number) {
    return DeviceKey::fromSeed(SecureBytes(Bytes(32, number))).value();
}

DeviceEntry entryOf(std::uint8_t number) {
    DeviceEntry entry{keyOf(number).author(), {}, {}};
    entry.link.bytes.fill(number);
    return entry;
}

SiteDocument document() {
    SiteDocument result;
    result.siteName = "St. M\xC3\xA4rz";
    result.devices = {entryOf(1), entryOf(2)};
    result.devices[1].endpoint = "tcp://192.0.2.1:4000";
    result.site = siteIdOf(result.devices[0].author);
    result.network.bytes.fill(5);
    result.demo = true;
    result.validFrom = 1'740'787'200;
    result.validUntil = 1'772'323'200;
    result.version = 3;
    return result;
}

Code openedCode(const SiteDocument& from, std::uint8_t signer = 1) {
    return openSiteDocument(signSiteDocument(from, keyOf(signer))).code();
}

/// A document rightly signed over a payload that the encoder would not write.
Code codeOfPayload(ByteView payload) {
    const DeviceKey key = keyOf(1);
    return openSiteDocument(encodeCoseSign1(key.author(), payload, key.sign(sigStructure(key.author(), payload))))
        .code();
}

Bytes payloadOf(const SiteDocument& from) {
    const Bytes bytes = signSiteDocument(from, keyOf(1));
    const auto cose = readCoseSign1(bytes);
    return {cose->payload.begin(), cose->payload.end()};
}

} // namespace

class TestDocument : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void comesBack();
    void largestComesBack();
    void limits_data();
    void limits();
    void siteIdBelongsToTheFounder();
    void everyPrefixIsRefused();
    void everyFlippedByteIsRefused();
    void wrongPayloads();
    void packetsAndDocumentsAreNotMixedUp();
    void hostileLengths();
};

void TestDocument::initTestCase() {
    QVERIFY(initCrypto().ok());
}

void TestDocument::comesBack() {
    const Bytes bytes = signSiteDocument(document(), keyOf(1));
    const auto opened = openSiteDocument(bytes);
    QVERIFY(opened.ok());
    QVERIFY(opened->document == document());
    QCOMPARE(opened->signer, keyOf(1).author());
    QCOMPARE(opened->bytes, bytes);
    QCOMPARE(opened->hash, blake2b256(bytes));
}

void TestDocument::largestComesBack() {
    SiteDocument large = document();
    large.siteName = std::string(kMaxSiteNameBytes, 'n');
    large.devices.clear();
    for (std::uint8_t number = 1; number <= kMaxDevices; ++number) {
        large.devices.push_back(entryOf(number));
        large.devices.back().endpoint = std::string(kMaxEndpointBytes, 'e');
    }
    large.version = 1ULL << 53U;
    const Bytes bytes = signSiteDocument(large, keyOf(1));
    QVERIFY(bytes.size() <= kMaxDocumentBytes);
    const auto opened = openSiteDocument(bytes);
    QVERIFY(opened.ok());
    QVERIFY(opened->document == large);
}

void TestDocument::limits_data() {
    using Change = std::function<void(SiteDocument&)>;
    QTest::addColumn<Change>("change");
    const auto row = [](const char* name, Change change) { QTest::newRow(name) << change; };
    row("no name", [](SiteDocument& d) { d.siteName.clear(); });
    row("long name", [](SiteDocument& d) { d.siteName.assign(kMaxSiteNameBytes + 1, 'n'); });
    row("name with a line feed", [](SiteDocument& d) { d.siteName = "a\nb"; });
    row("name not UTF-8", [](SiteDocument& d) { d.siteName = "a\xFF"; });
    row("no devices", [](SiteDocument& d) { d.devices.clear(); });
    row("33 devices", [](SiteDocument& d) {
        while (d.devices.size() <= kMaxDevices) {
            d.devices.push_back(entryOf(static_cast<std::uint8_t>(10 + d.devices.size())));
        }
    });
    row("device twice", [](SiteDocument& d) { d.devices.push_back(d.devices.front()); });
    row("long endpoint", [](SiteDocument& d) { d.devices[1].endpoint.assign(kMaxEndpointBytes + 1, 'e'); });
    row("endpoint with an escape", [](SiteDocument& d) { d.devices[1].endpoint = "\x1b[0m"; });
    row("valid from before 1970", [](SiteDocument& d) { d.validFrom = -1; });
    row("never valid", [](SiteDocument& d) { d.validUntil = d.validFrom; });
    row("version 0", [](SiteDocument& d) { d.version = 0; });
    row("version above 2^53", [](SiteDocument& d) { d.version = (1ULL << 53U) + 1; });
    row("any site id", [](SiteDocument& d) { d.site = SiteId{}; });
}

void TestDocument::limits() {
    QFETCH(std::function<void(SiteDocument&)>, change);
    SiteDocument changed = document();
    QVERIFY(checkSiteDocument(changed).ok());
    change(changed);
    QCOMPARE(checkSiteDocument(changed).code(), Code::BadDocument);
    QCOMPARE(openedCode(changed), Code::BadDocument);
}

void TestDocument::siteIdBelongsToTheFounder() {
    // Signed by a stranger, by a listed device that did not found the site, and by the founder.
    QCOMPARE(openedCode(document(), 9), Code::BadDocument);
    QCOMPARE(openedCode(document(), 2), Code::BadDocument);
    QCOMPARE(openedCode(document(), 1), Code::None);

    // A stranger who lists himself first gets a site id of his own.
    SiteDocument stolen = document();
    stolen.devices.insert(stolen.devices.begin(), entryOf(9));
    QCOMPARE(openedCode(stolen, 9), Code::BadDocument);
    stolen.site = siteIdOf(stolen.devices.front().author);
    QCOMPARE(openedCode(stolen, 9), Code::None);
    QVERIFY(stolen.site != document().site);

    // The founder's name over somebody else's signature.
    const Bytes payload = payloadOf(document());
    const Signature foreign = keyOf(9).sign(sigStructure(keyOf(1).author(), payload));
    QCOMPARE(openSiteDocument(encodeCoseSign1(keyOf(1).author(), payload, foreign)).code(), Code::BadSignature);
}

void TestDocument::everyPrefixIsRefused() {
    const Bytes bytes = signSiteDocument(document(), keyOf(1));
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        QCOMPARE(openSiteDocument(ByteView(bytes).first(size)).code(), Code::BadDocument);
    }
    Bytes longer = bytes;
    longer.push_back(0);
    QCOMPARE(openSiteDocument(longer).code(), Code::BadDocument);
    QCOMPARE(openSiteDocument(Bytes(kMaxDocumentBytes + 1)).code(), Code::BadDocument);
}

void TestDocument::everyFlippedByteIsRefused() {
    const Bytes bytes = signSiteDocument(document(), keyOf(1));
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        for (const unsigned mask : {0x01U, 0x20U, 0x80U}) {
            Bytes changed = bytes;
            changed[i] ^= static_cast<std::uint8_t>(mask);
            QVERIFY(!openSiteDocument(changed).ok());
        }
    }
}

void TestDocument::wrongPayloads() {
    const Bytes good = payloadOf(document());
    QCOMPARE(codeOfPayload(good), Code::None);
    QCOMPARE(codeOfPayload({}), Code::BadDocument);
    QCOMPARE(codeOfPayload(*fromHex("a0")), Code::BadDocument);
    QCOMPARE(codeOfPayload(*fromHex("80")), Code::BadDocument);

    Bytes changed = good;
    changed.push_back(0);
    QCOMPARE(codeOfPayload(changed), Code::BadDocument);
    changed = good;
    changed[2] = 2; // format
    QCOMPARE(codeOfPayload(changed), Code::BadDocument);
    changed = good;
    changed[0] = 0xBF;
    changed.push_back(0xFF);
    QCOMPARE(codeOfPayload(changed), Code::NotCanonical);
    changed = good;
    changed[1] = 0x18; // the first key in two bytes
    changed.insert(changed.begin() + 2, 0x01);
    QCOMPARE(codeOfPayload(changed), Code::NotCanonical);
}

void TestDocument::packetsAndDocumentsAreNotMixedUp() {
    const Bytes site = signSiteDocument(document(), keyOf(1));
    QVERIFY(!decodePacket(site).ok());
    SiteDocument small = document();
    small.devices.resize(1);
    const Bytes smallSite = signSiteDocument(small, keyOf(1));
    QVERIFY(smallSite.size() <= kMaxPacketBytes);
    QVERIFY(!decodePacket(smallSite).ok());
    const Bytes packet = encodePacket({keyOf(1).author(), 60, {}, {}, {}});
    QVERIFY(decodePacket(packet).ok());
    QCOMPARE(openSiteDocument(packet).code(), Code::BadDocument);
}

void TestDocument::hostileLengths() {
    for (const char* hex : {"9a5dd0d0d0", "d2845bffffffffffffffff", "bbffffffffffffffff", "ff", "d2"}) {
        QCOMPARE(openSiteDocument(*fromHex(hex)).code(), Code::BadDocument);
        QCOMPARE(codeOfPayload(*fromHex(hex)), Code::BadDocument);
    }
    Bytes deep(kMaxDocumentBytes, 0x81);
    QCOMPARE(openSiteDocument(deep).code(), Code::BadDocument);
}

QTEST_APPLESS_MAIN(TestDocument)
#include "tst_document.moc"
