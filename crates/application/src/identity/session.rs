//! A session after sign-in: whom it stands for, how it goes on, how it ends.

use domain::access::Actor;
use domain::identity::{self, Account, Secret, Session};
use domain::ids::SessionId;
use subtle::ConstantTimeEq;

use super::digest;
use crate::{Context, Failure, House, audit};

/// A renewed session and the one copy of its next renewal secret.
pub struct Renewed {
    /// The session.
    pub session: Session,
    /// Renews it the next time.
    pub renewal: Secret<[u8; 32]>,
}

/// Whom a session stands for at this moment: anonymous when it has ended, was revoked, or the
/// membership is over. It is looked up on every request, so a revocation holds at once on every instance.
pub async fn actor_of(house: &House, id: SessionId) -> Result<Actor, Failure> {
    let mut work = house.store.read_newest().await?;
    let Some(session) = work.sessions().find(id).await? else {
        return Ok(Actor::Anonymous);
    };
    if !session.is_live(house.clock.now()) {
        return Ok(Actor::Anonymous);
    }
    let Some(membership) = work.memberships().find(session.member).await? else {
        return Ok(Actor::Anonymous);
    };
    let Some(organisation) = work.organisations().find(membership.organisation).await? else {
        return Ok(Actor::Anonymous);
    };
    Ok(identity::actor(&session, &membership, &organisation))
}

/// The account and the session of whoever is signed in.
///
/// # Errors
/// `Unauthenticated`.
pub async fn viewer(ctx: &Context) -> Result<(Account, Session), Failure> {
    let member = ctx.actor.member().ok_or(Failure::Unauthenticated)?;
    let mut work = ctx.store.read_newest().await?;
    let account = work
        .accounts()
        .find(member.account)
        .await?
        .ok_or(Failure::Unauthenticated)?;
    let session = work
        .sessions()
        .find(member.session)
        .await?
        .ok_or(Failure::Unauthenticated)?;
    Ok((account, session))
}

/// Goes on with a session: the secret is exchanged for a new one. Coming back with the one before
/// means that somebody copied it, and ends the session.
///
/// # Errors
/// `Unauthenticated`.
pub async fn renew(house: &House, secret: &Secret<[u8; 32]>) -> Result<Renewed, Failure> {
    let now = house.clock.now();
    let hash = digest(secret);
    let mut work = house.store.begin().await?;
    let session = work
        .sessions()
        .by_renewal_hash(&hash)
        .await?
        .ok_or(Failure::Unauthenticated)?;
    if !session.is_live(now) {
        return Err(Failure::Unauthenticated);
    }
    let current: bool = session.renewal_hash.ct_eq(&hash).into();
    if !current {
        let ended = Session {
            revoked_at: Some(now),
            ..session
        };
        work.sessions().save(&ended).await?;
        audit::renewal_reused(house, work.as_mut(), &ended).await?;
        work.commit().await?;
        return Err(Failure::Unauthenticated);
    }
    let renewal = Secret::new(house.mint.secret());
    let session = Session {
        renewal_hash: digest(&renewal),
        previous_renewal_hash: Some(hash),
        renewed_at: now,
        ..session
    };
    work.sessions().save(&session).await?;
    work.commit().await?;
    Ok(Renewed { session, renewal })
}

/// Ends the actor's session.
///
/// # Errors
/// `Unauthenticated`.
pub async fn sign_out(ctx: &Context) -> Result<(), Failure> {
    let member = ctx.actor.member().ok_or(Failure::Unauthenticated)?;
    let mut work = ctx.store.begin().await?;
    let session = work
        .sessions()
        .find(member.session)
        .await?
        .ok_or(Failure::Unauthenticated)?;
    let ended = Session {
        revoked_at: Some(ctx.clock.now()),
        ..session
    };
    work.sessions().save(&ended).await?;
    audit::signed_out(ctx, work.as_mut(), "session.ended").await?;
    work.commit().await?;
    Ok(())
}

/// Ends every session of the actor's account; answers how many there were.
///
/// # Errors
/// `Unauthenticated`.
pub async fn revoke_everywhere(ctx: &Context) -> Result<u64, Failure> {
    let member = ctx.actor.member().ok_or(Failure::Unauthenticated)?;
    let mut work = ctx.store.begin().await?;
    let ended = work
        .sessions()
        .revoke_all(member.account, ctx.clock.now())
        .await?;
    audit::signed_out(ctx, work.as_mut(), "session.all_ended").await?;
    work.commit().await?;
    Ok(ended)
}
