#include "format/sentences.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <array>
#include <iterator>

namespace qis::ui::format {

namespace {

class Sentences {
    Q_DECLARE_TR_FUNCTIONS(qis::ui::format::Sentences)
};

struct Entry {
    const char* code;
    const char* source;
};

constexpr Entry kFailures[] = {
    {"none", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "Done.")},
    {"too-large", QT_TRANSLATE_NOOP(
                      "qis::ui::format::Sentences",
                      "The outcome is larger than 512 bytes. Leave out some detail, such as the note or a few terms.")},
    {"not-cbor", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "The bytes are not well-formed CBOR.")},
    {"trailing-bytes", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "There are bytes after the end of the packet.")},
    {"not-cose", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "The bytes are not a tagged COSE_Sign1 message.")},
    {"wrong-algorithm", QT_TRANSLATE_NOOP("qis::ui::format::Sentences",
                                          "The protected header is not exactly the EdDSA algorithm and the author.")},
    {"bad-author", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "The author is not a 32-byte key.")},
    {"bad-unprotected", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "The unprotected header must be empty.")},
    {"bad-signature-size", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "The signature must have 64 bytes.")},
    {"bad-payload",
     QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "A part of the payload has the wrong type or shape.")},
    {"unknown-key",
     QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "The payload holds a key that this format does not know.")},
    {"duplicate-key", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "A map holds the same key twice.")},
    {"missing-key",
     QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "A part that this kind of packet needs is missing.")},
    {"unexpected-key",
     QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "A part that this kind of packet must not have is present.")},
    {"too-many-fields",
     QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "There are too many fields on one side of the outcome.")},
    {"text-too-long", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "The text is empty or too long.")},
    {"bad-text", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "The text holds characters that cannot be sent.")},
    {"array-too-long", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "There are too many entries here.")},
    {"nesting-too-deep", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "The content is nested too deeply.")},
    {"out-of-range", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "The number is outside the allowed range.")},
    {"unknown-version",
     QT_TRANSLATE_NOOP("qis::ui::format::Sentences",
                       "The outcome has a newer format than this program knows. It is kept until the program is "
                       "updated.")},
    {"unknown-kind", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "The packet is of a kind that does not exist.")},
    {"from-future",
     QT_TRANSLATE_NOOP(
         "qis::ui::format::Sentences",
         "The outcome is dated more than 24 hours ahead. Check the clock of the computer it comes from.")},
    {"not-canonical", QT_TRANSLATE_NOOP("qis::ui::format::Sentences",
                                        "The bytes are not the one deterministic encoding of their content.")},
    {"duplicate", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "This outcome is already here.")},
    {"bad-signature", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "The signature does not fit the packet.")},
    {"unknown-author",
     QT_TRANSLATE_NOOP("qis::ui::format::Sentences",
                       "The author is not known in this network yet. The outcome is kept until a membership arrives.")},
    {"not-member",
     QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "The author is not a member in good standing of this network.")},
    {"demo-key",
     QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "A demonstration key cannot be used in a real network.")},
    {"foreign-target", QT_TRANSLATE_NOOP("qis::ui::format::Sentences",
                                         "Only the author's own site may follow up, amend or retract a packet.")},
    {"rate-exceeded",
     QT_TRANSLATE_NOOP("qis::ui::format::Sentences",
                       "More outcomes were sent than the network allows in this time. Wait a little and try again.")},
    {"chain-conflict", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "The packet contradicts the author's chain.")},
    {"equivocation", QT_TRANSLATE_NOOP("qis::ui::format::Sentences",
                                       "The author signed two different packets with one sequence number.")},
    {"unknown-pack",
     QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "The domain pack of this outcome is not installed here.")},
    {"unknown-field", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "The domain pack has no such field.")},
    {"wrong-type",
     QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "This is not the kind of value that the field takes.")},
    {"not-allowed", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "This value is not allowed here.")},
    {"missing-field",
     QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "This is needed before the outcome can be signed.")},
    {"rule-broken", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "These values contradict each other.")},
    {"unknown-term",
     QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "This term is not in the code system. Choose one from the list.")},
    {"not-json", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "The text is not valid JSON of the expected shape.")},
    {"unknown-member",
     QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "The object has a member that is not known here.")},
    {"bad-unit", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "The unit does not fit the field.")},
    {"bad-profile",
     QT_TRANSLATE_NOOP("qis::ui::format::Sentences",
                       "What you ask for is not complete. Fill in at least one field of the condition.")},
    {"outcome-side-in-rate",
     QT_TRANSLATE_NOOP("qis::ui::format::Sentences",
                       "A rate may only be asked from a profile that matches on the condition side alone.")},
    {"bad-pack", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "The domain pack is not valid.")},
    {"bad-definition", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "The similarity definition is not valid.")},
    {"bad-vocabulary", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "The vocabulary file is not valid.")},
    {"bad-document", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "The signed document is not valid.")},
    {"not-found", QT_TRANSLATE_NOOP("qis::ui::format::Sentences",
                                    "It is no longer here. It may have left or been removed already.")},
    {"already-exists",
     QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "Something of this name exists already. Choose another name.")},
    {"already-retracted", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "This outcome has been retracted already.")},
    {"already-amended",
     QT_TRANSLATE_NOOP("qis::ui::format::Sentences",
                       "This outcome has been amended. Its newest version is the one to amend or to retract.")},
    {"bad-argument", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "One of the values given is not valid.")},
    {"draft-too-large",
     QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "What stands in the form is too long to be kept. Shorten it.")},
    {"too-many-drafts",
     QT_TRANSLATE_NOOP("qis::ui::format::Sentences",
                       "There are 1,000 drafts already. Sign some, or remove those you no longer need.")},
    {"too-many-templates", QT_TRANSLATE_NOOP("qis::ui::format::Sentences",
                                             "There are 200 templates already. Remove those you no longer need.")},
    {"home-missing", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "There is no QIS home in this folder.")},
    {"home-exists", QT_TRANSLATE_NOOP("qis::ui::format::Sentences",
                                      "This folder already holds a QIS home. Open it, or choose another folder.")},
    {"home-in-use",
     QT_TRANSLATE_NOOP("qis::ui::format::Sentences",
                       "Another program is using this QIS home. Close the other window or node, then try again.")},
    {"home-unwritable",
     QT_TRANSLATE_NOOP("qis::ui::format::Sentences",
                       "The QIS home cannot be written to. Check the rights of the folder, then try again.")},
    {"disk-full",
     QT_TRANSLATE_NOOP("qis::ui::format::Sentences",
                       "The disk is full. What was signed is safe; what was being written is not. Make room, then try "
                       "again.")},
    {"store-failed", QT_TRANSLATE_NOOP("qis::ui::format::Sentences",
                                       "The store could not be read or written. Check the disk, then try again.")},
    {"store-newer",
     QT_TRANSLATE_NOOP("qis::ui::format::Sentences",
                       "The store was written by a newer version of this program. Nothing was changed. Install the "
                       "newer version to open it.")},
    {"store-foreign", QT_TRANSLATE_NOOP("qis::ui::format::Sentences",
                                        "The file in the place of the store is not a QIS store. Nothing was changed.")},
    {"store-corrupt",
     QT_TRANSLATE_NOOP("qis::ui::format::Sentences",
                       "The store is damaged. Nothing was changed. Restore it from a backup, or ask for help before "
                       "going on.")},
    {"wrong-passphrase",
     QT_TRANSLATE_NOOP("qis::ui::format::Sentences",
                       "The passphrase is wrong. Check the keyboard layout and Caps Lock, then try again.")},
    {"passphrase-needed",
     QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "This home is protected. Enter its passphrase.")},
    {"vault-broken",
     QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "The key file is damaged. Restore it from a backup.")},
    {"locked", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "The keys are locked. Unlock the home to sign.")},
    {"crypto-failed",
     QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "A cryptographic operation failed. Nothing was signed.")},
    {"not-a-backup",
     QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "This file is not a backup of a QIS home. Nothing was changed.")},
    {"backup-damaged",
     QT_TRANSLATE_NOOP("qis::ui::format::Sentences",
                       "The backup is damaged and cannot be restored. Nothing was changed. Try another backup.")},
    {"target-unwritable",
     QT_TRANSLATE_NOOP("qis::ui::format::Sentences",
                       "The backup cannot be written there. Choose another folder, or check its rights.")},
    {"folder-not-empty", QT_TRANSLATE_NOOP("qis::ui::format::Sentences",
                                           "A home can only be restored into an empty folder. Nothing was changed.")},
    {"bad-frame", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "A peer sent a frame that is not valid.")},
    {"bad-feed",
     QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "A peer gave an answer about this home that is not valid.")},
    {"bad-hello", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "A peer did not prove who it is.")},
    {"wrong-network", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "The peer belongs to another network.")},
    {"wrong-link-key",
     QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "The link key differs from the one that was announced.")},
    {"not-admitted",
     QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "The peer is not on the list of admitted link keys.")},
    {"bad-endpoint",
     QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "The address is not of the form tcp://HOST:PORT#LINKKEY.")},
    {"not-reachable", QT_TRANSLATE_NOOP("qis::ui::format::Sentences",
                                        "The other side could not be reached. It is tried again by itself.")},
    {"timed-out", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "Nothing came within the time. Try again.")},
    {"busy", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "The other side is busy. Try again in a moment.")},
    {"stopped", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "The home is closed, so nothing was done.")},
    {"cancelled", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "Cancelled. Nothing was changed.")},
    {"internal", QT_TRANSLATE_NOOP(
                     "qis::ui::format::Sentences",
                     "Something went wrong that should not. What was signed is safe. The details below help to report "
                     "it.")},
};

