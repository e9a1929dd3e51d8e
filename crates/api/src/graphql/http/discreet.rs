//! Errors of the GraphQL library without what the caller sent: a name or a story may stand where a number belongs.

/// Behind these words the library repeats a value, down to the end of its sentence.
const VALUE_FOLLOWS: [&str; 3] = [
    ", found ",
    " does not contain the value ",
    " does not contain value ",
];

/// What the library says of a value, up to the value itself.
pub(super) fn of_value(message: &str) -> String {
    let starts = VALUE_FOLLOWS.iter().filter_map(|words| {
        let at = message.find(words)?;
        Some((at, words.trim_start_matches(',').trim()))
    });
    match starts.min() {
        None => message.to_owned(),
        Some((at, "found")) => format!("{}.", &message[..at]),
        Some((at, words)) => format!("{} {words} given.", &message[..at]),
    }
}

/// What the library says of a document that does not parse, without the line of it that it quotes; where it is
/// broken stands in the locations.
pub(super) fn of_syntax(message: &str) -> String {
    // a picture of several lines, the last of which names what should have stood there
    match message.rsplit_once("\n  = ") {
        Some((_picture, expected)) => format!("The document does not parse: {expected}."),
        None => message.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_not_repeated() {
        for (said, told) in [
            (
                r#"Expected input type "Int", found "Mia, found crying"."#,
                r#"Expected input type "Int"."#,
            ),
            (
                r#"Invalid value for argument "box", enumeration type "ReferralBox" does not contain the value "Mia, found""#,
                r#"Invalid value for argument "box", enumeration type "ReferralBox" does not contain the value given."#,
            ),
            (
                r#"Enumeration type does not contain value "Mia"."#,
                "Enumeration type does not contain value given.",
            ),
            (
                r#"Unknown field "mia" on type "Query"."#,
                r#"Unknown field "mia" on type "Query"."#,
            ),
        ] {
            assert_eq!(of_value(said), told);
        }
    }

    #[test]
    fn a_line_of_the_document_is_not_repeated() {
        let said = " --> 1:20\n  |\n1 | { find(text: \"Mia\"\n  |                   ^---\n  |\n  = expected name";
        assert_eq!(
            of_syntax(said),
            "The document does not parse: expected name."
        );
        assert_eq!(
            of_syntax("recursion limit exceeded."),
            "recursion limit exceeded."
        );
    }
}
