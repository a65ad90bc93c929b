#include "pages/start/demo_start_page.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>

namespace qis::ui {

namespace {

/// Shares of the whole in per cent at which the stages begin.
constexpr int kRelaysFrom = 15;
constexpr int kHomeFrom = 90;

} // namespace

DemoStartPage::DemoStartPage(QWidget* parent)
    : WorkPage(tr("Preparing the demo"), parent) {
    setObjectName(QStringLiteral("demoStartPage"));
    text().setText(tr("Sixty invented sites sign what they have seen, and nodes on this computer pass it on. "
                      "None of it is true of any patient, site or medicine."));
    step().setObjectName(QStringLiteral("demoStep"));
    bar().setObjectName(QStringLiteral("demoProgress"));
    bar().setAccessibleName(tr("Progress of the demo"));
    cancelButton().setObjectName(QStringLiteral("demoCancel"));
}

void DemoStartPage::begin() {
    WorkPage::begin(tr("Writing and signing the history…"));
}

int DemoStartPage::perCentOfAll(DemoBridge::Stage stage, int perCent) {
    switch (stage) {
    case DemoBridge::Stage::WritingHistory:
        return 0;
    case DemoBridge::Stage::StartingRelays:
        return kRelaysFrom + (kHomeFrom - kRelaysFrom) * perCent / 100;
    case DemoBridge::Stage::MakingHome:
        return kHomeFrom;
    case DemoBridge::Stage::Ready:
        break;
    }
    return 100;
}

void DemoStartPage::showProgress(DemoBridge::Stage stage, int perCent) {
    if (isStopping())
        return;
    bar().setValue(perCentOfAll(stage, perCent));
    switch (stage) {
    case DemoBridge::Stage::WritingHistory:
        step().setText(tr("Writing and signing the history…"));
        break;
    case DemoBridge::Stage::StartingRelays:
        step().setText(tr("Starting the nodes…"));
        break;
    case DemoBridge::Stage::MakingHome:
        step().setText(tr("Making your home…"));
        break;
    case DemoBridge::Stage::Ready:
        step().setText(tr("Opening your home…"));
        break;
    }
}

} // namespace qis::ui
