//! What a configuration must be like, and what an operator should still do.

use tracing_subscriber::EnvFilter;
use tracing_subscriber::filter::LevelFilter;
use url::Url;

use super::{Config, Texts, Unusable};

/// The fewest characters of the token for `/metrics`.
const METRICS_TOKEN: usize = 32;

impl Config {
    /// Refuses settings that cannot work; the first one is named.
    pub(super) fn check(&self) -> Result<(), Unusable> {
        expect(
            "instance_id",
            &self.instance_id,
            is_instance_id(&self.instance_id),
            "1 to 32 lower-case letters, digits and hyphens are allowed",
        )?;
        if let Some(url) = &self.public_url {
            let is_secret = url.contains('@');
            expect(
                "public_url",
                if is_secret { "***" } else { url },
                is_origin(url),
                "https://HOST is allowed (http:// on this machine alone), without a path",
            )?;
        }
        expect(
            "web.exit_url",
            &self.web.exit_url,
            has_host(&self.web.exit_url, &["https"]),
            "an address that starts with https:// is allowed",
        )?;
        expect(
            "web.name",
            &self.web.name,
            !self.web.name.trim().is_empty(),
            "a name that is not empty is allowed",
        )?;
        if let Some(dir) = &self.web.dir {
            expect(
                "web.dir",
                &dir.display().to_string(),
                dir.join("index.html").is_file(),
                "a folder of built pages with an index.html is allowed",
            )?;
        }
        expect(
            "log.level",
            &self.log.level,
            is_filter(&self.log.level),
            "error, warn, info, debug or trace, also for parts, such as info,sqlx=warn, is allowed",
        )?;
        self.check_secrets()
    }

    /// Settings that are never repeated, whatever stands there.
    fn check_secrets(&self) -> Result<(), Unusable> {
        let refuse = |key: &str, allowed: &str| Err(Unusable(format!("{key}: {allowed}")));
        let short = |token: &String| token.len() < METRICS_TOKEN || !token.is_ascii();
        if self.metrics.token.as_ref().is_some_and(short) {
            return refuse(
                "metrics.token",
                "at least 32 characters of ASCII are allowed",
            );
        }
        // a socket has no host in its address
        let is_postgres = |url: &str| {
            let schemes = ["postgres://", "postgresql://"];
            schemes.iter().any(|scheme| url.starts_with(scheme)) && Url::parse(url).is_ok()
        };
        let postgres = is_postgres(&self.database_url);
        if !self.database_url.starts_with("sqlite:") && !postgres {
            return refuse(
                "DATABASE_URL",
                "sqlite://PATH?mode=rwc or postgres://USER:PASSWORD@HOST:PORT/DATABASE is allowed",
            );
        }
        match &self.database_replica_url {
            Some(replica) if !postgres || !is_postgres(replica) => refuse(
                "DATABASE_REPLICA_URL",
                "postgres://USER:PASSWORD@HOST:PORT/DATABASE beside a DATABASE_URL of PostgreSQL is allowed",
            ),
            Some(_) | None => Ok(()),
        }
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
        let unread = self.public_url.is_some() && self.metrics.token.is_none();
        let metrics =
            unread.then(|| "metrics.token is not set: /metrics answers nobody".to_owned());
        texts.chain(metrics).collect()
    }
}

fn expect(key: &str, found: &str, is_good: bool, allowed: &str) -> Result<(), Unusable> {
    if is_good {
        return Ok(());
    }
    Err(Unusable(format!("{key}: {allowed} (found: {found:?})")))
}

fn is_instance_id(id: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    (1..=32).contains(&id.len()) && id.bytes().all(plain)
}

/// Whether an address is one of a whole host: the service answers from its root.
fn is_origin(url: &str) -> bool {
    has_host(url, &["https", "http"])
        && Url::parse(url).is_ok_and(|url| {
            let is_bare = url.query().is_none() && url.fragment().is_none();
            let is_nobodys = url.username().is_empty() && url.password().is_none();
            url.path() == "/" && is_bare && is_nobodys
        })
}

fn has_host(url: &str, schemes: &[&str]) -> bool {
    Url::parse(url).is_ok_and(|url| {
        schemes.contains(&url.scheme()) && url.host_str().is_some_and(|host| !host.is_empty())
    })
}

/// Whether every part of a filter names a level: a bare word would be read as the name of a part, and
/// silence all others.
fn is_filter(level: &str) -> bool {
    let named = level.split(',').all(|part| {
        let level = part.rsplit('=').next().unwrap_or(part);
        level.trim().parse::<LevelFilter>().is_ok()
    });
    named && EnvFilter::try_new(level).is_ok()
}

#[cfg(test)]
mod tests {
    use std::net::SocketAddr;

    use super::super::Metrics;
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
    fn missing_texts_of_the_operator_are_named() {
        assert_eq!(Config::default().warnings().len(), 3);
        let reachable = Config {
            public_url: Some("https://netz.example".to_owned()),
            ..Config::default()
        };
        assert!(reachable.warnings()[3].contains("metrics.token"));
    }

    #[test]
    fn a_setting_that_cannot_work_is_named_with_what_was_found() {
        let refused = |change: &dyn Fn(&mut Config)| {
            let mut config = Config::default();
            change(&mut config);
            config.check().unwrap_err().to_string()
        };
        for (found, message) in [
            (
                "ABC",
                refused(&|config| config.instance_id = "ABC".to_owned()),
            ),
            (
                "https://",
                refused(&|config| config.public_url = Some("https://".to_owned())),
            ),
            (
                "***",
                refused(&|config| {
                    config.public_url = Some("https://wer:geheim@netz.example".to_owned());
                }),
            ),
            (
                "https://netz.example/pfad",
                refused(&|config| config.public_url = Some("https://netz.example/pfad".to_owned())),
            ),
            (
                "/nirgends",
                refused(&|config| config.web.dir = Some("/nirgends".into())),
            ),
            (
                "lautstark",
                refused(&|config| config.log.level = "lautstark".to_owned()),
            ),
            (
                "a=b=c",
                refused(&|config| config.log.level = "a=b=c".to_owned()),
            ),
        ] {
            assert!(
                message.contains(&format!("(found: \"{found}\")")),
                "{message}"
            );
        }
        let replica =
            refused(&|config| config.database_replica_url = Some("postgres://geheim".to_owned()));
        assert!(
            replica.contains("DATABASE_REPLICA_URL") && !replica.contains("geheim"),
            "{replica}"
        );
        let hidden = refused(&|config| config.database_url = "postgres:/geheim".to_owned());
        assert!(
            hidden.contains("DATABASE_URL") && !hidden.contains("geheim"),
            "{hidden}"
        );
    }

    #[test]
    fn levels_for_all_and_for_parts_are_a_filter() {
        for good in [
            "info",
            "INFO",
            "info,sqlx=warn",
            "off",
            "schutznetz_api=trace,warn",
        ] {
            assert!(is_filter(good), "{good}");
        }
    }

    #[test]
    fn the_token_of_the_counters_is_long_and_never_repeated() {
        let with = |token: &str| Config {
            metrics: Metrics {
                token: Some(token.to_owned()),
            },
            ..Config::default()
        };
        let refused = with("kurz").check().unwrap_err().to_string();
        assert!(
            refused.contains("metrics.token") && !refused.contains("kurz"),
            "{refused}"
        );
        assert_eq!(with(&"0123456789abcdef".repeat(2)).check(), Ok(()));
    }
}
