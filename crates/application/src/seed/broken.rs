//! The one line about a broken data file.

use std::fmt;

/// Why a data file cannot be read. `Display` is one line; data files hold public facts only, so what
/// was found is repeated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// The file's path inside `data/`, such as `network/13004.toml`.
    pub file: String,
    /// Where in it: `line 12`, or `organisation ist-anklam, service ist-anklam, kinds`.
    pub place: String,
    /// What was found there.
    pub found: String,
    /// What is allowed.
    pub allowed: String,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            file,
            place,
            found,
            allowed,
        } = self;
        write!(f, "data/{file}, {place}: found {found}; allowed: {allowed}")
    }
}

impl std::error::Error for Broken {}

impl Broken {
    /// A text that is not TOML, or not of the form that its file has.
    pub(super) fn syntax(file: &str, text: &str, error: &toml::de::Error) -> Self {
        let line = error.span().map_or(1, |span| {
            let before = text.get(..span.start).unwrap_or(text);
            before.bytes().filter(|byte| *byte == b'\n').count() + 1
        });
        let message = error.message().replace('\n', " ");
        let (found, allowed) = match message.split_once(", expected ") {
            Some((found, allowed)) => (found.to_owned(), allowed.to_owned()),
            None => (message, "the form told in data/README.md".to_owned()),
        };
        Self {
            file: file.to_owned(),
            place: format!("line {line}"),
            found,
            allowed,
        }
    }
}
