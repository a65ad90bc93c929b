// qis: compose, sign, emit, watch, inspect and verify from scripts and jobs.
#include "print.h"
#include "session.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <ctime>
#include <deque>
#include <fstream>
#include <iostream>
#include <iterator>

namespace {

using Json = nlohmann::ordered_json;

constexpr int kUsage = 2;
constexpr std::size_t kLinesPerRequest = 512;
constexpr std::size_t kBytesPerRequest = 4U << 20U;
constexpr std::size_t kMaxInputBytes = 64U << 20U;

struct Arguments {
    std::filesystem::path home;
    std::filesystem::path resources;
    bool json = false;
    std::string passphraseFile;
    std::string site, pack, system, file, rejects, profile, id, question, target, name, out;
    std::vector<std::string> words;
    bool demo = false, schema = false, lines = false, raw = false, replace = false, nothingSent = false;
    std::int64_t limit = 20, after = 0, reason = 0, offset = 0;
    double wait = 0, minScore = 0;
    std::string text, sort, state, why;
    std::vector<std::string> states;
};

std::string dump(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

int finish(const Arguments& arguments, const qis::CommandAnswer& answer) {
    for (const auto& error : answer.errors) {
        complain(error);
    }
    if (answer.exitCode == 0 || arguments.json) {
        std::cout << (arguments.json ? answer.json + "\n" : forPeople(answer.json));
    }
    std::cout.flush();
    return answer.exitCode;
}

int refuse(const Arguments& arguments, const std::string& code, const std::string& detail) {
    return finish(arguments, refusalOf({code, detail, {}}));
}

/// A whole file or standard input ("-"), bounded.
std::optional<std::string> readInput(const std::string& file) {
    std::ifstream stream;
    if (file != "-") {
        stream.open(file, std::ios::binary);
        if (!stream) {
            return std::nullopt;
        }
    }
    std::istream& in = file == "-" ? std::cin : stream;
    std::string text;
    char chunk[65536];
    while (in.read(chunk, sizeof chunk) || in.gcount() > 0) {
        text.append(chunk, static_cast<std::size_t>(in.gcount()));
        if (text.size() > kMaxInputBytes) {
            return std::nullopt;
        }
    }
    return text;
}

std::string hexOf(const std::string& bytes) {
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string hex;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        hex += kDigits[byte >> 4U];
        hex += kDigits[byte & 15U];
    }
    return hex;
}

std::string bytesOf(const std::string& hex) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
        bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
    }
    return bytes;
}

/// "CODE: sentence (field: detail)"
std::string problemLine(const Json& problem) {
    return qis::refusalLine(problem.value("code", ""), problem.value("field", ""), problem.value("detail", ""));
}

/// One JSON object a line, streamed in requests of many lines. Bad ones go to the rejects file with
/// the reason; good ones are durable when their line is printed.
class LineEmitter {
public:
    LineEmitter(std::istream& in, std::ostream* rejects)
        : m_in(&in)
        , m_rejects(rejects) {}

    int run(Session& session) {
        const auto last =
            session.stream([this] { return next(); }, [this](const qis::CommandAnswer& answer) { take(answer); });
        for (const auto& error : last.errors) {
            complain(error);
        }
        std::cout.flush();
        return last.exitCode != 0 ? last.exitCode : m_exit;
    }

private:
    std::optional<std::string> next() {
        std::vector<std::string> lines;
        std::size_t bytes = 0;
        std::string line;
        while (lines.size() < kLinesPerRequest && bytes < kBytesPerRequest && std::getline(*m_in, line)) {
            if (line.find_first_not_of(" \t\r") == std::string::npos) {
                continue;
            }
            bytes += line.size();
            lines.push_back(line);
        }
        if (lines.empty()) {
            return std::nullopt;
        }
        std::string request = dump({{"command", "emit"}, {"outcomes", lines}});
        m_sent.push_back(std::move(lines));
        return request;
    }

