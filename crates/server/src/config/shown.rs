//! How a configuration, and what is wrong with it, is shown: without secrets, in one line.

use std::fmt::Write as _;

use figment::Source;
use figment::error::{Actual, Kind};
use url::Url;

use super::Config;

impl Config {
    /// All settings as TOML, with secrets masked.
    pub(crate) fn masked(&self) -> String {
        let mut shown = self.clone();
        shown.database_url = mask_password(&shown.database_url);
        shown.database_replica_url = shown.database_replica_url.as_deref().map(mask_password);
        shown.metrics.token = shown.metrics.token.map(|_secret| "***".to_owned());
        toml::to_string_pretty(&shown).unwrap_or_else(|error| format!("# cannot be shown: {error}"))
    }
}

/// Hides the password of a database address, wherever it stands in it.
fn mask_password(url: &str) -> String {
    let Ok(mut address) = Url::parse(url) else {
        let scheme = url.split(':').next().unwrap_or_default();
        return format!("{scheme}:***");
    };
    if address.password().is_some() && address.set_password(Some("***")).is_err() {
        return format!("{}:***", address.scheme());
    }
    let is_secret = |name: &str| name.contains("password") || name.contains("sslkey");
    if address.query_pairs().any(|(name, _)| is_secret(&name)) {
        let settings: Vec<_> = address.query_pairs().into_owned().collect();
        let shown = settings.into_iter().map(|(name, value)| {
            let value = if is_secret(&name) {
                "***".to_owned()
            } else {
                value
            };
            (name, value)
        });
        address
            .query_pairs_mut()
            .clear()
            .extend_pairs(shown.collect::<Vec<_>>());
    }
    address.into()
}

/// What is wrong with the configuration as a whole, in one line.
pub(super) fn one_line(error: figment::Error) -> String {
    let mut line = String::new();
    for (at, error) in error.into_iter().enumerate() {
        let separator = if at == 0 { "" } else { "; " };
        let key = error.path.join(".");
        let place = error
            .metadata
            .as_ref()
            .map(
                |from| match from.source.as_ref().and_then(Source::file_path) {
                    Some(file) => file.display().to_string(),
                    None => from.name.to_string(),
                },
            )
            .unwrap_or_default();
        let fault = fault(&error.kind, &key);
        let key = if key.is_empty() {
            String::new()
        } else {
            format!("{key}: ")
        };
        // writing to a String cannot fail
        let _ = write!(line, "{separator}{key}{fault} (in {place})");
    }
    line
}

/// A fault without the lines of the file that a parser draws: they may hold a secret.
fn without_excerpt(fault: &str) -> String {
    let drawn = |line: &&str| {
        line.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ')
            .starts_with('|')
    };
    let told: Vec<_> = fault
        .lines()
        .filter(|line| !drawn(line))
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    told.join(": ")
}

/// A fault in words; a number that should have been a text is not repeated: it may be a secret.
fn fault(kind: &Kind, key: &str) -> String {
    if matches!(kind, Kind::Message(_)) && key == "listen" {
        return "an address with a port is allowed, such as 127.0.0.1:8080".to_owned();
    }
    if matches!(kind, Kind::Message(_)) && key.starts_with("trusted_proxies") {
        return "a list of addresses is allowed, such as [\"127.0.0.1\"]".to_owned();
    }
    if let Kind::InvalidType(found, expected) = kind
        && !matches!(found, Actual::Str(_))
        && expected.contains("string")
    {
        return "found no text, expected one: put it in quotation marks".to_owned();
    }
    without_excerpt(&kind.to_string())
}

#[cfg(test)]
mod tests {
    use super::super::Metrics;
    use super::*;

    #[test]
    fn secrets_are_never_shown() {
        for (given, shown) in [
            (
                "postgres://netz:geheim@localhost/netz",
                "postgres://netz:***@localhost/netz",
            ),
            (
                "postgres://netz:ge@heim@localhost/netz",
                "postgres://netz:***@localhost/netz",
            ),
            (
                "postgres://localhost/netz?user=netz&password=geheim",
                "postgres://localhost/netz?user=netz&password=***",
            ),
            ("postgres", "postgres:***"),
            ("sqlite://netz.db?mode=rwc", "sqlite://netz.db?mode=rwc"),
            ("sqlite:///var/lib/netz.db", "sqlite:///var/lib/netz.db"),
        ] {
            assert_eq!(mask_password(given), shown);
        }
        let token = "0123456789abcdef".repeat(2);
        let config = Config {
            metrics: Metrics {
                token: Some(token.clone()),
            },
            ..Config::default()
        };
        assert!(!config.masked().contains(&token));
    }

    #[test]
    fn a_fault_in_the_file_is_told_in_one_line_without_what_stands_there() {
        let fault =
            "TOML parse error at line 2, column 5\n  |\n2 | geheim\n  |     ^\nexpected `=`\n";
        assert_eq!(
            without_excerpt(fault),
            "TOML parse error at line 2, column 5: expected `=`"
        );
        assert_eq!(
            without_excerpt("unknown field `x|y`"),
            "unknown field `x|y`"
        );
    }

    #[test]
    fn digits_where_a_text_belongs_are_not_repeated() {
        let kind = Kind::InvalidType(Actual::Unsigned(12_345_678), "a string".to_owned());
        assert!(!fault(&kind, "metrics.token").contains("12345678"));
    }
}
