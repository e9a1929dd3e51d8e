//! A house for one test: a fresh SQLite database with the seed and the demo, a clock that is set.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, UNIX_EPOCH};
use std::{env, fs};

use actix_web::body::to_bytes;
use actix_web::dev::Service as _;
use actix_web::http::StatusCode;
use actix_web::http::header::HeaderMap;
use actix_web::test::{self, TestRequest};
use actix_web::{App, middleware::from_fn, web};
use api::{Faces, Keys, Settings, Texts, WebSettings};
use application::House;
use application::identity::Passwords;
use application::seed::{plant, plant_demo};
use application::territory::Atlas;
use arc_swap::ArcSwap;
use chrono::{DateTime, TimeDelta, Utc};
use domain::access::Actor;
use domain::time::{Clock, IdMint};
use persistence::testing::{Fresh, copied_sqlite, fresh_sqlite};
use search::{Directory, PlaceNames, Weights};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tempfile::TempDir;
use tokio::task::JoinHandle;
use utoipa_actix_web::AppExt as _;
use uuid::Uuid;

/// The origin of the installation under test.
pub(crate) const ORIGIN: &str = "https://netz.example";

/// A Friday afternoon, 16:40 in Berlin.
pub(crate) const FRIDAY: &str = "2026-11-20T15:40:00Z";

/// A clock that stands until it is moved.
pub(crate) struct TestClock(Mutex<DateTime<Utc>>);

impl TestClock {
    pub(crate) fn forward(&self, by: TimeDelta) {
        *self.0.lock().unwrap() += by;
    }
}

impl Clock for TestClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}

/// Mints the same ids in every run.
struct TestMint(AtomicU64);

impl IdMint for TestMint {
    fn mint(&self, _at: DateTime<Utc>) -> Uuid {
        self.mint_random()
    }

    fn mint_random(&self) -> Uuid {
        Uuid::from_u128(u128::from(self.0.fetch_add(1, Ordering::SeqCst)))
    }

    fn secret(&self) -> [u8; 32] {
        Sha256::digest(self.0.fetch_add(1, Ordering::SeqCst).to_be_bytes()).into()
    }
}

/// An answer, read to its end.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or(Value::Null)
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    /// The value of a cookie that the answer sets.
    pub(crate) fn cookie(&self, name: &str) -> Option<String> {
        let start = format!("{name}=");
        let set = self
            .headers
            .get_all("set-cookie")
            .map(|value| value.to_str().unwrap());
        set.into_iter()
            .find_map(|cookie| cookie.strip_prefix(&start))
            .and_then(|rest| rest.split(';').next())
            .map(str::to_owned)
    }
}

pub(crate) struct TestHouse {
    pub(crate) faces: web::Data<Faces>,
    pub(crate) clock: Arc<TestClock>,
    _follow: JoinHandle<()>,
    /// Where the keys lie that sign tokens.
    pub(crate) keys: TempDir,
    _fresh: Fresh,
}

impl TestHouse {
    /// The seed network and the demo district, on a Friday afternoon.
    pub(crate) async fn demo() -> Self {
        api::install_crypto();
        let fresh = copied_sqlite(&planted().await).await;
        let folder = TempDir::new().unwrap();
        let clock = Arc::new(TestClock(Mutex::new(FRIDAY.parse().unwrap())));
        let time: Arc<dyn Clock> = clock.clone();
        let mint = Arc::new(TestMint(AtomicU64::new(0x0800_0000)));
        let keys = Keys::open(folder.path(), clock.as_ref(), mint.as_ref()).unwrap();
        let atlas = Atlas::shipped(true).unwrap();
        let names = PlaceNames::of(atlas.gazetteer());
        let directory = Directory::new(names, Arc::clone(&time), Weights::default());
        let house = house(&fresh, directory.clone(), time, mint, atlas);
        directory.build(&fresh.store).await.unwrap();
        let (follower, store) = (Arc::clone(&directory), fresh.store.clone());
        let follow = tokio::spawn(async move {
            follower.follow(&store, Duration::from_millis(20)).await;
        });
        let faces = web::Data::new(Faces::new(house, Arc::new(keys), settings()));
        Self {
            faces,
            clock,
            _follow: follow,
            keys: folder,
            _fresh: fresh,
        }
    }