    void take(const qis::CommandAnswer& answer) {
        const auto lines = std::move(m_sent.front());
        m_sent.pop_front();
        const auto results = Json::parse(answer.json, nullptr, false);
        if (!results.is_array() || results.size() != lines.size()) {
            // The whole request failed: none of its lines was signed.
            m_exit = std::max(m_exit, answer.exitCode == 0 ? 1 : answer.exitCode);
            for (const auto& error : answer.errors) {
                complain(error);
            }
            for (const auto& line : lines) {
                reject(line, results.is_object() && results.contains("error") ? Json::array({results["error"]})
                                                                              : Json::array());
            }
            return;
        }
        std::string out;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (results[i].contains("problems")) {
                m_exit = std::max(m_exit, 1);
                complain(problemLine(results[i]["problems"][0]));
                reject(lines[i], results[i]["problems"]);
            } else {
                out += dump(results[i]) + "\n";
            }
        }
        std::cout << out << std::flush;
    }

    void reject(const std::string& line, const Json& problems) {
        if (m_rejects != nullptr) {
            *m_rejects << dump({{"line", line}, {"problems", problems}}) << "\n";
        }
    }

    std::istream* m_in;
    std::ostream* m_rejects;
    std::deque<std::vector<std::string>> m_sent;
    int m_exit = 0;
};

int emit(const Arguments& arguments, Session& session) {
    if (arguments.lines) {
        std::ifstream file;
        if (arguments.file != "-") {
            file.open(arguments.file);
            if (!file) {
                return refuse(arguments, "not-found", "cannot read " + arguments.file);
            }
        }
        std::ofstream rejects;
        if (!arguments.rejects.empty()) {
            rejects.open(arguments.rejects);
            if (!rejects) {
                return refuse(arguments, "bad-argument", "cannot write " + arguments.rejects);
            }
        }
        std::ios::sync_with_stdio(false);
        return LineEmitter(arguments.file == "-" ? std::cin : file, arguments.rejects.empty() ? nullptr : &rejects)
            .run(session);
    }
    const auto text = readInput(arguments.file);
    if (!text) {
        return refuse(arguments, "not-found", "cannot read " + arguments.file);
    }
    auto answer = session.run(dump({{"command", "emit"}, {"outcomes", {*text}}}));
    const auto list = Json::parse(answer.json, nullptr, false);
    if (list.is_array() && list.size() == 1) {
        answer.json = dump(list[0]);
    }
    return finish(arguments, answer);
}

int inspect(const Arguments& arguments, Session& session, bool offline) {
    Json request{{"command", "inspect"}};
    if (!arguments.id.empty()) {
        request["id"] = arguments.id;
    } else {
        const auto bytes = readInput(arguments.file);
        if (!bytes) {
            return refuse(arguments, "not-found", "cannot read " + arguments.file);
        }
        request["bytes"] = hexOf(*bytes);
    }
    auto answer = offline ? session.runWithoutHome(dump(request)) : session.run(dump(request));
    auto json = Json::parse(answer.json, nullptr, false);
    if (answer.exitCode == 0 && json.is_object()) {
        if (!arguments.out.empty()) {
            std::ofstream out(arguments.out, std::ios::binary);
            const std::string bytes = bytesOf(json.value("packet", ""));
            if (!out.write(bytes.data(), static_cast<std::streamsize>(bytes.size())).flush()) {
                return refuse(arguments, "bad-argument", "cannot write " + arguments.out);
            }
        }
        json.erase("packet");
        answer.json = dump(json);
    }
    return finish(arguments, answer);
}

int withFile(const Arguments& arguments, const std::function<qis::CommandAnswer(const std::string&)>& work) {
    const auto text = readInput(arguments.file);
    return text ? finish(arguments, work(*text)) : refuse(arguments, "not-found", "cannot read " + arguments.file);
}

std::string joined(const std::vector<std::string>& words) {
    std::string result;
    for (const auto& word : words) {
        result += (result.empty() ? "" : " ") + word;
    }
    return result;
}

int init(const Arguments& arguments, const std::string& passphrase) {
    const auto made =
        qis::createHome({arguments.home, arguments.site, arguments.demo, passphrase}, arguments.resources);
    if (!made.ok()) {
        return finish(arguments, refusalOf(made.failure));
    }
    const auto& info = *made.value;
    return finish(arguments, {0,
                              dump({{"home", info.home},
                                    {"author", info.author},
                                    {"fingerprint", info.fingerprint},
                                    {"site", info.site},
                                    {"site_name", info.siteName},
                                    {"demo", info.demo},
                                    {"network", info.network}}),
                              {}});
}

