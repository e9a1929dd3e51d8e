//! Light German stemming: plural and case, nothing else. After the light stemmer of J. Savoy
//! (`UniNE`), which confuses fewer words than the Snowball one.

/// The stem of a folded word.
pub(crate) fn stem(key: &str) -> &str {
    if !key.is_ascii() {
        return key;
    }
    without_degree(without_case(key))
}

fn without_case(word: &str) -> &str {
    let bytes = word.as_bytes();
    let len = bytes.len();
    if len > 5 && word.ends_with("ern") {
        return &word[..len - 3];
    }
    if len > 4 && bytes[len - 2] == b'e' && matches!(bytes[len - 1], b'm' | b'n' | b'r' | b's') {
        return &word[..len - 2];
    }
    if len > 3 && bytes[len - 1] == b'e' {
        return &word[..len - 1];
    }
    if len > 3 && bytes[len - 1] == b's' && carries_an_ending(bytes[len - 2]) {
        return &word[..len - 1];
    }
    word
}

fn without_degree(word: &str) -> &str {
    let bytes = word.as_bytes();
    let len = bytes.len();
    if len > 5 && word.ends_with("est") {
        return &word[..len - 3];
    }
    if len > 4 && bytes[len - 2] == b'e' && matches!(bytes[len - 1], b'r' | b'n') {
        return &word[..len - 2];
    }
    if len > 4 && word.ends_with("st") && carries_an_ending(bytes[len - 3]) {
        return &word[..len - 2];
    }
    word
}

const fn carries_an_ending(letter: u8) -> bool {
    matches!(
        letter,
        b'b' | b'd' | b'f' | b'g' | b'h' | b'k' | b'l' | b'm' | b'n' | b't'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plural_and_case_share_a_stem() {
        for (one, other) in [
            ("hebamme", "hebammen"),
            ("kind", "kinder"),
            ("kind", "kindes"),
            ("familie", "familien"),
            ("beratung", "beratungen"),
            ("frauenhaus", "frauenhauser"),
            ("angst", "angste"),
        ] {
            assert_eq!(stem(one), stem(other), "{one} {other}");
        }
    }

    #[test]
    fn short_words_keep_their_letters() {
        assert_eq!(stem("amt"), "amt");
        assert_eq!(stem("see"), "see");
    }
}
