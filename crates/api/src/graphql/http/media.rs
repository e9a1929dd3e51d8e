//! The media types an answer can have, and which one the client likes best.

use actix_web::http::header::{self, HeaderMap};

use super::JSON;

const GRAPHQL_JSON: &str = "application/graphql-response+json";

/// The media types an answer can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Media {
    Json,
    GraphqlJson,
}

impl Media {
    pub(super) const fn content_type(self) -> &'static str {
        match self {
            Self::Json => "application/json; charset=utf-8",
            Self::GraphqlJson => "application/graphql-response+json; charset=utf-8",
        }
    }

    /// The one the client likes best; nothing when it likes neither.
    pub(super) fn negotiate(headers: &HeaderMap) -> Option<Self> {
        let accept = headers
            .get(header::ACCEPT)
            .map(|value| value.to_str().unwrap_or_default());
        let Some(accept) = accept.filter(|text| !text.trim().is_empty()) else {
            return Some(Self::Json);
        };
        let mut best: Option<(f32, Self)> = None;
        for range in accept.split(',') {
            let mut parts = range.split(';').map(str::trim);
            let media = match parts
                .next()
                .unwrap_or_default()
                .to_ascii_lowercase()
                .as_str()
            {
                GRAPHQL_JSON => Self::GraphqlJson,
                JSON | "application/*" | "*/*" => Self::Json,
                _ => continue,
            };
            let weight = parts.find_map(|part| part.strip_prefix("q=")?.parse::<f32>().ok());
            let weight = weight.unwrap_or(1.0);
            if weight > 0.0 && best.is_none_or(|(most, _)| weight > most) {
                best = Some((weight, media));
            }
        }
        best.map(|(_, media)| media)
    }
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    fn negotiated(accept: &'static str) -> Option<Media> {
        let request = TestRequest::get()
            .insert_header((header::ACCEPT, accept))
            .to_http_request();
        Media::negotiate(request.headers())
    }

    #[test]
    fn the_client_chooses_between_two_media_types() {
        assert_eq!(
            negotiated("application/graphql-response+json, application/json;q=0.9"),
            Some(Media::GraphqlJson)
        );
        assert_eq!(negotiated("application/json"), Some(Media::Json));
        assert_eq!(negotiated("*/*"), Some(Media::Json));
        assert_eq!(negotiated("text/html, application/json;q=0"), None);
        let without = TestRequest::get().to_http_request();
        assert_eq!(Media::negotiate(without.headers()), Some(Media::Json));
    }
}
