//! Reading and changing the directory.

mod update_service;

pub use update_service::update_service;
