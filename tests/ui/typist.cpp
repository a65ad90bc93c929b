// Loaded into the real qis-desktop. "typist" types into the note without end, and prints what stood there
// whenever the window says that it is saved; "signer" signs the draft that is there, and says so as soon
// as it can be taken back.
#include <QtCore/QCoreApplication>
#include <QtCore/QTimer>
#include <QtGui/QGenericPlugin>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>

#include <cstdio>

namespace {

constexpr int kBetweenKeys = 20;

class Typist : public QObject {
    Q_OBJECT

public:
    Typist() {
        m_timer.setInterval(kBetweenKeys);
        connect(&m_timer, &QTimer::timeout, this, &Typist::type);
        m_timer.start();
    }

private:
    /// Nobody types before what was there has come back.
    static bool isReady(const QWidget& window) {
        const auto* list = window.findChild<QListView*>(QStringLiteral("outcomeList"));
        const auto* pane = window.findChild<QWidget*>(QStringLiteral("outcomePane"));
        const auto* title = pane->findChild<QLabel*>(QStringLiteral("emptyTitle"));
        return list->model()->rowCount() > 0 || title->text() == QLatin1String("No outcomes yet");
    }
    void type() {
        for (const QWidget* window : QApplication::topLevelWidgets()) {
            const auto* field = window->findChild<QWidget*>(QStringLiteral("field_note"));
            const auto* saved = window->findChild<QWidget*>(QStringLiteral("draftSaved"));
            auto* edit = field != nullptr ? field->findChild<QLineEdit*>() : nullptr;
            if (edit == nullptr || saved == nullptr)
                continue;
            const QString word = saved->findChild<QLabel*>()->text();
            if (!edit->text().isEmpty() && word.startsWith(QLatin1String("Saved")) && edit->text() != m_told) {
                m_told = edit->text();
                std::printf("saved %s\n", qPrintable(m_told));
                std::fflush(stdout);
            }
            // A pause now and then, as people make them.
            if (isReady(*window) && ++m_beats % 60 < 30) {
                const QChar letter(QLatin1Char(static_cast<char>('a' + edit->text().size() % 26)));
                for (const auto kind : {QEvent::KeyPress, QEvent::KeyRelease}) {
                    QKeyEvent key(kind, 0, Qt::NoModifier, letter);
                    QCoreApplication::sendEvent(edit, &key);
                }
            }
            return;
        }
    }

    QTimer m_timer;
    QString m_told;
    int m_beats = 0;
};

class Signer : public QObject {
    Q_OBJECT

public:
    Signer() {
        m_timer.setInterval(kBetweenKeys);
        connect(&m_timer, &QTimer::timeout, this, &Signer::sign);
        m_timer.start();
    }

private:
    void sign() {
        for (const QWidget* window : QApplication::topLevelWidgets()) {
            auto* sign = window->findChild<QPushButton*>(QStringLiteral("reviewSign"));
            auto* review = window->findChild<QPushButton*>(QStringLiteral("reviewButton"));
            const auto* undo = window->findChild<QWidget*>(QStringLiteral("undoBar"));
            if (undo != nullptr && undo->isVisible() && !m_told) {
                m_told = true;
                std::printf("signed\n");
                std::fflush(stdout);
            }
            if (sign != nullptr && sign->isEnabled() && !m_signed) {
                m_signed = true;
                sign->click();
            } else if (sign == nullptr && review != nullptr && review->isEnabled() && !m_signed) {
                review->click();
            }
        }
    }

    QTimer m_timer;
    bool m_signed = false;
    bool m_told = false;
};

} // namespace

class TypistPlugin : public QGenericPlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "typist.json")

public:
    QObject* create(const QString& key, const QString& /*specification*/) override {
        if (key == QLatin1String("typist"))
            return new Typist;
        return key == QLatin1String("signer") ? new Signer : nullptr;
    }
};

#include "typist.moc"
