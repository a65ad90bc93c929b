#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

/// What every conversion of convert.h is made of.
namespace qis::ui::convert {

inline QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

template <class T> qint64 count(T number) {
    return static_cast<qint64>(std::min<std::uint64_t>(number, std::numeric_limits<qint64>::max()));
}

inline int smallCount(std::size_t number) {
    return static_cast<int>(std::min<std::size_t>(number, std::numeric_limits<int>::max()));
}

inline QStringList texts(const std::vector<std::string>& list) {
    QStringList out;
    out.reserve(static_cast<qsizetype>(list.size()));
    for (const std::string& item : list)
        out.append(text(item));
    return out;
}

template <class To, class From, class Function> QList<To> mapped(const std::vector<From>& list, Function convert) {
    QList<To> out;
    out.reserve(static_cast<qsizetype>(list.size()));
    for (const From& item : list)
        out.append(convert(item));
    return out;
}

} // namespace qis::ui::convert
