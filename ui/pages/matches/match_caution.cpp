#include "pages/matches/match_caution.h"

#include "bridge/values.h"
#include "widgets/status_line.h"

#include <QtCore/QCoreApplication>

namespace qis::ui {

namespace {

class Cautions {
    Q_DECLARE_TR_FUNCTIONS(qis::ui::MatchCaution)
};

} // namespace

void showCaution(StatusLine& line, const Explanation& explanation) {
    using theme::Glyph;
    if (explanation.retracted)
        line.setMessage(Glyph::Warning, Cautions::tr("The author has retracted this outcome. It counts for nothing."));
    else if (explanation.amended)
        line.setMessage(Glyph::Warning, Cautions::tr("The author has amended this outcome. Its newer version counts in "
                                                     "its place."));
    else if (explanation.excluded)
        line.setMessage(Glyph::Warning, Cautions::tr("This likeness is below the least asked for, and is left out."));
    else if (explanation.sparse)
        line.setMessage(Glyph::Warning, Cautions::tr("The score rests on little: less than 60 % is recorded."));
    else if (explanation.amendment)
        line.setMessage(Glyph::Info, Cautions::tr("This is the newer version of an outcome that was amended."));
    else
        line.clear();
}

} // namespace qis::ui
