//! The configuration: defaults, then a TOML file, then the environment.
//!
//! `SCHUTZNETZ_CONFIG` names the file (default `schutznetz.toml`, which need not exist). A key of the
//! file such as `web.dir` is `SCHUTZNETZ__WEB__DIR` in the environment; `DATABASE_URL` is the engine.
//! Unknown keys are errors, and a bad value names its key, what was found and what is allowed.

use std::fmt::Write as _;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use figment::providers::{Env, Format, Serialized, Toml};
use figment::{Figment, Source};
use serde::{Deserialize, Serialize};

/// The fewest characters of the token for `/metrics`.
const METRICS_TOKEN: usize = 32;

/// All settings of one installation.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Config {
    /// `sqlite://PATH?mode=rwc` or `postgres://…`; set by `DATABASE_URL`.
    pub(crate) database_url: String,
    /// Where `serve` listens.
    pub(crate) listen: SocketAddr,
    /// Under which address the world reaches the installation; `https` beyond loopback.
    pub(crate) public_url: Option<String>,
    /// The reverse proxies whose word on where a request comes from (`X-Forwarded-For`) is believed.
    pub(crate) trusted_proxies: Vec<IpAddr>,
    /// Names the installation; part of key derivations, so it never changes.
    pub(crate) instance_id: String,
    /// Whether `serve` brings the database up to date first.
    pub(crate) migrate: bool,
    /// Where the signing keys of access tokens lie.
    pub(crate) keys: Keys,
    /// What the web pages need.
    pub(crate) web: Web,
    /// How the log is written.
    pub(crate) log: Log,
    /// Who may read the counters at `/metrics`.
    pub(crate) metrics: Metrics,
}

/// Where the signing keys lie.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Keys {
    /// A folder only the service may read; made on the first start.
    pub(crate) dir: PathBuf,
}

/// What the web pages need.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Web {
    /// A folder of built web files that replaces the ones in the binary.
    pub(crate) dir: Option<PathBuf>,
    /// The name of the service on its pages.
    pub(crate) name: String,
    /// What stands behind every page title; neutral, because it stays in a browser's history.
    pub(crate) title_suffix: String,
    /// Where "Seite schnell verlassen" leads.
    pub(crate) exit_url: String,
    /// Whether pages say "Entwurf, rechtlich nicht freigegeben" where it applies.
    pub(crate) draft_notice: bool,
    /// Who pays for the installation; shown in the footer.
    pub(crate) funder: Option<String>,
    /// The operator's own texts.
    pub(crate) texts: Texts,
}

/// The operator's own texts, plain text with blank lines between paragraphs.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Texts {
    /// Impressum.
    pub(crate) imprint: Option<String>,
    /// Datenschutzerklärung.
    pub(crate) privacy: Option<String>,
    /// Erklärung zur Barrierefreiheit.
    pub(crate) accessibility: Option<String>,
}

/// Who may read the counters at `/metrics`, besides the own machine.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Metrics {
    /// Whoever sends it as `Authorization: Bearer …`; nobody else when absent.
    pub(crate) token: Option<String>,
}

/// How the log is written.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Log {
    /// A filter such as `info` or `info,sqlx=warn`.
    pub(crate) level: String,
    /// `json` for machines, `text` for people.
    pub(crate) format: LogFormat,
}

/// The form of a log line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum LogFormat {
    /// One JSON object a line.
    Json,
    /// One sentence a line.
    Text,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            database_url: "sqlite://schutznetz.db?mode=rwc".to_owned(),
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            public_url: None,
            trusted_proxies: Vec::new(),
            instance_id: "mv".to_owned(),
            migrate: true,
            keys: Keys {
                dir: PathBuf::from("schutznetz-keys"),
            },
            web: Web {
                dir: None,
                name: "MV-Netz".to_owned(),
                title_suffix: "MV-Netz".to_owned(),
                exit_url: "https://www.wetter.de/".to_owned(),
                draft_notice: true,
                funder: None,
                texts: Texts::default(),
            },
            log: Log {
                level: "info".to_owned(),
                format: LogFormat::Json,
            },
            metrics: Metrics::default(),
        }
    }
}

/// A configuration that cannot be used, as one line that says why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("configuration: {0}")]
pub(crate) struct Unusable(String);

impl Config {
    /// Reads defaults, file and environment.
    pub(crate) fn read() -> Result<Self, Unusable> {
        let file = Env::var("SCHUTZNETZ_CONFIG");
        if let Some(file) = &file
            && !Path::new(file).is_file()
        {
            return Err(Unusable(format!(
                "SCHUTZNETZ_CONFIG names {file}, which is no file"
            )));
        }
        let file = file.unwrap_or_else(|| "schutznetz.toml".to_owned());
        let mut figment = Figment::from(Serialized::defaults(Self::default()));
        if Path::new(&file).is_file() {
            figment = figment.merge(Toml::file_exact(file));
        }
        figment = figment
            .merge(Env::prefixed("SCHUTZNETZ__").split("__"))
            .merge(Env::raw().only(&["DATABASE_URL"]));
        let config: Self = figment
            .extract()
            .map_err(|error| Unusable(one_line(error)))?;
        config.check()?;
        Ok(config)
    }

