#pragma once

#include "bridge/values.h"

#include <QtWidgets/QWidget>

class QComboBox;

namespace qis::ui {

class PlotView;

/// How often each value of one field was recorded; which field is chosen here.
class DistributionView : public QWidget {
    Q_OBJECT

public:
    explicit DistributionView(QWidget* parent = nullptr);

    /// By path, such as "outcome.grade".
    void chooseField(const QString& field);
    [[nodiscard]] QComboBox* fieldBox() const { return m_fields; }
    [[nodiscard]] PlotView& plot() const { return *m_plot; }
    /// Hides itself when nothing was recorded.
    void setEvidence(const Evidence& evidence);

private:
    void showChosen();

    Evidence m_evidence;
    QComboBox* m_fields;
    PlotView* m_plot;
    QString m_wanted; ///< field chosen by hand; kept while other evidence has no such field
};

} // namespace qis::ui
