#include "bridge/convert.h"
#include "bridge/convert_parts.h"

namespace qis::ui {

namespace {

using namespace convert;

VersionKind kindOf(const std::string& kind) {
    return kind == "retraction"  ? VersionKind::Retraction
           : kind == "amendment" ? VersionKind::Amendment
           : kind == "follow-up" ? VersionKind::FollowUp
                                 : VersionKind::First;
}

ChangedPart toChange(const qis::ChangedPart& change) {
    return {text(change.field), text(change.label), text(change.before), text(change.now)};
}

PacketVersion toVersion(const qis::PacketVersion& version) {
    return {
        .id = text(version.id),
        .kind = kindOf(version.kind),
        .author = text(version.author),
        .siteName = text(version.siteName),
        .own = version.own,
        .inForce = version.inForce,
        .issued = version.issued,
        .received = version.received,
        .reason = version.reason,
        .sentence = text(version.sentence),
        .compared = version.compared,
        .changes = mapped<ChangedPart>(version.changes, toChange),
    };
}

} // namespace

PacketHistory toHistory(const qis::PacketHistory& history) {
    return {mapped<PacketVersion>(history.versions, toVersion), history.complete};
}

} // namespace qis::ui
