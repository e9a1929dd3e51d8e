//! Reading and changing the directory.
//!
//! What everybody may read comes from the read model of the actor's tier; what an editor works on
//! comes from storage, because an entry that is not published stands in no read model.

mod entries;
mod find;
mod update_service;

pub use entries::{editable_service, my_entries, my_entry, own_organisation, view_of};
pub use find::{contact_points, find_services, helplines, location, organisation, service};
pub use update_service::update_service;
