#include "widgets/field_editor.h"

#include <QtGui/QFocusEvent>

namespace qis::ui {

void FieldEditor::setFieldDescription(const QString& description) {
    for (QWidget* control : tabStops())
        control->setAccessibleDescription(description);
}

QWidget* FieldEditor::focusTarget() const {
    const QList<QWidget*> stops = tabStops();
    for (QWidget* control : stops)
        if (control->isVisibleTo(this) && control->isEnabled())
            return control;
    return stops.isEmpty() ? nullptr : stops.first();
}

void FieldEditor::watch(QWidget* control) {
    m_watched.append(control);
    control->installEventFilter(this);
}

bool FieldEditor::eventFilter(QObject* watched, QEvent* event) {
    // A popup of the control takes the focus for a moment; that is not leaving.
    if (event->type() == QEvent::FocusOut && m_watched.contains(watched) &&
        static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason &&
        static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason)
        Q_EMIT left();
    return QWidget::eventFilter(watched, event);
}

} // namespace qis::ui
