//! Signing in, staying signed in, signing out; and the administration of accounts.

mod administrate;
mod passwords;
mod session;
mod sign_in;

pub use administrate::{
    NewAccount, NewMember, NewOrganisation, add_member, create_account, create_organisation,
    grant_reception, verify_organisation,
};
pub use passwords::Passwords;
pub use session::{Renewed, actor_of, renew, revoke_everywhere, sign_out, viewer};
pub use sign_in::{SignedIn, sign_in};

use domain::identity::Secret;
use sha2::{Digest, Sha256};

/// What is stored of a renewal secret: its SHA-256. The secret itself has 256 random bits, so no
/// salt and no slow hash is needed.
fn digest(secret: &Secret<[u8; 32]>) -> [u8; 32] {
    Sha256::digest(secret.reveal()).into()
}
