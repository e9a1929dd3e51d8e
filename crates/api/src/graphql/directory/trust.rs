//! Terms, sources, and how far a record may be trusted.

use async_graphql::{ID, SimpleObject};
use domain::directory::{self, Provenance, Verification};
use serde::Serialize;
use utoipa::ToSchema;

use super::{Certainty, Freshness, Taxonomy};
use crate::graphql::context::Asking;
use crate::graphql::scalars::{Date, LocalizedText};
use crate::middleware::request::Tongue;

/// One term of a taxonomy.
#[derive(Debug, Clone, SimpleObject, Serialize, ToSchema)]
#[graphql(serial)]
pub struct Term {
    /// Names the term, such as `trm_018f…`.
    #[schema(value_type = String)]
    pub id: ID,
    /// Its key, unique in the taxonomy: lower-case words joined by `_`, such as `youth_office`.
    pub key: String,
    /// The taxonomy it belongs to.
    pub taxonomy: Taxonomy,
    /// Its name.
    pub label: LocalizedText,
    /// The key of the wider term; absent at the top.
    pub parent: Option<String>,
}

impl Term {
    /// A term in the language of the request.
    pub(crate) fn of(term: &directory::Term, tongue: Tongue) -> Self {
        let wanted = |lang: &str| term.labels.iter().find(|label| label.lang.as_str() == lang);
        let label = match wanted(tongue.tag()) {
            Some(label) => LocalizedText::in_tongue(tongue, label.value.as_str()),
            None => LocalizedText::german(term.label("de")),
        };
        Self {
            id: term.id.to_string().into(),
            key: term.key.as_str().to_owned(),
            taxonomy: term.taxonomy.into(),
            label,
            parent: term
                .parent
                .as_ref()
                .map(|parent| parent.as_str().to_owned()),
        }
    }

    /// The terms with these keys; a key that no taxonomy knows any more is left out.
    pub(crate) fn all(
        taxonomy: directory::Taxonomy,
        keys: &[directory::TermKey],
        asking: &Asking,
    ) -> Vec<Self> {
        keys.iter()
            .filter_map(|key| asking.vocabulary.term(taxonomy, key))
            .map(|term| Self::of(term, asking.tongue))
            .collect()
    }

    /// The term with this key, bare when no taxonomy knows it any more.
    pub(crate) fn one(
        taxonomy: directory::Taxonomy,
        key: &directory::TermKey,
        asking: &Asking,
    ) -> Self {
        asking.vocabulary.term(taxonomy, key).map_or_else(
            || Self {
                id: key.as_str().into(),
                key: key.as_str().to_owned(),
                taxonomy: taxonomy.into(),
                label: LocalizedText::german(key.as_str()),
                parent: None,
            },
            |term| Self::of(term, asking.tongue),
        )
    }
}

/// Who states a fact, and of which date. Absent parts are not known.
#[derive(Debug, Clone, PartialEq, Eq, SimpleObject, Serialize, ToSchema)]
#[graphql(serial)]
pub struct StatedBy {
    /// Who published it, or what it is called; absent when the organisation wrote it here itself.
    pub title: Option<String>,
    /// Where it was read, an `http` or `https` address.
    pub url: Option<String>,
    /// Of which date, as precise as the source is: `2018`, `2023-12`, `2026-11-22`.
    pub date: Option<String>,
}

/// How far a record may be trusted.
#[derive(Debug, Clone, SimpleObject, Serialize, ToSchema)]
#[graphql(serial)]
#[serde(rename_all = "camelCase")]
pub struct Trust {
    /// Whether it was confirmed, and whether that still holds.
    pub freshness: Freshness,
    /// How sure it is.
    pub certainty: Certainty,
    /// The sources it was read in, newest first; empty when the organisation wrote it itself.
    pub sources: Vec<StatedBy>,
    /// On which day somebody confirmed it last; absent when nobody has.
    pub confirmed_on: Option<Date>,
    /// All this in one sentence, such as "Noch nicht bestätigt; Quelle vom Dezember 2023.".
    pub text: LocalizedText,
}

impl Trust {
    /// The trust in a record with this provenance and these confirmations.
    pub(crate) fn of(
        provenance: &Provenance,
        verifications: &[Verification],
        asking: &Asking,
    ) -> Self {
        let freshness = directory::Freshness::of(verifications, asking.today());
        let confirmed_on = verifications.iter().map(|one| one.confirmed_on).max();
        let sources: Vec<_> = provenance
            .sources
            .iter()
            .filter_map(|id| asking.source(Some(*id), None))
            .collect();
        let newest = sources.first().and_then(|source| source.date.clone());
        let text = sentence(asking.tongue, freshness, confirmed_on, newest.as_deref());
        Self {
            freshness: freshness.into(),
            certainty: provenance.certainty.into(),
            sources,
            confirmed_on: confirmed_on.map(Date),
            text: LocalizedText::in_tongue(asking.tongue, text),
        }
    }
}

fn sentence(
    tongue: Tongue,
    freshness: directory::Freshness,
    confirmed_on: Option<chrono::NaiveDate>,
    source_date: Option<&str>,
) -> String {
    use directory::Freshness::{Confirmed, Overdue, Unconfirmed};
    let day = |day: chrono::NaiveDate| match tongue {
        Tongue::German => day.format("%d.%m.%Y").to_string(),
        Tongue::English => day.format("%-d %B %Y").to_string(),
    };
    let source_date = source_date.map(|date| readable(date, tongue));
    match (tongue, freshness, confirmed_on.map(day), source_date) {
        (Tongue::German, Confirmed, Some(on), _) => format!("Bestätigt am {on}."),
        (Tongue::English, Confirmed, Some(on), _) => format!("Confirmed on {on}."),
        (Tongue::German, Overdue, Some(on), _) => {
            format!("Zuletzt bestätigt am {on}; das ist lange her.")
        }
        (Tongue::English, Overdue, Some(on), _) => {
            format!("Last confirmed on {on}, which is long ago.")
        }
        (Tongue::German, Unconfirmed | Confirmed | Overdue, _, Some(date)) => {
            format!("Noch nicht bestätigt; Stand der Quelle: {date}.")
        }
        (Tongue::English, Unconfirmed | Confirmed | Overdue, _, Some(date)) => {
            format!("Not confirmed yet; the source is of {date}.")
        }
        (Tongue::German, Unconfirmed | Confirmed | Overdue, _, None) => {
            "Noch nicht bestätigt.".to_owned()
        }
        (Tongue::English, Unconfirmed | Confirmed | Overdue, _, None) => {
            "Not confirmed yet.".to_owned()
        }
    }
}

/// A date as precise as it is: `2018`, `12/2023`, `22.11.2026`.
fn readable(date: &str, tongue: Tongue) -> String {
    let parts: Vec<&str> = date.split('-').collect();
    match (parts.as_slice(), tongue) {
        ([year, month], Tongue::German) => format!("{month}/{year}"),
        ([year, month, day], Tongue::German) => format!("{day}.{month}.{year}"),
        _ => date.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unconfirmed_record_says_how_old_its_source_is() {
        let said = |date| {
            sentence(
                Tongue::German,
                directory::Freshness::Unconfirmed,
                None,
                date,
            )
        };
        assert_eq!(
            said(Some("2023-12")),
            "Noch nicht bestätigt; Stand der Quelle: 12/2023."
        );
        assert_eq!(
            said(Some("2018")),
            "Noch nicht bestätigt; Stand der Quelle: 2018."
        );
        assert_eq!(said(None), "Noch nicht bestätigt.");
    }
}
