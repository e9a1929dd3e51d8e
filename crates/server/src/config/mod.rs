//! The configuration: defaults, then a TOML file, then the environment.
//!
//! `SCHUTZNETZ_CONFIG` names the file (default `schutznetz.toml`, which need not exist). A key of the
//! file such as `web.dir` is `SCHUTZNETZ__WEB__DIR` in the environment; `DATABASE_URL` is the engine.
//! Unknown keys are errors, and a bad value names its key, what was found and what is allowed.

mod check;
mod shown;

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use figment::Figment;
use figment::providers::{Env, Format, Serialized, Toml};
use serde::{Deserialize, Serialize};

/// All settings of one installation.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Config {
    /// `sqlite://PATH?mode=rwc` or `postgres://…`; set by `DATABASE_URL`.
    pub(crate) database_url: String,
    /// A replica of that PostgreSQL, `postgres://…`, for reading the directory; set by
    /// `DATABASE_REPLICA_URL`.
    pub(crate) database_replica_url: Option<String>,
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
            database_replica_url: None,
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
            .merge(Env::raw().only(&["DATABASE_URL", "DATABASE_REPLICA_URL"]));
        let config: Self = figment
            .extract()
            .map_err(|error| Unusable(shown::one_line(error)))?;
        config.check()?;
        Ok(config)
    }

    /// Whether this installation is the one kind that may hold invented bodies with public passwords.
    pub(crate) fn is_demo(&self) -> bool {
        self.instance_id == "demo"
    }

    /// The issuer of tokens and problem types: the public address without a slash at its end.
    pub(crate) fn issuer(&self) -> String {
        match &self.public_url {
            Some(url) => url.trim_end_matches('/').to_owned(),
            None => format!("http://{}", self.listen),
        }
    }
}
