#include "bench_world.h"

#include "crypto/sodium.h"
#include "similarity/coarse.h"
#include "source_dir.h"

#include <nlohmann/json.hpp>
#include <sqlite3.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>

namespace qis::bench {

namespace {

using Json = nlohmann::ordered_json;

std::vector<Measure> g_table;
std::map<std::string, double> g_baselines;
double g_scale = 1;

/// Substances of the vocabulary, spread over all of it.
std::vector<std::string> substances(std::size_t count) {
    const auto& system = catalogue()->systems().at("ingredient");
    std::vector<std::string> leaves;
    for (const auto& term : system.terms()) {
        if (term.selectable && system.path(term.code).size() >= 4) {
            leaves.push_back(term.id);
        }
    }
    if (leaves.size() < count) {
        giveUp("the vocabulary has too few substances");
    }
    std::vector<std::string> chosen;
    for (std::size_t i = 0; i < count; ++i) {
        chosen.push_back(leaves[i * leaves.size() / count]);
    }
    return chosen;
}

void check(int code, sqlite3* database) {
    if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW) {
        giveUp(std::string("SQLite: ") + sqlite3_errmsg(database));
    }
}

void bindBytes(sqlite3_stmt* statement, int place, core::ByteView bytes) {
    static constexpr std::uint8_t kNothing = 0;
    sqlite3_bind_blob(statement, place, bytes.empty() ? &kNothing : bytes.data(), static_cast<int>(bytes.size()),
                      SQLITE_STATIC);
}

} // namespace

void giveUp(const std::string& why) {
    std::fprintf(stderr, "%s\n", why.c_str());
    std::exit(2);
}

void report(Measure measure) {
    const auto same = std::find_if(g_table.begin(), g_table.end(),
                                   [&measure](const Measure& one) { return one.name == measure.name; });
    if (same == g_table.end()) {
        g_table.push_back(std::move(measure));
    } else {
        *same = std::move(measure);
    }
}

bool printTable() {
    bool met = true;
    std::printf("\n%-40s %12s %12s %-10s %7s %9s  %s\n", "measure", "ours", "baseline", "unit", "ratio", "target",
                "ok");
    for (const auto& one : g_table) {
        const bool has = one.target > 0;
        const bool ok = !has || (one.atMost ? one.ratio <= one.target : one.ratio >= one.target);
        met = met && ok;
        char target[32] = "-";
        if (has) {
            std::snprintf(target, sizeof target, "%s %.2f", one.atMost ? "<=" : ">=", one.target);
        }
        std::printf("%-40s %12.1f %12.1f %-10s %7.2f %9s  %s\n", one.name.c_str(), one.ours, one.baseline,
                    one.unit.c_str(), one.ratio, target,
                    !has ? "-"
                    : ok ? "yes"
                         : "NO");
    }
    std::fflush(stdout);
    return met;
}

void rememberBaseline(const std::string& name, double perSecond) {
    g_baselines[name] = perSecond;
}

double slowerBaseline() {
    const auto accept = g_baselines.find("accept");
    const auto emit = g_baselines.find("emit");
    return accept == g_baselines.end() || emit == g_baselines.end() ? 0 : std::min(accept->second, emit->second);
}

std::size_t scaled(std::size_t count) {
    return std::max<std::size_t>(1, static_cast<std::size_t>(static_cast<double>(count) * g_scale));
}

void setScale(double scale) {
    g_scale = scale;
}

Folder::Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "qis-bench-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) {
        giveUp("no temporary folder: " + name);
    }
    m_path = name;
}

Folder::~Folder() {
    std::error_code error;
    std::filesystem::remove_all(m_path, error);
}

std::shared_ptr<const core::Catalogue> catalogue() {
    static const auto kCatalogue = [] {
        auto loaded = core::Catalogue::load(QIS_SOURCE_DIR "/resources");
        if (!core::initCrypto().ok() || !loaded.ok()) {
            giveUp("the resources cannot be read");
        }
        return *loaded;
    }();
    return kCatalogue;
}

std::vector<std::string> outcomes(std::size_t count) {
    constexpr std::size_t kSubstances = 200;
    static const char* const kAges[] = {"2-11", "12-17", "18-44", "45-64", "65-74", "75-89", "90plus"};
    static const char* const kSexes[] = {"female", "male", "unknown"};
    const auto drugs = substances(kSubstances);
    std::vector<Json> examples;
    for (const auto& text : catalogue()->find("ddi")->pack.examples) {
        examples.push_back(Json::parse(text));
    }
    std::vector<std::string> result;
    result.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        Json outcome = examples[i % examples.size()];
        outcome.erase("ref");
        auto& condition = outcome["condition"];
        condition["object_drug"] = drugs[i % kSubstances];
        condition["precipitant_drug"] =
            drugs[(i % kSubstances + 1 + i / kSubstances % (kSubstances - 1)) % kSubstances];
        condition["object_dose"] = static_cast<double>(1 + i % 997) / 4;
        condition["age_band"] = kAges[i / 7 % std::size(kAges)];
        if (!condition.contains("pregnancy")) {
            condition["sex"] = kSexes[i / 3 % std::size(kSexes)];
        }
        outcome["confidence"] = i / 11 % 101;
        result.push_back(outcome.dump());
    }
    return result;
}