constexpr Entry kReasons[] = {
    {"undo-window", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "You can still take it back.")},
    {"restored", QT_TRANSLATE_NOOP("qis::ui::format::Sentences",
                                   "This home was restored. It goes out by itself once other sites have answered.")},
    {"locked", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "It is signed as soon as the home is unlocked.")},
    {"no-peers",
     QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "No peer is connected. It goes out by itself as soon as one is.")},
    {"peer-offline",
     QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "A peer is away. It goes out by itself when the peer is back.")},
    {"awaiting-ack", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "It was sent; a peer has not confirmed it yet.")},
};

constexpr Entry kStates[] = {
    {"held", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "Can be undone")},
    {"waiting", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "Waiting to send")},
    {"sent", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "Sent")},
};

constexpr Entry kCounters[] = {
    {"frames-in", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "Frames received")},
    {"frames-out", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "Frames sent")},
    {"bytes-in", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "Data received")},
    {"bytes-out", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "Data sent")},
    {"frames-dropped", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "Frames dropped because a peer was too slow")},
    {"packets-accepted", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "Packets accepted, ever")},
    {"packets-duplicate", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "Packets that were here already, ever")},
    {"profile-unreadable",
     QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "Interests that cannot be read since their domain pack changed")},
};

constexpr Entry kBases[] = {
    {"case", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "One case")},
    {"counts", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "Counts: how many, and how many with the event")},
    {"effect", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "An estimated effect with its standard error")},
    {"table", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "A 2 by 2 table")},
    {"observed", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "Observed against expected")},
    {"cells", QT_TRANSLATE_NOOP("qis::ui::format::Sentences", "Tallies for a pair of exposures")},
};

