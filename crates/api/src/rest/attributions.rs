//! Where the data come from: the notices and licences that the product has to show.

use actix_web::http::header;
use actix_web::{HttpResponse, get};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The notices, as kept in `data/attributions.json`.
const ATTRIBUTIONS: &str = include_str!("../../../../data/attributions.json");

/// One source of data and what has to be said about it.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Attribution {
    /// What the data are, in German.
    what: String,
    /// Who publishes them.
    publisher: String,
    /// Where.
    url: Option<String>,
    /// Of which date they are.
    as_of: Option<String>,
    /// The name of the licence.
    licence: String,
    /// Where the licence can be read.
    licence_url: Option<String>,
    /// The words that have to be shown.
    notice: Option<String>,
    /// Where the notice has to lead.
    notice_url: Option<String>,
    /// What was changed, in German.
    changes: Option<String>,
}

/// The first notice, for the contract.
fn example() -> serde_json::Value {
    let all: Vec<serde_json::Value> = serde_json::from_str(ATTRIBUTIONS).unwrap_or_default();
    all.into_iter().take(1).collect()
}

/// The notices and licences of every source of data.
#[utoipa::path(tag = "installation", responses((status = 200, description = "The notices.", body = Vec<Attribution>, example = example)))]
#[get("")]
pub(crate) async fn attributions() -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "public, max-age=3600"))
        .content_type("application/json")
        .body(ATTRIBUTIONS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_notices_that_must_be_shown_are_there() {
        let all: Vec<Attribution> = serde_json::from_str(ATTRIBUTIONS).unwrap();
        let notice = |words: &str| {
            all.iter().any(|one| {
                one.notice
                    .as_deref()
                    .is_some_and(|notice| notice.contains(words))
            })
        };
        assert!(notice("© GeoBasis-DE / BKG 2021 (Daten verändert)"));
        assert!(notice("GeoNames"));
        assert!(
            all.iter()
                .all(|one| !one.licence.is_empty() && !one.what.is_empty())
        );
    }
}
