#include "node/home.h"

#include "base/file.h"
#include "crypto/sodium.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace qis::core {

namespace {

constexpr std::string_view kReady = "site_document";
constexpr Seconds kSiteDocumentYears = 20LL * 365 * 86400;

NetworkId networkNamed(std::string_view name) {
    NetworkId result;
    const auto hash = blake2b256(viewOf(name));
    std::copy_n(hash.bytes.begin(), NetworkId::kSize, result.bytes.begin());
    return result;
}

std::filesystem::path vaultFile(const std::filesystem::path& folder) {
    return folder / "vault";
}

std::filesystem::path storeFile(const std::filesystem::path& folder) {
    return folder / "store.sqlite";
}

bool isFinished(const std::filesystem::path& folder) {
    std::error_code error;
    return std::filesystem::exists(folder / "ready", error);
}

Result<Home> assemble(const std::filesystem::path& folder, HomeLock lock, const VaultSecrets& secrets, bool create) {
    auto device = DeviceKey::fromSeed(secrets.deviceSeed);
    auto link = LinkKeyPair::fromSecret(secrets.linkSecret);
    if (!device || !link) {
        return device ? link.error() : device.error();
    }
    auto store = Store::open({storeFile(folder), device->author(), create});
    if (!store) {
        return store.error();
    }
    return Home{folder,
                std::move(lock),
                std::move(device).value(),
                std::move(link).value(),
                SecureBytes(secrets.siteSecret.view()),
                std::move(store).value(),
                {}};
}

} // namespace

NetworkId demoNetworkId() {
    return networkNamed("qis network: demo");
}

NetworkId directNetworkId() {
    return networkNamed("qis network: direct");
}

Result<HomeLock> HomeLock::take(const std::filesystem::path& folder) {
    const auto path = folder / "lock";
    const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0) {
        return fileError(errno, path);
    }
    if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
        const int error = errno;
        ::close(fd);
        if (error == EWOULDBLOCK) {
            return fail(Code::HomeInUse, "another process owns " + folder.string());
        }
        return fileError(error, path);
    }
    return HomeLock(fd);
}

HomeLock::~HomeLock() {
    if (m_fd >= 0) {
        ::close(m_fd);
    }
}

HomeLock::HomeLock(HomeLock&& other) noexcept
    : m_fd(std::exchange(other.m_fd, -1)) {}

HomeLock& HomeLock::operator=(HomeLock&& other) noexcept {
    std::swap(m_fd, other.m_fd);
    return *this;
}

Result<Home> makeHome(const std::filesystem::path& folder, const std::string& siteName, bool demo,
                      const std::string& passphrase, VaultCost cost, Seconds now) {
    if (demo && !passphrase.empty()) {
        return fail(Code::BadArgument, "a demo home has no passphrase", "passphrase");
    }
    if (!demo && passphrase.size() < 8) {
        return fail(Code::PassphraseNeeded, "a real home needs a passphrase of at least 8 characters", "passphrase");
    }
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) {
        return fileError(error.value(), folder);
    }
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
    auto lock = HomeLock::take(folder);
    if (!lock) {
        return lock.error();
    }
    if (isFinished(folder)) {
        return fail(Code::HomeExists, folder.string());
    }
    // Left over from a creation that was cut off before anything could be signed.
    for (const auto* name : {"vault", "store.sqlite", "store.sqlite-wal", "store.sqlite-shm"}) {
        std::filesystem::remove(folder / name, error);
    }
    const auto device = DeviceKey::generate();
    const auto link = LinkKeyPair::generate();
    VaultSecrets secrets;
    secrets.deviceSeed = device.seed();
    secrets.linkSecret = SecureBytes(link.secret().view());
    auto siteSecret = randomBytes(32);
    secrets.siteSecret = SecureBytes(siteSecret);
    wipe(siteSecret);

    SiteDocument document;
    document.siteName = siteName;
    document.site = siteIdOf(device.author());
    document.network = demo ? demoNetworkId() : directNetworkId();
    document.demo = demo;
    document.devices = {{device.author(), link.publicKey(), {}}};
    document.validFrom = now;
    document.validUntil = now + kSiteDocumentYears;
    if (auto checked = checkSiteDocument(document); !checked) {
        return fail(checked.error().code, checked.error().detail, "site");
    }
    const auto vault = sealVault(secrets, passphrase, cost);
    if (!vault) {
        return vault.error();
    }
    if (auto written = writeFileAtomically(vaultFile(folder), *vault); !written) {
        return written.error();
    }
    auto home = assemble(folder, std::move(lock).value(), secrets, true);
    if (!home) {
        return home;
    }
    const auto opened = openSiteDocument(signSiteDocument(document, home->device));
    if (!opened) {
        return opened.error();
    }
    home->site = *opened;
    auto saved = home->store->transaction([&]() -> Status {
        if (auto status = home->store->saveDocument(opened->hash, "site", opened->bytes); !status) {
            return status;
        }
        return home->store->setSetting(kReady, opened->hash.view());
    });
    if (saved) {
        saved = writeFileAtomically(folder / "ready", {});
    }
    if (!saved) {
        return saved.error();
    }
    return home;
}

Result<Home> openHome(const std::filesystem::path& folder, const std::string& passphrase) {
    std::error_code error;
    if (!std::filesystem::is_directory(folder, error) || !isFinished(folder)) {
        return fail(Code::HomeMissing, folder.string());
    }
    auto lock = HomeLock::take(folder);
    if (!lock) {
        return lock.error();
    }
    const auto vault = readFile(vaultFile(folder), kMaxVaultBytes);
    if (!vault) {
        return vault.code() == Code::NotFound ? fail(Code::VaultBroken, "the key file is missing") : vault.error();
    }
    auto secrets = openVault(*vault, passphrase);
    if (!secrets) {
        return passphrase.empty() && secrets.code() == Code::WrongPassphrase
                   ? fail(Code::PassphraseNeeded, "this home has a passphrase")
                   : secrets.error();
    }
    auto home = assemble(folder, std::move(lock).value(), *secrets, false);
    if (!home) {
        return home;
    }
    const auto hash = home->store->setting(kReady);
    const auto named = hash && *hash ? DocumentHash::from(**hash) : std::nullopt;
    const auto bytes = named ? home->store->document(*named) : Result<std::optional<Bytes>>(std::optional<Bytes>{});
    if (!bytes || !*bytes) {
        return fail(Code::StoreCorrupt, "the site document is missing");
    }
    auto site = openSiteDocument(**bytes);
    if (!site || site->signer != home->device.author()) {
        return fail(Code::StoreCorrupt, "the site document and the key file do not belong together");
    }
    home->site = std::move(site).value();
    return home;
}

} // namespace qis::core
