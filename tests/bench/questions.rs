//! What is asked, each in several variants, so that no answer is measured that a cache could know.

use anyhow::{Context as _, ensure};
use reqwest::header::{ACCEPT_ENCODING, CONTENT_TYPE};
use serde_json::{Value, json};

const DETAIL: &str = include_str!("questions/detail.graphql");
const LIST: &str = include_str!("questions/list.graphql");
const CARDS: &str = include_str!("questions/cards.graphql");
/// The slice that pages are measured at, and how large a slice is.
const PAGE: usize = 50;
const DISTRICTS: [&str; 8] = [
    "13003", "13004", "13071", "13072", "13073", "13074", "13075", "13076",
];
const TEXTS: [&str; 12] = [
    "Beratung",
    "Familienhebamme",
    "Famlienhebamme",
    "Erziehungsberatung Güstrow",
    "papa haut",
    "Wismar Beratung",
    "insoweit erfahrene Fachkraft",
    "Jugendamt Müritz",
    "Frühe Hilfen Demmin",
    "häusliche Gewalt",
    "Schreibaby",
    "Kinder psychisch kranker Eltern",
];
const POINTS: [(f64, f64); 8] = [
    (53.6288, 11.4148),
    (54.0924, 12.0991),
    (54.0957, 13.3815),
    (53.5572, 13.2610),
    (53.8925, 11.4650),
    (53.7933, 12.1764),
    (53.5183, 12.6820),
    (54.3120, 13.0921),
];

/// The question every other one is compared with.
pub(crate) const TYPENAME: &str = "{ __typename }";

/// One kind of question.
pub(crate) struct Question {
    /// How the report calls it.
    pub(crate) name: &'static str,
    /// How many times the processor time of [`TYPENAME`] it may take at 10,000 services.
    pub(crate) order: Option<f64>,
    /// Whether the answer is asked for in compressed form, as browsers do.
    compressed: bool,
    /// The bodies that are sent in turn; empty for `GET /healthz`.
    bodies: Vec<String>,
}

/// A client of one server.
pub(crate) struct Client {
    http: reqwest::Client,
    base: String,
}

impl Client {
    /// A client with one connection that stays open.
    ///
    /// # Errors
    /// No client can be made.
    pub(crate) fn new(base: &str) -> anyhow::Result<Self> {
        Ok(Self {
            http: reqwest::Client::builder()
                .pool_max_idle_per_host(1)
                .build()?,
            base: base.to_owned(),
        })
    }

    /// Asks once; answers the bytes of the answer.
    ///
    /// # Errors
    /// No answer, or one that is no success.
    pub(crate) async fn ask(&self, question: &Question, turn: usize) -> anyhow::Result<usize> {
        let request = if question.bodies.is_empty() {
            self.http.get(format!("{}/healthz", self.base))
        } else {
            let body = question.bodies[turn % question.bodies.len()].clone();
            self.http
                .post(format!("{}/graphql", self.base))
                .header(CONTENT_TYPE, "application/json")
                .body(body)
        };
        let request = if question.compressed {
            request.header(ACCEPT_ENCODING, "gzip, deflate, br")
        } else {
            request
        };
        let answer = request.send().await?.error_for_status()?;
        Ok(answer.bytes().await?.len())
    }

    /// The data of a query that must succeed.
    ///
    /// # Errors
    /// No answer, or one with errors.
    pub(crate) async fn graphql(
        &self,
        token: Option<&str>,
        query: &str,
        variables: Value,
    ) -> anyhow::Result<Value> {
        let mut request = self
            .http
            .post(format!("{}/graphql", self.base))
            .json(&json!({ "query": query, "variables": variables }));
        if let Some(token) = token {
            request = request.bearer_auth(token);
        }
        let mut answer: Value = request.send().await?.json().await?;
        ensure!(answer["errors"].is_null(), "{answer}");
        Ok(answer["data"].take())
    }

    /// An access token for a login.
    ///
    /// # Errors
    /// The service does not let it in.
    pub(crate) async fn sign_in(&self, login: &str, password: &str) -> anyhow::Result<String> {
        let address = format!("{}/api/v1/session", self.base);
        let session = json!({ "login": login, "password": password });
        let answer = self.http.post(address).json(&session).send().await?;
        let answer: Value = answer.error_for_status()?.json().await?;
        let token = answer["accessToken"].as_str().context("a token")?;
        Ok(token.to_owned())
    }
}

