//! Under which spellings a name is looked up, and what it most likely stands for.

use domain::territory::units::{
    District, INDEPENDENT_CITY, PostcodeOverride, Reach, TerritoryRows,
};
use domain::territory::{Gazetteer, Lookup, MunicipalityKey, PlaceQuery};
use domain::text::PostalCode;

use super::Meaning;
use crate::analyze;

/// Words before a name that only say what kind of town it is.
const TITLES: [&str; 5] = [
    "reuterstadt",
    "ostseebad",
    "seebad",
    "ostseeheilbad",
    "barlachstadt",
];

/// The municipalities a postcode reaches beside those of its places.
pub(super) fn overrides(gazetteer: &Gazetteer, postcode: &PostalCode) -> Vec<PostcodeOverride> {
    let listed = |key: &MunicipalityKey| {
        gazetteer
            .places_of(postcode)
            .any(|place| place.municipality == *key)
    };
    let query = PlaceQuery {
        postcode: Some(postcode.clone()),
        ..PlaceQuery::default()
    };
    match gazetteer.look_up(&query) {
        Lookup::Found(set) => set
            .places
            .into_iter()
            .filter_map(|place| place.municipality)
            .filter(|key| !listed(key))
            .map(|key| PostcodeOverride {
                postcode: postcode.clone(),
                reaches: Reach::Municipality(key),
            })
            .collect(),
        Lookup::OutsideState | Lookup::Unknown => Vec::new(),
    }
}

/// The spellings under which a name is looked up, folded and with single blanks.
pub(super) fn spellings(name: &str) -> Vec<String> {
    let joined = |text: &str| {
        let words = analyze::words(text)
            .into_iter()
            .filter(|word| word.spans == 1);
        words.map(|word| word.key).collect::<Vec<_>>()
    };
    let full = joined(name);
    let short = joined(name.split(['(', '/', ',']).next().unwrap_or(name));
    let mut spellings = Vec::new();
    for words in [full, short] {
        let bare = match words.split_first() {
            Some((title, rest)) if !rest.is_empty() && TITLES.contains(&title.as_str()) => rest,
            _ => words.as_slice(),
        };
        for form in [words.join(" "), bare.join(" ")] {
            if !form.is_empty() && !spellings.contains(&form) {
                spellings.push(form);
            }
        }
    }
    spellings
}

/// A town comes before the district of its name, both before a district that is history, and a
/// village counts only where nothing else has the name.
pub(super) fn keep_likeliest(meanings: &mut Vec<Meaning>, rows: &TerritoryRows) {
    meanings.sort_unstable();
    let is_town_district = |district: &District| {
        // the district of an independent city is that city
        meanings.iter().any(|meaning| match meaning {
            Meaning::Municipality(at) => {
                let key = rows.municipalities[*at].key.as_str();
                district.kind == INDEPENDENT_CITY && key.starts_with(district.key.as_str())
            }
            Meaning::District(_) | Meaning::Former(_) | Meaning::Village(_) => false,
        })
    };
    let towns = meanings
        .iter()
        .any(|meaning| matches!(meaning, Meaning::Municipality(_)));
    let districts = meanings
        .iter()
        .any(|meaning| matches!(meaning, Meaning::District(_)));
    let former = meanings
        .iter()
        .any(|meaning| matches!(meaning, Meaning::Former(_)));
    let kept: Vec<Meaning> = meanings
        .iter()
        .copied()
        .filter(|meaning| match meaning {
            Meaning::Municipality(_) => true,
            Meaning::District(at) => !is_town_district(&rows.districts[*at]),
            Meaning::Former(_) => !towns && !districts,
            Meaning::Village(_) => !towns && !districts && !former,
        })
        .collect();
    *meanings = kept;
}

pub(super) fn is_same_kind(meanings: &[Meaning], meaning: Meaning) -> bool {
    let first = meanings.first().copied();
    first.is_some_and(|first| std::mem::discriminant(&first) == std::mem::discriminant(&meaning))
}
