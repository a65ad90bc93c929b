#include "pages/settings/settings_store.h"

#include "bridge/background.h"
#include "bridge/courier.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSaveFile>
#include <QtCore/QStandardPaths>
#include <QtCore/QTimer>

#include <mutex>
#include <utility>

namespace qis::ui {

namespace {

constexpr qint64 kMostBytes = 1 << 20;
constexpr int kVersion = 1;

const auto kTheme = QLatin1String("theme");
const auto kTextSize = QLatin1String("text_size");
const auto kLanguage = QLatin1String("language");
const auto kHome = QLatin1String("home");
const auto kUndo = QLatin1String("undo_seconds");
const auto kPage = QLatin1String("page");
const auto kParts = QLatin1String("window");
const auto kSeen = QLatin1String("seen");
const auto kVersionName = QLatin1String("version");

Settings inRange(Settings values) {
    values.textSize = qBound(Settings::kLeastText, values.textSize, Settings::kMostText);
    values.undoSeconds = qBound(0, values.undoSeconds, Settings::kMostUndo);
    return values;
}

/// Empty when the file stands; else why not, in the words of the system.
QString writeFile(const QString& name, const QByteArray& bytes) {
    if (!QDir().mkpath(QFileInfo(name).absolutePath()))
        return QStringLiteral("mkdir");
    QSaveFile file(name);
    file.setDirectWriteFallback(false);
    // Flushed by hand: what fails only when the buffer is emptied would not keep commit() from renaming.
    const bool whole = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush();
    const QString trouble = file.errorString();
    if (!whole)
        file.cancelWriting();
    if (whole && file.commit())
        return {};
    return whole ? file.errorString() : trouble;
}

} // namespace

/// Shared with the writes under way: later contents are never overtaken by earlier ones.
struct SettingsStore::Writer {
    explicit Writer(SettingsStore* store)
        : courier(store) {}

    Courier courier;
    std::mutex mutex;
    quint64 last = 0; ///< guarded by mutex
};

SettingsStore::SettingsStore(QString file, QObject* parent)
    : QObject(parent)
    , m_file(std::move(file))
    , m_pause(new QTimer(this))
    , m_writer(std::make_shared<Writer>(this)) {
    m_pause->setSingleShot(true);
    m_pause->setInterval(kPauseMillis);
    connect(m_pause, &QTimer::timeout, this, &SettingsStore::write);
}

SettingsStore::~SettingsStore() {
    m_writer->courier.detach();
    flush();
}

QString SettingsStore::standardFile() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/qis/desktop.json");
}

void SettingsStore::load() {
    QFile file(m_file);
    if (m_file.isEmpty() || !file.exists())
        return;
    if (!file.open(QIODevice::ReadOnly)) {
        tell(Trouble::Unreadable);
        return;
    }
    const QByteArray json = file.read(kMostBytes + 1);
    file.close();
    if (json.size() > kMostBytes || !fromJson(json))
        setAside();
}

void SettingsStore::setAside() {
    const QString aside = m_file + QStringLiteral(".damaged");
    QFile::remove(aside);
    tell(QFile::rename(m_file, aside) ? Trouble::SetAside : Trouble::Damaged, QDir::toNativeSeparators(aside));
}

void SettingsStore::tell(Trouble trouble, const QString& detail) {
    m_trouble = trouble;
    m_detail = detail;
    Q_EMIT noticed();
}

QString SettingsStore::notice() const {
    // Worded when it is shown: the language is among the settings.
    const QString file = QDir::toNativeSeparators(m_file);
    switch (m_trouble) {
    case Trouble::None:
        break;
    case Trouble::Unreadable:
        //: %1: a file
        return tr("The settings in %1 cannot be read, so the usual ones are used. Check the rights of the file.")
            .arg(file);
    case Trouble::SetAside:
        //: %1: a file
        return tr("The settings were damaged, so the usual ones are used. What was there is kept in %1.").arg(m_detail);
    case Trouble::Damaged:
        //: %1: a file
        return tr("The settings in %1 are damaged, so the usual ones are used.").arg(file);
    case Trouble::NotSaved:
        //: %1: a file, %2: what the system says
        return tr("The settings could not be saved in %1, and the file there was left as it was. They hold until the "
                  "window is closed. The system says: %2")
            .arg(file, m_detail);
    }
    return {};
}

