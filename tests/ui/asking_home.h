#pragma once

#include "ui_world.h"

#include "support/many_matches.h"

#include <filesystem>
#include <optional>

/// Makes a demo home with an interest in the usual outcome, and many matches of it, and closes it again. What went
/// wrong, or an empty text.
inline QString makeAskingHome(UiWorld& world, const QString& home, const QString& profile, std::size_t matches,
                              std::uint64_t seed) {
    constexpr int kPatience = 20000;
    qis::ui::EngineBridge* bridge = world.openDemo(home);
    if (bridge == nullptr)
        return QStringLiteral("the home could not be opened");
    std::optional<qis::ui::Result<qis::ui::Interest>> interest;
    bridge->profileFromDraft(profile, UiWorld::outcome(), bridge,
                             [&interest](const qis::ui::Result<qis::ui::Interest>& result) { interest = result; });
    if (!QTest::qWaitFor([&interest] { return interest.has_value() && interest->ok(); }, kPatience))
        return QStringLiteral("the interest could not be made");
    world.closeAll();
    const qis::ui::OpenRequest place = world.request(home);
    const auto filled = qis::testing::addManyMatches(std::filesystem::path(place.folder.toStdU16String()),
                                                     std::filesystem::path(place.resources.toStdU16String()),
                                                     profile.toStdString(), matches, seed);
    return filled.ok() ? QString() : QString::fromStdString(filled.error().detail);
}
