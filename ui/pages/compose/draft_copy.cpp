#include "pages/compose/draft_copy.h"

#include "bridge/courier.h"
#include "bridge/draft_json.h"
#include "bridge/draft_keeper.h"
#include "bridge/form_model.h"
#include "bridge/whole_file.h"
#include "pages/compose/compose_page.h"
#include "pages/compose/draft_desk.h"

#include <QtCore/QFileInfo>
#include <QtCore/QIODevice>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QStandardPaths>
#include <QtWidgets/QFileDialog>

#include <algorithm>

namespace qis::ui {

namespace {

const auto kFormat = QLatin1String("qis-draft");
constexpr int kVersion = 1;

QByteArray fileOf(const DraftValues& values) {
    SavedDraft saved;
    saved.values = values;
    const QJsonObject root = {
        {QStringLiteral("format"), kFormat},
        {QStringLiteral("version"), kVersion},
        {QStringLiteral("pack"), values.pack},
        {QStringLiteral("draft"), QJsonDocument::fromJson(draftToJson(saved)).object()},
    };
    return QJsonDocument(root).toJson();
}

std::optional<DraftValues> draftOf(const QByteArray& bytes) {
    const QJsonObject root = QJsonDocument::fromJson(bytes).object();
    if (root.value(QLatin1String("format")).toString() != kFormat ||
        root.value(QLatin1String("version")).toInt() != kVersion || !root.value(QLatin1String("draft")).isObject())
        return std::nullopt;
    DraftValues values = draftFromJson(QJsonDocument(root.value(QLatin1String("draft")).toObject()).toJson()).values;
    values.pack = root.value(QLatin1String("pack")).toString();
    values.id = 0;
    return values;
}

QFileDialog* askFor(QWidget* parent, const QString& folder, QFileDialog::AcceptMode mode) {
    auto* dialog = new QFileDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(mode);
    dialog->setDirectory(folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
                                          : folder);
    return dialog;
}

} // namespace

DraftCopy::DraftCopy(ComposePage& page, QObject* parent)
    : QObject(parent)
    , m_page(page)
    , m_courier(std::make_shared<Courier>(this)) {}

DraftCopy::~DraftCopy() {
    m_courier->detach();
}

void DraftCopy::keep() {
    if (m_page.model().isEmpty()) {
        m_page.desk().say(theme::Glyph::Info, tr("There is nothing in the form to keep a copy of."));
        return;
    }
    auto* dialog = askFor(&m_page, m_folder, QFileDialog::AcceptSave);
    dialog->setObjectName(QStringLiteral("keepCopyDialog"));
    dialog->setWindowTitle(tr("Keep a copy of the draft"));
    dialog->setNameFilter(tr("Draft of an outcome (*.qisdraft)"));
    dialog->setDefaultSuffix(QStringLiteral("qisdraft"));
    connect(dialog, &QFileDialog::fileSelected, this, &DraftCopy::keepAs);
    dialog->open();
}

void DraftCopy::open() {
    auto* dialog = askFor(&m_page, m_folder, QFileDialog::AcceptOpen);
    dialog->setObjectName(QStringLiteral("openCopyDialog"));
    dialog->setWindowTitle(tr("Open a draft from a file"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Draft of an outcome (*.qisdraft)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &DraftCopy::openFrom);
    dialog->open();
}

void DraftCopy::keepAs(const QString& path) {
    m_folder = QFileInfo(path).absolutePath();
    writeWhole(
        path, [bytes = fileOf(m_page.model().draft())](QIODevice& file) { return file.write(bytes) == bytes.size(); },
        m_courier, [this, path](const QString& trouble) { finishKeeping(path, trouble); });
}

void DraftCopy::finishKeeping(const QString& path, const QString& trouble) {
    if (trouble.isEmpty()) {
        //: %1: path of a file
        m_page.desk().say(theme::Glyph::Good, tr("A copy of the draft is in %1.").arg(path));
        Q_EMIT kept(path);
        return;
    }
    //: %1: path of a file, %2: what the system says about it
    m_page.desk().say(theme::Glyph::Problem,
                      tr("%1 could not be written, and nothing there was changed. Choose another folder. The system "
                         "says: %2.")
                          .arg(path, trouble));
    Q_EMIT failed();
}

void DraftCopy::openFrom(const QString& path) {
    m_folder = QFileInfo(path).absolutePath();
    readWhole(path, kMostBytes, m_courier,
              [this, path](const QByteArray& bytes, const QString& trouble) { finishOpening(path, bytes, trouble); });
}

void DraftCopy::finishOpening(const QString& path, const QByteArray& bytes, const QString& trouble) {
    if (!trouble.isEmpty()) {
        //: %1: path of a file, %2: what the system says about it
        m_page.desk().say(theme::Glyph::Problem, tr("%1 could not be read. The system says: %2.").arg(path, trouble));
        Q_EMIT failed();
        return;
    }
    const std::optional<DraftValues> values = bytes.size() > kMostBytes ? std::nullopt : draftOf(bytes);
    if (!values) {
        //: %1: path of a file
        m_page.desk().say(theme::Glyph::Problem, tr("%1 is not a draft that this program has written.").arg(path));
        Q_EMIT failed();
        return;
    }
    const QList<Pack>& packs = m_page.packs();
    if (std::none_of(packs.cbegin(), packs.cend(), [&](const Pack& pack) { return pack.id == values->pack; })) {
        //: %1: path of a file
        m_page.desk().say(
            theme::Glyph::Problem,
            tr("The draft in %1 is of a domain that is not installed here. Nothing was changed.").arg(path));
        Q_EMIT failed();
        return;
    }
    // What stands in the form now stays in the list of drafts.
    m_page.desk().keeper().flush();
    m_page.desk().show(*values);
    m_page.desk().keeper().keep();
    //: %1: path of a file
    m_page.desk().say(theme::Glyph::Info, tr("The draft comes from %1 and is now kept in this home too.").arg(path));
    Q_EMIT opened();
}

} // namespace qis::ui
