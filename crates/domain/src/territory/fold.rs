//! How names of places are compared.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A name as it is compared first: lower case, umlauts written out (`Güstrow`, `Guestrow` and
/// `GÜSTROW` are one), punctuation as blanks.
pub(super) fn folded(name: &str) -> String {
    let spelled_out = name
        .nfkc()
        .flat_map(char::to_lowercase)
        .flat_map(|letter| match letter {
            'ä' => vec!['a', 'e'],
            'ö' => vec!['o', 'e'],
            'ü' => vec!['u', 'e'],
            'ß' => vec!['s', 's'],
            other => vec![other],
        });
    words(spelled_out)
}

/// A name as it is compared when nothing else was found: umlauts without their dots, however
/// they are written (`Gustrow` is `Güstrow` too).
pub(super) fn loosely_folded(name: &str) -> String {
    let undotted: String = folded(name)
        .nfd()
        .filter(|letter| !is_combining_mark(*letter))
        .collect();
    undotted
        .replace("ae", "a")
        .replace("oe", "o")
        .replace("ue", "u")
}

/// The name without what stands behind it in brackets or after a slash: `Waren (Müritz)` is also
/// known as Waren, `Röbel/Müritz` as Röbel.
pub(super) fn short_form(name: &str) -> Option<&str> {
    let (short, _) = name.split_once(" (").or_else(|| name.split_once('/'))?;
    Some(short)
}

fn words(letters: impl Iterator<Item = char>) -> String {
    let spaced: String = letters
        .map(|letter| {
            if letter.is_alphanumeric() {
                letter
            } else {
                ' '
            }
        })
        .collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_are_one() {
        for spelling in ["Güstrow", "guestrow", "GÜSTROW", " Gu\u{308}strow "] {
            assert_eq!(folded(spelling), "guestrow");
        }
        assert_eq!(loosely_folded("Gustrow"), loosely_folded("Güstrow"));
        assert_eq!(
            folded("Elmenhorst/Lichtenhagen"),
            folded("Elmenhorst-Lichtenhagen")
        );
        assert_eq!(folded("Groß Dratow"), folded("gross  dratow"));
    }

    #[test]
    fn two_towns_that_differ_by_an_umlaut_stay_two() {
        assert_ne!(folded("Bützow"), folded("Butzow"));
    }

    #[test]
    fn a_name_is_known_without_its_addition() {
        assert_eq!(short_form("Waren (Müritz)"), Some("Waren"));
        assert_eq!(short_form("Röbel/Müritz"), Some("Röbel"));
        assert_eq!(short_form("Schwerin"), None);
    }
}
