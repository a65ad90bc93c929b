#pragma once

#include "support/store_script.h"

#include <QTemporaryDir>

#include <filesystem>
#include <memory>
#include <string_view>

namespace qis::testing {

/// A store in a folder of its own, for the device scriptSelf().
struct StoreHome {
    QTemporaryDir folder;
    std::unique_ptr<core::Store> store;

    StoreHome() { open(true); }

    [[nodiscard]] std::filesystem::path file() const {
        return std::filesystem::path(folder.path().toStdString()) / "store.db";
    }
    /// The code with which opening ends, or None.
    [[nodiscard]] core::Code openCode(bool create = false) const {
        return core::Store::open({file(), scriptSelf(), create}).code();
    }
    void open(bool create = false) {
        store.reset();
        auto opened = core::Store::open({file(), scriptSelf(), create});
        if (opened.ok()) {
            store = std::move(opened).value();
        }
    }
    /// Row of the packet, or -1 if it was not taken.
    core::Row insert(const core::DecodedPacket& decoded, bool toOutbox = false) const {
        const auto inserted = store->insertPacket(newPacket(decoded, toOutbox));
        return inserted.ok() && inserted->outcome == core::InsertOutcome::Inserted ? inserted->row : -1;
    }
};

[[nodiscard]] inline core::Bytes bytesOf(std::string_view text) {
    const auto view = core::viewOf(text);
    return {view.begin(), view.end()};
}

[[nodiscard]] inline std::vector<core::Row> rowsOf(const std::vector<core::StoredPacket>& packets) {
    std::vector<core::Row> rows;
    for (const auto& packet : packets) {
        rows.push_back(packet.row);
    }
    return rows;
}

} // namespace qis::testing
