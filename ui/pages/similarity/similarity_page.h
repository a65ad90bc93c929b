#pragma once

#include "bridge/values.h"
#include "pages/pane.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QStackedWidget;

namespace qis::ui {

class DefinitionModel;
class EmptyState;
class EngineBridge;
class FactList;
class PlainTable;

/// What counts as alike: the definition in force for each domain, to read.
class SimilarityPage : public QWidget {
    Q_OBJECT

public:
    explicit SimilarityPage(EngineBridge& bridge, QWidget* parent = nullptr);

    void reload();
    void choosePack(const QString& id);
    [[nodiscard]] QList<Pane> panes() const;
    [[nodiscard]] const DefinitionModel& model() const { return *m_model; }

private:
    [[nodiscard]] QWidget* build();
    void showPacks(const QList<Pack>& packs);
    void readDefinition();
    void showDefinition(const CommandResult& answer);
    void showTrouble(const QString& sentence);

    EngineBridge& m_bridge;
    DefinitionModel* m_model;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QComboBox* m_pack;
    FactList* m_facts;
    PlainTable* m_table;
    QList<Pack> m_packs;
    QString m_wanted; ///< the pack to show as soon as it is listed
};

} // namespace qis::ui
