//! Whether the service is alive, ready, and how it does.

use std::time::Duration;

use actix_web::{HttpResponse, web};
use api::Faces;
use persistence::{SchemaState, SqlStore};
use serde::Serialize;

/// What `/readyz` says of each part.
#[derive(Debug, Serialize)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each part can or cannot do its work"
)]
struct Readiness {
    database: bool,
    schema: bool,
    directory: bool,
    territory: bool,
}

/// How long a database may take to answer and still count as there.
const PATIENCE: Duration = Duration::from_secs(2);

/// `GET /healthz`: the process answers.
pub(crate) async fn healthz() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain").body("ok")
}

/// `GET /readyz`: 200 when every part can do its work, 503 with the parts that cannot.
pub(crate) async fn readyz(faces: web::Data<Faces>, store: web::Data<SqlStore>) -> HttpResponse {
    let answers = tokio::time::timeout(PATIENCE, store.ping()).await;
    let database = matches!(answers, Ok(Ok(())));
    let readiness = Readiness {
        database,
        schema: database && has_current_schema(&store).await,
        directory: faces.house.read_model.health().ready,
        territory: faces.house.atlas.load().is_loaded(),
    };
    let Readiness {
        schema,
        directory,
        territory,
        ..
    } = readiness;
    if database && schema && directory && territory {
        HttpResponse::Ok().json(readiness)
    } else {
        HttpResponse::ServiceUnavailable().json(readiness)
    }
}

async fn has_current_schema(store: &SqlStore) -> bool {
    let state = tokio::time::timeout(PATIENCE, store.schema_state()).await;
    matches!(state, Ok(Ok(SchemaState::Current)))
}
