//! Hashing passwords with Argon2id, a few at a time: each hash takes 19 MiB, and a flood of
//! sign-ins must not take the machine down.

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use domain::identity::Secret;
use domain::store::StoreError;
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

use crate::Failure;

/// How many passwords are hashed at the same time.
const AT_ONCE: usize = 2;

/// Hashes and checks passwords.
pub struct Passwords {
    turns: Semaphore,
    /// What a password is checked against when there is no account: the same work either way.
    nobody: Secret<String>,
}

impl Passwords {
    /// Prepares the hasher.
    ///
    /// # Errors
    /// When the system has no randomness to give.
    pub fn new() -> Result<Self, Failure> {
        let nobody = hash(b"nobody has this password")?;
        Ok(Self {
            turns: Semaphore::new(AT_ONCE),
            nobody: Secret::new(nobody),
        })
    }

    /// The PHC string of a new password.
    ///
    /// # Errors
    /// `Invalid` when the password has fewer than 12 or more than 200 characters.
    pub async fn hash(&self, password: &Secret<String>) -> Result<Secret<String>, Failure> {
        if !(12..=200).contains(&password.reveal().chars().count()) {
            return Err(Failure::invalid(
                "password",
                "a password has 12 to 200 characters",
            ));
        }
        let _turn = self.turns.acquire().await.map_err(broken)?;
        let password = password.reveal().clone();
        let hashed = spawn_blocking(move || hash(password.as_bytes()))
            .await
            .map_err(broken)??;
        Ok(Secret::new(hashed))
    }

    /// Whether the password is the one `expected` was made of; without `expected` it does the same
    /// work and answers no.
    pub async fn matches(
        &self,
        password: &Secret<String>,
        expected: Option<&Secret<String>>,
    ) -> Result<bool, Failure> {
        let _turn = self.turns.acquire().await.map_err(broken)?;
        let against = expected.unwrap_or(&self.nobody).reveal().clone();
        let given = password.reveal().clone();
        let right = spawn_blocking(move || {
            PasswordHash::new(&against).is_ok_and(|hash| {
                Argon2::default()
                    .verify_password(given.as_bytes(), &hash)
                    .is_ok()
            })
        })
        .await
        .map_err(broken)?;
        Ok(right && expected.is_some())
    }
}

fn hash(password: &[u8]) -> Result<String, Failure> {
    Argon2::default()
        .hash_password(password)
        .map(|hash| hash.to_string())
        .map_err(|error| broken(std::io::Error::other(error.to_string())))
}

fn broken(source: impl std::error::Error + Send + Sync + 'static) -> Failure {
    Failure::Store(StoreError {
        doing: "hashing a password",
        source: Box::new(source),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secret(text: &str) -> Secret<String> {
        Secret::new(text.to_owned())
    }

    #[tokio::test]
    async fn only_the_right_password_matches_and_nobody_has_one() {
        let passwords = Passwords::new().unwrap();
        let stored = passwords
            .hash(&secret("ein langes Passwort"))
            .await
            .unwrap();
        assert!(
            passwords
                .matches(&secret("ein langes Passwort"), Some(&stored))
                .await
                .unwrap()
        );
        assert!(
            !passwords
                .matches(&secret("ein anderes Passwort"), Some(&stored))
                .await
                .unwrap()
        );
        assert!(
            !passwords
                .matches(&secret("nobody has this password"), None)
                .await
                .unwrap()
        );
    }

    #[tokio::test]
    async fn a_short_password_is_refused_with_its_rule() {
        let passwords = Passwords::new().unwrap();
        let refused = passwords.hash(&secret("kurz")).await.unwrap_err();
        assert!(matches!(refused, Failure::Invalid(fields) if fields[0].field == ["password"]));
    }
}
