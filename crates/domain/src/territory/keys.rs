//! The official keys of places. A key names a place for ever; names change and repeat.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::text::Malformed;

macro_rules! official_key {
    ($(#[$doc:meta])* $name:ident, $digits:literal, $allowed:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The digits.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl FromStr for $name {
            type Err = Malformed;

            fn from_str(given: &str) -> Result<Self, Malformed> {
                if given.len() == $digits && given.bytes().all(|byte| byte.is_ascii_digit()) {
                    Ok(Self(given.to_owned()))
                } else {
                    Err(Malformed { allowed: $allowed })
                }
            }
        }

        impl TryFrom<String> for $name {
            type Error = Malformed;

            fn try_from(given: String) -> Result<Self, Malformed> {
                given.parse()
            }
        }

        impl From<$name> for String {
            fn from(key: $name) -> Self {
                key.0
            }
        }
    };
}

official_key! {
    /// A Landkreis or an independent city, present or former (AGS, 5 digits), such as `13071`.
    DistrictKey, 5, "a district key has five digits, such as 13071"
}

official_key! {
    /// A municipality (AGS, 8 digits), such as `13071156`.
    MunicipalityKey, 8, "a municipality key has eight digits, such as 13071156"
}

official_key! {
    /// An association of municipalities (Amt; the first 9 digits of the ARS), such as `130755554`.
    AssociationKey, 9, "the key of an Amt has nine digits, such as 130755554"
}

impl MunicipalityKey {
    /// The district whose key it carries.
    pub fn district(&self) -> DistrictKey {
        DistrictKey(self.0.chars().take(5).collect())
    }
}

/// A part of a district that has a team of its own, such as `13071-waren`; our own key.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SubRegionKey(pub String);

impl fmt::Display for SubRegionKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_municipality_key_names_its_district() {
        let waren: MunicipalityKey = "13071156".parse().unwrap();
        assert_eq!(waren.district(), "13071".parse().unwrap());
    }

    #[test]
    fn a_key_has_exactly_its_digits() {
        assert!("1307".parse::<DistrictKey>().is_err());
        assert!("1307115x".parse::<MunicipalityKey>().is_err());
    }
}
