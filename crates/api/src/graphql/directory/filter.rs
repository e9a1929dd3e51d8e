//! What a search asks for, as both faces take it.

use async_graphql::InputObject;
use domain::directory::{Filter, Near, Taxonomy, TermKey};
use domain::text::{Lang, PostalCode};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Channel, CostKind};
use crate::graphql::context::Vocabulary;
use crate::graphql::scalars::DateTime;
use application::FieldError;

/// What a service must be to be found. All conditions that are given hold together. An unknown value
/// never excludes a service: it ranks lower.
#[derive(Debug, Clone, Default, InputObject, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct ServiceFilter {
    /// Words, as typed, at most 200 characters, such as "papa haut" or "Familienhebamme".
    pub text: Option<String>,
    /// A place by name or postcode, as typed, such as "Güstrow" or `19055`.
    pub place: Option<String>,
    /// A district key (AGS): five digits, such as `13072`.
    pub district: Option<String>,
    /// A municipality key (AGS): eight digits, such as `13003000`.
    pub municipality: Option<String>,
    /// A postcode: five digits, such as `19055`.
    pub postcode: Option<String>,
    /// Any of these topics, by key, such as `neglect`.
    pub topics: Option<Vec<String>>,
    /// Any of these kinds of service or organisation, by key, such as `counselling`.
    pub kinds: Option<Vec<String>>,
    /// Any of these sectors, by key, such as `youth_welfare`.
    pub sectors: Option<Vec<String>>,
    /// For somebody of this age in months, 0 to 1200.
    pub age_months: Option<i32>,
    /// In any of these languages, as BCP 47 tags, such as `uk`.
    pub languages: Option<Vec<String>>,
    /// Reachable without steps; false asks for nothing.
    pub accessibility: Option<bool>,
    /// Any of these costs.
    pub cost: Option<Vec<CostKind>>,
    /// Possible without a name; false asks for nothing.
    pub anonymous: Option<bool>,
    /// Not known to be closed at this instant, such as `2026-11-20T15:40:00Z`: those known to be open come first, those whose hours are unknown after them.
    pub open_at: Option<DateTime>,
    /// By this channel.
    pub channel: Option<Channel>,
    /// Has room; false asks for nothing.
    pub accepting: Option<bool>,
    /// Within a distance of a point.
    pub near: Option<NearInput>,
}

/// A circle on the earth.
#[derive(Debug, Clone, Copy, InputObject, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NearInput {
    /// Latitude in degrees, WGS 84, -90 to 90.
    pub lat: f64,
    /// Longitude in degrees, WGS 84, -180 to 180.
    pub lon: f64,
    /// Radius in metres, 1 to 200,000.
    pub radius_m: i32,
}

/// The fields of a filter that hold something not allowed.
pub(crate) type InvalidFilter = Vec<FieldError>;

impl ServiceFilter {
    /// The question in words of the domain.
    ///
    /// # Errors
    /// Every field that holds something not allowed, by its path below `filter`.
    pub(crate) fn parse(self, vocabulary: &Vocabulary) -> Result<Filter, InvalidFilter> {
        let mut wrong = Wrong::default();
        let keys = |taxonomies: &[Taxonomy]| -> Vec<TermKey> {
            let terms = taxonomies.iter().flat_map(|one| vocabulary.terms_of(*one));
            terms.map(|term| term.key.clone()).collect()
        };
        let Self {
            text,
            place,
            district,
            municipality,
            postcode,
            topics,
            kinds,
            sectors,
            age_months,
            languages,
            accessibility,
            cost,
            anonymous,
            open_at,
            channel,
            accepting,
            near,
        } = self;
        let filter = Filter {
            text: wrong.short("text", text),
            place: wrong.short("place", place),
            district: wrong.digits("district", district, 5),
            municipality: wrong.digits("municipality", municipality, 8),
            postcode: postcode.and_then(|given| wrong.parsed::<PostalCode>("postcode", &given)),
            topics: wrong.terms("topics", topics, || keys(&[Taxonomy::Topic])),
            kinds: wrong.terms("kinds", kinds, || {
                keys(&[Taxonomy::ServiceKind, Taxonomy::OrganisationKind])
            }),
            sectors: wrong.terms("sectors", sectors, || keys(&[Taxonomy::Sector])),
            age_months: age_months.and_then(|months| wrong.age(months)),
            languages: wrong.all::<Lang>("languages", languages),
            accessible: accessibility.unwrap_or_default(),
            cost: cost
                .unwrap_or_default()
                .into_iter()
                .map(Into::into)
                .collect(),
            anonymous: anonymous.unwrap_or_default(),
            open_at: open_at.map(|at| at.0),
            channel: channel.map(Into::into),
            accepting: accepting.unwrap_or_default(),
            near: near.and_then(|near| wrong.near(near)),
        };
        if wrong.0.is_empty() {
            Ok(filter)
        } else {
            Err(wrong.0)
        }
    }
}

