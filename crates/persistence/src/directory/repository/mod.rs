//! The repositories of the directory.

mod changes;
mod locations;
mod nested;
mod organisations;
mod services;
mod taxonomies;

pub(crate) use changes::SqlChanges;
pub(crate) use locations::SqlLocations;
pub(crate) use organisations::SqlOrganisations;
pub(crate) use services::SqlServices;
pub(crate) use taxonomies::SqlTaxonomies;
