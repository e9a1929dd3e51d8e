//! The figures for Prometheus, and who may read them: the own machine, and whoever brings the token.

use std::sync::Arc;

use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderMap};
use actix_web::middleware::Next;
use actix_web::{Error, HttpResponse, web};
use actix_web_prom::{PrometheusMetrics, PrometheusMetricsBuilder};
use domain::ports::ReadModel;
use prometheus::core::{Collector, Desc};
use prometheus::proto::MetricFamily;
use prometheus::{Gauge, IntGauge, Registry};
use subtle::ConstantTimeEq as _;

use crate::config::Config;

/// Where they are read.
pub(crate) const PATH: &str = "/metrics";

/// Counts requests by the pattern of their path, never by the path.
///
/// # Errors
/// When a counter is registered twice.
pub(crate) fn counters() -> anyhow::Result<PrometheusMetrics> {
    PrometheusMetricsBuilder::new("schutznetz")
        .endpoint(PATH)
        .mask_unmatched_patterns("UNKNOWN")
        .build()
        .map_err(|error| anyhow::anyhow!("preparing the metrics: {error}"))
}

/// How the read model stands, looked up when somebody reads the figures.
struct Standing {
    read_model: Arc<dyn ReadModel>,
    rows: IntGauge,
    lag: Gauge,
    index: IntGauge,
}

/// Adds to the figures how the read model stands.
///
/// # Errors
/// When that was done before.
pub(crate) fn add_read_model(
    registry: &Registry,
    read_model: Arc<dyn ReadModel>,
) -> prometheus::Result<()> {
    let standing = Standing {
        read_model,
        rows: IntGauge::new("read_model_rows", "Services the read model holds")?,
        lag: Gauge::new(
            "read_model_lag_seconds",
            "How far the read model was behind the database at the last look",
        )?,
        index: IntGauge::new(
            "read_model_index_bytes",
            "What the indexes of words of all tiers weigh",
        )?,
    };
    registry.register(Box::new(standing))
}

impl Collector for Standing {
    fn desc(&self) -> Vec<&Desc> {
        [self.rows.desc(), self.lag.desc(), self.index.desc()].concat()
    }

    fn collect(&self) -> Vec<MetricFamily> {
        let health = self.read_model.health();
        let whole = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        self.rows.set(whole(health.services));
        self.lag.set(health.lag.as_secs_f64());
        self.index.set(whole(self.read_model.index_bytes()));
        [
            self.rows.collect(),
            self.lag.collect(),
            self.index.collect(),
        ]
        .concat()
    }
}

/// Who may read the counters.
pub(crate) struct Readers {
    token: Option<String>,
    /// Whether whoever asks from the own machine is an operator: where the world reaches the installation by a
    /// public address, a reverse proxy asks from here too, and need not say for whom.
    trusts_this_machine: bool,
}

impl Readers {
    /// As the configuration says.
    pub(crate) fn of(config: &Config) -> Self {
        Self {
            token: config.metrics.token.clone(),
            trusts_this_machine: config.public_url.is_none(),
        }
    }

    fn admit(&self, request: &ServiceRequest) -> bool {
        let headers = request.headers();
        let peer = request.peer_addr();
        let is_here = peer.is_some_and(|peer| peer.ip().to_canonical().is_loopback());
        (is_here && self.trusts_this_machine && !is_forwarded(headers)) || self.knows(headers)
    }

    fn knows(&self, headers: &HeaderMap) -> bool {
        let given = headers
            .get(header::AUTHORIZATION)
            .and_then(|value| value.to_str().ok()?.strip_prefix("Bearer "));
        match (&self.token, given) {
            (Some(token), Some(given)) => token.as_bytes().ct_eq(given.as_bytes()).into(),
            _ => false,
        }
    }
}

/// Whether a reverse proxy on the own machine passes on what somebody else asks.
fn is_forwarded(headers: &HeaderMap) -> bool {
    headers.contains_key(header::FORWARDED)
        || headers.contains_key(header::X_FORWARDED_FOR)
        || headers.contains_key(header::VIA)
}

/// The middleware: for everybody else there are no counters here.
pub(crate) async fn guard<B: MessageBody + 'static>(
    readers: web::Data<Readers>,
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, Error> {
    if request.path() == PATH && !readers.admit(&request) {
        let refused = HttpResponse::NotFound()
            .content_type("text/plain; charset=utf-8")
            .body("Nicht gefunden.");
        return Ok(request.into_response(refused).map_into_right_body());
    }
    Ok(next.call(request).await?.map_into_left_body())
}

#[cfg(test)]
mod tests {
    use actix_web::http::StatusCode;
    use actix_web::middleware::from_fn;
    use actix_web::test::{TestRequest, call_service, init_service};
    use actix_web::{App, HttpResponse};

    use super::*;

    const TOKEN: &str = "0123456789abcdef0123456789abcdef";

    async fn read(token: Option<&str>, peer: &str, header: Option<(&str, &str)>) -> StatusCode {
        read_where(true, token, peer, header).await
    }

    async fn read_where(
        trusts: bool,
        token: Option<&str>,
        peer: &str,
        header: Option<(&str, &str)>,
    ) -> StatusCode {
        let readers = Readers {
            token: token.map(str::to_owned),
            trusts_this_machine: trusts,
        };
        let app = App::new()
            .app_data(web::Data::new(readers))
            .route(PATH, web::get().to(HttpResponse::Ok))
            .wrap(counters().unwrap())
            .wrap(from_fn(guard));
        let app = init_service(app).await;
        let mut request = TestRequest::get()
            .uri(PATH)
            .peer_addr(peer.parse().unwrap());
        if let Some(header) = header {
            request = request.insert_header(header);
        }
        call_service(&app, request.to_request()).await.status()
    }

    #[actix_web::test]
    async fn the_own_machine_reads_the_counters_and_nobody_behind_its_proxy_does() {
        let here = "127.0.0.1:4711";
        assert_eq!(read(None, here, None).await, StatusCode::OK);
        assert_eq!(read(None, "[::1]:4711", None).await, StatusCode::OK);
        for proxied in [
            ("x-forwarded-for", "203.0.113.9"),
            ("forwarded", "for=203.0.113.9"),
        ] {
            let status = read(None, here, Some(proxied)).await;
            assert_eq!(status, StatusCode::NOT_FOUND, "{proxied:?}");
        }
    }

    #[actix_web::test]
    async fn behind_a_public_address_the_own_machine_needs_the_token_too() {
        let here = "127.0.0.1:4711";
        let right = format!("Bearer {TOKEN}");
        assert_eq!(
            read_where(false, None, here, None).await,
            StatusCode::NOT_FOUND
        );
        let read = read_where(false, Some(TOKEN), here, Some(("authorization", &right)));
        assert_eq!(read.await, StatusCode::OK);
    }

    #[actix_web::test]
    async fn another_machine_needs_the_token() {
        let there = "203.0.113.9:4711";
        let right = format!("Bearer {TOKEN}");
        let bearer = |token| Some(("authorization", token));
        assert_eq!(read(None, there, None).await, StatusCode::NOT_FOUND);
        assert_eq!(
            read(None, there, bearer("Bearer ")).await,
            StatusCode::NOT_FOUND
        );
        assert_eq!(
            read(Some(TOKEN), there, bearer("Bearer falsch")).await,
            StatusCode::NOT_FOUND
        );
        assert_eq!(
            read(Some(TOKEN), there, bearer(&right)).await,
            StatusCode::OK
        );
    }
}
