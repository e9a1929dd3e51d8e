//! Signing in with login and password.

use domain::identity::{Account, Membership, Secret, Session};
use domain::ids::SessionId;

use super::digest;
use crate::{Failure, House, audit};

/// A new session and the one copy of its renewal secret.
pub struct SignedIn {
    /// The session.
    pub session: Session,
    /// Renews it; only its hash is stored.
    pub renewal: Secret<[u8; 32]>,
}

/// Signs a person in for the oldest of the memberships.
///
/// Unknown login, wrong password, locked or disabled account and an account without membership
/// are refused alike, after the same work.
///
/// # Errors
/// `SignInRefused`.
pub async fn sign_in(
    house: &House,
    login: &str,
    password: &Secret<String>,
) -> Result<SignedIn, Failure> {
    let now = house.clock.now();
    let account = {
        let mut work = house.store.read().await?;
        work.accounts()
            .by_login(&login.trim().to_lowercase())
            .await?
    };
    let expected = account.as_ref().map(|account| &account.password_hash);
    let right = house.passwords.matches(password, expected).await?;
    let Some(account) = account else {
        audit::sign_in_refused(house, None).await?;
        return Err(Failure::SignInRefused);
    };
    let member = match membership(house, &account).await? {
        Some(member) if right && account.may_sign_in(now) => member,
        Some(_) | None => {
            note_failure(house, &account, right).await?;
            return Err(Failure::SignInRefused);
        }
    };
    begin(house, &account, &member).await
}

async fn membership(house: &House, account: &Account) -> Result<Option<Membership>, Failure> {
    let mut work = house.store.read().await?;
    Ok(work
        .memberships()
        .of_account(account.id)
        .await?
        .into_iter()
        .next())
}

async fn note_failure(house: &House, account: &Account, right: bool) -> Result<(), Failure> {
    let now = house.clock.now();
    if !right && account.may_sign_in(now) {
        let mut work = house.store.begin().await?;
        // read again inside the writing transaction: two wrong passwords at once are two failures
        let current = work.accounts().find(account.id).await?;
        if let Some(current) = current {
            work.accounts().save(&current.after_failure(now)).await?;
        }
        work.commit().await?;
    }
    audit::sign_in_refused(house, Some(account.id)).await
}

async fn begin(house: &House, account: &Account, member: &Membership) -> Result<SignedIn, Failure> {
    let now = house.clock.now();
    let renewal = Secret::new(house.mint.secret());
    let session = Session {
        id: SessionId::from_uuid(house.mint.mint_random()),
        account: account.id,
        member: member.id,
        renewal_hash: digest(&renewal),
        previous_renewal_hash: None,
        created_at: now,
        renewed_at: now,
        revoked_at: None,
    };
    let mut work = house.store.begin().await?;
    if account.failures > 0 || account.locked_until.is_some() {
        work.accounts().save(&account.after_success()).await?;
    }
    work.sessions().save(&session).await?;
    audit::signed_in(house, work.as_mut(), &session, member).await?;
    work.commit().await?;
    Ok(SignedIn { session, renewal })
}
