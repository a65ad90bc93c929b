#include "crypto/text_seal.h"

#include "crypto/sodium.h"

#include <QTest>

#include <set>

using namespace qis::core;

namespace {

SecureBytes secretOf(std::uint8_t fill) {
    return SecureBytes(Bytes(32, fill));
}

} // namespace

class TestTextSeal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(initCrypto().ok()); }
    void givesBackWhatWasSealed();
    void saysLittleAboutTheLength();
    void opensOnlyWithItsKey();
    void everyChangedByteIsNoticed();
    void anythingElseIsRefused();
};

void TestTextSeal::givesBackWhatWasSealed() {
    const TextSeal seal(secretOf(7), "test");
    for (const std::size_t size : {0U, 1U, 63U, 64U, 65U, 127U, 128U, 1000U}) {
        const std::string text(size, 'x');
        QCOMPARE(QByteArray::fromStdString(seal.open(seal.seal(text)).value()), QByteArray::fromStdString(text));
    }
    const std::string zeros("a\0b\x80", 4);
    QVERIFY(seal.open(seal.seal(zeros)).value() == zeros);
}

void TestTextSeal::saysLittleAboutTheLength() {
    const TextSeal seal(secretOf(7), "test");
    std::set<std::size_t> sizes;
    std::set<Bytes> all;
    for (std::size_t size = 0; size < 64; ++size) {
        const auto sealed = seal.seal(std::string(size, 'x'));
        sizes.insert(sealed.size());
        all.insert(sealed);
        all.insert(seal.seal(std::string(size, 'x')));
    }
    QCOMPARE(sizes.size(), std::size_t{1});
    QCOMPARE(all.size(), std::size_t{128});
    const std::string_view plain = "xxxxxxxxxxxxxxxx";
    for (const auto& one : all) {
        QVERIFY(std::search(one.begin(), one.end(), plain.begin(), plain.end()) == one.end());
    }
}

void TestTextSeal::opensOnlyWithItsKey() {
    const auto sealed = TextSeal(secretOf(7), "test").seal("4711");
    QVERIFY(TextSeal(secretOf(7), "test").open(sealed).ok());
    QCOMPARE(TextSeal(secretOf(8), "test").open(sealed).code(), Code::CryptoFailed);
    QCOMPARE(TextSeal(secretOf(7), "other").open(sealed).code(), Code::CryptoFailed);
}

void TestTextSeal::everyChangedByteIsNoticed() {
    const TextSeal seal(secretOf(7), "test");
    const auto sealed = seal.seal("4711");
    for (std::size_t at = 0; at < sealed.size(); ++at) {
        auto changed = sealed;
        changed[at] ^= 1U;
        QCOMPARE(seal.open(changed).code(), Code::CryptoFailed);
    }
}

void TestTextSeal::anythingElseIsRefused() {
    const TextSeal seal(secretOf(7), "test");
    const auto sealed = seal.seal("4711");
    for (std::size_t size = 0; size < sealed.size(); ++size) {
        QCOMPARE(seal.open(ByteView(sealed).first(size)).code(), Code::CryptoFailed);
    }
    QCOMPARE(seal.open(randomBytes(200)).code(), Code::CryptoFailed);
}

QTEST_APPLESS_MAIN(TestTextSeal)
#include "tst_text_seal.moc"
