//! What led to a place or a body, in words.

use serde::{Deserialize, Serialize};

use crate::text::{Lang, PostalCode};

/// One reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Because {
    /// A postcode delivers there.
    Postcode(PostalCode),
    /// A municipality, named as it is told apart.
    Municipality(String),
    /// A village of a municipality.
    Village(String),
    /// A district, by its full name.
    District(String),
    /// A district of before the reform, by its full name.
    FormerDistrict(String),
    /// A part of a district.
    SubRegion(String),
    /// A point on the map.
    Point,
}

impl Because {
    /// The reason in words: English for `en`, German for every other language.
    pub fn text(&self, lang: &Lang) -> String {
        let english = lang.as_str() == "en";
        match (self, english) {
            (Self::Postcode(postcode), false) => format!("Postleitzahl {postcode}"),
            (Self::Postcode(postcode), true) => format!("postcode {postcode}"),
            (Self::Municipality(name), false) => format!("Gemeinde {name}"),
            (Self::Municipality(name), true) => format!("municipality {name}"),
            (Self::Village(name), false) => format!("Ort {name}"),
            (Self::Village(name), true) => format!("place {name}"),
            (Self::FormerDistrict(name), false) => format!("früher {name}"),
            (Self::FormerDistrict(name), true) => format!("formerly {name}"),
            (Self::District(name) | Self::SubRegion(name), _) => name.clone(),
            (Self::Point, false) => "Punkt auf der Karte".to_owned(),
            (Self::Point, true) => "point on the map".to_owned(),
        }
    }
}
