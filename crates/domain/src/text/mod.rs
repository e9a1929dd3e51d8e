//! Texts with a form: parsed once, valid for ever after.

mod language;
mod lines;

use std::fmt;
use std::str::FromStr;

pub use language::{Lang, LocalizedText};
pub use lines::{ONE_LINE, is_one_line, is_prose, name};
use serde::{Deserialize, Serialize};

/// A text that does not have the form its field asks for. `Display` says what is allowed and never
/// repeats what was typed, because it may be confidential.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{allowed}")]
pub struct Malformed {
    /// What would have been allowed, as a sentence.
    pub allowed: &'static str,
}

macro_rules! text_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(Box<str>);

        impl $name {
            /// The text in its canonical form.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl TryFrom<String> for $name {
            type Error = Malformed;

            fn try_from(given: String) -> Result<Self, Self::Error> {
                given.parse()
            }
        }

        impl From<$name> for String {
            fn from(text: $name) -> Self {
                text.0.into()
            }
        }
    };
}

text_type! {
    /// A German postcode: exactly five digits.
    PostalCode
}

impl FromStr for PostalCode {
    type Err = Malformed;

    fn from_str(given: &str) -> Result<Self, Malformed> {
        let given = given.trim();
        if given.len() == 5 && given.bytes().all(|byte| byte.is_ascii_digit()) {
            Ok(Self(given.into()))
        } else {
            Err(Malformed {
                allowed: "a postcode has exactly five digits, such as 19055",
            })
        }
    }
}

text_type! {
    /// A telephone number as it is dialled: E.164 (`+49385…`) or a national short code (`110`, `116111`).
    ///
    /// Extensions stay inside the number, so leading zeros are never lost.
    PhoneNumber
}

impl PhoneNumber {
    /// The address of a `tel:` link.
    pub fn href(&self) -> String {
        format!("tel:{}", self.0)
    }

    /// Whether it is an emergency call (110, 112), with or without the country in front.
    pub fn is_emergency(&self) -> bool {
        let national = self.0.strip_prefix("+49").unwrap_or(&self.0);
        matches!(national, "110" | "112")
    }
}

impl FromStr for PhoneNumber {
    type Err = Malformed;

    /// Accepts `+49 …`, `0049 …`, national numbers with a leading `0` and short codes; blanks,
    /// brackets, hyphens, dots and slashes are only decoration.
    fn from_str(given: &str) -> Result<Self, Malformed> {
        const ALLOWED: Malformed = Malformed {
            allowed: "a telephone number has 3 to 15 digits and may start with +, such as +49 385 4791569",
        };
        let decoration =
            |c: char| c.is_whitespace() || matches!(c, '(' | ')' | '-' | '–' | '.' | '/');
        let plain: String = given.chars().filter(|c| !decoration(*c)).collect();
        let (plus, digits) = match plain.strip_prefix('+') {
            Some(rest) => (true, rest),
            None => (false, plain.as_str()),
        };
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) || !(3..=15).contains(&digits.len()) {
            return Err(ALLOWED);
        }
        if plus {
            // the (0) of +49 (0) 385 … is not dialled; a bare 0 behind +49 is left alone, so that a
            // parsed number parses to itself
            let spelled = given.contains("(0)");
            let national = digits.strip_prefix("490").filter(|_| spelled);
            return Ok(Self(match national {
                Some(rest) => format!("+49{rest}").into(),
                None => format!("+{digits}").into(),
            }));
        }
        if let Some(rest) = digits.strip_prefix("00") {
            return Ok(Self(format!("+{rest}").into()));
        }
        if let Some(rest) = digits.strip_prefix('0') {
            return Ok(Self(format!("+49{rest}").into()));
        }
        if digits.len() <= 6 {
            Ok(Self(digits.into()))
        } else {
            Err(ALLOWED)
        }
    }
}

text_type! {
    /// A mail address: one `@`, a host with a dot, no blanks.
    Email
}

impl FromStr for Email {
    type Err = Malformed;

    fn from_str(given: &str) -> Result<Self, Malformed> {
        let given = given.trim();
        let well_formed = given.len() <= 254
            && !given
                .chars()
                .any(|c| c.is_whitespace() || c.is_control() || "<>\"(),;:\\".contains(c))
            && given.split_once('@').is_some_and(|(local, host)| {
                !local.is_empty()
                    && !host.contains('@')
                    && host.contains('.')
                    && host.split('.').all(|label| !label.is_empty())
            });
        if well_formed {
            Ok(Self(given.into()))
        } else {
            Err(Malformed {
                allowed: "a mail address looks like name@example.org",
            })
        }
    }
}

text_type! {
    /// A web address with scheme `http` or `https`.
    WebAddress
}

impl FromStr for WebAddress {
    type Err = Malformed;

    fn from_str(given: &str) -> Result<Self, Malformed> {
        let given = given.trim();
        let host = given
            .strip_prefix("https://")
            .or_else(|| given.strip_prefix("http://"))
            .map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
        let well_formed = given.len() <= 2_000
            && !given
                .chars()
                .any(|c| c.is_whitespace() || c.is_control() || "<>\"".contains(c))
            && host.is_some_and(|host| host.contains('.') && !host.contains('@'));
        if well_formed {
            Ok(Self(given.into()))
        } else {
            Err(Malformed {
                allowed: "a web address starts with https:// or http:// and names a host",
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_every_spelling_are_dialled_alike() {
        for spelling in [
            "0385 4791569",
            "+49 385 4791569",
            "0049 (385) 479-1569",
            "+49 (0)385/4791569",
        ] {
            assert_eq!(
                spelling.parse::<PhoneNumber>().unwrap().as_str(),
                "+493854791569"
            );
        }
        assert_eq!("116 111".parse::<PhoneNumber>().unwrap().as_str(), "116111");
        assert_eq!(
            "0800 14 14 007".parse::<PhoneNumber>().unwrap().as_str(),
            "+498001414007"
        );
        let odd: PhoneNumber = "0049 0 99001 12".parse().unwrap();
        assert_eq!(
            odd.as_str().parse(),
            Ok(odd.clone()),
            "a number parses to itself"
        );
        assert!("Durchwahl 12".parse::<PhoneNumber>().is_err());
        assert!("12".parse::<PhoneNumber>().is_err());
    }

    #[test]
    fn a_postcode_has_five_digits() {
        assert!(" 19055 ".parse::<PostalCode>().is_ok());
        for wrong in ["1905", "190555", "19O55", ""] {
            assert!(wrong.parse::<PostalCode>().is_err());
        }
    }

    #[test]
    fn a_web_address_names_a_host() {
        assert!("https://www.dksb-mv.de/x?y".parse::<WebAddress>().is_ok());
        for wrong in [
            "www.dksb-mv.de",
            "javascript:alert(1)",
            "https://",
            "https://a@b.de/",
        ] {
            assert!(wrong.parse::<WebAddress>().is_err());
        }
    }

    #[test]
    fn an_emergency_call_is_known_in_every_spelling() {
        for spelling in ["110", "112", "1 1-2", "+49 112", "0049 110"] {
            let number: PhoneNumber = spelling.parse().unwrap();
            assert!(number.is_emergency(), "{spelling}");
        }
        for other in ["116 111", "115", "0385 112"] {
            let number: PhoneNumber = other.parse().unwrap();
            assert!(!number.is_emergency(), "{other}");
        }
    }

    #[test]
    fn a_refusal_never_repeats_what_was_typed() {
        let secret = "geheim@@";
        assert!(
            !secret
                .parse::<Email>()
                .unwrap_err()
                .to_string()
                .contains("geheim")
        );
    }
}
