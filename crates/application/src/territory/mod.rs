//! Places, and who answers for them.

mod atlas;
mod districts;
mod places;
mod responsible;

pub use atlas::{Atlas, Unreadable};
pub use districts::districts;
pub use places::{Suggestion, places};
pub use responsible::{hotlines, responsible};
