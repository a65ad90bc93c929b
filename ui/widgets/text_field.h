#pragma once

#include "widgets/field_editor.h"

class QLineEdit;

namespace qis::ui {

class LineGuard;

/// A short line of text, limited in the bytes it takes on its way.
class TextField : public FieldEditor {
    Q_OBJECT

public:
    explicit TextField(int maxBytes, QWidget* parent = nullptr);

    [[nodiscard]] QVariant value() const override;
    void setValue(const QVariant& value) override;
    [[nodiscard]] QString unreadable() const override;
    void setFieldName(const QString& name) override;

    [[nodiscard]] QLineEdit* lineEdit() const { return m_edit; }

private:
    int m_maxBytes;
    QLineEdit* m_edit;
    LineGuard* m_guard;
};

} // namespace qis::ui
