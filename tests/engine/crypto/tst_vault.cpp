#include "crypto/sodium.h"
#include "crypto/vault.h"

#include <QtTest/QtTest>

#include <sodium.h>

#include <cstring>

using namespace qis::core;

namespace {

constexpr std::size_t kPassesAt = 9;
constexpr std::size_t kMemoryAt = 13;
constexpr std::size_t kSaltAt = 17;
constexpr std::size_t kNonceAt = 33;
constexpr std::size_t kSealedAt = 57;
constexpr std::size_t kVaultBytes = 169;

VaultSecrets secrets() {
    VaultSecrets result;
    result.deviceSeed = SecureBytes(Bytes(32, 1));
    result.linkSecret = SecureBytes(Bytes(32, 2));
    result.siteSecret = SecureBytes(Bytes(32, 3));
    return result;
}

bool holdsSecrets(const VaultSecrets& found) {
    const auto isFull = [](const SecureBytes& secret, std::uint8_t byte) {
        return secret.size() == 32 &&
               std::all_of(secret.view().begin(), secret.view().end(), [byte](auto one) { return one == byte; });
    };
    return isFull(found.deviceSeed, 1) && isFull(found.linkSecret, 2) && isFull(found.siteSecret, 3);
}

void putNumber(Bytes& vault, std::size_t at, std::uint32_t value) {
    for (std::size_t i = 0; i < 4; ++i) {
        vault[at + i] = static_cast<std::uint8_t>(value >> (24 - 8 * i) & 0xFFU);
    }
}

/// A vault made here from the description in vault.h alone, as cheap to open as Argon2id allows.
Bytes cheapVault(std::string_view passphrase) {
    Bytes vault(kVaultBytes);
    std::memcpy(vault.data(), "QISVAULT\x01", 9);
    putNumber(vault, kPassesAt, 1);
    putNumber(vault, kMemoryAt, 8);
    std::fill_n(vault.begin() + kSaltAt, 16, std::uint8_t{0x5A});
    std::fill_n(vault.begin() + kNonceAt, 24, std::uint8_t{0xA5});
    Bytes key(32);
    Bytes plain(96);
    for (std::size_t i = 0; i < plain.size(); ++i) {
        plain[i] = static_cast<std::uint8_t>(1 + i / 32);
    }
    if (crypto_pwhash(key.data(), key.size(), passphrase.data(), passphrase.size(), vault.data() + kSaltAt, 1, 8192,
                      crypto_pwhash_ALG_ARGON2ID13) != 0) {
        return {};
    }
    crypto_aead_xchacha20poly1305_ietf_encrypt(vault.data() + kSealedAt, nullptr, plain.data(), plain.size(),
                                               vault.data(), kSealedAt, nullptr, vault.data() + kNonceAt, key.data());
    return vault;
}

} // namespace

class TestVault : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void comesBack();
    void emptyPassphrase();
    void sealingTwiceDiffers();
    void layoutIsTheDescribedOne();
    void wrongPassphrases_data();
    void wrongPassphrases();
    void everyPrefixIsRefused();
    void everyFlippedByteIsRefused();
    void hostileCosts_data();
    void hostileCosts();
    void secretsOfTheWrongSize();
};

void TestVault::initTestCase() {
    QVERIFY(initCrypto().ok());
}

void TestVault::comesBack() {
    const auto vault = sealVault(secrets(), "correct horse", VaultCost::Interactive);
    QVERIFY(vault.ok());
    const auto opened = openVault(*vault, "correct horse");
    QVERIFY(opened.ok());
    QVERIFY(holdsSecrets(*opened));
    QCOMPARE(openVault(*vault, "correct horsf").code(), Code::WrongPassphrase);
}

void TestVault::emptyPassphrase() {
    const auto vault = sealVault(secrets(), {}, VaultCost::Interactive);
    QVERIFY(vault.ok());
    const auto opened = openVault(*vault, {});
    QVERIFY(opened.ok());
    QVERIFY(holdsSecrets(*opened));
}

void TestVault::sealingTwiceDiffers() {
    const auto first = sealVault(secrets(), "p", VaultCost::Interactive);
    const auto second = sealVault(secrets(), "p", VaultCost::Interactive);
    QVERIFY(first.ok() && second.ok());
    QVERIFY(!std::equal(first->begin() + kSaltAt, first->begin() + kNonceAt, second->begin() + kSaltAt));
    QVERIFY(!std::equal(first->begin() + kNonceAt, first->begin() + kSealedAt, second->begin() + kNonceAt));
    QVERIFY(!std::equal(first->begin() + kSealedAt, first->end(), second->begin() + kSealedAt));
}

