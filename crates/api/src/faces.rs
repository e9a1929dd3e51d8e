//! What all faces share: the house, the schema, the keys, the settings, the brakes.

use std::net::IpAddr;
use std::sync::Arc;

use actix_web::HttpRequest;
use application::House;
use chrono::TimeDelta;
use serde::Serialize;
use utoipa::ToSchema;

use crate::auth::{self, Keys, Limiter, SignIns, subscriber};
use crate::graphql::context::Vocabularies;
use crate::graphql::http::InputTypes;
use crate::graphql::{Documents, Schema};
use crate::problem::Problem;

/// What the faces must know of the installation's configuration.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The address of the installation without a slash at its end: the issuer of its tokens and of
    /// its problem types, and the origin its cookies belong to.
    pub issuer: Arc<str>,
    /// The reverse proxies whose word on where a request comes from is believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// The version of the software.
    pub version: String,
    /// What the web pages need.
    pub web: WebSettings,
}

/// What the web pages need.
#[derive(Debug, Clone)]
pub struct WebSettings {
    /// What the service is called.
    pub name: String,
    /// What stands behind every page title.
    pub title_suffix: String,
    /// Where "Seite schnell verlassen" leads.
    pub exit_url: String,
    /// The complete languages of the pages, German first.
    pub languages: Vec<String>,
    /// Whether pages say "Entwurf, rechtlich nicht freigegeben" where it applies.
    pub draft_notice: bool,
    /// Who pays for the installation.
    pub funder: Option<String>,
    /// The operator's own texts.
    pub texts: Texts,
}

/// The operator's own texts: plain text with blank lines between paragraphs; null while missing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct Texts {
    /// Impressum.
    pub imprint: Option<String>,
    /// Datenschutzerklärung.
    pub privacy: Option<String>,
    /// Erklärung zur Barrierefreiheit.
    pub accessibility: Option<String>,
}

/// A helpline as every page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Helpline {
    /// What it is called.
    pub name: String,
    /// The number as it is printed, such as `0800 14 14 007`.
    pub display: String,
    /// The address of a link that calls it, such as `tel:+498001414007`.
    pub href: String,
    /// When it answers, in words, such as "rund um die Uhr"; absent when nobody has said.
    pub hours: Option<String>,
    /// When somebody last confirmed it, or the date of its source, such as `2026-11-22`.
    pub checked_on: Option<String>,
}

/// Everything a face needs; the application's data, `web::Data<Faces>`.
pub struct Faces {
    /// The house.
    pub house: House,
    /// The keys that sign access tokens.
    pub keys: Arc<Keys>,
    /// The settings.
    pub settings: Arc<Settings>,
    /// The GraphQL schema.
    pub schema: Schema,
    /// Terms and sources, as the read model has them.
    pub vocabularies: Vocabularies,
    /// What GraphQL documents and their variables may hold.
    pub(crate) inputs: InputTypes,
    /// The GraphQL documents asked before.
    pub(crate) documents: Documents,
    /// The brakes on guessing passwords.
    pub(crate) sign_ins: SignIns,
    /// The brake on everything that anybody may ask: 2,000 at once, 50 more each second.
    requests: Limiter<IpAddr>,
}

impl Faces {
    /// Puts the faces on a house.
    pub fn new(house: House, keys: Arc<Keys>, settings: Settings) -> Self {
        let settings = Arc::new(settings);
        let schema = Schema::new(&settings);
        Self {
            house,
            keys,
            settings,
            vocabularies: Vocabularies::default(),
            inputs: InputTypes::of(&schema.sdl()),
            schema,
            documents: Documents::default(),
            sign_ins: SignIns::default(),
            requests: Limiter::new(2_000, TimeDelta::milliseconds(20)),
        }
    }

    /// Brakes an address that asks too often. The own machine is never braked: behind a proxy on it
    /// that is not trusted every request comes from there, and the proxy has brakes of its own.
    ///
    /// # Errors
    /// `rate-limited`.
    pub(crate) fn brake(&self, req: &HttpRequest) -> Result<(), Problem> {
        let Some(address) = self.client(req).filter(|address| !address.is_loopback()) else {
            return Ok(());
        };
        let now = self.house.clock.now();
        self.requests
            .take(&subscriber(address), now)
            .map_err(Problem::wait)
    }

    /// The network address a request comes from.
    pub(crate) fn client(&self, req: &HttpRequest) -> Option<IpAddr> {
        let peer = req.peer_addr()?.ip();
        let proxies = &self.settings.trusted_proxies;
        Some(auth::client_behind(proxies, peer, req.headers()))
    }
}
