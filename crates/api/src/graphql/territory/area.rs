//! Districts, places, areas.

use application::territory::Suggestion;
use async_graphql::{Enum, SimpleObject};
use domain::territory::{Area, AreaMember, Places, units};
use serde::Serialize;
use utoipa::ToSchema;

use crate::graphql::context::Asking;
use crate::graphql::scalars::LocalizedText;
use crate::middleware::request::Tongue;

/// A district of the state: a Landkreis or an independent city.
#[derive(Debug, Clone, PartialEq, Eq, SimpleObject, Serialize, ToSchema)]
#[graphql(serial)]
#[serde(rename_all = "camelCase")]
pub struct District {
    /// Its key (AGS): five digits, such as `13072`.
    pub key: String,
    /// Its full name, such as "Landkreis Rostock".
    pub full_name: String,
    /// A short label that is still its own, such as "Rostock (Landkreis)".
    pub short_label: String,
    /// What it is.
    pub kind: DistrictKind,
}

/// What a district is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DistrictKind {
    /// A Landkreis of many municipalities.
    District,
    /// A city that is its own district.
    IndependentCity,
}

/// A place that may be chosen in a place field.
#[derive(Debug, Clone, SimpleObject, Serialize, ToSchema)]
#[graphql(serial)]
pub struct Place {
    /// What is shown, with what tells it apart, such as "Neuenkirchen (Landkreis Vorpommern-Rügen)".
    pub label: String,
    /// A postcode of it, such as `18107`, where one was typed or the place is one village of several.
    pub postcode: Option<String>,
    /// The key of its municipality (AGS): eight digits, such as `13003000`.
    pub municipality: String,
    /// The full name of its district.
    pub district: String,
}

impl District {
    /// A district as it is shown.
    pub(crate) fn of(district: &units::District) -> Self {
        let kind = if district.kind == units::INDEPENDENT_CITY {
            DistrictKind::IndependentCity
        } else {
            DistrictKind::District
        };
        let short_label = match kind {
            DistrictKind::IndependentCity => format!("{} (Stadt)", district.name),
            DistrictKind::District if district.name == "Rostock" => {
                format!("{} (Landkreis)", district.name)
            }
            DistrictKind::District => district.name.clone(),
        };
        Self {
            key: district.key.to_string(),
            full_name: district.full_name.clone(),
            short_label,
            kind,
        }
    }

    /// The district with this key, also an invented one.
    pub(crate) fn find(key: &str, asking: &Asking) -> Option<Self> {
        asking
            .atlas
            .gazetteer()
            .district(&key.parse().ok()?)
            .map(Self::of)
    }
}

impl From<&Suggestion> for Place {
    fn from(suggestion: &Suggestion) -> Self {
        Self {
            label: suggestion.label.clone(),
            postcode: suggestion.postcode.clone(),
            municipality: suggestion.municipality.clone(),
            district: suggestion.district.clone(),
        }
    }
}

/// An area in words, such as "Landkreis Rostock, Schwerin".
pub(crate) fn area_label(area: &Area, asking: &Asking) -> LocalizedText {
    let english = asking.tongue == Tongue::English;
    match area {
        Area::Nationwide if english => LocalizedText::in_tongue(asking.tongue, "All of Germany"),
        Area::Nationwide => LocalizedText::german("ganz Deutschland"),
        Area::Statewide => state(english),
        Area::Set(set) => {
            let names = |members: &[AreaMember]| -> Vec<String> {
                members
                    .iter()
                    .map(|member| places(&member.places, asking))
                    .collect()
            };
            let (include, exclude) = (names(&set.include), names(&set.exclude));
            let mut text = include.join(", ");
            if !exclude.is_empty() {
                text.push_str(if english { ", except " } else { ", ohne " });
                text.push_str(&exclude.join(", "));
            }
            if let Some(note) = &set.note {
                text = if text.is_empty() {
                    note.clone()
                } else {
                    format!("{text} ({note})")
                };
            }
            LocalizedText::in_tongue(asking.tongue, text)
        }
    }
}

fn state(english: bool) -> LocalizedText {
    if english {
        LocalizedText::in_tongue(Tongue::English, "All of Mecklenburg-Vorpommern")
    } else {
        LocalizedText::german("ganz Mecklenburg-Vorpommern")
    }
}

fn places(places: &Places, asking: &Asking) -> String {
    let gazetteer = asking.atlas.gazetteer();
    let english = asking.tongue == Tongue::English;
    match places {
        Places::State => state(english).value,
        Places::District(key) => asking
            .atlas
            .district_name(key)
            .map_or_else(|| key.to_string(), str::to_owned),
        Places::FormerDistrict(key) => {
            let name = gazetteer
                .former_district(key)
                .map_or(key.as_str(), |old| &old.full_name);
            if english {
                format!("former {name}")
            } else {
                format!("früherer {name}")
            }
        }
        Places::Association(key) => gazetteer
            .municipalities(true)
            .filter_map(|municipality| municipality.association.as_ref())
            .find(|amt| amt.key == *key)
            .map_or_else(|| key.to_string(), |amt| format!("Amt {}", amt.name)),
        Places::Municipality(key) => gazetteer.label(key),
        Places::SubRegion(key) => gazetteer
            .sub_region(key)
            .map_or_else(|| key.to_string(), |part| part.name.clone()),
        Places::Postcode(postcode) if english => format!("postcode {postcode}"),
        Places::Postcode(postcode) => format!("Postleitzahl {postcode}"),
        Places::Radius { metres, .. } if english => format!("within {} km", metres / 1_000),
        Places::Radius { metres, .. } => format!("im Umkreis von {} km", metres / 1_000),
    }
}
