#include "crypto/keys.h"
#include "crypto/secure_bytes.h"
#include "crypto/sodium.h"

#include <QtTest/QtTest>

#include <QtCore/QRegularExpression>

#include <set>
#include <type_traits>

using namespace qis::core;

namespace {

template <class T> T fixedOf(const char* hex) {
    return T::fromHexText(hex).value_or(T{});
}

SecureBytes secretOf(const char* hex) {
    return SecureBytes(fromHex(hex).value_or(Bytes{}));
}

} // namespace

static_assert(!std::is_copy_constructible_v<SecureBytes> && !std::is_copy_assignable_v<SecureBytes>);
static_assert(!std::is_copy_constructible_v<DeviceKey> && !std::is_copy_constructible_v<LinkKeyPair>);

class TestCrypto : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void knownHashes();
    void keyedHashes();
    void knownSignatures_data();
    void knownSignatures();
    void signaturesBindMessageAndKey();
    void smallOrderKeysAreRefused_data();
    void smallOrderKeysAreRefused();
    void scalarsAreReduced();
    void seedsGiveTheKeyBack();
    void movedKeysSignNothing();
    void linkKeys();
    void secureBytesMove();
    void wipeOverwrites();
    void randomBytesDiffer();
    void fingerprints();
};

void TestCrypto::initTestCase() {
    QVERIFY(initCrypto().ok());
    QVERIFY(initCrypto().ok());
}

void TestCrypto::knownHashes() {
    QCOMPARE(blake2b256({}).hex(), std::string("0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"));
    QCOMPARE(blake2b256(viewOf("abc")).hex(),
             std::string("bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"));
}

void TestCrypto::keyedHashes() {
    const Bytes key(32, 1);
    const auto hash = blake2b256Keyed(viewOf("abc"), key);
    QVERIFY(hash != blake2b256(viewOf("abc")));
    QVERIFY(hash != blake2b256Keyed(viewOf("abc"), Bytes(32, 2)));
    QVERIFY(hash != blake2b256Keyed(viewOf("abd"), key));
    QCOMPARE(blake2b256Keyed(viewOf("abc"), {}), blake2b256(viewOf("abc")));
    // Keys of any length are taken.
    QVERIFY(blake2b256Keyed(viewOf("abc"), Bytes(200, 1)) != blake2b256Keyed(viewOf("abc"), Bytes(201, 1)));
    QVERIFY(blake2b256Keyed(viewOf("abc"), Bytes(1, 1)) != hash);
}

