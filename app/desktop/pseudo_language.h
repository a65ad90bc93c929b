#pragma once

#include <QtCore/QTranslator>

namespace qis::ui {

/// "English" in long words and brackets, as translations may be: what is cut, glued together or not translatable at all
/// can be seen. Plurals come from the English texts that it is given.
class PseudoLanguage : public QTranslator {
    Q_OBJECT

public:
    /// English in a place that does not exist.
    static constexpr char kName[] = "en-XA";

    explicit PseudoLanguage(QObject* parent = nullptr)
        : QTranslator(parent) {}

    [[nodiscard]] bool loadEnglish(const QString& folder);
    [[nodiscard]] QString translate(const char* context, const char* source, const char* disambiguation,
                                    int number) const override;
    [[nodiscard]] bool isEmpty() const override { return false; }
    /// The same text 40 % longer. Places for values and letters for the keyboard stay as they are.
    [[nodiscard]] static QString lengthened(const QString& text);

private:
    QTranslator m_english;
};

} // namespace qis::ui