core::Content contentOf(const std::string& outcome) {
    auto composed = core::compose(catalogue()->plainPacks(), catalogue()->systems(), outcome);
    if (!composed.composed) {
        giveUp("does not compose: " + outcome + ": " + composed.problems.front().detail);
    }
    return std::move(composed.composed->content);
}

std::string emitRequest(const std::vector<std::string>& outcomes, std::size_t first, std::size_t count) {
    Json request{{"command", "emit"}, {"outcomes", Json::array()}};
    for (std::size_t i = first; i < first + count; ++i) {
        request["outcomes"].push_back(outcomes[i]);
    }
    return request.dump();
}

core::Bytes coarseOf(const core::Content& content) {
    return core::encodeCoarse(
        core::coarsePacket(catalogue()->find("ddi")->definition, catalogue()->systems(), content.condition));
}

BareStore::BareStore(const std::filesystem::path& file, const core::AuthorKey& self)
    : m_self(self) {
    if (!core::Store::open({file, self, true})) { // for the tables
        giveUp("the store cannot be made");
    }
    check(sqlite3_open_v2(file.c_str(), &m_database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr), m_database);
    check(sqlite3_exec(m_database,
                       "PRAGMA cell_size_check=ON; PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL;"
                       "PRAGMA temp_store=MEMORY; PRAGMA mmap_size=0; PRAGMA cache_size=-65536;"
                       "PRAGMA wal_autocheckpoint=4000; PRAGMA journal_size_limit=67108864;",
                       nullptr, nullptr, nullptr),
          m_database);
    check(sqlite3_prepare_v2(m_database,
                             "INSERT INTO packets(id, author, sequence, kind, pack, issued, received, origin, own_kind,"
                             " target, previous, coarse, bytes) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                             -1, &m_insert, nullptr),
          m_database);
    check(sqlite3_prepare_v2(m_database, "INSERT INTO outbox(packet) VALUES(?)", -1, &m_outbox, nullptr), m_database);
}

BareStore::~BareStore() {
    sqlite3_finalize(m_insert);
    sqlite3_finalize(m_outbox);
    sqlite3_close(m_database);
}

void BareStore::begin() {
    check(sqlite3_exec(m_database, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), m_database);
}

void BareStore::commit() {
    check(sqlite3_exec(m_database, "COMMIT", nullptr, nullptr, nullptr), m_database);
}

std::int64_t BareStore::authorNumber(const core::AuthorKey& author) {
    const auto known = m_authors.find(author);
    if (known != m_authors.end()) {
        return known->second;
    }
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v2(m_database, "INSERT INTO authors(key) VALUES(?)", -1, &statement, nullptr), m_database);
    bindBytes(statement, 1, author.view());
    check(sqlite3_step(statement), m_database);
    sqlite3_finalize(statement);
    return m_authors[author] = sqlite3_last_insert_rowid(m_database);
}

void BareStore::insert(const core::DecodedPacket& packet, const core::Bytes& coarse, bool toOutbox) {
    const auto& content = packet.packet.content;
    const auto& link = packet.packet.link;
    sqlite3_reset(m_insert);
    sqlite3_clear_bindings(m_insert);
    bindBytes(m_insert, 1, packet.id.view());
    const auto author = authorNumber(packet.packet.author);
    sqlite3_bind_int64(m_insert, 2, author);
    sqlite3_bind_int64(m_insert, 3, static_cast<std::int64_t>(link.sequence));
    sqlite3_bind_int64(m_insert, 4, static_cast<std::int64_t>(content.kind));
    bindBytes(m_insert, 5, content.pack.view());
    sqlite3_bind_int64(m_insert, 6, packet.packet.issued);
    sqlite3_bind_int64(m_insert, 7, packet.packet.issued * 1000);
    if (packet.packet.author == m_self) {
        sqlite3_bind_int64(m_insert, 9, static_cast<std::int64_t>(content.kind));
    } else {
        sqlite3_bind_int64(m_insert, 8, author);
    }
    if (content.target) {
        bindBytes(m_insert, 10, content.target->view());
    }
    if (link.previous) {
        bindBytes(m_insert, 11, link.previous->view());
    }
    bindBytes(m_insert, 12, coarse);
    bindBytes(m_insert, 13, packet.bytes);
    check(sqlite3_step(m_insert), m_database);
    if (toOutbox) {
        sqlite3_reset(m_outbox);
        sqlite3_bind_int64(m_outbox, 1, sqlite3_last_insert_rowid(m_database));
        check(sqlite3_step(m_outbox), m_database);
    }
}

} // namespace qis::bench
