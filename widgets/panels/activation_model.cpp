#include "widgets/panels/activation_model.h"

#include <algorithm>

#include "core/catalogue/catalogue.h"
#include "core/catalogue/frameworks.h"

namespace secant {
namespace {

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// The one that stands for all conventions of its name.
const Activation* representative(const Activation* activation)
{
    if (activation->conventionGroup.empty()) {
        return activation;
    }
    const auto all = activations();
    return *std::find_if(all.begin(), all.end(), [activation](const Activation* other) {
        return other->conventionGroup == activation->conventionGroup;
    });
}

/// The formula, after the English name where the row is not headed by it: papers and code use that one.
QString detail(const Activation& activation, Language language)
{
    const bool named = activation.name.chinese.find(activation.name.english) != std::string_view::npos;
    const QString formula = text(activation.formula);
    return language == Language::English || named
               ? formula
               : QStringLiteral("%1  ·  %2").arg(text(activation.name.english), formula);
}

} // namespace

QString spoken(const LocalizedText& localized, Language language)
{
    return text(language == Language::Chinese ? localized.chinese : localized.english);
}

ActivationModel::ActivationModel(QObject* parent) : QAbstractListModel(parent)
{
    fill();
}

void ActivationModel::setQuery(const QString& query)
{
    beginResetModel();
    m_query = query;
    fill();
    endResetModel();
}

void ActivationModel::setFilter(const PropertySet& filter)
{
    beginResetModel();
    m_filter = filter;
    fill();
    endResetModel();
}

int ActivationModel::activationCount() const
{
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), [](const Row& row) { return row.activation; }));
}

void ActivationModel::setLanguage(Language language)
{
    if (language == m_language) {
        return;
    }
    m_language = language;
    if (!m_rows.empty()) {
        emit dataChanged(index(0), index(rowCount() - 1));
    }
}

void ActivationModel::fill()
{
    std::vector<const Activation*> found;
    for (const Activation* match : searchActivations(m_query.toStdString())) {
        if (m_filter.any() && (propertiesOf(*match) & m_filter) != m_filter) {
            continue;
        }
        const Activation* activation = representative(match);
        if (std::find(found.begin(), found.end(), activation) == found.end()) {
            found.push_back(activation);
        }
    }
    m_rows.clear();
    for (const Activation* best : found) {
        const Family family = best->family;
        const auto isOfFamily = [family](const Row& row) { return row.family == family; };
        if (std::any_of(m_rows.begin(), m_rows.end(), isOfFamily)) {
            continue;
        }
        m_rows.push_back({family, nullptr});
        for (const Activation* activation : found) {
            if (activation->family == family) {
                m_rows.push_back({family, activation});
            }
        }
    }
}

QModelIndex ActivationModel::firstActivation() const
{
    return m_rows.empty() ? QModelIndex() : index(1);
}

QModelIndex ActivationModel::indexOf(const QString& id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&id](const Row& row) {
        return row.activation && text(row.activation->id()) == id;
    });
    return found == m_rows.end() ? QModelIndex() : index(static_cast<int>(found - m_rows.begin()));
}

int ActivationModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ActivationModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == HeaderRole) {
        return row.activation == nullptr;
    }
    if (!row.activation) {
        return role == Qt::DisplayRole ? QVariant(spoken(familyName(row.family), m_language)) : QVariant();
    }
    const Activation& activation = *row.activation;
    switch (role) {
    case Qt::DisplayRole:
        return spoken(activation.name, m_language);
    case Qt::ToolTipRole:
        return toolTip(activation);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(spoken(activation.name, m_language), text(activation.formula));
    case Qt::AccessibleDescriptionRole:
        return spoken(activation.purpose, m_language);
    case IdRole:
        return text(activation.id());
    case FormulaRole:
        return detail(activation, m_language);
    default:
        return {};
    }
}

Qt::ItemFlags ActivationModel::flags(const QModelIndex& index) const
{
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    if (data(index, HeaderRole).toBool()) {
        return Qt::ItemNeverHasChildren;
    }
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

QString ActivationModel::toolTip(const Activation& activation) const
{
    const auto paragraph = [](const QString& inner) { return QStringLiteral("<p>%1</p>").arg(inner); };
    const QString name = spoken(activation.name, m_language).toHtmlEscaped();
    QString html =
        paragraph(QStringLiteral("<b>%1</b><br>f(x) = %2").arg(name, text(activation.formula).toHtmlEscaped()));
    html += paragraph(spoken(activation.purpose, m_language).toHtmlEscaped());
    if (!activation.frameworks.empty()) {
        html += paragraph(tr("In %1").arg(text(frameworkList(activation)).toHtmlEscaped()));
    }
    if (!activation.paper.empty()) {
        html += paragraph(QStringLiteral("<i>%1</i>").arg(text(activation.paper).toHtmlEscaped()));
    }
    return html;
}

} // namespace secant
