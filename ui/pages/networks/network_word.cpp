#include "pages/networks/network_word.h"

#include "format/numbers.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <limits>

namespace qis::ui {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(qis::ui::NetworkWord)
};

NetworkWord offlineWord(const Status& status) {
    NetworkWord word;
    word.kind = NetworkWord::Kind::Offline;
    word.glyph = theme::Glyph::Offline;
    //: State of the network in one word: no peer is connected
    word.word = Words::tr("Offline");
    if (status.peers.isEmpty()) {
        word.why = Words::tr("This home knows no other node yet.");
        word.advice = Words::tr("Exchange addresses with another site, as described under “Joining another site”. "
                                "What you sign meanwhile waits here and goes out by itself.");
        return word;
    }
    word.why = Words::tr("None of the %Ln known node(s) is connected.", nullptr, static_cast<int>(status.peers.size()));
    word.advice = Words::tr("The program keeps trying by itself. If it stays so, check the connection of this "
                            "computer, and ask the other site whether its program is running. What you sign "
                            "meanwhile waits here and goes out by itself.");
    return word;
}

} // namespace

NetworkWord networkWord(const Status& status) {
    if (status.connectedPeers == 0)
        return offlineWord(status);
    NetworkWord word;
    qint64 behind = 0;
    for (const Peer& peer : status.peers)
        if (peer.connected)
            behind = std::max(behind, peer.behind);
    const auto away = static_cast<int>(status.peers.size() - status.connectedPeers);
    if (behind > kUsualBacklog) {
        word.kind = NetworkWord::Kind::Behind;
        word.glyph = theme::Glyph::Clock;
        //: State of the network: so many packets are still on their way. %1: a number
        word.word = Words::tr("Behind by %1").arg(format::count(behind));
        word.why = Words::tr("A connected peer has not confirmed %Ln packet(s) yet.", nullptr,
                             static_cast<int>(std::min<qint64>(behind, std::numeric_limits<int>::max())));
        word.advice = Words::tr("Nothing needs to be done: they go out by themselves, and you can go on working.");
    } else if (away > 0) {
        word.kind = NetworkWord::Kind::Limited;
        word.glyph = theme::Glyph::Warning;
        //: State of the network in one word: some known nodes are not connected
        word.word = Words::tr("Limited");
        word.why = Words::tr("%Ln known node(s) are not connected; the others are.", nullptr, away);
        word.advice = Words::tr("Outcomes for them wait here and go out when they are back. If a site stays away, ask "
                                "whether its program is running.");
    } else {
        word.kind = NetworkWord::Kind::Online;
        word.glyph = theme::Glyph::Online;
        //: State of the network: every known node is connected
        word.word = Words::tr("Online with %Ln peer(s)", nullptr, static_cast<int>(status.connectedPeers));
        word.why = Words::tr("Every node that this home knows is connected.");
        word.advice = Words::tr("Nothing needs to be done.");
    }
    return word;
}

} // namespace qis::ui
