//! Who is asking: access tokens, the two carriers that bring them, and the brake on sign-ins.
//!
//! One short-lived ES256 token, two carriers (architecture.md 7): scripts send it as bearer, the web
//! pages get it in the cookie `__Host-session` that no script can read. A token names a session; the
//! session is looked up on every request, so a revocation holds at once.

mod caller;
pub mod cookies;
mod keys;
mod limiter;
mod proxy;
mod sign_ins;
pub(crate) mod token;

pub use caller::{Caller, require_own_pages};
pub use keys::{Keys, KeysError};
pub use limiter::Limiter;
pub(crate) use limiter::subscriber;
pub(crate) use proxy::client_behind;
pub(crate) use sign_ins::SignIns;
pub use token::install_crypto;
