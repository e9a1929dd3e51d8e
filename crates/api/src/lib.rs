//! The faces of Schutznetz: GraphQL and REST over the same use cases.
//!
//! A request goes through four rooms: a **face** here authenticates, parses, calls, maps; a use case
//! of `application` loads, asks, decides, saves; a repository; a row. Nothing here decides who may do
//! what, and nothing of an internal error leaves: [`problem`] is the one table of refusals.
//!
//! The types of [`graphql`] serve both faces. [`configure`] is the one list of routes, for the server,
//! for the printed contract and for the sweep that proves who may ask what.

pub mod auth;
mod faces;
pub mod graphql;
pub mod middleware;
mod nul;
pub mod problem;
mod rest;
mod routes;

pub use auth::{Keys, KeysError, install_crypto};
pub use faces::{Faces, Helpline, Settings, Texts, WebSettings};
pub use graphql::sdl;
pub use middleware::accompany;
pub use routes::{configure, nothing_here, openapi};
