#include "base/error.h"
#include "record/packet.h"

#include <qis/engine.h>

#include <cstdlib>

namespace qis {

std::string codeSentence(std::string_view code) {
    for (int number = 0; number <= static_cast<int>(core::Code::Internal); ++number) {
        const auto one = static_cast<core::Code>(number);
        if (core::codeName(one) == code) {
            return std::string(core::codeSentence(one));
        }
    }
    return std::string(core::codeSentence(core::Code::Internal));
}

std::string refusalLine(std::string_view code, std::string_view field, std::string_view detail) {
    std::string line = std::string(code) + ": " + codeSentence(code);
    if (!field.empty() || !detail.empty()) {
        line += " (";
        line += field;
        line += field.empty() || detail.empty() ? "" : ": ";
        line += detail;
        line += ")";
    }
    return line;
}

std::vector<RetractionReason> retractionReasons() {
    std::vector<RetractionReason> reasons;
    reasons.reserve(core::kRetractionReasons.size());
    for (const auto name : core::kRetractionReasons) {
        reasons.push_back({static_cast<int>(reasons.size()) + 1, std::string(name)});
    }
    return reasons;
}

std::string_view programVersion() {
    return QIS_VERSION;
}

std::filesystem::path defaultHome() {
    if (const char* data = std::getenv("XDG_DATA_HOME"); data != nullptr && *data != '\0') {
        return std::filesystem::path(data) / "qis";
    }
    const char* user = std::getenv("HOME");
    return std::filesystem::path(user == nullptr ? "." : user) / ".local" / "share" / "qis";
}

std::filesystem::path defaultResources() {
    std::error_code error;
    // Installed: <prefix>/bin/qis beside <prefix>/share/qis.
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    if (!error) {
        const auto installed = program.parent_path().parent_path() / "share" / "qis";
        if (std::filesystem::is_directory(installed / "packs", error)) {
            return installed;
        }
    }
    return QIS_RESOURCES;
}

} // namespace qis