void TestVault::layoutIsTheDescribedOne() {
    const auto opened = openVault(cheapVault("p"), "p");
    QVERIFY(opened.ok());
    QVERIFY(holdsSecrets(*opened));

    const auto vault = sealVault(secrets(), "p", VaultCost::Interactive);
    QVERIFY(vault.ok());
    QCOMPARE(vault->size(), kVaultBytes);
    Bytes expected(vault->begin(), vault->begin() + kSaltAt);
    putNumber(expected, kPassesAt, 2);
    putNumber(expected, kMemoryAt, 64 * 1024);
    QCOMPARE(toHex(expected), toHex(ByteView(*vault).first(kSaltAt)));
    QCOMPARE(toHex(ByteView(*vault).first(9)), toHex(viewOf("QISVAULT\x01")));
}

void TestVault::wrongPassphrases_data() {
    QTest::addColumn<QByteArray>("passphrase");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("other case") << QByteArray("Pass phrase");
    QTest::newRow("trailing space") << QByteArray("pass phrase ");
    QTest::newRow("trailing nul") << QByteArray("pass phrase\0", 12);
    QTest::newRow("prefix") << QByteArray("pass phras");
    QTest::newRow("very long") << QByteArray(100'000, 'x');
}

void TestVault::wrongPassphrases() {
    QFETCH(QByteArray, passphrase);
    const Bytes vault = cheapVault("pass phrase");
    QVERIFY(openVault(vault, "pass phrase").ok());
    QCOMPARE(openVault(vault, {passphrase.constData(), static_cast<std::size_t>(passphrase.size())}).code(),
             Code::WrongPassphrase);
}

void TestVault::everyPrefixIsRefused() {
    Bytes vault = cheapVault("p");
    for (std::size_t size = 0; size < vault.size(); ++size) {
        QCOMPARE(openVault(ByteView(vault).first(size), "p").code(), Code::VaultBroken);
    }
    vault.push_back(0);
    QCOMPARE(openVault(vault, "p").code(), Code::VaultBroken);
}

void TestVault::everyFlippedByteIsRefused() {
    const Bytes vault = cheapVault("p");
    for (std::size_t i = 0; i < vault.size(); ++i) {
        for (const unsigned mask : {0x01U, 0x80U}) {
            Bytes changed = vault;
            changed[i] ^= static_cast<std::uint8_t>(mask);
            const Code code = openVault(changed, "p").code();
            const bool isHeader = i < kPassesAt;
            const bool isCost = i >= kPassesAt && i < kSaltAt;
            QVERIFY2(code == Code::VaultBroken || (!isHeader && code == Code::WrongPassphrase),
                     qPrintable(QString::number(i)));
            QVERIFY(isHeader || isCost || code == Code::WrongPassphrase);
        }
    }
}

void TestVault::hostileCosts_data() {
    QTest::addColumn<quint32>("passes");
    QTest::addColumn<quint32>("memoryKiB");
    QTest::newRow("no passes") << quint32{0} << quint32{8};
    QTest::newRow("17 passes") << quint32{17} << quint32{8};
    QTest::newRow("all passes") << ~quint32{0} << quint32{8};
    QTest::newRow("no memory") << quint32{1} << quint32{0};
    QTest::newRow("too little memory") << quint32{1} << quint32{7};
    QTest::newRow("more than 1 GiB") << quint32{1} << quint32{1024 * 1024 + 1};
    QTest::newRow("all memory") << quint32{1} << ~quint32{0};
}

void TestVault::hostileCosts() {
    QFETCH(quint32, passes);
    QFETCH(quint32, memoryKiB);
    Bytes vault = cheapVault("p");
    putNumber(vault, kPassesAt, passes);
    putNumber(vault, kMemoryAt, memoryKiB);
    QCOMPARE(openVault(vault, "p").code(), Code::VaultBroken);
}

void TestVault::secretsOfTheWrongSize() {
    VaultSecrets wrong = secrets();
    wrong.linkSecret = SecureBytes(31);
    QCOMPARE(sealVault(wrong, "p", VaultCost::Interactive).code(), Code::BadArgument);
    QCOMPARE(sealVault(VaultSecrets{}, "p", VaultCost::Interactive).code(), Code::BadArgument);
}

QTEST_APPLESS_MAIN(TestVault)
#include "tst_vault.moc"
