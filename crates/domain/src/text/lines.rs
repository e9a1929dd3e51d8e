//! Texts that people type into one line or several.

use super::Malformed;

/// Whether a text is one line: no line break, nothing else of the control characters, and nothing that
/// turns the direction of writing, because it could show another text than it holds.
pub fn is_one_line(text: &str) -> bool {
    !text
        .chars()
        .any(|c| c.is_control() || turns_direction(c) || matches!(c, '\u{2028}' | '\u{2029}'))
}

/// A name without the blanks around it: 1 to 200 characters of one line.
///
/// # Errors
/// What would be allowed.
pub fn name(given: &str) -> Result<&str, Malformed> {
    let name = given.trim();
    let allowed = if !(1..=200).contains(&name.chars().count()) {
        "a name has 1 to 200 characters"
    } else if !is_one_line(name) {
        ONE_LINE
    } else {
        return Ok(name);
    };
    Err(Malformed { allowed })
}

/// What is said of a text that [`is_one_line`] refuses.
pub const ONE_LINE: &str = "a text of one line, without control characters";

/// Whether a text may have several lines, and tabs, but else nothing that [`is_one_line`] refuses.
pub fn is_prose(text: &str) -> bool {
    text.split(['\n', '\r', '\t']).all(is_one_line)
}

/// The characters Unicode calls `Bidi_Control`.
const fn turns_direction(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_shows_what_it_holds() {
        for fine in ["Praxis Dr. Beispiel – für Eltern", "ازبرای‌کودکان", ""] {
            assert!(is_one_line(fine) && is_prose(fine), "{fine}");
        }
        for lines in ["a\nb", "a\r\nb", "a\tb"] {
            assert!(!is_one_line(lines) && is_prose(lines), "{lines:?}");
        }
        for control in [
            "a\u{202e}b",
            "a\u{2066}b",
            "\u{200f}",
            "a\u{7}",
            "a\u{85}b",
            "a\u{2028}b",
        ] {
            assert!(!is_one_line(control) && !is_prose(control), "{control:?}");
        }
    }
}