    fn check(&self) -> Result<(), Unusable> {
        let refuse = |key: &str, allowed: &str| Err(Unusable(format!("{key}: {allowed}")));
        let id = &self.instance_id;
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        if !(1..=32).contains(&id.len()) || !id.bytes().all(plain) {
            return refuse(
                "instance_id",
                "1 to 32 lower-case letters, digits and hyphens are allowed",
            );
        }
        if let Some(url) = &self.public_url
            && !(url.starts_with("https://") || url.starts_with("http://"))
        {
            return refuse(
                "public_url",
                "an address that starts with https:// is allowed",
            );
        }
        if !self.web.exit_url.starts_with("https://") {
            return refuse(
                "web.exit_url",
                "an address that starts with https:// is allowed",
            );
        }
        let short = |token: &String| token.len() < METRICS_TOKEN || !token.is_ascii();
        if self.metrics.token.as_ref().is_some_and(short) {
            return refuse(
                "metrics.token",
                "at least 32 characters of ASCII are allowed",
            );
        }
        if !self.database_url.starts_with("sqlite:") && !self.database_url.starts_with("postgres") {
            return refuse(
                "DATABASE_URL",
                "sqlite://PATH?mode=rwc or postgres://… is allowed",
            );
        }
        Ok(())
    }

    /// Refuses to serve the world without encryption.
    pub(crate) fn check_exposure(&self) -> Result<(), Unusable> {
        let safe = self.listen.ip().is_loopback()
            || self
                .public_url
                .as_deref()
                .is_some_and(|url| url.starts_with("https://"));
        if safe {
            return Ok(());
        }
        Err(Unusable(format!(
            "listen is {}, which others can reach, but public_url is not an https:// address: sign-in \
             cookies and the encryption in the browser need one; set SCHUTZNETZ__PUBLIC_URL=https://…",
            self.listen
        )))
    }

    /// The issuer of tokens and problem types: the public address without a slash at its end.
    pub(crate) fn issuer(&self) -> String {
        match &self.public_url {
            Some(url) => url.trim_end_matches('/').to_owned(),
            None => format!("http://{}", self.listen),
        }
    }

    /// What an operator should still do, as sentences.
    pub(crate) fn warnings(&self) -> Vec<String> {
        let Texts {
            imprint,
            privacy,
            accessibility,
        } = &self.web.texts;
        let missing = [
            ("web.texts.imprint", imprint, "/impressum"),
            ("web.texts.privacy", privacy, "/datenschutz"),
            (
                "web.texts.accessibility",
                accessibility,
                "/barrierefreiheit",
            ),
        ];
        let texts = missing
            .into_iter()
            .filter(|(_, text, _)| text.as_deref().is_none_or(|text| text.trim().is_empty()))
            .map(|(key, _, page)| {
                format!("{key} is not set: {page} tells visitors that the text is missing")
            });
        let unread = !self.listen.ip().is_loopback() && self.metrics.token.is_none();
        let metrics = unread.then(|| {
            "metrics.token is not set: /metrics answers nobody but this machine".to_owned()
        });
        texts.chain(metrics).collect()
    }

    /// All settings as TOML, with secrets masked.
    pub(crate) fn masked(&self) -> String {
        let mut shown = self.clone();
        shown.database_url = mask_password(&shown.database_url);
        shown.metrics.token = shown.metrics.token.map(|_secret| "***".to_owned());
        toml::to_string_pretty(&shown).unwrap_or_else(|error| format!("# cannot be shown: {error}"))
    }
}

/// Hides the password of a database address.
pub(crate) fn mask_password(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else {
        return url.to_owned();
    };
    match rest.split_once('@') {
        Some((login, host)) => {
            let user = login.split(':').next().unwrap_or_default();
            format!("{scheme}://{user}:***@{host}")
        }
        None => url.to_owned(),
    }
}

fn one_line(error: figment::Error) -> String {
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
        let key = if key.is_empty() {
            String::new()
        } else {
            format!("{key}: ")
        };
        let fault = without_excerpt(&error.kind.to_string());
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_others_can_reach_needs_https() {
        let mut config = Config {
            listen: SocketAddr::from(([0, 0, 0, 0], 8080)),
            ..Config::default()
        };
        assert!(
            config
                .check_exposure()
                .unwrap_err()
                .to_string()
                .contains("https://")
        );
        config.public_url = Some("http://netz.example".to_owned());
        assert!(config.check_exposure().is_err());
        config.public_url = Some("https://netz.example".to_owned());
        assert_eq!(config.check_exposure(), Ok(()));
    }

    #[test]
    fn a_password_in_a_database_address_is_never_shown() {
        let config = Config {
            database_url: "postgres://netz:geheim@localhost/netz".to_owned(),
            ..Config::default()
        };
        assert!(!config.masked().contains("geheim"));
        assert!(
            config
                .masked()
                .contains("postgres://netz:***@localhost/netz")
        );
    }

    #[test]
    fn the_token_of_the_counters_is_long_and_never_shown() {
        let with = |token: &str| Config {
            metrics: Metrics {
                token: Some(token.to_owned()),
            },
            ..Config::default()
        };
        let refused = with("kurz").check().unwrap_err().to_string();
        assert!(refused.contains("metrics.token"), "{refused}");
        assert!(!refused.contains("kurz"));
        let long = "0123456789abcdef0123456789abcdef";
        assert_eq!(with(long).check(), Ok(()));
        assert!(!with(long).masked().contains(long));
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
    fn missing_texts_of_the_operator_are_named() {
        assert_eq!(Config::default().warnings().len(), 3);
        let reachable = Config {
            listen: SocketAddr::from(([0, 0, 0, 0], 8080)),
            ..Config::default()
        };
        assert!(reachable.warnings()[3].contains("metrics.token"));
    }
}
