//! The rows that sign-in and administration leave in the audit chain, in the transaction of the act.

use domain::access::Actor;
use domain::audit::{Act, AuditObject, Stream, minute_of};
use domain::identity::{Membership, Session};
use domain::ids::AccountId;
use domain::store::Work;

use crate::{Context, Failure, House};

/// A person signed in.
pub(crate) async fn signed_in(
    house: &House,
    work: &mut dyn Work,
    session: &Session,
    member: &Membership,
) -> Result<(), Failure> {
    let stream = Stream::Organisation(member.organisation);
    let object = AuditObject::new("member", member.id);
    let act = Act::allowed(
        stream,
        house.clock.now(),
        &Actor::System,
        "session.begun",
        object,
    );
    work.audit()
        .append(act.because(session.id.to_string()))
        .await?;
    Ok(())
}

/// Somebody tried to sign in and was refused. An unknown login leaves no trace of what was typed.
pub(crate) async fn sign_in_refused(
    house: &House,
    work: &mut dyn Work,
    account: Option<AccountId>,
) -> Result<(), Failure> {
    let object = match account {
        Some(account) => AuditObject::new("account", account),
        None => AuditObject::new("account", "unknown"),
    };
    let at = house.clock.now();
    let act = Act::denied(
        Stream::Platform,
        at,
        &Actor::Anonymous,
        "session.begin",
        object,
    );
    if let Some(key) = act.fold_key() {
        work.audit().count_denied(&key, &act).await?;
    }
    Ok(())
}

/// Writes the refused attempts of past minutes into the chain, equal ones as one row; answers how
/// many rows that were. A job calls it every minute.
pub async fn write_denied(house: &House) -> Result<usize, Failure> {
    let mut work = house.store.begin().await?;
    let acts = work
        .audit()
        .take_denied(minute_of(house.clock.now()))
        .await?;
    let rows = acts.len();
    for act in acts {
        work.audit().append(act).await?;
    }
    work.commit().await?;
    Ok(rows)
}

/// A renewal secret came back a second time: the session was ended.
pub(crate) async fn renewal_reused(
    house: &House,
    work: &mut dyn Work,
    session: &Session,
) -> Result<(), Failure> {
    let object = AuditObject::new("session", session.id);
    let at = house.clock.now();
    let act = Act::denied(
        Stream::Platform,
        at,
        &Actor::Anonymous,
        "session.renew",
        object,
    );
    work.audit().append(act.because("renewal-reused")).await?;
    Ok(())
}

/// The actor ended one or all of the own sessions.
pub(crate) async fn signed_out(
    ctx: &Context,
    work: &mut dyn Work,
    action: &'static str,
) -> Result<(), Failure> {
    let Some(member) = ctx.actor.member() else {
        return Ok(());
    };
    let object = AuditObject::new("session", member.session);
    let stream = Stream::Organisation(member.organisation);
    let act = Act::allowed(stream, ctx.clock.now(), &ctx.actor, action, object);
    work.audit().append(act).await?;
    Ok(())
}

/// The administration changed an account, an organisation or a membership.
pub(crate) async fn administered(
    ctx: &Context,
    work: &mut dyn Work,
    action: &'static str,
    kind: &'static str,
    id: String,
) -> Result<(), Failure> {
    let object = AuditObject::new(kind, id);
    let act = Act::allowed(
        Stream::Platform,
        ctx.clock.now(),
        &ctx.actor,
        action,
        object,
    );
    work.audit().append(act).await?;
    Ok(())
}
