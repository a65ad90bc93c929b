#pragma once

#include <QtCore/QMap>
#include <QtCore/QVariant>
#include <QtWidgets/QWidget>

namespace qis::ui {

/// Base of everything a value is typed into. It holds one control or several and takes no focus itself;
/// a focus proxy would be one more stop for Tab, in a place of its own.
class FieldEditor : public QWidget {
    Q_OBJECT

public:
    explicit FieldEditor(QWidget* parent = nullptr)
        : QWidget(parent) {}

    /// Invalid when nothing, or nothing usable, is in the field.
    [[nodiscard]] virtual QVariant value() const = 0;
    virtual void setValue(const QVariant& value) = 0;
    /// Why what stands in the field is not a value; empty when it is, or when the field is empty.
    [[nodiscard]] virtual QString unreadable() const { return {}; }
    /// The text that is not a value, by part of the field; "" names the field of one part.
    [[nodiscard]] virtual QMap<QString, QString> typedText() const { return {}; }
    /// Puts it back, beside a value that was set before.
    virtual void setTypedText(const QMap<QString, QString>& parts) { Q_UNUSED(parts) }
    /// What the control is called, where no label can be its buddy.
    virtual void setFieldName(const QString& name) = 0;
    /// The same without whether it is needed, for dialogs that the field opens.
    virtual void setTitle(const QString& title) { Q_UNUSED(title) }
    /// The keys that work here besides the usual ones, as sentences for the help.
    [[nodiscard]] virtual QString keysHelp() const { return {}; }
    /// Added to what a screen reader says of the control: help and problems.
    virtual void setFieldDescription(const QString& description);
    /// The controls that Tab stops at, in order; none of them a compound.
    [[nodiscard]] virtual QList<QWidget*> tabStops() const { return m_watched; }
    /// Where the focus goes first: the first of them that can be used now.
    [[nodiscard]] virtual QWidget* focusTarget() const;

Q_SIGNALS:
    void edited();
    /// The reader went elsewhere.
    void left();

protected:
    /// Makes `control` a stop and reports when the focus leaves it.
    void watch(QWidget* control);
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QList<QWidget*> m_watched;
};

} // namespace qis::ui
