#include "transport/endpoint.h"

#include <QtTest/QTest>

#include <string>

using namespace qis::core;

namespace {
const std::string kKeyText = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
} // namespace

class TestEndpoint : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void acceptsAddresses_data();
    void acceptsAddresses();
    void refusesAddresses_data();
    void refusesAddresses();
    void refusesHostsThatAreTooLong();
    void parsesAndPrintsTheSameText();
    void writesTheKeyInLowerCase();
    void refusesEndpoints_data();
    void refusesEndpoints();
};

void TestEndpoint::acceptsAddresses_data() {
    QTest::addColumn<QByteArray>("address");
    for (const char* address :
         {"tcp://127.0.0.1:0", "tcp://*:65535", "tcp://hub.example.org:4000", "tcp://my_host-1:1", "tcp://[::1]:80",
          "tcp://[fe80::1]:9", "tcp://[::ffff:10.0.0.1]:9", "tcp://::1:80", "tcp://a:1"}) {
        QTest::newRow(address) << QByteArray(address);
    }
}

void TestEndpoint::acceptsAddresses() {
    QFETCH(QByteArray, address);
    const auto status = checkAddress(address.toStdString());
    QVERIFY2(status.ok(), status.ok() ? "" : status.error().detail.c_str());
}

void TestEndpoint::refusesAddresses_data() {
    QTest::addColumn<QByteArray>("address");
    for (const char* address : {"",
                                "tcp://",
                                "tcp://:",
                                "tcp://:80",
                                "tcp://host",
                                "tcp://host:",
                                "tcp://host:65536",
                                "tcp://host:100000",
                                "tcp://host:-1",
                                "tcp://host:+1",
                                "tcp://host: 1",
                                "tcp://host:1 ",
                                "tcp://host:080",
                                "tcp://host:00",
                                "tcp://host:0x10",
                                "tcp://host:*",
                                "TCP://host:1",
                                "udp://host:1",
                                "ipc://host:1",
                                "inproc://host:1",
                                "host:1",
                                "tcp://ho st:1",
                                "tcp://host/path:1",
                                "tcp://eth0;host:1",
                                "tcp://user@host:1",
                                "tcp://[]:1",
                                "tcp://[host]:1",
                                "tcp://[::1:1",
                                "tcp://[::1%eth0]:1",
                                "tcp://::1]:1",
                                "tcp://h\xc3\xb6st:1",
                                "tcp://host:1#"}) {
        QTest::newRow(address) << QByteArray(address);
    }
    QTest::newRow("zero byte") << QByteArray("tcp://ho\0st:1", 13);
}

void TestEndpoint::refusesAddresses() {
    QFETCH(QByteArray, address);
    QCOMPARE(checkAddress(address.toStdString()).code(), Code::BadEndpoint);
}

void TestEndpoint::refusesHostsThatAreTooLong() {
    QVERIFY(checkAddress("tcp://" + std::string(253, 'a') + ":1").ok());
    QCOMPARE(checkAddress("tcp://" + std::string(254, 'a') + ":1").code(), Code::BadEndpoint);
    QCOMPARE(checkAddress("tcp://" + std::string(1'000'000, 'a') + ":1").code(), Code::BadEndpoint);
}

void TestEndpoint::parsesAndPrintsTheSameText() {
    const std::string text = "tcp://hub.example.org:4000#" + kKeyText;
    const auto endpoint = Endpoint::parse(text);
    QVERIFY(endpoint.ok());
    QCOMPARE(endpoint->address, std::string("tcp://hub.example.org:4000"));
    QCOMPARE(endpoint->key.hex(), kKeyText);
    QCOMPARE(endpoint->text(), text);
}

void TestEndpoint::writesTheKeyInLowerCase() {
    const auto endpoint = Endpoint::parse("tcp://a:1#" + std::string(64, 'F'));
    QVERIFY(endpoint.ok());
    QCOMPARE(endpoint->text(), "tcp://a:1#" + std::string(64, 'f'));
}

void TestEndpoint::refusesEndpoints_data() {
    QTest::addColumn<QByteArray>("text");
    const QByteArray key = QByteArray::fromStdString(kKeyText);
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no key") << QByteArray("tcp://a:1");
    QTest::newRow("empty key") << QByteArray("tcp://a:1#");
    QTest::newRow("short key") << "tcp://a:1#" + key.chopped(2);
    QTest::newRow("odd key") << "tcp://a:1#" + key.chopped(1);
    QTest::newRow("long key") << "tcp://a:1#" + key + "00";
    QTest::newRow("not hexadecimal") << "tcp://a:1#" + key.chopped(1) + "g";
    QTest::newRow("two keys") << "tcp://a:1#" + key + "#" + key;
    QTest::newRow("space at the end") << "tcp://a:1#" + key + " ";
    QTest::newRow("only a key") << "#" + key;
    QTest::newRow("bad port") << "tcp://a:70000#" + key;
    QTest::newRow("very long") << "tcp://" + QByteArray(1'000'000, 'a') + ":1#" + key;
}

void TestEndpoint::refusesEndpoints() {
    QFETCH(QByteArray, text);
    QCOMPARE(Endpoint::parse(text.toStdString()).code(), Code::BadEndpoint);
}

QTEST_APPLESS_MAIN(TestEndpoint)
#include "tst_endpoint.moc"
