#include "store/sqlite_store.h"

namespace qis::core {

Result<std::vector<PeerState>> SqliteStore::peers() {
    return guarded([&]() -> Result<std::vector<PeerState>> {
        auto found = query("SELECT node, link, endpoint, site_document, last_seen, interests, served_interests,"
                           " cursor, backfill_cursor, backfill_end FROM peers ORDER BY node");
        std::vector<PeerState> all;
        while (found.next()) {
            PeerState peer;
            peer.node = found.fixed<AuthorKey>(0);
            peer.link = found.fixed<LinkKey>(1);
            peer.endpoint = found.text(2);
            peer.siteDocument = found.fixed<DocumentHash>(3);
            peer.lastSeen = found.integer(4);
            peer.interests = found.blob(5);
            peer.servedInterests = found.blob(6);
            peer.cursor = found.integer(7);
            peer.backfillCursor = found.integer(8);
            peer.backfillEnd = found.integer(9);
            all.push_back(std::move(peer));
        }
        return all;
    });
}

Status SqliteStore::savePeer(const PeerState& peer) {
    return guarded([&]() -> Status {
        auto save = query("INSERT OR REPLACE INTO peers(node, link, endpoint, site_document, last_seen, interests,"
                          " served_interests, cursor, backfill_cursor, backfill_end)"
                          " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        save.with(peer.node).with(peer.link).with(std::string_view(peer.endpoint)).with(peer.siteDocument);
        save.with(peer.lastSeen).with(ByteView(peer.interests)).with(ByteView(peer.servedInterests));
        save.with(peer.cursor).with(peer.backfillCursor).with(peer.backfillEnd);
        save.run();
        return {};
    });
}

Result<std::vector<std::string>> SqliteStore::joinedEndpoints() {
    return guarded([&]() -> Result<std::vector<std::string>> {
        auto found = query("SELECT endpoint FROM joined ORDER BY number");
        std::vector<std::string> all;
        while (found.next()) {
            all.push_back(found.text(0));
        }
        return all;
    });
}

Status SqliteStore::addJoinedEndpoint(const std::string& endpoint) {
    return guarded([&]() -> Status {
        auto insert = query("INSERT INTO joined(endpoint) VALUES(?) ON CONFLICT DO NOTHING");
        insert.with(std::string_view(endpoint)).run();
        return {};
    });
}

Status SqliteStore::saveDocument(const DocumentHash& hash, std::string_view kind, ByteView bytes) {
    return guarded([&]() -> Status {
        // The hash is that of the bytes: what is there under this name is the same document.
        auto insert = query("INSERT INTO documents(hash, kind, bytes) VALUES(?, ?, ?) ON CONFLICT DO NOTHING");
        insert.with(hash).with(kind).with(bytes).run();
        return {};
    });
}

Result<std::optional<Bytes>> SqliteStore::document(const DocumentHash& hash) {
    using Found = std::optional<Bytes>;
    return guarded([&]() -> Result<Found> {
        auto found = query("SELECT bytes FROM documents WHERE hash = ?");
        return found.with(hash).next() ? Found(found.blob(0)) : Found{};
    });
}

Result<std::vector<Bytes>> SqliteStore::documents(std::string_view kind) {
    return guarded([&]() -> Result<std::vector<Bytes>> {
        auto found = query("SELECT bytes FROM documents WHERE kind = ? ORDER BY number");
        found.with(kind);
        std::vector<Bytes> all;
        while (found.next()) {
            all.push_back(found.blob(0));
        }
        return all;
    });
}

} // namespace qis::core