void SettingsStore::flush() {
    if (m_pause->isActive())
        write();
}

void SettingsStore::setValues(const Settings& values) {
    const Settings wanted = inRange(values);
    if (wanted == m_values)
        return;
    m_values = wanted;
    touch();
    Q_EMIT changed();
}

void SettingsStore::setPart(const QString& name, const QByteArray& state) {
    if (m_parts.value(name) == state)
        return;
    m_parts.insert(name, state);
    touch();
}

void SettingsStore::setPage(const QString& page) {
    if (m_page == page)
        return;
    m_page = page;
    touch();
}

qint64 SettingsStore::seen(const QString& home, const QString& interest) const {
    return m_seen.value(home).value(interest);
}

void SettingsStore::setSeen(const QString& home, const QString& interest, qint64 matches) {
    if (seen(home, interest) == matches)
        return;
    m_seen[home][interest] = matches;
    touch();
}

void SettingsStore::touch() {
    ++m_edit;
    if (!m_file.isEmpty())
        m_pause->start();
}

void SettingsStore::write() {
    m_pause->stop();
    Background::run([file = m_file, bytes = toJson(), edit = m_edit, writer = m_writer, store = this] {
        QString trouble;
        {
            const std::lock_guard lock(writer->mutex);
            if (edit < writer->last)
                return;
            writer->last = edit;
            trouble = writeFile(file, bytes);
        }
        // Dropped once the store is gone.
        writer->courier.post([store, edit, trouble] { store->written(edit, trouble); });
    });
}

void SettingsStore::written(quint64 edit, const QString& trouble) {
    if (!trouble.isEmpty()) {
        tell(Trouble::NotSaved, trouble);
        return;
    }
    if (m_trouble == Trouble::NotSaved)
        tell(Trouble::None);
    m_writtenEdit = qMax(m_writtenEdit, edit);
    if (m_writtenEdit == m_edit)
        Q_EMIT saved();
}

QByteArray SettingsStore::toJson() const {
    QJsonObject parts;
    for (auto it = m_parts.cbegin(); it != m_parts.cend(); ++it)
        parts.insert(it.key(), QString::fromLatin1(it.value().toBase64()));
    QJsonObject seenByHome;
    for (auto home = m_seen.cbegin(); home != m_seen.cend(); ++home) {
        QJsonObject interests;
        for (auto it = home->cbegin(); it != home->cend(); ++it)
            interests.insert(it.key(), it.value());
        seenByHome.insert(home.key(), interests);
    }
    const QJsonObject root = {
        {kVersionName, kVersion},
        {kTheme, m_values.theme},
        {kTextSize, m_values.textSize},
        {kLanguage, m_values.language},
        {kHome, m_values.home},
        {kUndo, m_values.undoSeconds},
        {kPage, m_page},
        {kParts, parts},
        {kSeen, seenByHome},
    };
    return QJsonDocument(root).toJson();
}

bool SettingsStore::fromJson(const QByteArray& json) {
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return false;
    const QJsonObject root = document.object();
    if (root.value(kVersionName).toInt() < 1)
        return false;
    readSettings(root);
    m_page = root.value(kPage).toString();
    const QJsonObject parts = root.value(kParts).toObject();
    for (auto it = parts.begin(); it != parts.end(); ++it)
        m_parts.insert(it.key(), QByteArray::fromBase64(it.value().toString().toLatin1()));
    const QJsonObject homes = root.value(kSeen).toObject();
    for (auto home = homes.begin(); home != homes.end(); ++home) {
        const QJsonObject interests = home.value().toObject();
        for (auto it = interests.begin(); it != interests.end(); ++it)
            m_seen[home.key()].insert(it.key(), it.value().toInteger());
    }
    return true;
}

void SettingsStore::readSettings(const QJsonObject& root) {
    Settings values;
    values.theme = root.value(kTheme).toString();
    values.textSize = root.value(kTextSize).toInt(values.textSize);
    values.language = root.value(kLanguage).toString();
    values.home = root.value(kHome).toString();
    values.undoSeconds = root.value(kUndo).toInt(values.undoSeconds);
    m_values = inRange(values);
}

} // namespace qis::ui
