#include "pages/help/quick_card.h"

#include "pages/palette/command_palette.h"

#include <QtCore/QBuffer>
#include <QtCore/QCoreApplication>
#include <QtCore/QMarginsF>
#include <QtGui/QAbstractTextDocumentLayout>
#include <QtGui/QAction>
#include <QtGui/QFont>
#include <QtGui/QGuiApplication>
#include <QtGui/QKeySequence>
#include <QtGui/QPageSize>
#include <QtGui/QPainter>
#include <QtGui/QPdfWriter>
#include <QtGui/QTextDocument>

namespace qis::ui {

namespace {

class QuickCard {
    Q_DECLARE_TR_FUNCTIONS(qis::ui::QuickCard)
};

/// The first key of an action, in bold; its name where it has none.
QString keyOf(const QList<QAction*>& actions, const char* name) {
    for (const QAction* action : actions)
        if (action->objectName() == QLatin1String(name)) {
            const QString key = action->shortcut().toString(QKeySequence::NativeText);
            const QString word = key.isEmpty() ? plainText(*action) : key;
            return QStringLiteral("<b>") % word.toHtmlEscaped() % QStringLiteral("</b>");
        }
    return {};
}

QString part(const QString& title, const QStringList& sentences) {
    return QStringLiteral("<h3>") % title % QStringLiteral("</h3><p>") % sentences.join(QLatin1Char(' ')) %
           QStringLiteral("</p>");
}

QString ways(const QList<QAction*>& actions) {
    const auto key = [&actions](const char* name) { return keyOf(actions, name); };
    return part(
               QuickCard::tr("Write an outcome"),
               //: Of a printed card. %1: a key
               {QuickCard::tr("%1 begins one. Type a few letters of a drug or an effect and press Return; Tab goes to "
                              "the next field.")
                    .arg(key("actionNew")),
                //: Of a printed card. %1 and %2: keys
                QuickCard::tr("%1 shows all terms, %2 says what a field is for.")
                    .arg(key("actionTerms"), key("actionHelp")),
                //: Of a printed card. %1 and %2: keys
                QuickCard::tr("%1 shows every part that would leave this building; there you sign. For a short time %2 "
                              "takes it back.")
                    .arg(key("actionSign"), key("actionUndo"))}) %
           part(
               QuickCard::tr("See what matches, and why"),
               //: Of a printed card. %1: a key
               {QuickCard::tr("%1 asks for outcomes like the one in the form.").arg(key("actionAsk")),
                //: Of a printed card. %1: a key
                QuickCard::tr("%1 lists what others sent. The arrow keys go through it; beside each stands what it was "
                              "compared by, in points that add up.")
                    .arg(key("actionMatches"))}) %
           part(QuickCard::tr("Read the evidence"),
                //: Of a printed card. %1: a key
                {QuickCard::tr("%1 counts them, site by site. These are reports, not rates in patients.")
                     .arg(key("actionEvidence"))}) %
           part(QuickCard::tr("When something is wrong"),
                //: Of a printed card. %1 and %2: keys
                {QuickCard::tr("%1 says whether others are connected, why not, and what to do. %2 is where a backup is "
                               "made.")
                     .arg(key("actionNetworks"), key("actionSettings")),
                 //: Of a printed card. %1: a key
                 QuickCard::tr("%1 finds every other action by its name.").arg(key("actionCommands"))});
}

QString keyTable(const QList<QAction*>& actions) {
    QStringList cells;
    for (const QAction* action : actions)
        if (const QString keys = keysOf(*action); !keys.isEmpty())
            cells.append(QStringLiteral("<td>%1</td><td><b>%2</b></td>")
                             .arg(plainText(*action).toHtmlEscaped(), keys.toHtmlEscaped()));
    const qsizetype half = (cells.size() + 1) / 2;
    QString rows;
    for (qsizetype at = 0; at < half; ++at)
        rows += QStringLiteral("<tr>") % cells.at(at) % QStringLiteral("<td width=\"4%\"></td>") %
                cells.value(at + half) % QStringLiteral("</tr>");
    return QStringLiteral("<h3>") % QuickCard::tr("Keys") % QStringLiteral("</h3><table width=\"100%\">") % rows %
           QStringLiteral("</table>");
}

} // namespace

QString quickCard(const QList<QAction*>& actions) {
    const QString direction = QGuiApplication::isRightToLeft() ? QStringLiteral(" dir=\"rtl\"") : QString();
    return QStringLiteral("<html><body%1>").arg(direction) % QStringLiteral("<h1>") %
           QuickCard::tr("QIS Desktop on one page") % QStringLiteral("</h1>") % ways(actions) % keyTable(actions) %
           QStringLiteral("<p>") %
           QuickCard::tr("For research and exchange of professional experience. Not a medical device.") %
           QStringLiteral("</p></body></html>");
}

QByteArray quickCardPdf(const QString& card, const QFont& font) {
    constexpr int kMargin = 16; // mm
    constexpr int kResolution = 300;
    constexpr qreal kLargest = 11;
    constexpr qreal kSmallest = 5;
    constexpr qreal kStep = 0.5;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(kResolution);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(kMargin, kMargin, kMargin, kMargin), QPageLayout::Millimeter);
    writer.setTitle(QuickCard::tr("QIS Desktop on one page"));
    QTextDocument document;
    document.documentLayout()->setPaintDevice(&writer);
    document.setDocumentMargin(0);
    QFont letters(font);
    // Letters of the card, not of the window: the reader of a page holds it as close as it needs.
    for (qreal size = kLargest; size >= kSmallest; size -= kStep) {
        letters.setPointSizeF(size);
        document.setDefaultFont(letters);
        document.setHtml(card);
        document.setPageSize(QSizeF(writer.width(), writer.height()));
        if (document.pageCount() == 1)
            break;
    }
    QPainter painter(&writer);
    document.drawContents(&painter, QRectF(0, 0, writer.width(), writer.height()));
    painter.end();
    return bytes;
}

} // namespace qis::ui
