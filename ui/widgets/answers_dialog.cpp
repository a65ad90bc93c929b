#include "widgets/answers_dialog.h"

#include "bridge/answer_words.h"
#include "theme/theme.h"
#include "widgets/plain_label.h"

#include <QtCore/QLocale>
#include <QtCore/QScopedValueRollback>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace qis::ui {

namespace {

constexpr int kDialogColumns = 112;
constexpr int kDialogLines = 26;
/// Column 0 is the question, the last what its answer is worth.
constexpr int kPointsColumn = 4;
const QString kMeanings = QStringLiteral("ynu");
const QString kOpen = QStringLiteral("-");

/// The letters that answer with yes, no and unknown.
QString answerKeys() {
    QString letters;
    //: The keys that answer a question with yes, no and unknown, in this order: three different letters
    const QString told = AnswersDialog::tr("YNU");
    std::copy_if(told.cbegin(), told.cend(), std::back_inserter(letters), [](QChar one) { return one.isLetter(); });
    return letters.size() < 3 ? QStringLiteral("YNU") : letters.left(3).toUpper();
}

QString signedNumber(int number) {
    const QString text = QLocale().toString(number);
    return number > 0 ? QLocale().positiveSign() + text : text;
}

} // namespace

AnswersDialog::AnswersDialog(const Field& field, const QString& answers, QWidget* parent)
    : QDialog(parent)
    , m_field(field)
    , m_answers(answers.isEmpty() ? kOpen.repeated(field.items.size()) : answers)
    , m_sum(plainLabel("answersTotal", this)) {
    setObjectName(QStringLiteral("answersDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(field.label);
    theme::makeHeading(*m_sum, 2);
    auto* help = plainLabel("answersHelp", this);
    const QString keys = answerKeys();
    //: %1: what the scale is, as sentences; %2, %3, %4: the letters that answer with yes, no and unknown
    help->setText(tr("%1 %2, %3 and %4 answer a question and go on to the next; Backspace takes an answer back.")
                      .arg(field.help, keys.at(0), keys.at(1), keys.at(2)));
    auto* questions = new QWidget(this);
    auto* grid = new QGridLayout(questions);
    grid->setHorizontalSpacing(theme::gap(*this) * 2);
    grid->setVerticalSpacing(theme::gap(*this) * 2);
    grid->setColumnStretch(0, 1);
    //: Heading of a column of numbers
    grid->addWidget(new QLabel(tr("Points"), questions), 0, kPointsColumn, Qt::AlignHCenter);
    for (int row = 0; row < field.items.size(); ++row)
        addQuestion(grid, row);
    grid->setRowStretch(static_cast<int>(field.items.size()) + 1, 1);
    auto* area = new QScrollArea(this);
    area->setObjectName(QStringLiteral("answersArea"));
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(questions);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton* clearAll = buttons->addButton(tr("Clear &all"), QDialogButtonBox::ResetRole);
    clearAll->setObjectName(QStringLiteral("answersClear"));
    clearAll->setAutoDefault(false);
    connect(clearAll, &QPushButton::clicked, this, [this] {
        m_answers.fill(QLatin1Char('-'));
        for (int row = 0; row < m_rows.size(); ++row)
            show(row);
        tell();
        go(0);
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(theme::gap(*this) * 2);
    layout->addWidget(help);
    layout->addWidget(area, 1);
    layout->addWidget(m_sum);
    layout->addWidget(buttons);
    resize(theme::columns(*this, kDialogColumns), fontMetrics().height() * kDialogLines * 3 / 2);
    for (int row = 0; row < m_rows.size(); ++row)
        show(row);
    m_sum->setText(answerSentence(m_field, m_answers));
    go(static_cast<int>(qMax<qsizetype>(0, m_answers.indexOf(kOpen))));
}

void AnswersDialog::addQuestion(QGridLayout* grid, int row) {
    QWidget* parent = grid->parentWidget();
    auto* question = plainLabel("question", parent);
    //: A question of a scale. %1: its number, %2: the question
    question->setText(tr("%1. %2").arg(QLocale().toString(row + 1), m_field.items.at(row).label));
    grid->addWidget(question, row + 1, 0);
    Row made;
    made.group = new QButtonGroup(this);
    const QStringList shown = {tr("Yes"), tr("No"),
                               //: An answer: unknown, or the question does not apply
                               tr("Unknown")};
    const QStringList spoken = {tr("Yes"), tr("No"), tr("Unknown or not applicable")};
    for (int choice = 0; choice < 3; ++choice) {
        auto* button = new QRadioButton(shown.at(choice), parent);
        button->setObjectName(QStringLiteral("answer_%1_%2").arg(row).arg(choice));
        //: Read aloud for an answer. %1: the question, %2: the answer, such as "Yes"
        button->setAccessibleName(tr("%1 %2").arg(m_field.items.at(row).label, spoken.at(choice)));
        button->setToolTip(spoken.at(choice));
        button->installEventFilter(this);
        made.group->addButton(button, choice);
        made.choices.at(static_cast<std::size_t>(choice)) = button;
        grid->addWidget(button, row + 1, choice + 1);
    }
    made.points = new QLabel(parent);
    made.points->setObjectName(QStringLiteral("points_%1").arg(row));
    grid->addWidget(made.points, row + 1, kPointsColumn, Qt::AlignHCenter);
    connect(made.group, &QButtonGroup::idToggled, this, [this, row](int choice, bool on) {
        if (on && !m_setting)
            answer(row, choice);
    });
    m_rows.append(made);
}

void AnswersDialog::show(int row) {
    const QScopedValueRollback setting(m_setting, true);
    const Row& shown = m_rows.at(row);
    const auto choice = kMeanings.indexOf(m_answers.at(row));
    // An exclusive group cannot be emptied.
    shown.group->setExclusive(false);
    for (int at = 0; at < 3; ++at)
        shown.choices.at(static_cast<std::size_t>(at))->setChecked(at == choice);
    shown.group->setExclusive(true);
    const ScaleItem& item = m_field.items.at(row);
    shown.points->setText(choice < 0    ? QString()
                          : choice == 0 ? signedNumber(item.yes)
                          : choice == 1 ? signedNumber(item.no)
                                        : signedNumber(0));
}

void AnswersDialog::answer(int row, int choice) {
    m_answers[row] = kMeanings.at(choice);
    show(row);
    tell();
}

void AnswersDialog::clearAnswer(int row) {
    m_answers[row] = QLatin1Char('-');
    show(row);
    tell();
}

void AnswersDialog::tell() {
    m_sum->setText(answerSentence(m_field, m_answers));
    const bool any = m_answers.count(QLatin1Char('-')) < m_answers.size();
    Q_EMIT answered(any ? m_answers : QString());
}

void AnswersDialog::go(int row) {
    if (row < 0 || row >= m_rows.size())
        return;
    const Row& there = m_rows.at(row);
    QAbstractButton* checked = there.group->checkedButton();
    QWidget* target = checked != nullptr ? static_cast<QWidget*>(checked) : there.choices.front();
    target->setFocus(Qt::TabFocusReason);
    if (auto* area = findChild<QScrollArea*>(QStringLiteral("answersArea")))
        area->ensureWidgetVisible(target, 0, fontMetrics().height() * 3);
}

bool AnswersDialog::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    int row = -1;
    for (int at = 0; at < m_rows.size(); ++at)
        for (const QRadioButton* button : m_rows.at(at).choices)
            if (button == watched)
                row = at;
    const auto modifiers = key->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier);
    if (row < 0 || modifiers != Qt::NoModifier)
        return QDialog::eventFilter(watched, event);
    const auto choice = key->text().isEmpty() ? -1 : answerKeys().indexOf(key->text().toUpper());
    if (choice >= 0 || key->key() == Qt::Key_Question) {
        answer(row, choice >= 0 ? static_cast<int>(choice) : 2);
        go(qMin<int>(row + 1, static_cast<int>(m_rows.size()) - 1));
        return true;
    }
    switch (key->key()) {
    case Qt::Key_Backspace:
    case Qt::Key_Delete:
        clearAnswer(row);
        return true;
    case Qt::Key_Up:
        go(row - 1);
        return true;
    case Qt::Key_Down:
        go(row + 1);
        return true;
    default:
        return QDialog::eventFilter(watched, event);
    }
}

} // namespace qis::ui
