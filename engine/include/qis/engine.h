#pragma once

#include <qis/values.h>

#include <filesystem>
#include <memory>
#include <string_view>

namespace qis {

/// A subscription. Destroying it guarantees that no callback runs afterwards; it waits for one that
/// is running, so never destroy it from inside its own callback.
class Handler {
public:
    Handler() = default;
    virtual ~Handler() = default;
    Handler(const Handler&) = delete;
    Handler& operator=(const Handler&) = delete;
};

/// Answer of a command: what the command line prints.
struct CommandAnswer {
    int exitCode = 0;
    std::string json;                ///< one JSON document
    std::vector<std::string> errors; ///< "CODE: sentence", for stderr
};

struct BackupRequest {
    std::filesystem::path file;
    bool replace = false;                      ///< a file of this name
    std::function<void(int perCent)> progress; ///< on a thread of the engine's; may be empty
    std::function<bool()> cancelled;           ///< the same
};

/// A running node on one home. Every request returns at once; its reply comes later on an engine
/// thread. Destroying the engine stops its threads and answers what is still open with "stopped".
class Engine {
public:
    Engine() = default;
    virtual ~Engine() = default;
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    virtual void listPacks(Reply<std::vector<PackInfo>> reply) = 0;
    virtual void searchTerms(std::string system, std::string words, std::size_t limit,
                             Reply<std::vector<TermInfo>> reply) = 0;
    /// Terms of a system that outcomes of this home used last, the newest first.
    virtual void recentTerms(std::string system, std::size_t limit, Reply<std::vector<TermInfo>> reply) = 0;
    /// What stands directly below a term of a system; `below` "" is the top. "not-found" for an unknown system,
    /// "unknown-term".
    virtual void termBranch(std::string system, std::string below, Reply<TermBranch> reply) = 0;
    virtual void checkDraft(Draft draft, Reply<DraftCheck> reply) = 0;
    /// Compares a draft that has no problems with what is held here: is it a second report of one
    /// patient, and do enough others share what could point at one? With an own record number in the draft, an
    /// outcome under the same one is always among the answers, and one under another never is.
    virtual void examineDraft(Draft draft, Reply<DraftExamination> reply) = 0;
    /// Keeps in this home what was decided about a draft and an own outcome, by id or by ticket:
    /// "different" or "later".
    virtual void decideDuplicate(Draft draft, std::string id, std::int64_t ticket, std::string decision,
                                 Reply<Nothing> reply) = 0;
    /// Authorises the outcome durably; it leaves when the undo window closes.
    /// A draft with an id goes in the same transaction; not-found when it is not there any more.
    virtual void emitDraft(Draft draft, Reply<Emitted> reply) = 0;
    /// Brings the draft back, if there was one. not-found once the outcome has left.
    virtual void undoEmit(std::int64_t ticket, Reply<Nothing> reply) = 0;
    virtual void retractOutcome(std::string id, int reason, Reply<Emitted> reply) = 0;
    virtual void listOutbox(Reply<std::vector<OutboxRow>> reply) = 0;
    virtual void listOutcomes(OutcomeQuery query, Reply<OutcomePage> reply) = 0;
    /// Takes an own outcome out of this home's list, or back in. Nobody else notices.
    virtual void hideOutcome(std::string id, bool hidden, Reply<Nothing> reply) = 0;
    /// What this home calls the patient of an own outcome, at most 256 bytes; empty takes it away. It is sealed in the
    /// store and never sent.
    virtual void setOwnRecord(std::string id, std::string text, Reply<Nothing> reply) = 0;
    /// Takes them all away, those of drafts too; answers how many there were.
    virtual void forgetOwnRecords(Reply<std::uint64_t> reply) = 0;
    /// The values of an own outcome, to start another from. By id, or by ticket while it has none.
    virtual void draftFromOutcome(std::string id, std::int64_t ticket, Reply<Draft> reply) = 0;

