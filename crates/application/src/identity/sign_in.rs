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
        let mut work = house.store.read_newest().await?;
        work.accounts()
            .by_login(&login.trim().to_lowercase())
            .await?
    };
    let expected = account.as_ref().map(|account| &account.password_hash);
    let right = house.passwords.matches(password, expected).await?;
    let member = match &account {
        Some(account) if right && account.may_sign_in(now) => membership(house, account).await?,
        Some(_) | None => None,
    };
    match (account, member) {
        (Some(account), Some(member)) => begin(house, &account, &member).await,
        (account, _) => refuse(house, account, right).await,
    }
}

async fn membership(house: &House, account: &Account) -> Result<Option<Membership>, Failure> {
    let mut work = house.store.read_newest().await?;
    Ok(work
        .memberships()
        .of_account(account.id)
        .await?
        .into_iter()
        .next())
}

/// Notes a refused attempt, in one transaction whoever was meant: how long it takes must not tell whether
/// the login exists.
async fn refuse(house: &House, account: Option<Account>, right: bool) -> Result<SignedIn, Failure> {
    let now = house.clock.now();
    let mut work = house.store.begin().await?;
    if let Some(account) = &account
        && !right
        && account.may_sign_in(now)
    {
        // read again inside the writing transaction: two wrong passwords at once are two failures
        let current = work.accounts().find(account.id).await?;
        if let Some(current) = current {
            work.accounts().save(&current.after_failure(now)).await?;
        }
    }
    let account = account.map(|account| account.id);
    audit::sign_in_refused(house, work.as_mut(), account).await?;
    work.commit().await?;
    Err(Failure::SignInRefused)
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
