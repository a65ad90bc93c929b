#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QMap>
#include <QtCore/QObject>
#include <QtCore/QString>

#include <memory>

class QJsonObject;
class QTimer;

namespace qis::ui {

/// What the person at the screen has chosen.
struct Settings {
    QString theme;      ///< "light", "dark", "contrast"; empty: as the system
    int textSize = 100; ///< per cent
    QString language;   ///< empty: as the system
    QString home;       ///< folder; empty: the usual one
    int undoSeconds = 30;

    bool operator==(const Settings&) const = default;

    static constexpr int kLeastText = 100;
    static constexpr int kMostText = 200;
    static constexpr int kMostUndo = 600;
};

/// Keeps the settings, and how the window was left, in one small file. Every change is written in
/// the background to a temporary file beside it that is then renamed: a write that fails leaves the
/// old file as it was, and is told. A file that cannot be understood is set aside.
class SettingsStore : public QObject {
    Q_OBJECT

public:
    /// Without a file everything is kept in memory only.
    explicit SettingsStore(QString file = {}, QObject* parent = nullptr);
    /// What is not written yet is written in the background.
    ~SettingsStore() override;

    /// In the configuration folder of the user.
    [[nodiscard]] static QString standardFile();
    [[nodiscard]] const QString& file() const { return m_file; }
    /// Reads the file, blocking; to be called before there is a window.
    void load();

    [[nodiscard]] const Settings& values() const { return m_values; }
    /// Out of range values are brought into range.
    void setValues(const Settings& values);

    /// How a part of the window was left: geometry, splitters, columns.
    [[nodiscard]] QByteArray part(const QString& name) const { return m_parts.value(name); }
    void setPart(const QString& name, const QByteArray& state);
    [[nodiscard]] QString page() const { return m_page; }
    void setPage(const QString& page);
    /// How many matches of an interest of this home have been looked at.
    [[nodiscard]] qint64 seen(const QString& home, const QString& interest) const;
    void setSeen(const QString& home, const QString& interest, qint64 matches);

    /// A sentence about the file, if there is something to tell.
    [[nodiscard]] QString notice() const;
    /// Begins to write what is not written yet, without the usual pause.
    void flush();

    static constexpr int kPauseMillis = 300;

Q_SIGNALS:
    void changed();
    /// Something is to be told: see notice().
    void noticed();
    /// Everything known so far is on the disk.
    void saved();

private:
    struct Writer;
    enum class Trouble : quint8 { None, Unreadable, SetAside, Damaged, NotSaved };

    void touch();
    void write();
    void written(quint64 edit, const QString& trouble);
    void tell(Trouble trouble, const QString& detail = {});
    void setAside();
    [[nodiscard]] QByteArray toJson() const;
    [[nodiscard]] bool fromJson(const QByteArray& json);
    void readSettings(const QJsonObject& root);

    QString m_file;
    Settings m_values;
    QString m_page;
    QMap<QString, QByteArray> m_parts;
    QMap<QString, QMap<QString, qint64>> m_seen; ///< by home and interest
    Trouble m_trouble = Trouble::None;
    QString m_detail;
    QTimer* m_pause;
    quint64 m_edit = 0;
    quint64 m_writtenEdit = 0;
    std::shared_ptr<Writer> m_writer;
};

} // namespace qis::ui