    /// Those being written, the one changed last first.
    virtual void listDrafts(Reply<std::vector<SavedDraft>> reply) = 0;
    /// Replaces the draft of this id, or adds one when there is none; answers the id. At most 1,000
    /// of 64 KiB each: too-many-drafts, draft-too-large; not-json for values that are no object.
    virtual void saveDraft(SavedDraft draft, Reply<std::int64_t> reply) = 0;
    virtual void removeDraft(std::int64_t id, Reply<Nothing> reply) = 0;

    /// Of all packs, by name.
    virtual void listTemplates(Reply<std::vector<FormTemplate>> reply) = 0;
    /// Takes the place of one of the same pack and name. At most 200: too-many-templates; text-too-long, bad-text,
    /// draft-too-large, not-json.
    virtual void saveTemplate(FormTemplate filled, Reply<Nothing> reply) = 0;
    virtual void removeTemplate(std::string pack, std::string name, Reply<Nothing> reply) = 0;

    virtual void listProfiles(Reply<std::vector<ProfileInfo>> reply) = 0;
    /// A profile in its JSON form { name, pack, view, prototype, dimensions, theta, min_coverage, daily_cap }.
    virtual void addProfile(std::string json, Reply<ProfileInfo> reply) = 0;
    virtual void profileFromDraft(std::string name, Draft prototype, Reply<ProfileInfo> reply) = 0;
    virtual void removeProfile(std::string name, Reply<Nothing> reply) = 0;

    virtual void listMatches(MatchQuery query, Reply<MatchPage> reply) = 0;
    virtual void viewMatches(MatchView view, Reply<MatchWindow> reply) = 0;
    /// All or none; answers what they were before, so that it can be taken back. not-found for what is no match.
    virtual void markMatches(std::vector<MatchMark> marks, Reply<std::vector<MatchMark>> reply) = 0;
    virtual void explainMatch(std::string id, std::string profile, Reply<ExplanationInfo> reply) = 0;
    /// Reads up to 1,000 outcomes: for a match somebody stays with, not for each one passed.
    virtual void rankMatch(std::string id, std::string profile, Reply<MatchRank> reply) = 0;
    /// Explains how much alike two packets held here are, circumstances and what happened both; as if
    /// the first had asked for the second. `profile` of the answer is empty.
    virtual void comparePackets(std::string id, std::string otherId, Reply<ExplanationInfo> reply) = 0;
    /// What became of an outcome: its versions and retractions that are held here, by the id of any of them.
    virtual void packetHistory(std::string id, Reply<PacketHistory> reply) = 0;
    virtual void gatherEvidence(std::string profile, std::string question, Reply<EvidenceInfo> reply) = 0;
    virtual void fetchStatus(Reply<StatusInfo> reply) = 0;
    /// Connects to another node, "tcp://HOST:PORT#LINKKEY", and remembers it, as `join` of EngineOptions does; a real
    /// home lets it in from then on. Answers before anything is connected. bad-endpoint, also for the own address.
    virtual void joinNode(std::string endpoint, Reply<Nothing> reply) = 0;

    /// Copies the whole home to one file while it goes on working. The file is complete and checked,
    /// or it is not there: already-exists, disk-full, target-unwritable, cancelled, busy.
    virtual void backUp(BackupRequest request, Reply<BackupInfo> reply) = 0;
    /// For a restored home: the user's word that nothing was sent after the backup and that no other
    /// copy of this home is at work. `equivocation` when that is known to be wrong.
    virtual void endRestoring(Reply<Nothing> reply) = 0;

    /// One command of the command line as a JSON object { "command": name, ... }; the same commands
    /// are served on the home's control socket.
    virtual void runCommand(std::string requestJson, Reply<CommandAnswer> reply) = 0;

