//! Suggesting places while somebody types.

use std::collections::BTreeSet;

use domain::territory::Gazetteer;

use super::Atlas;

/// A place that may be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// What is shown: with what tells it apart from its namesakes.
    pub label: String,
    /// The postcode, when one was typed or the place is a village of it.
    pub postcode: Option<String>,
    /// The key of the municipality.
    pub municipality: String,
    /// The full name of the district.
    pub district: String,
    /// The label as it is compared.
    folded: String,
}

impl Suggestion {
    /// Every place of the state, municipalities before villages, invented ones left out.
    pub(super) fn all(gazetteer: &Gazetteer) -> Vec<Self> {
        let mut towns = Vec::new();
        let mut villages = Vec::new();
        for municipality in gazetteer.municipalities(false) {
            let key = &municipality.key;
            let district = gazetteer
                .district(&key.district())
                .map(|district| district.full_name.clone())
                .unwrap_or_default();
            let suggest = |label: String, postcode: Option<String>| Self {
                folded: folded(&label),
                label,
                postcode,
                municipality: key.to_string(),
                district: district.clone(),
            };
            towns.push(suggest(gazetteer.label(key), None));
            for postcode in gazetteer.postcodes_of(key) {
                let mut names: BTreeSet<&str> = BTreeSet::new();
                for place in gazetteer
                    .places_of(&postcode)
                    .filter(|place| place.municipality == *key)
                {
                    names.insert(&place.place);
                }
                for name in names {
                    let label = if name == municipality.name {
                        gazetteer.label(key)
                    } else {
                        format!("{name}, {}", municipality.name)
                    };
                    villages.push(suggest(label, Some(postcode.to_string())));
                }
            }
        }
        towns.sort_by(|one, other| one.folded.cmp(&other.folded));
        villages.sort_by(|one, other| {
            (&one.folded, &one.postcode).cmp(&(&other.folded, &other.postcode))
        });
        towns.into_iter().chain(villages).collect()
    }
}

/// Places whose name or postcode begins with what was typed, at most `most`: municipalities first.
pub fn places<'a>(atlas: &'a Atlas, typed: &str, most: usize) -> Vec<&'a Suggestion> {
    let wanted = folded(typed);
    if wanted.is_empty() {
        return Vec::new();
    }
    let by_postcode = wanted.bytes().all(|byte| byte.is_ascii_digit());
    let fits = |place: &&Suggestion| {
        if by_postcode {
            place
                .postcode
                .as_deref()
                .is_some_and(|postcode| postcode.starts_with(&wanted))
        } else {
            place.folded.starts_with(&wanted)
        }
    };
    let mut shown: BTreeSet<(&str, Option<&str>)> = BTreeSet::new();
    let mut found = Vec::new();
    for place in atlas.suggestions().iter().filter(fits) {
        // a municipality with several postcodes is one place unless a postcode was typed
        let postcode = if by_postcode {
            place.postcode.as_deref()
        } else {
            None
        };
        if shown.insert((&place.label, postcode)) {
            found.push(place);
        }
        if found.len() == most {
            break;
        }
    }
    found
}

/// A name as it is compared: lower case, umlauts written out, punctuation as blanks.
fn folded(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    for letter in name.trim().chars().flat_map(char::to_lowercase) {
        match letter {
            'ä' => plain.push_str("ae"),
            'ö' => plain.push_str("oe"),
            'ü' => plain.push_str("ue"),
            'ß' => plain.push_str("ss"),
            letter if letter.is_alphanumeric() => plain.push(letter),
            _ if plain.ends_with(' ') => {}
            _ => plain.push(' '),
        }
    }
    plain.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(typed: &str) -> Vec<String> {
        let atlas = Atlas::shipped(true).unwrap();
        places(&atlas, typed, 10)
            .into_iter()
            .map(|place| place.label.clone())
            .collect()
    }

    #[test]
    fn a_beginning_suggests_places_with_what_tells_them_apart() {
        assert_eq!(labels("Güstr")[0], "Güstrow");
        assert_eq!(labels("guestr")[0], "Güstrow");
        let namesakes = labels("Neuenkirchen");
        assert!(
            namesakes
                .iter()
                .filter(|label| label.contains("Landkreis"))
                .count()
                >= 4
        );
    }

    #[test]
    fn a_postcode_suggests_all_its_places_and_nothing_suggests_nothing() {
        assert!(labels("18107").len() > 1);
        assert!(labels("").is_empty() && labels("…").is_empty());
        assert!(labels("s").len() <= 10);
    }

    #[test]
    fn an_invented_place_is_never_suggested() {
        assert!(labels("Beispiel").is_empty());
    }
}
