#pragma once

#include "domain/compose.h"
#include "node/node_core.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

/// What the measurements share: outcomes to work on, and the least that has to be done with them.
namespace qis::bench {

/// One row of the table that is printed at the end. `target` is for the ratio.
struct Measure {
    std::string name;
    std::string unit;
    double ours = 0;
    double baseline = 0;
    double ratio = 0; ///< ours over baseline
    double target = 0;
    bool atMost = false; ///< the ratio must not exceed the target; else it must reach it
};
void report(Measure measure);
/// Prints the table; true when every target is met.
bool printTable();
/// Baselines of throughput measured so far; the slower one, 0 when one is missing.
void rememberBaseline(const std::string& name, double perSecond);
[[nodiscard]] double slowerBaseline();

void registerAccept();
void registerEmit();
void registerLink();

/// How many packets a measurement takes, from --scale.
[[nodiscard]] std::size_t scaled(std::size_t count);
void setScale(double scale);

/// A folder that goes with the object.
class Folder {
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

/// Adds up the time between start and stop.
class Stopwatch {
public:
    void start() { m_since = std::chrono::steady_clock::now(); }
    double stop() {
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - m_since).count();
        m_seconds += seconds;
        return seconds;
    }
    [[nodiscard]] double seconds() const { return m_seconds; }

private:
    std::chrono::steady_clock::time_point m_since;
    double m_seconds = 0;
};

[[nodiscard]] std::shared_ptr<const core::Catalogue> catalogue();
/// Different drug interactions as JSON, made of the pack's examples over 200 substances.
[[nodiscard]] std::vector<std::string> outcomes(std::size_t count);
[[nodiscard]] core::Content contentOf(const std::string& outcome);
/// As the command line sends `emit --lines`.
[[nodiscard]] std::string emitRequest(const std::vector<std::string>& outcomes, std::size_t first, std::size_t count);
/// What of a packet is kept beside it.
[[nodiscard]] core::Bytes coarseOf(const core::Content& content);

/// Ends the program: nothing can be measured.
[[noreturn]] void giveUp(const std::string& why);

/// The store's tables, indexes and pragmas, written to with prepared statements and nothing else.
class BareStore {
public:
    explicit BareStore(const std::filesystem::path& file, const core::AuthorKey& self);
    ~BareStore();
    BareStore(const BareStore&) = delete;
    BareStore& operator=(const BareStore&) = delete;

    void begin();
    void insert(const core::DecodedPacket& packet, const core::Bytes& coarse, bool toOutbox);
    void commit();

private:
    std::int64_t authorNumber(const core::AuthorKey& author);

    core::AuthorKey m_self;
    sqlite3* m_database = nullptr;
    sqlite3_stmt* m_insert = nullptr;
    sqlite3_stmt* m_outbox = nullptr;
    std::map<core::AuthorKey, std::int64_t> m_authors;
};

} // namespace qis::bench
