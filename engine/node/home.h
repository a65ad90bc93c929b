#pragma once

#include "base/clock.h"
#include "crypto/keys.h"
#include "crypto/vault.h"
#include "record/document.h"
#include "store/store.h"

#include <filesystem>
#include <memory>
#include <string>

namespace qis::core {

/// The network of homes made for trying things out; anybody may join it.
[[nodiscard]] NetworkId demoNetworkId();
/// The network of real homes until they join one with a charter: operators name each other's
/// endpoints on both sides.
[[nodiscard]] NetworkId directNetworkId();

/// No vault of ours is larger.
inline constexpr std::size_t kMaxVaultBytes = 4096;

/// Exclusive ownership of a home folder (flock on <home>/lock), released on destruction or death.
class HomeLock {
public:
    [[nodiscard]] static Result<HomeLock> take(const std::filesystem::path& folder);
    ~HomeLock();
    HomeLock(HomeLock&& other) noexcept;
    HomeLock& operator=(HomeLock&& other) noexcept;
    HomeLock(const HomeLock&) = delete;
    HomeLock& operator=(const HomeLock&) = delete;

private:
    explicit HomeLock(int fd)
        : m_fd(fd) {}
    int m_fd = -1;
};

/// An opened home: keys in locked memory, store open, owned by this process.
struct Home {
    std::filesystem::path folder;
    HomeLock lock;
    DeviceKey device;
    LinkKeyPair link;
    SecureBytes siteSecret;
    std::unique_ptr<Store> store;
    SignedSite site;
};

/// Keys, vault, store and self-signed site document. HomeExists when there is one already; a
/// creation that was interrupted is begun again, since nothing can have been signed with it.
[[nodiscard]] Result<Home> makeHome(const std::filesystem::path& folder, const std::string& siteName, bool demo,
                                    const std::string& passphrase, VaultCost cost, Seconds now);
[[nodiscard]] Result<Home> openHome(const std::filesystem::path& folder, const std::string& passphrase);

} // namespace qis::core
