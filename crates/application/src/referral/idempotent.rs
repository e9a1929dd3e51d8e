//! Doing an act once although it is asked for twice (`referral.md` 16.3).
//!
//! The row of a key is claimed and finished in the work of the act itself, so either both exist or
//! neither. What is kept is which referral the act answered: a replay shows it as it stands now.

use domain::ids::ReferralId;
use domain::referral::idempotency::{
    Answer, Decision, Fingerprint, IdempotencyKey, IdempotencyRow, Scope, decide,
};
use domain::store::Work;

use super::refused::{Refused, RefusedCode};
use super::sight::CaseSight;
use crate::{Context, Failure};

/// The status kept with an answer; whoever replays it chooses how it is spelled.
const DONE: u16 = 200;

/// A request that is to be done once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Once {
    /// Who asks, for what.
    pub scope: Scope,
    /// Under which key.
    pub key: IdempotencyKey,
    /// What exactly.
    pub fingerprint: Fingerprint,
}

/// What an act that is done once answers.
#[derive(Debug)]
pub struct Done {
    /// The referral.
    pub referral: CaseSight,
    /// Whether it was done before (`Idempotency-Replayed`).
    pub replayed: bool,
}

/// Runs `act` once under a key, or answers the referral it answered then. Without a key it just runs.
///
/// # Errors
/// Those of the act; `Refused` with `request-in-progress` or `idempotency-key-reused`.
pub async fn idempotent<F>(
    ctx: &Context,
    once: Option<Once>,
    act: impl FnOnce(Context) -> F + Send,
) -> Result<Done, Failure>
where
    F: Future<Output = Result<CaseSight, Failure>> + Send,
{
    let carrying = Context {
        once,
        ..ctx.clone()
    };
    match act(carrying).await {
        Ok(referral) => Ok(Done {
            referral,
            replayed: false,
        }),
        Err(Failure::Replayed(answer)) => {
            let id = answered(&answer).ok_or(Failure::NotFound)?;
            Ok(Done {
                referral: super::find(ctx, id).await?,
                replayed: true,
            })
        }
        Err(failure) => Err(failure),
    }
}

/// Claims the key of the request in its work, or says why it is not to be done.
pub(super) async fn claim(ctx: &Context, work: &mut dyn Work) -> Result<(), Failure> {
    let Some(once) = &ctx.once else {
        return Ok(());
    };
    let now = ctx.clock.now();
    let known = work.idempotency().find(&once.scope, once.key).await?;
    judge(decide(known.as_ref(), once.fingerprint, now))?;
    let row = IdempotencyRow {
        scope: once.scope.clone(),
        key: once.key,
        fingerprint: once.fingerprint,
        at: now,
        answer: None,
    };
    if work.idempotency().claim(&row).await? {
        return Ok(());
    }
    // somebody was faster: the claim waited for that work, and its row is there now
    let known = work.idempotency().find(&once.scope, once.key).await?;
    judge(decide(known.as_ref(), once.fingerprint, now))?;
    Err(Refused::new(RefusedCode::RequestInProgress).into())
}

fn judge(decision: Decision) -> Result<(), Failure> {
    match decision {
        Decision::Run => Ok(()),
        Decision::Replay(answer) => Err(Failure::Replayed(answer)),
        Decision::InProgress => Err(Refused::new(RefusedCode::RequestInProgress).into()),
        Decision::Reused => Err(Refused::new(RefusedCode::IdempotencyKeyReused).into()),
    }
}

/// Keeps which referral the act answered.
pub(super) async fn finish(
    ctx: &Context,
    work: &mut dyn Work,
    id: ReferralId,
) -> Result<(), Failure> {
    if let Some(once) = &ctx.once {
        let answer = Answer {
            status: DONE,
            body: id.to_string().into_bytes(),
        };
        work.idempotency()
            .finish(&once.scope, once.key, &answer)
            .await?;
    }
    Ok(())
}

fn answered(answer: &Answer) -> Option<ReferralId> {
    std::str::from_utf8(&answer.body).ok()?.parse().ok()
}