/// Copies the whole home to one file; the process that owns it goes on working.
int backUp(const Arguments& arguments, Session& session) {
    std::error_code error;
    const auto file = std::filesystem::absolute(arguments.file, error).lexically_normal();
    return finish(arguments,
                  session.run(dump({{"command", "backup"}, {"file", file.string()}, {"replace", arguments.replace}})));
}

std::string utcText(std::int64_t millis) {
    const std::time_t seconds = millis / 1000;
    std::tm parts{};
    ::gmtime_r(&seconds, &parts);
    char text[32];
    return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

int restore(const Arguments& arguments) {
    const auto made = qis::restoreHome({arguments.file, arguments.home, arguments.nothingSent, {}, {}});
    if (!made.ok()) {
        return finish(arguments, refusalOf(made.failure));
    }
    const auto& info = *made.value;
    if (!arguments.nothingSent) {
        complain("restored: Outcomes are held back until peers have told how far this home's chain goes.");
    }
    return finish(arguments, {0,
                              dump({{"home", std::filesystem::absolute(arguments.home).string()},
                                    {"author", info.author},
                                    {"fingerprint", info.fingerprint},
                                    {"site_name", info.siteName},
                                    {"demo", info.demo},
                                    {"made", utcText(info.made)},
                                    {"sequence", info.sequence}}),
                              {}});
}

void addCommands(CLI::App& app, Arguments& arguments) {
    auto* init = app.add_subcommand("init", "Make keys and store in the home folder");
    init->add_option("--site", arguments.site, "Name of the site")->required();
    init->add_flag("--demo", arguments.demo, "A home for trying out: no passphrase, demo networks only");
    auto* backup = app.add_subcommand("backup", "Copy the whole home to one file, protected like the home itself");
    backup->add_option("file", arguments.file, "The file to be written")->required();
    backup->add_flag("--replace", arguments.replace, "Replace a file of this name");
    auto* restore = app.add_subcommand("restore", "Make a home from a backup, in a folder that is empty or not there");
    restore->add_option("file", arguments.file, "The backup")->required();
    auto* restored = app.add_subcommand("restored", "What a restored home waits for");
    for (auto* command : {restore, restored}) {
        command->add_flag("--nothing-sent", arguments.nothingSent,
                          "You know that nothing was sent after the backup and that no copy of this home is running; "
                          "if that is wrong, other sites refuse this home for good");
    }
    app.add_subcommand("status", "Identity, peers, outbox, refusals, storage, clock");
    auto* pack = app.add_subcommand("pack", "Domain packs");
    pack->require_subcommand(1);
    pack->add_subcommand("list", "Packs installed here");
    auto* show = pack->add_subcommand("show", "One pack");
    show->add_option("id", arguments.pack, "Pack id")->required();
    show->add_flag("--schema", arguments.schema, "The JSON Schema of its outcomes");
    auto* terms = app.add_subcommand("terms", "Search a code system as in the form");
    terms->add_option("system", arguments.system, "Code system")->required();
    terms->add_option("words", arguments.words, "Beginnings of words")->required();
    terms->add_option("--limit", arguments.limit, "Most hits to show");
    auto* compose = app.add_subcommand("compose", "Check an outcome; signs nothing");
    compose->add_option("--file", arguments.file, "JSON file, or -")->required();
    auto* emit = app.add_subcommand("emit", "Sign and send outcomes");
    emit->add_option("--file", arguments.file, "JSON file, or -")->required();
    emit->add_flag("--lines", arguments.lines, "One JSON object a line");
    emit->add_option("--rejects", arguments.rejects, "Where lines that are refused go");
    auto* amend = app.add_subcommand("amend", "Send a newer version of an own outcome");
    amend->add_option("--target", arguments.target, "Id of the outcome, in its newest version")->required();
    amend->add_option("--file", arguments.file, "JSON file with the whole outcome as it should be, or -")->required();
    auto* retract = app.add_subcommand("retract", "Take an own packet back");
    retract->add_option("--target", arguments.target, "Id of the packet")->required();
    retract->add_option("--reason", arguments.reason, "Reason code, 0 to 255");
    app.add_subcommand("outbox", "Packets not acknowledged yet");
    auto* profile = app.add_subcommand("profile", "Interest profiles");
    profile->require_subcommand(1);
    profile->add_subcommand("add", "Register a profile")
        ->add_option("--file", arguments.file, "JSON file, or -")
        ->required();
    profile->add_subcommand("list", "Profiles registered here");
    profile->add_subcommand("remove", "Remove a profile and its matches")
        ->add_option("name", arguments.name, "Its name")
        ->required();
    auto* matches = app.add_subcommand("matches", "Matched packets");
    matches->add_option("--profile", arguments.profile, "One profile only");
    matches->add_option("--after", arguments.after, "In order of arrival after this cursor; else best first");
    matches->add_option("--wait", arguments.wait, "Seconds to wait for the first");
    matches->add_option("--limit", arguments.limit, "Most matches to show")->default_val(100);
    matches->add_option("--state", arguments.states, "new, following, confirmed, not-relevant or muted; else all");
    matches->add_option("--text", arguments.text, "Words of the sentence or the site");
    matches->add_option("--site", arguments.site, "Id of a site");
    matches->add_option("--min-score", arguments.minScore, "Points of 100");
    matches->add_option("--sort", arguments.sort, "Columns, as in site,-score");
    matches->add_option("--offset", arguments.offset, "Leave out so many");
    auto* triage = app.add_subcommand("triage", "Note what was made of a match; nobody else sees it");
    triage->add_option("--id", arguments.id, "Id of the packet")->required();
    triage->add_option("--profile", arguments.profile, "Name of the profile")->required();
    triage->add_option("--state", arguments.state, "new, following, confirmed, not-relevant or muted")->required();
    triage->add_option("--reason", arguments.why, "Why it is not relevant");
    auto* explain = app.add_subcommand("explain", "Why a packet matches a profile");
    explain->add_option("--id", arguments.id, "Id of the packet")->required();
    explain->add_option("--profile", arguments.profile, "Name of the profile")->required();
    auto* evidence = app.add_subcommand("evidence", "What matched packets say together");
    evidence->add_option("--profile", arguments.profile, "Name of the profile")->required();
    evidence->add_option("--question", arguments.question, "Question of the pack; else its first");
    evidence->add_flag("--raw", arguments.raw, "Totals without caps beside the headline");
    auto* inspect = app.add_subcommand("inspect", "A packet in words");
    inspect->add_option("file", arguments.file, "Packet file");
    inspect->add_option("--id", arguments.id, "Id of a packet held here");
    inspect->add_option("--out", arguments.out, "Write its exact bytes");
    app.add_subcommand("verify", "Every check of a packet")
        ->add_option("file", arguments.file, "Packet file")
        ->required();
}

int runCommand(const CLI::App& app, const Arguments& arguments, Session& session) {
    const auto* command = app.get_subcommands().front();
    const std::string name = command->get_name();
    const auto subcommands = command->get_subcommands();
    const std::string sub = subcommands.empty() ? std::string{} : subcommands.front()->get_name();
    if (name == "pack") {
        Arguments asJson = arguments;
        asJson.json = arguments.json || arguments.schema; // a schema is JSON or nothing
        return finish(asJson,
                      session.runWithoutHome(
                          dump({{"command", "pack-" + sub}, {"pack", arguments.pack}, {"schema", arguments.schema}})));
    }
    if (name == "terms") {
        return finish(arguments, session.runWithoutHome(dump({{"command", "terms"},
                                                              {"system", arguments.system},
                                                              {"words", joined(arguments.words)},
                                                              {"limit", arguments.limit}})));
    }
    if (name == "compose") {
        return withFile(arguments, [&](const std::string& text) {
            return session.runWithoutHome(dump({{"command", "compose"}, {"outcome", text}}));
        });
    }
    const bool aboutBytes = name == "verify" || (name == "inspect" && arguments.id.empty());
    if (name == "inspect" && arguments.id.empty() == arguments.file.empty()) {
        complain(qis::refusalLine("bad-argument", "", "inspect takes either a file or --id"));
        return kUsage;
    }
    const bool offline = aboutBytes && !session.homeExists();
    qis::CommandAnswer refusal;
    if (!offline && !session.open(refusal)) {
        return finish(arguments, refusal);
    }
    if (name == "emit") {
        return emit(arguments, session);
    }
    if (name == "amend") {
        return withFile(arguments, [&](const std::string& text) {
            return session.run(dump({{"command", "amend"}, {"target", arguments.target}, {"outcome", text}}));
        });
    }
    if (name == "backup") {
        return backUp(arguments, session);
    }
    if (name == "inspect") {
        return inspect(arguments, session, offline);
    }
    if (name == "verify") {
        return withFile(arguments, [&](const std::string& bytes) {
            const std::string request = dump({{"command", "verify"}, {"bytes", hexOf(bytes)}});
            return offline ? session.runWithoutHome(request) : session.run(request);
        });
    }
    if (name == "profile" && sub == "add") {
        return withFile(arguments, [&](const std::string& text) {
            return session.run(dump({{"command", "profile-add"}, {"profile", text}}));
        });
    }
    Json request{{"command", name == "profile" ? "profile-" + sub : name}};
    if (name == "profile") {
        request["name"] = arguments.name;
    } else if (name == "restored") {
        request["nothing_sent"] = arguments.nothingSent;
    } else if (name == "retract") {
        request["target"] = arguments.target;
        request["reason"] = arguments.reason;
    } else if (name == "matches") {
        request["profile"] = arguments.profile;
        request["limit"] = arguments.limit;
        request["wait"] = arguments.wait;
        if (command->count("--after") > 0) {
            request["after"] = arguments.after;
        }
        const auto add = [&](const char* option, const char* member, const auto& value) {
            if (command->count(option) > 0) {
                request[member] = value;
            }
        };
        add("--state", "state", arguments.states);
        add("--text", "text", arguments.text);
        add("--site", "site", arguments.site);
        add("--min-score", "min_score", arguments.minScore);
        add("--sort", "sort", arguments.sort);
        add("--offset", "offset", arguments.offset);
    } else if (name == "triage") {
        request["id"] = arguments.id;
        request["profile"] = arguments.profile;
        request["state"] = arguments.state;
        request["reason"] = arguments.why;
    } else if (name == "explain") {
        request["id"] = arguments.id;
        request["profile"] = arguments.profile;
    } else if (name == "evidence") {
        request["profile"] = arguments.profile;
        request["question"] = arguments.question;
        request["raw"] = arguments.raw;
    }
    return finish(arguments, session.run(dump(request)));
}

} // namespace

