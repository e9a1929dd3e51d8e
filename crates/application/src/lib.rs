//! The use cases of Schutznetz: one `pub async fn` per action, in a file named after its verb.
//!
//! REST, GraphQL, jobs and the command line call the same functions. Each loads, asks the policy,
//! decides, saves and commits; what it answers is domain, never a row or a web type.

pub mod audit;
pub mod context;
pub mod directory;
pub mod error;
pub mod identity;
pub mod keys;
pub mod referral;
pub mod seed;
pub mod territory;

pub use context::{Context, House};
pub use error::{Failure, FieldError, ReferralRefusal, pointer};
