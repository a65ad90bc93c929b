#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QString>
#include <QtCore/QStringList>

/// How a home and its network are, and how it is opened.
namespace qis::ui {

struct Peer {
    QString node;
    QString siteName;
    QString endpoint;
    bool connected = false;
    qint64 lastSeen = 0;
    qint64 behind = 0;
    qint64 clockSkewMillis = 0;
    qint64 roundTripMillis = -1; ///< of the last frame that it answered; below 0 while not measured
    qint64 received = 0;         ///< packets that came from it in this run
    qint64 sent = 0;             ///< packets that it confirmed in this run

    bool operator==(const Peer&) const = default;
};

struct Status {
    QString home;
    QString author;
    QString fingerprint;
    QString site;
    QString siteName;
    bool demo = false;
    bool locked = false;
    QString network;
    QStringList endpoints;
    QList<Peer> peers;
    qint64 connectedPeers = 0;
    qint64 packets = 0;
    qint64 ownPackets = 0;
    qint64 matches = 0;
    qint64 outboxWaiting = 0;
    qint64 outboxHeld = 0;
    qint64 quarantined = 0;
    qint64 ownRecords = 0;
    QMap<QString, qint64> refusals;
    QMap<QString, qint64> counters;
    qint64 storeBytes = 0;
    qint64 diskFreeBytes = 0;
    qint64 now = 0;
    QString version;
};

struct CommandResult {
    int exitCode = 0;
    QByteArray json;
    QStringList errors;
};

struct HomeRequest {
    QString folder;
    QString resources;
    QString siteName;
    bool demo = false;
    QString passphrase;
    bool cheapVault = false;
};

struct OpenRequest {
    QString folder;
    QString resources;
    QString passphrase;
    QStringList listen;
    QStringList join;
    int undoSeconds = 30;
    bool network = true;
    bool controlSocket = true;
    bool cheapVault = false;
};

} // namespace qis::ui