    /// `callback` runs on an engine thread.
    [[nodiscard]] virtual std::unique_ptr<Handler> subscribe(std::function<void(Change)> callback) = 0;
};

struct NewHome {
    std::filesystem::path folder;
    std::string siteName;
    bool demo = false;
    std::string passphrase; ///< must be empty for a demo home, must not be otherwise
};

struct EngineOptions {
    std::filesystem::path folder;
    std::filesystem::path resources; ///< empty: the installed ones
    std::string passphrase;
    std::vector<std::string> listen; ///< "tcp://127.0.0.1:0"
    std::vector<std::string> join;   ///< "tcp://HOST:PORT#LINKKEY"
    int undoSeconds = 0;             ///< 0..600
    bool network = true;             ///< false: work on the home without any link
    bool controlSocket = true;
    bool cheapVault = false; ///< small Argon2id cost, for tests
};

/// Makes keys, vault, site document and store. Blocking: the passphrase is stretched.
[[nodiscard]] Answer<StatusInfo> createHome(const NewHome& home, const std::filesystem::path& resources,
                                            bool cheapVault = false);

struct RestoreRequest {
    std::filesystem::path file;
    std::filesystem::path folder; ///< must be empty, or not exist
    bool nothingSent = false;     ///< as in Engine::endRestoring
    std::function<void(int perCent)> progress;
    std::function<bool()> cancelled;
};

/// What a backup says about itself. not-found, not-a-backup, backup-damaged, store-newer.
[[nodiscard]] Answer<BackupInfo> inspectBackup(const std::filesystem::path& file);
/// Makes a home from a backup; it appears whole or not at all, and asks for its passphrase when it is
/// opened. Blocking. The codes of inspectBackup; folder-not-empty, home-exists, disk-full, cancelled.
[[nodiscard]] Answer<BackupInfo> restoreHome(const RestoreRequest& request);

/// Opens a home on a thread of its own and replies from there. home-in-use when another process
/// owns it, wrong-passphrase, store-newer and so on, each with a sentence.
void openEngine(EngineOptions options, Reply<std::unique_ptr<Engine>> reply);

/// The same on the calling thread, for programs that have nothing else to do meanwhile.
[[nodiscard]] Answer<std::unique_ptr<Engine>> openEngineHere(const EngineOptions& options);

/// A command that needs no home: pack, terms, compose, verify, inspect of bytes.
[[nodiscard]] CommandAnswer runWithoutHome(std::string_view requestJson, const std::filesystem::path& resources);

/// Sends one command to the process that owns the home, over its control socket. Blocking.
/// not-reachable when no process owns it.
class ControlClient {
public:
    ControlClient() = default;
    virtual ~ControlClient() = default;
    ControlClient(const ControlClient&) = delete;
    ControlClient& operator=(const ControlClient&) = delete;
    /// Blocks for the answer.
    [[nodiscard]] virtual Answer<CommandAnswer> request(std::string_view requestJson) = 0;
    /// Several requests in one go, answered in order; `onAnswer` is called for each.
    [[nodiscard]] virtual Answer<Nothing> pipeline(const std::function<std::optional<std::string>()>& nextRequest,
                                                   const std::function<void(CommandAnswer)>& onAnswer) = 0;
};
[[nodiscard]] Answer<std::unique_ptr<ControlClient>> connectControl(const std::filesystem::path& folder);

[[nodiscard]] std::vector<RetractionReason> retractionReasons();
/// The English sentence of a code.
[[nodiscard]] std::string codeSentence(std::string_view code);
/// "CODE: sentence (field: detail)", the one line of a refusal on the command line.
[[nodiscard]] std::string refusalLine(std::string_view code, std::string_view field, std::string_view detail);
[[nodiscard]] std::string_view programVersion();
/// $XDG_DATA_HOME/qis, else ~/.local/share/qis.
[[nodiscard]] std::filesystem::path defaultHome();
/// Where packs and vocabularies are: beside the build tree or installed.
[[nodiscard]] std::filesystem::path defaultResources();

} // namespace qis