void TestCrypto::knownSignatures_data() {
    // RFC 8032, section 7.1.
    QTest::addColumn<QByteArray>("seed");
    QTest::addColumn<QByteArray>("author");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("signature");
    QTest::newRow("test 1") << QByteArray("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
                            << QByteArray("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
                            << QByteArray()
                            << QByteArray("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                                          "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
    QTest::newRow("test 3") << QByteArray("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7")
                            << QByteArray("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025")
                            << QByteArray("af82")
                            << QByteArray("6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                                          "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a");
}

void TestCrypto::knownSignatures() {
    QFETCH(QByteArray, seed);
    QFETCH(QByteArray, author);
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, signature);
    const auto key = DeviceKey::fromSeed(secretOf(seed.constData()));
    QVERIFY(key.ok());
    QCOMPARE(key->author().hex(), author.toStdString());
    const Bytes text = fromHex(message.toStdString()).value_or(Bytes{});
    QCOMPARE(key->sign(text).hex(), signature.toStdString());
    QVERIFY(verifySignature(key->author(), text, key->sign(text)));
}

void TestCrypto::signaturesBindMessageAndKey() {
    const auto key = DeviceKey::generate();
    const auto other = DeviceKey::generate();
    QVERIFY(key.author() != other.author());
    const Signature signature = key.sign(viewOf("message"));
    QVERIFY(verifySignature(key.author(), viewOf("message"), signature));
    QVERIFY(!verifySignature(key.author(), viewOf("messagf"), signature));
    QVERIFY(!verifySignature(other.author(), viewOf("message"), signature));
    for (std::size_t bit = 0; bit < Signature::kSize * 8; ++bit) {
        Signature changed = signature;
        changed.bytes[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
        QVERIFY(!verifySignature(key.author(), viewOf("message"), changed));
    }
}

void TestCrypto::smallOrderKeysAreRefused_data() {
    QTest::addColumn<QByteArray>("author");
    const char* keys[] = {
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    };
    for (const char* key : keys) {
        QTest::addRow("%.8s", key) << QByteArray(key);
    }
}

void TestCrypto::smallOrderKeysAreRefused() {
    QFETCH(QByteArray, author);
    // With R the neutral point and S = 0 the bare equation holds for a key of small order whenever the
    // hash is a multiple of the order, so within a few messages.
    Signature signature;
    signature.bytes[0] = 1;
    for (std::uint8_t number = 0; number < 64; ++number) {
        QVERIFY(!verifySignature(fixedOf<AuthorKey>(author.constData()), ByteView(&number, 1), signature));
    }
}

void TestCrypto::scalarsAreReduced() {
    const auto key = DeviceKey::generate();
    Signature signature = key.sign(viewOf("m"));
    // S + L is the same scalar in another encoding.
    const Bytes order = *fromHex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
    unsigned carry = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const unsigned sum = signature.bytes[32 + i] + order[i] + carry;
        signature.bytes[32 + i] = static_cast<std::uint8_t>(sum & 0xFFU);
        carry = sum >> 8U;
    }
    QVERIFY(!verifySignature(key.author(), viewOf("m"), signature));
}

void TestCrypto::seedsGiveTheKeyBack() {
    const auto key = DeviceKey::generate();
    const auto again = DeviceKey::fromSeed(key.seed());
    QVERIFY(again.ok());
    QCOMPARE(again->author(), key.author());
    QCOMPARE(again->sign(viewOf("m")), key.sign(viewOf("m")));
    for (const std::size_t size : {std::size_t{0}, std::size_t{31}, std::size_t{33}, std::size_t{64}}) {
        QCOMPARE(DeviceKey::fromSeed(SecureBytes(size)).code(), Code::CryptoFailed);
    }
}

void TestCrypto::movedKeysSignNothing() {
    auto key = DeviceKey::generate();
    const AuthorKey author = key.author();
    const DeviceKey moved = std::move(key);
    QVERIFY(verifySignature(author, viewOf("m"), moved.sign(viewOf("m"))));
    QVERIFY(!verifySignature(author, viewOf("m"), key.sign(viewOf("m")))); // NOLINT(bugprone-use-after-move)
    QVERIFY(key.seed().empty());                                           // NOLINT(bugprone-use-after-move)
}

void TestCrypto::linkKeys() {
    // RFC 7748, section 5.2: one round from the base point with the scalar 9.
    Bytes nine(32, 0);
    nine[0] = 9;
    const auto known = LinkKeyPair::fromSecret(SecureBytes(nine));
    QVERIFY(known.ok());
    QCOMPARE(known->publicKey().hex(), std::string("422c8e7a6227d7bca1350b3e2bb7279f7897b87bb6854b783c60e80311ae3079"));
    const auto pair = LinkKeyPair::generate();
    const auto again = LinkKeyPair::fromSecret(pair.secret());
    QVERIFY(again.ok());
    QCOMPARE(again->publicKey(), pair.publicKey());
    QVERIFY(pair.publicKey() != LinkKeyPair::generate().publicKey());
    QCOMPARE(LinkKeyPair::fromSecret(SecureBytes(31)).code(), Code::CryptoFailed);
    QCOMPARE(LinkKeyPair::fromSecret(SecureBytes()).code(), Code::CryptoFailed);
}

void TestCrypto::secureBytesMove() {
    QVERIFY(SecureBytes().empty());
    QVERIFY(SecureBytes(std::size_t{0}).data() == nullptr);
    const SecureBytes zeros(40);
    QVERIFY(std::all_of(zeros.view().begin(), zeros.view().end(), [](auto byte) { return byte == 0; }));

    const Bytes content{1, 2, 3};
    SecureBytes first{ByteView(content)};
    const auto* memory = first.data();
    SecureBytes second = std::move(first);
    QVERIFY(second.data() == memory);
    QVERIFY(first.empty() && first.data() == nullptr); // NOLINT(bugprone-use-after-move)
    SecureBytes third(16);
    third = std::move(second);
    QVERIFY(third.data() == memory && third.size() == 3);
    QVERIFY(std::equal(content.begin(), content.end(), third.view().begin(), third.view().end()));
    SecureBytes& alias = third;
    third = std::move(alias);
    QCOMPARE(third.size(), std::size_t{3});
    third = SecureBytes();
    QVERIFY(third.empty());
}

void TestCrypto::wipeOverwrites() {
    Bytes secret(32, 0xAA);
    wipe(secret);
    QCOMPARE(secret, Bytes(32, 0));
    wipe({});
}

void TestCrypto::randomBytesDiffer() {
    QVERIFY(randomBytes(0).empty());
    std::set<Bytes> seen;
    for (int i = 0; i < 100; ++i) {
        seen.insert(randomBytes(16));
    }
    QCOMPARE(seen.size(), std::size_t{100});
}

void TestCrypto::fingerprints() {
    const AuthorKey key = fixedOf<AuthorKey>("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    const QString words = QString::fromStdString(fingerprintWords(key.view()));
    const QRegularExpression shape(
        QStringLiteral("^([bdfghjklmnprstvz][aiou][bdfghjklmnprstvz][aiou][bdfghjklmnprstvz]-?){4}$"));
    QVERIFY(shape.match(words).hasMatch());
    QCOMPARE(words.size(), qsizetype{23});
    QCOMPARE(QString::fromStdString(fingerprintWords(key.view())), words);

    // The words spell the first 64 bits of the key's hash.
    const auto hash = blake2b256(key.view());
    const QString consonants = QStringLiteral("bdfghjklmnprstvz");
    const QString vowels = QStringLiteral("aiou");
    const QStringList list = words.split(QLatin1Char('-'));
    for (int word = 0; word < 4; ++word) {
        qsizetype value = 0;
        for (int letter = 0; letter < 5; ++letter) {
            value = letter % 2 == 0 ? value * 16 + consonants.indexOf(list[word][letter])
                                    : value * 4 + vowels.indexOf(list[word][letter]);
        }
        const auto at = static_cast<std::size_t>(2 * word);
        QCOMPARE(value, qsizetype{hash.bytes[at] * 256 + hash.bytes[at + 1]});
    }

    AuthorKey other = key;
    other.bytes[31] ^= 1U;
    QVERIFY(fingerprintWords(other.view()) != fingerprintWords(key.view()));
}

QTEST_APPLESS_MAIN(TestCrypto)
#include "tst_crypto.moc"
