#pragma once

#include <QtCore/QString>

#include <functional>
#include <optional>

namespace qis::ui {

/// Why something did not happen: a stable code, its English detail and the member concerned.
struct Fault {
    QString code;
    QString detail;
    QString field;
};

template <class T> struct Result {
    std::optional<T> value;
    Fault fault; ///< meaningful exactly when value is empty

    [[nodiscard]] bool ok() const { return value.has_value(); }
};

template <class T> using Callback = std::function<void(const Result<T>&)>;

struct Done {};

} // namespace qis::ui