template <std::size_t N> const Entry* find(const Entry (&entries)[N], const QString& code) {
    const auto it = std::find_if(std::begin(entries), std::end(entries),
                                 [&code](const Entry& entry) { return code == QLatin1String(entry.code); });
    return it == std::end(entries) ? nullptr : it;
}

template <std::size_t N> QString sentenceOr(const Entry (&entries)[N], const QString& code, const QString& fallback) {
    const Entry* entry = find(entries, code);
    return entry != nullptr ? Sentences::tr(entry->source) : fallback;
}

} // namespace

QString failureSentence(const QString& code) {
    //: %1 is a technical code that has no sentence of its own, such as "bad-frame".
    return sentenceOr(kFailures, code, Sentences::tr("It did not work (code: %1).").arg(code));
}

QList<std::pair<QString, QString>> failures() {
    QList<std::pair<QString, QString>> all;
    for (const Entry& entry : kFailures)
        if (const QString code = QLatin1String(entry.code); code != QLatin1String("none"))
            all.append({code, Sentences::tr(entry.source)});
    std::sort(all.begin(), all.end());
    return all;
}

bool knowsFailure(const QString& code) {
    return find(kFailures, code) != nullptr;
}

QString waitingReason(const QString& reason) {
    //: %1 is a technical code that has no sentence of its own.
    return sentenceOr(kReasons, reason, Sentences::tr("Waiting (code: %1).").arg(reason));
}

QString stateWord(const QString& state) {
    return sentenceOr(kStates, state, state);
}

QString confidenceWord(int percent) {
    constexpr int kStep = 20;
    switch (std::clamp(percent, 0, 99) / kStep) {
    case 0:
        //: How sure the author is, 0 to 19 per cent.
        return Sentences::tr("Doubtful");
    case 1:
        //: How sure the author is, 20 to 39 per cent.
        return Sentences::tr("Unlikely");
    case 2:
        //: How sure the author is, 40 to 59 per cent.
        return Sentences::tr("Possible");
    case 3:
        //: How sure the author is, 60 to 79 per cent.
        return Sentences::tr("Probable");
    default:
        //: How sure the author is, 80 to 100 per cent.
        return Sentences::tr("Very likely");
    }
}

QString basisLabel(const QString& kind) {
    return sentenceOr(kBases, kind, kind);
}

QString counterLabel(const QString& counter) {
    const QLatin1String trouble("store-");
    if (counter.startsWith(trouble))
        return failureSentence(counter.mid(trouble.size()));
    return sentenceOr(kCounters, counter, counter);
}

} // namespace qis::ui::format
