//! Ids from keys.

use domain::directory::Taxonomy;
use domain::ids::{LocationId, OrganisationId, ServiceId, SourceId, TermId, imported};

/// The id of the organisation with this key.
pub fn organisation_id(key: &str) -> OrganisationId {
    OrganisationId::from_uuid(imported("seed", "organisation", key))
}

/// The id of the service with this key.
pub fn service_id(key: &str) -> ServiceId {
    ServiceId::from_uuid(imported("seed", "service", key))
}

/// The id of the location with this key, which is unique in its organisation.
pub fn location_id(organisation: &str, key: &str) -> LocationId {
    LocationId::from_uuid(imported(
        "seed",
        "location",
        &format!("{organisation}:{key}"),
    ))
}

/// The id of the source with this key.
pub fn source_id(key: &str) -> SourceId {
    SourceId::from_uuid(imported("seed", "source", key))
}

/// The id of a term.
pub fn term_id(taxonomy: Taxonomy, key: &str) -> TermId {
    TermId::from_uuid(imported(
        "seed",
        "term",
        &format!("{}:{key}", taxonomy.as_str()),
    ))
}