#[derive(Default)]
struct Wrong(Vec<FieldError>);

impl Wrong {
    fn refuse(&mut self, field: &str, allowed: impl Into<String>) {
        self.0
            .push(FieldError::new(&format!("filter.{field}"), allowed));
    }

    fn short(&mut self, field: &str, given: Option<String>) -> Option<String> {
        let text = given.filter(|text| !text.trim().is_empty())?;
        if text.chars().count() > 200 {
            self.refuse(field, "at most 200 characters");
            return None;
        }
        Some(text)
    }

    fn digits(&mut self, field: &str, given: Option<String>, count: usize) -> Option<String> {
        let key = given?;
        // the invented district of the demo has letters in its key
        let well_formed = key.len() == count && key.bytes().all(|b| b.is_ascii_alphanumeric());
        if !well_formed {
            self.refuse(
                field,
                format!(
                    "a key has {count} characters, such as {}",
                    &"13003000"[..count]
                ),
            );
            return None;
        }
        Some(key)
    }

    fn parsed<T: std::str::FromStr<Err = domain::text::Malformed>>(
        &mut self,
        field: &str,
        given: &str,
    ) -> Option<T> {
        given
            .parse()
            .map_err(|malformed: domain::text::Malformed| self.refuse(field, malformed.allowed))
            .ok()
    }

    fn all<T: std::str::FromStr<Err = domain::text::Malformed>>(
        &mut self,
        field: &str,
        given: Option<Vec<String>>,
    ) -> Vec<T> {
        let given = given.unwrap_or_default();
        if given.len() > 50 {
            self.refuse(field, "at most 50 values");
            return Vec::new();
        }
        given
            .iter()
            .filter_map(|one| self.parsed(field, one))
            .collect()
    }

    /// Keys of terms that exist.
    fn terms(
        &mut self,
        field: &str,
        given: Option<Vec<String>>,
        known: impl FnOnce() -> Vec<TermKey>,
    ) -> Vec<TermKey> {
        let keys = self.all::<TermKey>(field, given);
        if keys.is_empty() {
            return keys;
        }
        let known = known();
        if keys.iter().any(|key| !known.contains(key)) {
            let names: Vec<_> = known.iter().map(TermKey::as_str).collect();
            self.refuse(field, format!("one of: {}", names.join(", ")));
        }
        keys
    }

    fn age(&mut self, months: i32) -> Option<u16> {
        let age = u16::try_from(months).ok().filter(|months| *months <= 1_200);
        if age.is_none() {
            self.refuse("ageMonths", "an age is 0 to 1200 months");
        }
        age
    }

    fn near(&mut self, near: NearInput) -> Option<Near> {
        let NearInput { lat, lon, radius_m } = near;
        let radius = u32::try_from(radius_m)
            .ok()
            .filter(|metres| (1..=200_000).contains(metres));
        let on_earth = (-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon);
        match radius {
            Some(radius_m) if on_earth => Some(Near { lat, lon, radius_m }),
            Some(_) | None => {
                self.refuse(
                    "near",
                    "lat is -90 to 90, lon -180 to 180, radiusM 1 to 200000",
                );
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_wrong_field_is_named_and_none_is_repeated() {
        let filter = ServiceFilter {
            postcode: Some("geheim".to_owned()),
            age_months: Some(-1),
            near: Some(NearInput {
                lat: 91.0,
                lon: 0.0,
                radius_m: 10,
            }),
            topics: Some(vec!["Vernachlässigung!".to_owned()]),
            ..ServiceFilter::default()
        };
        let wrong = filter.parse(&Vocabulary::default()).unwrap_err();
        let fields: Vec<_> = wrong.iter().map(FieldError::pointer).collect();
        assert_eq!(
            fields,
            [
                "/filter/postcode",
                "/filter/topics",
                "/filter/ageMonths",
                "/filter/near"
            ]
        );
        assert!(
            wrong
                .iter()
                .all(|field| !field.to_string().contains("geheim"))
        );
    }

    #[test]
    fn blank_words_ask_for_nothing() {
        let filter = ServiceFilter {
            text: Some("  ".to_owned()),
            ..ServiceFilter::default()
        };
        assert_eq!(filter.parse(&Vocabulary::default()), Ok(Filter::default()));
    }
}