int main(int argc, char** argv) {
    Arguments arguments;
    arguments.home = qis::defaultHome();
    CLI::App app("QIS: exchange signed outcomes by similarity. For research use; not a medical device.", "qis");
    app.set_version_flag("--version", std::string(qis::programVersion()));
    app.add_option("--home", arguments.home, "Home folder");
    app.add_option("--resources", arguments.resources, "Domain packs and vocabularies");
    app.add_flag("--json", arguments.json, "One JSON document to standard output");
    app.add_option("--passphrase-file", arguments.passphraseFile, "File whose first line is the passphrase");
    app.require_subcommand(1);
    app.fallthrough();
    addCommands(app, arguments);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const int code = app.exit(error);
        return code == 0 ? 0 : kUsage;
    }
    Session::Options options{arguments.home, arguments.resources, {}};
    if (!arguments.passphraseFile.empty()) {
        const auto text = readInput(arguments.passphraseFile);
        if (!text) {
            return refuse(arguments, "not-found", "cannot read the passphrase file");
        }
        options.passphrase = text->substr(0, text->find('\n'));
    }
    if (app.got_subcommand("init")) {
        return init(arguments, options.passphrase);
    }
    if (app.got_subcommand("restore")) {
        return restore(arguments);
    }
    Session session(std::move(options));
    return runCommand(app, arguments, session);
}
