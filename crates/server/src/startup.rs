//! From a configuration to a serving process, and gracefully back.

use std::sync::Arc;
use std::time::Duration;

use actix_web::dev::Server;
use actix_web::http::header;
use actix_web::middleware::{Compress, Condition, DefaultHeaders, from_fn};
use actix_web::{App, HttpResponse, HttpServer, web};
use anyhow::Context as _;
use api::{Faces, Keys, Settings, Texts, WebSettings};
use application::House;
use application::territory::Atlas;
use domain::store::Store as _;
use persistence::SqlStore;
use std::net::TcpListener;
use utoipa_actix_web::AppExt as _;

use crate::clock::{SystemClock, SystemMint};
use crate::config::Config;
use crate::web::Bundle;
use crate::{health, jobs, metrics, web as pages, wire};

/// How long running requests may take to finish after a signal.
const GRACE_SECONDS: u64 = 30;
/// How long a connection may rest between two requests: longer than clients and proxies keep one, so
/// that none sends a request on a connection that is being closed.
const IDLE_CLIENT: Duration = Duration::from_secs(75);
/// How long a client may take to send its headers.
const SLOW_CLIENT: Duration = Duration::from_secs(10);

/// What browsers keep to for a year once they came by TLS.
const HSTS: (header::HeaderName, &str) = (header::STRICT_TRANSPORT_SECURITY, "max-age=31536000");

/// Serves until a signal, then finishes the requests that run.
pub(crate) async fn serve(config: &Config) -> anyhow::Result<()> {
    api::install_crypto();
    let listener = TcpListener::bind(config.listen)
        .with_context(|| format!("listening on {}", config.listen))?;
    // port 0 takes any that is free: tokens and problem types name the one it was
    let config = &Config {
        listen: listener.local_addr()?,
        ..config.clone()
    };
    let store = wire::connect(config).await?;
    if config.migrate {
        store.migrate().await?;
    }
    wire::expect_current(&store).await?;
    let atlas = Atlas::shipped(config.is_demo())?;
    let directory = wire::directory(&atlas);
    let house = wire::house(config, &store, Arc::clone(&directory), atlas)?;
    let bundle = Bundle::load(config.web.dir.as_deref())?;
    if bundle.is_empty() {
        tracing::warn!(
            "no web pages in this build and web.dir is not set: only interfaces are served"
        );
    }
    let jobs = jobs::start(&house, &directory);
    let server = http(config, house, store.clone(), bundle, listener)?;
    tracing::info!(address = %config.listen, instance = %config.instance_id, "listening");
    warn_when_empty(&store).await?;
    server.await?;
    for job in jobs {
        job.abort();
    }
    store.close().await?;
    tracing::info!("stopped");
    Ok(())
}

/// Says that nobody will be found: an empty installation is allowed, and easily a forgotten step.
async fn warn_when_empty(store: &SqlStore) -> anyhow::Result<()> {
    let mut work = store.read_newest().await?;
    if work.organisations().portion(None, 1).await?.is_empty() {
        tracing::warn!(
            "the directory is empty, so nobody finds help here: `schutznetz seed` loads the network of \
             Mecklenburg-Vorpommern"
        );
    }
    Ok(())
}

fn http(
    config: &Config,
    house: House,
    store: SqlStore,
    bundle: Bundle,
    listener: TcpListener,
) -> anyhow::Result<Server> {
    let keys = Arc::new(Keys::open(&config.keys.dir, &SystemClock, &SystemMint)?);
    let counters = metrics::counters()?;
    metrics::add_read_model(&counters.registry, Arc::clone(&house.read_model))?;
    let faces = web::Data::new(Faces::new(house, keys, settings(config)));
    let store = web::Data::new(store);
    let bundle = web::Data::new(bundle);
    let readers = web::Data::new(metrics::Readers::of(config));
    let encrypted = config.issuer().starts_with("https://");
    let server = HttpServer::new(move || {
        let (app, _contract) = App::new()
            .into_utoipa_app()
            .map(|app| {
                app.app_data(faces.clone())
                    .app_data(store.clone())
                    .app_data(bundle.clone())
                    .app_data(readers.clone())
            })
            .configure(api::configure)
            .split_for_parts();
        app.route("/healthz", web::get().to(health::healthz))
            .route("/readyz", web::get().to(health::readyz))
            // what stands in it comes from the innermost wrap; as a page it would be announced as packed
            .route(metrics::PATH, web::get().to(HttpResponse::Ok))
            .default_service(web::to(pages::serve))
            .wrap(counters.clone())
            .wrap(from_fn(metrics::guard))
            .wrap(Compress::default())
            .wrap(from_fn(pages::as_stored))
            .wrap(Condition::new(encrypted, DefaultHeaders::new().add(HSTS)))
            .wrap(from_fn(api::accompany))
    })
    // a compressed answer leaves in several writes: without this the last one waits for the client's
    // delayed acknowledgement, about 40 ms
    .tcp_nodelay(true)
    .keep_alive(IDLE_CLIENT)
    .client_request_timeout(SLOW_CLIENT)
    .shutdown_timeout(GRACE_SECONDS)
    .listen(listener)?
    .run();
    Ok(server)
}

fn settings(config: &Config) -> Settings {
    let crate::config::Web {
        dir: _,
        name,
        title_suffix,
        exit_url,
        draft_notice,
        funder,
        texts,
    } = config.web.clone();
    Settings {
        issuer: config.issuer().into(),
        trusted_proxies: config.trusted_proxies.clone(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        web: WebSettings {
            name,
            title_suffix,
            exit_url,
            languages: ["de", "de-simple", "en"].map(str::to_owned).to_vec(),
            draft_notice,
            funder,
            texts: Texts {
                imprint: texts.imprint,
                privacy: texts.privacy,
                accessibility: texts.accessibility,
            },
        },
    }
}