/// Every question, for the network behind `client`, and how many services it has. Each variant was
/// asked once and had an answer.
///
/// # Errors
/// A question is refused, or finds nothing: then there is nothing to measure.
pub(crate) async fn questions(client: &Client) -> anyhow::Result<(Vec<Question>, u64)> {
    let ids = some_ids(client).await?;
    let cursor = cursor_before(client, PAGE).await?;
    let by = |order: &str, filter: Value| json!({ "filter": filter, "orderBy": order });
    let details = ids.iter().map(|id| json!({ "id": id })).collect();
    let filtered = DISTRICTS
        .iter()
        .flat_map(|district| {
            [
                by("NAME", json!({ "district": district, "cost": ["FREE"] })),
                by(
                    "RELEVANCE",
                    json!({ "district": district, "kinds": ["counselling"] }),
                ),
                by(
                    "NAME",
                    json!({ "topics": ["newborn"], "languages": ["uk"], "ageMonths": 8 }),
                ),
            ]
        })
        .collect();
    let near = |(lat, lon)| {
        let near = json!({ "lat": lat, "lon": lon, "radiusM": 10_000 });
        by("DISTANCE", json!({ "near": near }))
    };
    let texts = |text| by("RELEVANCE", json!({ "text": text }));
    let page = json!({ "filter": {}, "orderBy": "NAME", "after": cursor });
    let blank: Vec<_> = DISTRICTS
        .iter()
        .map(|district| by("RELEVANCE", json!({ "district": district })))
        .collect();
    let asked = |name, order, document, variables: Vec<Value>| {
        let written = |one: &Value| json!({ "query": document, "variables": one }).to_string();
        Question {
            name,
            order,
            compressed: false,
            bodies: variables.iter().map(written).collect(),
        }
    };
    let questions = vec![
        asked(TYPENAME, None, TYPENAME, vec![json!({})]),
        asked("GET /healthz", None, "", vec![]),
        asked("detail", Some(4.0), DETAIL, details),
        asked("list of 20, filters, total", Some(10.0), LIST, filtered),
        asked(
            "radius, by distance",
            Some(10.0),
            LIST,
            POINTS.map(near).to_vec(),
        ),
        asked("text search", Some(20.0), LIST, TEXTS.map(texts).to_vec()),
        asked("page 50", Some(8.0), LIST, vec![page]),
        asked("list as the pages ask it", None, CARDS, blank.clone()),
        Question {
            compressed: true,
            ..asked("the same, compressed", None, CARDS, blank)
        },
    ];
    for question in &questions {
        check(client, question).await?;
    }
    let all = client
        .graphql(None, "{ services(first: 1) { totalCount } }", json!({}))
        .await?;
    let all = all["services"]["totalCount"].as_u64().context("a total")?;
    Ok((questions, all))
}

/// Asks each variant once: none may have errors, and together they must find something.
async fn check(client: &Client, question: &Question) -> anyhow::Result<()> {
    let mut found = question.bodies.is_empty();
    for body in &question.bodies {
        let body: Value = serde_json::from_str(body)?;
        let query = body["query"].as_str().unwrap_or_default();
        let data = client
            .graphql(None, query, body["variables"].clone())
            .await?;
        let total = data.pointer("/services/totalCount").and_then(Value::as_u64);
        found |= total.map_or(!data.is_null(), |total| total > 0);
        if let Some(service) = data.get("service") {
            ensure!(!service.is_null(), "a service is gone");
        }
    }
    ensure!(found, "{}: nothing is found", question.name);
    Ok(())
}

/// Services of every district.
async fn some_ids(client: &Client) -> anyhow::Result<Vec<String>> {
    let query =
        "query ($d: String!) { services(filter: { district: $d }, first: 30) { nodes { id } } }";
    let mut ids = Vec::new();
    for district in DISTRICTS {
        let data = client
            .graphql(None, query, json!({ "d": district }))
            .await?;
        let nodes = data["services"]["nodes"].as_array().context("nodes")?;
        let named = nodes.iter().filter_map(|node| node["id"].as_str());
        ids.extend(named.map(str::to_owned));
    }
    ensure!(ids.len() > 100, "only {} services are found", ids.len());
    Ok(ids)
}

/// The cursor in front of a page, found by going there; no service may be met twice on the way.
async fn cursor_before(client: &Client, page: usize) -> anyhow::Result<String> {
    let query = "query ($after: String) { services(orderBy: NAME, first: 20, after: $after) { \
                 pageInfo { hasNextPage endCursor } nodes { id } } }";
    let mut seen = std::collections::HashSet::new();
    let mut after = Value::Null;
    for _ in 1..page {
        let data = client
            .graphql(None, query, json!({ "after": after }))
            .await?;
        let services = &data["services"];
        for node in services["nodes"].as_array().context("nodes")? {
            let id = node["id"].as_str().context("an id")?.to_owned();
            ensure!(seen.insert(id), "a service stands on two pages");
        }
        after = services["pageInfo"]["endCursor"].clone();
        let more = services["pageInfo"]["hasNextPage"] == true;
        ensure!(
            more,
            "there is no page {page}: 1,000 services are the least"
        );
    }
    after.as_str().map(str::to_owned).context("a cursor")
}
