#include "widgets/line_guard.h"

#include <QtCore/QTimer>
#include <QtWidgets/QLineEdit>

#include <algorithm>
#include <utility>

namespace qis::ui {

namespace {

/// Marks that turn the direction of what follows, and those that have no shape.
bool isUnseen(QChar character) {
    const char16_t code = character.unicode();
    const auto within = [code](char16_t low, char16_t high) { return code >= low && code <= high; };
    constexpr char16_t kFirstPrintable = 0x20;
    return code < kFirstPrintable || within(0x7F, 0x9F) || within(0x2028, 0x202E) || within(0x2066, 0x2069) ||
           code == 0xFEFF || within(0xFFF9, 0xFFFD);
}

} // namespace

LineGuard::LineGuard(QLineEdit* edit, int longest)
    : QObject(edit)
    , m_edit(edit) {
    edit->setMaxLength(longest);
    connect(edit, &QLineEdit::inputRejected, this, [this] {
        // Said before the text changes, and also when it does not change at all.
        m_cut = m_cutting = true;
        QTimer::singleShot(0, this, [this] {
            m_cutting = false;
            Q_EMIT changed();
        });
    });
    connect(edit, &QLineEdit::textEdited, this, [this] {
        if (!m_cutting)
            m_cut = false;
    });
}

QString LineGuard::complaint() const {
    const QString text = m_edit->text();
    if (text.isEmpty())
        return {};
    if (m_cut)
        return tr("Too long: only the first %Ln character(s) fitted. Shorten it.", nullptr, m_edit->maxLength());
    if (!text.isValidUtf16() || std::any_of(text.cbegin(), text.cend(), isUnseen))
        return tr("This holds characters that cannot be seen, such as line breaks or marks of direction. Type it "
                  "instead of pasting it.");
    return {};
}

} // namespace qis::ui
