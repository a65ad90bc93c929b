#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <filesystem>
#include <string>

namespace qis::core {

/// The whole file; NotFound when it is absent, TooLarge above `most`.
[[nodiscard]] Result<Bytes> readFile(const std::filesystem::path& path, std::size_t most);

/// Writes a temporary file beside the target, syncs it, renames it over the target and syncs the
/// folder: after a crash the old or the new content is there, never a part. Mode 0600.
[[nodiscard]] Status writeFileAtomically(const std::filesystem::path& path, ByteView content);

/// A path as SQLite and messages take it.
[[nodiscard]] std::string utf8(const std::filesystem::path& path);

/// errno as one of DiskFull, HomeUnwritable, NotFound, StoreFailed.
[[nodiscard]] Error fileError(int error, const std::filesystem::path& path);

} // namespace qis::core
