//! One spelling for all spellings: Güstrow, Guestrow and Gustrow are the same word.

use unicode_normalization::UnicodeNormalization;

/// NFKC and lower case; the form in which two words are "the very word".
pub(crate) fn lower(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfkc().flat_map(char::to_lowercase).collect()
}

/// The key of a lower-case word: ß is ss, accents fall away, and `ä`, `ae` and `a` are alike, as
/// are `ö`, `oe`, `o` and `ü`, `ue`, `u`. After a vowel or q an e stands for itself (Frauen, Quelle).
pub(crate) fn key(lower: &str) -> String {
    let mut key = String::with_capacity(lower.len());
    let mut chars = lower.chars().peekable();
    let mut before = None;
    while let Some(c) = chars.next() {
        match c {
            'ß' => key.push_str("ss"),
            'a' | 'o' | 'u' => {
                key.push(c);
                let spelled_out = chars.peek() == Some(&'e') && !before.is_some_and(keeps_the_e);
                if spelled_out {
                    chars.next();
                }
            }
            plain if plain.is_ascii() => key.push(plain),
            other => match bare(other) {
                Some(letter) => key.push(letter),
                None => key.push(other),
            },
        }
        before = Some(c);
    }
    key
}

const fn keeps_the_e(before: char) -> bool {
    matches!(before, 'a' | 'e' | 'i' | 'o' | 'u' | 'ä' | 'ö' | 'ü' | 'q')
}

/// The letter below its accents.
fn bare(letter: char) -> Option<char> {
    std::iter::once(letter).nfd().next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn umlauts_are_found_in_every_spelling() {
        for spelling in [
            "Güstrow",
            "Guestrow",
            "gustrow",
            "GÜSTROW",
            "Gu\u{308}strow",
        ] {
            assert_eq!(key(&lower(spelling)), "gustrow", "{spelling}");
        }
        assert_eq!(key(&lower("Straße")), key(&lower("Strasse")));
        assert_eq!(key(&lower("Gefährdung")), key(&lower("Gefaehrdung")));
    }

    #[test]
    fn an_e_that_is_no_umlaut_stays() {
        assert_eq!(key("frauen"), "frauen");
        assert_eq!(key("quelle"), "quelle");
        assert_eq!(key("trauer"), "trauer");
    }

    #[test]
    fn accents_fall_away() {
        assert_eq!(key("café"), "cafe");
    }
}
