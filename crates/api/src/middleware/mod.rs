//! What happens to every request, whatever it asks.

pub mod cors;
pub mod request;

pub use request::accompany;
