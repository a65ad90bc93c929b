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
    // Wherever the whole of it was put: <prefix>/bin/qis with <prefix>/share, and a build folder, whose programs
    // lie two folders deep, likewise.
    constexpr int kLevels = 3;
    std::error_code error;
    auto folder = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
    for (int level = 0; level < kLevels && folder.has_relative_path(); ++level) {
        auto resources = folder / "share" / "qis-desktop";
        if (std::filesystem::is_directory(resources / "packs", error)) {
            return resources;
        }
        folder = folder.parent_path();
    }
    return QIS_INSTALLED_RESOURCES;
}

} // namespace qis
