//! The seed: facts of the state and the invented demo district, read from the files in `data/`.
//!
//! The files are the truth, written by hand; their form is told in `data/README.md`. Reading goes in
//! three steps, none of which touches storage:
//!
//! 1. [`files`]: the texts, compiled into the binary, so that any installation can seed itself.
//! 2. [`read`]: texts to [`format`] structures, with every reference resolved. **A broken file is one
//!    clear line** ([`Broken`]): which file, which place, what was found, what is allowed.
//! 3. [`convert`]: structures to aggregates of the domain, with ids derived from their keys, so that a
//!    second seed meets the same records.
//!
//! Unknown stays unknown: nothing here fills in a cost, an hour, a number or an area.
//! [`holes`](holes::holes) names what is missing.

mod broken;
mod check;
pub mod convert;
pub mod crosswalk;
mod days;
pub mod demo;
pub mod exchange;
pub mod files;
pub mod format;
pub mod holes;
mod plant;
mod read;
#[cfg(test)]
mod tests;

pub use broken::Broken;
pub use plant::{NotPlanted, plant, plant_demo};
pub use read::{Network, Part, read, read_demo};
