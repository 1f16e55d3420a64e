#pragma once

#include <vector>

#include <QAbstractListModel>

#include "core/catalogue/activation.h"
#include "core/figure/catalogue_filter.h"
#include "core/scene/scene.h"

namespace secant {

/// The text in the language that is spoken.
[[nodiscard]] QString spoken(const LocalizedText& text, Language language);

/// The activations that match a search, by family, a header row before each. The family of the best match comes first,
/// so that the first row which is no header is the best match. Conventions of one name are one row: the first of them.
class ActivationModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole, ///< Empty for a header.
        FormulaRole,
        HeaderRole, ///< Whether the row is a header; headers can be neither selected nor chosen.
    };

    explicit ActivationModel(QObject* parent = nullptr);

    void setQuery(const QString& query);
    /// Only activations that have all of these are listed; a convention counts for the name it belongs to.
    void setFilter(const PropertySet& filter);
    [[nodiscard]] int activationCount() const; ///< Rows that are no headers.
    void setLanguage(Language language);
    [[nodiscard]] Language language() const { return m_language; }
    /// Invalid if nothing was found.
    [[nodiscard]] QModelIndex firstActivation() const;
    [[nodiscard]] QModelIndex indexOf(const QString& id) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row {
        Family family = Family::Rectifier;
        const Activation* activation = nullptr; ///< Null for a header.
    };

    void fill();
    [[nodiscard]] QString toolTip(const Activation& activation) const;

    std::vector<Row> m_rows;
    QString m_query;
    PropertySet m_filter;
    Language m_language = Language::English;
};

} // namespace secant
