//! Documents that were asked before: a client asks the same few with other variables.
//!
//! Only the text of a document is kept, never its variables; and none with a text or a fraction
//! written into it, because a search word or a place may stand there.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use async_graphql::Request;
use async_graphql::parser::parse_query;
use async_graphql::parser::types::ExecutableDocument;

/// How many documents are kept; when they are full they begin anew.
const MOST: usize = 200;
/// The longest document that is kept, in bytes.
const LONGEST: usize = 8 * 1024;

/// Parsed documents by their text.
#[derive(Default)]
pub(crate) struct Documents(RwLock<HashMap<Box<str>, Arc<Known>>>);

/// A document that is kept.
pub(crate) struct Known {
    document: ExecutableDocument,
    is_valid: AtomicBool,
}

impl Known {
    /// Whether it was found valid, whatever its variables. What of it depends on them is asked each time
    /// ([`InputTypes`](super::http::InputTypes)).
    pub(crate) fn is_valid(&self) -> bool {
        self.is_valid.load(Ordering::Relaxed)
    }

    /// Remembers that the library has validated it. Of several operations it looks at the arguments of
    /// the chosen one alone: such a document is validated each time.
    pub(crate) fn was_found_valid(&self) {
        if self.document.operations.iter().count() == 1 {
            self.is_valid.store(true, Ordering::Relaxed);
        }
    }
}

impl Documents {
    /// Parses the document of a request, or takes the one that is kept; answers what is kept of it. A
    /// faulty one stays as it is: whoever reads it is told of the fault.
    pub(crate) fn parse(&self, request: &mut Request) -> Option<Arc<Known>> {
        let text = request.query.as_str();
        if let Some(known) = self.known(text) {
            request.set_parsed_query(known.document.clone());
            return Some(known);
        }
        let document = parse_query(text).ok()?;
        let kept = self.keep(text, &document);
        request.set_parsed_query(document);
        kept
    }

    fn known(&self, text: &str) -> Option<Arc<Known>> {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        known.get(text).cloned()
    }

    fn keep(&self, text: &str, document: &ExecutableDocument) -> Option<Arc<Known>> {
        if text.len() > LONGEST || tells_something(text) {
            return None;
        }
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST {
            known.clear();
        }
        let kept = Arc::new(Known {
            document: document.clone(),
            is_valid: AtomicBool::new(false),
        });
        known.insert(text.into(), Arc::clone(&kept));
        Some(kept)
    }
}

/// Whether a text or a fraction is written into the document.
fn tells_something(text: &str) -> bool {
    let fraction =
        |three: &[u8]| three[1] == b'.' && (three[0].is_ascii_digit() || three[2].is_ascii_digit());
    text.contains('"') || text.as_bytes().windows(3).any(fraction)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_kept(text: &str) -> bool {
        let documents = Documents::default();
        let mut request = Request::new(text);
        documents.parse(&mut request);
        assert!(request.parsed_query().is_ok());
        documents.known(text).is_some()
    }

    #[test]
    fn a_document_is_kept_without_what_was_asked() {
        assert!(is_kept(
            "query ($f: ServiceFilter) { services(filter: $f, first: 20) { ...Card } }"
        ));
        assert!(!is_kept(
            "{ services(filter: { text: \"Angst\" }) { totalCount } }"
        ));
        assert!(!is_kept(
            "{ services(filter: { near: { lat: 53.6, lon: 11.4, radiusM: 10 } }) { totalCount } }"
        ));
        assert!(!is_kept(&format!("{{ {} }}", "a ".repeat(LONGEST))));
    }

    #[test]
    fn only_a_document_of_one_operation_is_valid_once_and_for_all() {
        let documents = Documents::default();
        for (text, is_valid) in [
            ("query One { __typename }", true),
            ("query One { __typename } query Two { __typename }", false),
        ] {
            let kept = documents.parse(&mut Request::new(text)).unwrap();
            assert!(!kept.is_valid());
            kept.was_found_valid();
            let known = documents.parse(&mut Request::new(text)).unwrap();
            assert_eq!(known.is_valid(), is_valid, "{text}");
        }
    }

    #[test]
    fn a_faulty_document_stays_faulty() {
        let documents = Documents::default();
        let mut request = Request::new("{ services(");
        documents.parse(&mut request);
        assert!(request.parsed_query().is_err());
    }

    #[test]
    fn however_many_are_asked_few_are_kept() {
        let documents = Documents::default();
        for n in 0..MOST + 10 {
            documents.parse(&mut Request::new(format!("{{ a{n}: __typename }}")));
        }
        assert!(documents.0.read().unwrap().len() <= MOST);
    }
}
