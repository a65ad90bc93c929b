#include "bridge/interest_words.h"

#include <QtCore/QCoreApplication>

namespace qis::ui {

namespace {

class InterestWords {
    Q_DECLARE_TR_FUNCTIONS(qis::ui::InterestWords)
};

} // namespace

QString nameInWords(const Interest& interest) {
    if (!interest.fromOutcome)
        return interest.name;
    //: An interest that an own outcome made. %1: the outcome in words
    return InterestWords::tr("Like your outcome: %1").arg(interest.prototype);
}

} // namespace qis::ui