    /// Sends a request.
    pub(crate) async fn send(&self, request: TestRequest) -> Answer {
        let app = App::new()
            .into_utoipa_app()
            .app_data(self.faces.clone())
            .configure(api::configure)
            .into_app()
            .wrap(from_fn(api::accompany));
        let app = test::init_service(app).await;
        let answer = match app.call(request.to_request()).await {
            Ok(answer) => answer.into_parts().1.map_into_boxed_body(),
            Err(error) => error.error_response(),
        };
        let (head, body) = answer.into_parts();
        let bytes = to_bytes(body).await.unwrap_or_default();
        Answer {
            status: head.status(),
            headers: head.headers().clone(),
            text: String::from_utf8(bytes.to_vec()).unwrap(),
        }
    }

    /// Signs a person of the demo in by login and gives the token.
    pub(crate) async fn token(&self, login: &str) -> String {
        let name = login.split('.').next().unwrap();
        let capital = name[..1].to_uppercase() + &name[1..];
        let password = format!("Beispiel-{capital}-2026");
        let body = json!({ "login": login, "password": password });
        let answer = self
            .send(TestRequest::post().uri("/api/v1/session").set_json(body))
            .await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
        answer.json()["accessToken"].as_str().unwrap().to_owned()
    }

    /// Asks GraphQL, with a token or without.
    pub(crate) async fn graphql(
        &self,
        query: &str,
        variables: Value,
        token: Option<&str>,
    ) -> Value {
        let mut request = TestRequest::post()
            .uri("/graphql")
            .insert_header(("accept", "application/graphql-response+json"))
            .set_json(json!({ "query": query, "variables": variables }));
        if let Some(token) = token {
            request = request.insert_header(("authorization", format!("Bearer {token}")));
        }
        self.send(request).await.json()
    }
}

fn house(
    fresh: &Fresh,
    read_model: Arc<Directory>,
    clock: Arc<dyn Clock>,
    mint: Arc<dyn IdMint>,
    atlas: Atlas,
) -> House {
    House {
        instance_id: Arc::from("demo"),
        store: Arc::new(fresh.store.clone()),
        read_model,
        atlas: Arc::new(ArcSwap::from_pointee(atlas)),
        clock,
        mint,
        passwords: Arc::new(Passwords::new().unwrap()),
    }
}

/// The seed network and the demo in one file. Planting takes seconds, so it is done once per build of
/// these tests; several that begin together each make the file, and the last one's stays.
async fn planted() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let built = env::current_exe()
        .unwrap()
        .metadata()
        .unwrap()
        .modified()
        .unwrap();
    let built = built.duration_since(UNIX_EPOCH).unwrap().as_nanos();
    let file = folder.join(format!("demo-{built}.db"));
    if !file.exists() {
        let made = TempDir::new_in(folder).unwrap();
        let copy = made.path().join("demo.db");
        plant_into(&copy).await;
        fs::rename(copy, &file).unwrap();
    }
    file
}

async fn plant_into(file: &Path) {
    let fresh = fresh_sqlite().await;
    let clock: Arc<dyn Clock> = Arc::new(TestClock(Mutex::new(FRIDAY.parse().unwrap())));
    let mint = Arc::new(TestMint(AtomicU64::new(0x0700_0000)));
    let atlas = Atlas::shipped(true).unwrap();
    let names = PlaceNames::of(atlas.gazetteer());
    let unread = Directory::new(names, Arc::clone(&clock), Weights::default());
    let system = house(&fresh, unread, clock, mint, atlas).for_actor(Actor::System);
    let atlas = system.atlas.load();
    plant(&system, &atlas).await.unwrap();
    plant_demo(&system, &atlas).await.unwrap();
    fresh.store.copy_to(file).await.unwrap();
}

fn settings() -> Settings {
    Settings {
        issuer: Arc::from(ORIGIN),
        trusted_proxies: Vec::new(),
        version: "0.0.0-test".to_owned(),
        web: WebSettings {
            name: "Probenetz".to_owned(),
            title_suffix: "Probenetz".to_owned(),
            exit_url: "https://www.wetter.example/".to_owned(),
            languages: vec!["de".to_owned(), "en".to_owned()],
            draft_notice: true,
            funder: None,
            texts: Texts::default(),
        },
    }
}
