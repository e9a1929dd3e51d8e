//! The directory in tables.
//!
//! A record (organisation, location, service) is saved with everything nested in it: its phones,
//! contacts and schedules are replaced as a whole, because they have no life of their own. Value
//! lists without an id are JSON columns.

mod lists;
mod repository;
pub(crate) mod row;

pub(crate) use repository::{
    SqlChanges, SqlLocations, SqlOrganisations, SqlServices, SqlTaxonomies,
};
