#include "node/home_backup.h"

#include "base/file.h"
#include "node/restoration.h"
#include "record/cbor.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace qis::core {

namespace {

constexpr std::string_view kVault = "vault";
constexpr std::string_view kLastBackup = "last_backup";
/// Peers not seen for so long before the backup are not waited for.
constexpr Millis kPeerIsGone = 30LL * 86400 * 1000;

/// Lies in a folder in which a home is being restored, so that no other folder is ever cleared.
constexpr const char* kMarker = "restoring";

bool isEmpty(const std::filesystem::path& folder) {
    std::error_code error;
    return std::filesystem::is_empty(folder, error) && !error;
}

/// A folder beside the target in which the home grows until it is whole.
class Site {
public:
    explicit Site(std::filesystem::path folder)
        : m_folder(std::move(folder)) {}
    ~Site() {
        if (m_made && !m_kept) {
            (void)clear().ok(); // what is left is cleared by the next attempt
            std::error_code error;
            std::filesystem::remove(m_folder / "lock", error);
            std::filesystem::remove(m_folder / kMarker, error);
            std::filesystem::remove(m_folder, error);
        }
    }
    Site(const Site&) = delete;
    Site& operator=(const Site&) = delete;

    /// Takes over what an attempt that was cut off has left. HomeInUse while another is under way.
    [[nodiscard]] Result<HomeLock> make() {
        std::error_code error;
        std::filesystem::create_directories(m_folder.parent_path(), error);
        if (!error && ::mkdir(m_folder.c_str(), 0700) != 0 && errno != EEXIST) {
            return fileError(errno, m_folder);
        }
        if (error) {
            return fileError(error.value(), m_folder);
        }
        const bool isFolder = std::filesystem::is_directory(std::filesystem::symlink_status(m_folder, error));
        if (!isFolder || (!isEmpty(m_folder) && !std::filesystem::exists(m_folder / kMarker, error))) {
            return fail(Code::FolderNotEmpty, m_folder.string());
        }
        const int marker = ::open((m_folder / kMarker).c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
        if (marker < 0) {
            return fileError(errno, m_folder);
        }
        ::close(marker);
        auto lock = HomeLock::take(m_folder);
        if (!lock) {
            return lock;
        }
        m_made = true;
        if (auto cleared = clear(); !cleared) {
            return cleared.error();
        }
        return lock;
    }
    [[nodiscard]] Status moveTo(const std::filesystem::path& target) {
        if (std::rename(m_folder.c_str(), target.c_str()) != 0) {
            return errno == ENOTEMPTY || errno == EEXIST ? fail(Code::FolderNotEmpty, target.string())
                                                         : fileError(errno, target);
        }
        m_kept = true;
        std::error_code error;
        std::filesystem::remove(target / kMarker, error);
        const int parent = ::open(target.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (parent >= 0) {
            (void)::fsync(parent);
            ::close(parent);
        }
        return {};
    }

private:
    [[nodiscard]] Status clear() const {
        std::error_code error;
        for (const auto& entry : std::filesystem::directory_iterator(m_folder, error)) {
            // The owner keeps its lock, and the marker goes last.
            if (entry.path().filename() == "lock" || entry.path().filename() == kMarker) {
                continue;
            }
            std::filesystem::remove(entry.path(), error);
            if (error) {
                return fileError(error.value(), entry.path());
            }
        }
        return {};
    }

    std::filesystem::path m_folder;
    bool m_made = false;
    bool m_kept = false;
};

Status checkTarget(const std::filesystem::path& folder) {
    std::error_code error;
    const auto status = std::filesystem::symlink_status(folder, error);
    if (status.type() == std::filesystem::file_type::not_found) {
        return {};
    }
    if (!std::filesystem::is_directory(status)) {
        return fail(Code::FolderNotEmpty, folder.string());
    }
    if (std::filesystem::exists(folder / "ready", error)) {
        return fail(Code::HomeExists, folder.string());
    }
    return isEmpty(folder) ? Status{} : Status(fail(Code::FolderNotEmpty, folder.string()));
}

Result<RestoreMark> markOf(Store& store, const BackupAbout& about, bool nothingSent, Millis now) {
    const auto head = store.chainHead(about.author);
    const auto peers = store.peers();
    if (!head || !peers) {
        return head ? peers.error() : head.error();
    }
    RestoreMark mark;
    mark.phase = nothingSent ? RestorePhase::Settled : RestorePhase::Waiting;
    mark.backedUp = about.made;
    mark.restored = now;
    mark.sequence = head->sequence;
    for (const auto& peer : *peers) {
        if (peer.lastSeen >= about.made - kPeerIsGone) {
            mark.known.insert(peer.node);
        }
    }
    return mark;
}

/// A backup of a home that was restored itself remembers which places of the chain are taken.
Result<RestoreMark> withEarlier(Store& store, RestoreMark mark) {
    Restoration earlier;
    if (auto loaded = earlier.load(store); !loaded) {
        return loaded.error();
    }
    mark.floor = earlier.mark().floor;
    if (earlier.mark().phase == RestorePhase::Forked) {
        mark.phase = RestorePhase::Forked;
    }
    return mark;
}

} // namespace

Result<BackupOrder> backupOrder(const Home& home, const std::filesystem::path& target, bool replace, BackupWatch watch,
                                Millis now) {
    auto vault = readFile(home.folder / kVault, kMaxVaultBytes);
    if (!vault) {
        return vault.error();
    }
    BackupOrder order;
    order.store = home.folder / "store.sqlite";
    order.target = target;
    order.replace = replace;
    order.about.made = now;
    order.about.author = home.device.author();
    order.about.siteName = home.site.document.siteName;
    order.about.demo = home.site.document.demo;
    order.files.push_back({std::string(kVault), std::move(vault).value()});
    order.watch = std::move(watch);
    return order;
}

Status writeLastBackup(Store& store, Millis made) {
    CborWriter out;
    out.integer(made);
    return store.setSetting(kLastBackup, out.result());
}

Result<Millis> readLastBackup(Store& store) {
    const auto bytes = store.setting(kLastBackup);
    if (!bytes) {
        return bytes.error();
    }
    return *bytes ? CborReader(**bytes).integer() : Result<Millis>(Millis{0});
}

BackupJob::BackupJob(BackupOrder order, Done done)
    : m_done(std::move(done)) {
    order.watch.cancelled = [this, asked = std::move(order.watch.cancelled)] {
        return m_cancelled || (asked && asked());
    };
    m_thread = std::thread([this, order = std::move(order)] {
        m_result = writeBackup(order);
        m_finished = true;
    });
}

BackupJob::~BackupJob() {
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

const Result<BackupAbout>& BackupJob::result() {
    if (m_thread.joinable()) {
        m_thread.join();
    }
    return m_result;
}

Result<BackupAbout> restoreHome(const RestoreOrder& order, Millis now) {
    auto folder = std::filesystem::absolute(order.folder).lexically_normal();
    if (!folder.has_filename()) {
        folder = folder.parent_path();
    }
    if (auto free = checkTarget(folder); !free) {
        return free.error();
    }
    if (auto readable = readBackup(order.file); !readable) {
        return readable.error(); // before anything is made
    }
    auto building = folder;
    building += ".restoring";
    Site site(building);
    auto lock = site.make();
    if (!lock) {
        return lock.error();
    }
    const auto file = building / "store.sqlite";
    auto unpacked = unpackBackup(order.file, file, order.watch);
    if (!unpacked) {
        return unpacked.error();
    }
    const auto vault = std::find_if(unpacked->files.begin(), unpacked->files.end(),
                                    [](const BackupFile& one) { return one.name == kVault; });
    if (vault == unpacked->files.end() || vault->content.size() > kMaxVaultBytes) {
        return fail(Code::BackupDamaged, "the key file is missing");
    }
    if (auto written = writeFileAtomically(building / kVault, vault->content); !written) {
        return written.error();
    }
    {
        auto store = Store::open({file, unpacked->about.author, false});
        if (!store) {
            return store.error();
        }
        auto mark = markOf(**store, unpacked->about, order.nothingSent, now);
        mark = mark ? withEarlier(**store, std::move(mark).value()) : std::move(mark);
        if (!mark) {
            return mark.error();
        }
        if (auto marked = writeRestoreMark(**store, *mark); !marked) {
            return marked.error();
        }
        if (auto kept = writeLastBackup(**store, unpacked->about.made); !kept) {
            return kept.error();
        }
    }
    if (auto written = writeFileAtomically(building / "ready", {}); !written) {
        return written.error();
    }
    if (order.watch.cancelled && order.watch.cancelled()) {
        return fail(Code::Cancelled);
    }
    if (auto moved = site.moveTo(folder); !moved) {
        return moved.error();
    }
    return unpacked->about;
}

} // namespace qis::core
