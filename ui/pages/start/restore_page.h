#pragma once

#include "pages/start/work_page.h"

namespace qis::ui {

/// A home is coming back from its backup.
class RestorePage : public WorkPage {
    Q_OBJECT

public:
    explicit RestorePage(QWidget* parent = nullptr);

    void begin(const QString& file);
    void showProgress(int perCent);
};

} // namespace qis::ui
