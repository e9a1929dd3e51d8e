//! One operation, as a body or a query string writes it.

use std::collections::HashMap;

use actix_web::http::header;
use actix_web::{HttpRequest, web};
use serde::Deserialize;

use super::JSON;
use crate::problem::reading::{self, REQUIRED};
use crate::problem::{Code, Fault, Kind, Problem};
use crate::rest::{announced, read_whole};

/// One request as its JSON writes it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Body {
    pub(super) query: String,
    #[serde(default)]
    pub(super) operation_name: Option<String>,
    #[serde(default)]
    pub(super) variables: Option<serde_json::Map<String, serde_json::Value>>,
    #[serde(default)]
    #[expect(dead_code, reason = "only its form is checked: an object or null")]
    extensions: Option<serde_json::Map<String, serde_json::Value>>,
}

pub(super) fn from_query(req: &HttpRequest) -> Result<Body, Problem> {
    let parameters = web::Query::<HashMap<String, String>>::from_query(req.query_string())
        .map_err(|_unreadable| Code::Malformed)?
        .into_inner();
    let object = |name: &str| -> Result<Option<_>, Problem> {
        let Some(text) = parameters.get(name).filter(|text| !text.is_empty()) else {
            return Ok(None);
        };
        let field = vec![name.to_owned()];
        let json = reading::parse_at(&field, text.as_bytes())?;
        if json.is_null() {
            return Ok(None);
        }
        let kind = Kind::of(&json);
        let serde_json::Value::Object(fields) = json else {
            return Err(malformed(Fault::new(field, "an object", kind)));
        };
        Ok(Some(fields))
    };
    Ok(Body {
        query: parameters.get("query").cloned().ok_or_else(|| {
            malformed(Fault::new(
                vec!["query".to_owned()],
                REQUIRED,
                Kind::Nothing,
            ))
        })?,
        operation_name: parameters
            .get("operationName")
            .filter(|name| !name.is_empty())
            .cloned(),
        variables: object("variables")?,
        extensions: object("extensions")?,
    })
}

pub(super) async fn from_payload(
    req: &HttpRequest,
    payload: web::Payload,
    most: usize,
) -> Result<Body, Problem> {
    let content_type = req
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let mut parts = content_type.unwrap_or_default().split(';').map(str::trim);
    let is_json = parts
        .next()
        .is_some_and(|kind| kind.eq_ignore_ascii_case(JSON));
    let is_utf8 = parts.all(|parameter| {
        let charset = parameter.to_ascii_lowercase();
        !charset.starts_with("charset=") || charset.trim_matches('"').ends_with("utf-8")
    });
    if !is_json || !is_utf8 {
        return Err(Code::UnsupportedMediaType.into());
    }
    let bytes = read_whole(payload, most, announced(req)).await?;
    if bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'[') {
        return Err(Code::BatchRefused.into());
    }
    // the usual body is read in one go; one that does not fit is looked at again
    serde_json::from_slice(&bytes).or_else(|_malformed| reading::read(&reading::parse(&bytes)?))
}

fn malformed(fault: Fault) -> Problem {
    Problem {
        fields: vec![fault],
        ..Code::Malformed.into()
    }
}
