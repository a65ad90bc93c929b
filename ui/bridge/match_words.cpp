#include "bridge/match_words.h"

#include <QtCore/QCoreApplication>

namespace qis::ui {

namespace {

class MatchWords {
    Q_DECLARE_TR_FUNCTIONS(qis::ui::MatchWords)
};

} // namespace

QString stateWord(MatchState state) {
    switch (state) {
    case MatchState::New:
        //: State of a match: nobody here has judged it yet
        return MatchWords::tr("New");
    case MatchState::Following:
        //: State of a match
        return MatchWords::tr("Following");
    case MatchState::Confirmed:
        //: State of a match: seen at this site as well
        return MatchWords::tr("Confirmed here");
    case MatchState::NotRelevant:
        //: State of a match
        return MatchWords::tr("Not relevant");
    case MatchState::Muted:
        //: State of a match: neither relevant nor not, only out of sight
        return MatchWords::tr("Muted");
    }
    return {};
}

QString reasonWord(DismissReason reason) {
    switch (reason) {
    case DismissReason::Unsaid:
        //: Why a match is not relevant
        return MatchWords::tr("No reason given");
    case DismissReason::OtherCircumstances:
        //: Why a match is not relevant
        return MatchWords::tr("Other circumstances");
    case DismissReason::KnownAlready:
        //: Why a match is not relevant
        return MatchWords::tr("Known already");
    case DismissReason::TooLittle:
        //: Why a match is not relevant
        return MatchWords::tr("Too little recorded");
    case DismissReason::SameCase:
        //: Why a match is not relevant
        return MatchWords::tr("Probably a case seen before");
    case DismissReason::Implausible:
        //: Why a match is not relevant
        return MatchWords::tr("Not plausible");
    }
    return {};
}

} // namespace qis::ui
