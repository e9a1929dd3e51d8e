//! One act as one unit of work: what belongs together is written together.

use chrono::{DateTime, Utc};
use domain::access::Actor;
use domain::audit::{Act, AuditObject, Stream};
use domain::ids::{EventId, ReferralId};
use domain::referral::records::{Names, ReferralEvent, Transition};
use domain::referral::table::rule;
use domain::referral::{Action, Changed, Doer, Refusal, Step, policy};
use domain::store::Work;

use super::case::Case;
use super::idempotent;
use super::sight::{self, CaseSight};
use super::successor::due_dates;
use crate::error::{Enforce, ReferralRefusal};
use crate::{Context, Failure};

/// An act that is under way. Dropping it rolls everything back.
pub(crate) struct Unit<'a> {
    pub(crate) ctx: &'a Context,
    pub(crate) work: Box<dyn Work>,
    pub(crate) now: DateTime<Utc>,
    /// Written last, so that works wait for each other in one order.
    acts: Vec<Act>,
}

impl<'a> Unit<'a> {
    /// Begins an act, and claims its key of idempotency where it carries one.
    pub(crate) async fn begin(ctx: &'a Context) -> Result<Self, Failure> {
        let mut work = ctx.store.begin().await?;
        idempotent::claim(ctx, work.as_mut()).await?;
        Ok(Self {
            ctx,
            work,
            now: ctx.clock.now(),
            acts: Vec::new(),
        })
    }

    /// Loads a case and asks the policy whether the actor may take the action on it.
    pub(super) async fn case_for(
        &mut self,
        id: ReferralId,
        action: Action,
    ) -> Result<Case, Failure> {
        let case = Case::load(self.work.as_mut(), &self.ctx.actor, id).await?;
        policy::may(&self.ctx.actor, action, &case.view(), self.now).enforce()?;
        Ok(case)
    }

    pub(super) fn doer(&self, case: &Case) -> Doer {
        case.doer(&self.ctx.actor, self.now)
    }

    /// Writes down what a verb changed; refuses when somebody was faster.
    pub(super) async fn keep(&mut self, doer: &Doer, changed: &Changed) -> Result<(), Failure> {
        let referral = &changed.referral;
        let step = &changed.step;
        if !self.work.referrals().save(changed).await? {
            let current = self.work.referrals().find(referral.id()).await?;
            let version = current.map_or(changed.was, |now| now.version_for(doer.side()));
            return Err(refused(Refusal::VersionConflict { current: version }));
        }
        let names = self.names(doer, changed).await?;
        let transition = Transition {
            referral: referral.id(),
            step: step.clone(),
            names,
        };
        self.work.referrals().record(&transition).await?;
        let due = due_dates(self.work.as_mut(), referral).await?;
        self.work
            .referrals()
            .save_due_dates(referral.id(), &due)
            .await?;
        let event = EventId::from_uuid(self.ctx.mint.mint(self.now));
        if let Some(event) = ReferralEvent::of(event, referral.id(), step) {
            self.work.referral_events().record(&event).await?;
        }
        self.note_step(doer, referral.id(), step);
        Ok(())
    }

    /// The names of this moment: later reforms do not rewrite history.
    async fn names(&mut self, doer: &Doer, changed: &Changed) -> Result<Names, Failure> {
        let head = changed.referral.head();
        let destination = self.work.organisations().find(head.destination).await?;
        let sender = match head.sender_organisation {
            Some(sender) => self.work.organisations().find(sender).await?,
            None => None,
        };
        let role = rule(head.kind, changed.step.from, changed.step.action)
            .and_then(|rule| rule.who.iter().find(|who| doer.parts.contains(who)))
            .map_or("", |who| who.as_str());
        Ok(Names {
            destination: destination.map_or_else(String::new, |found| found.name),
            district: head.district.clone(),
            sender: sender.map(|found| found.name),
            role: role.to_owned(),
        })
    }

    fn note_step(&mut self, doer: &Doer, id: ReferralId, step: &Step) {
        let action = format!("referral.{}", step.action);
        let actor = if doer.member.is_some() {
            self.ctx.actor.clone()
        } else {
            Actor::System
        };
        let object = AuditObject::new("referral", id);
        let mut act = Act::allowed(
            stream_of(&self.ctx.actor),
            self.now,
            &actor,
            &action,
            object,
        );
        act.reason.clone_from(&step.code);
        self.acts.push(act);
    }

    /// Remembers an act for the chain that is no step of a referral.
    pub(crate) fn note(&mut self, action: &str, object: AuditObject, reason: Option<&str>) {
        let actor = &self.ctx.actor;
        let mut act = Act::allowed(stream_of(actor), self.now, actor, action, object);
        act.reason = reason.map(str::to_owned);
        self.acts.push(act);
    }

    /// The referral as the actor sees it after the act.
    pub(super) async fn sight(&mut self, id: ReferralId) -> Result<CaseSight, Failure> {
        let case = Case::load(self.work.as_mut(), &self.ctx.actor, id).await?;
        sight::of(self.work.as_mut(), &self.ctx.actor, &case, self.now)
            .await?
            .ok_or(Failure::NotFound)
    }

    /// Answers the referral as it is now, and makes everything durable at once.
    pub(super) async fn finish(mut self, id: ReferralId) -> Result<CaseSight, Failure> {
        let sight = self.sight(id).await?;
        idempotent::finish(self.ctx, self.work.as_mut(), id).await?;
        self.commit().await?;
        Ok(sight)
    }

    /// Writes the acts into the chain and makes everything durable at once.
    pub(crate) async fn commit(mut self) -> Result<(), Failure> {
        for act in std::mem::take(&mut self.acts) {
            self.work.audit().append(act).await?;
        }
        self.work.commit().await?;
        Ok(())
    }
}

/// Takes one action on one case, where the verb needs nothing but the case, and answers the referral
/// as the actor sees it afterwards.
pub(super) async fn act(
    ctx: &Context,
    id: ReferralId,
    action: Action,
    verb: impl FnOnce(&Case, &Doer, DateTime<Utc>) -> Result<Changed, Refusal> + Send,
) -> Result<CaseSight, Failure> {
    let outcome = act_once(ctx, id, action, verb).await;
    settle(ctx, id, action, outcome).await
}

async fn act_once(
    ctx: &Context,
    id: ReferralId,
    action: Action,
    verb: impl FnOnce(&Case, &Doer, DateTime<Utc>) -> Result<Changed, Refusal> + Send,
) -> Result<CaseSight, Failure> {
    let mut unit = Unit::begin(ctx).await?;
    let case = unit.case_for(id, action).await?;
    let doer = unit.doer(&case);
    let changed = verb(&case, &doer, unit.now).map_err(refused)?;
    unit.keep(&doer, &changed).await?;
    unit.finish(id).await
}

/// After the rollback of a refused act: counts a denied attempt, and puts beside a referral's no how
/// it stands for the actor.
pub(super) async fn settle<T>(
    ctx: &Context,
    id: ReferralId,
    action: Action,
    outcome: Result<T, Failure>,
) -> Result<T, Failure> {
    let name = format!("referral.{action}");
    let outcome = counting_denied(ctx, &name, AuditObject::new("referral", id), outcome).await;
    match outcome {
        Err(Failure::Referral(mut refusal)) if refusal.current.is_none() => {
            refusal.current = super::find(ctx, id).await.ok();
            Err(Failure::Referral(refusal))
        }
        other => other,
    }
}

/// Counts an attempt that the policy refused, in a work of its own after the rollback.
pub(crate) async fn counting_denied<T>(
    ctx: &Context,
    action: &str,
    object: AuditObject,
    outcome: Result<T, Failure>,
) -> Result<T, Failure> {
    if outcome.as_ref().is_err_and(is_denial) {
        let at = ctx.clock.now();
        let act = Act::denied(stream_of(&ctx.actor), at, &ctx.actor, action, object);
        if let Some(key) = act.fold_key() {
            let mut work = ctx.store.begin().await?;
            work.audit().count_denied(&key, &act).await?;
            work.commit().await?;
        }
    }
    outcome
}

fn is_denial(failure: &Failure) -> bool {
    match failure {
        Failure::NotFound | Failure::Forbidden => true,
        Failure::Referral(refusal) => refusal.refusal == Refusal::NotYours,
        Failure::Unauthenticated
        | Failure::SignInRefused
        | Failure::RateLimited { .. }
        | Failure::Invalid(_)
        | Failure::ServiceConflict(_)
        | Failure::Refused(_)
        | Failure::Replayed(_)
        | Failure::Store(_) => false,
    }
}

/// A referral's no; how it stands is put beside it after the rollback.
pub(super) fn refused(refusal: Refusal) -> Failure {
    Failure::Referral(Box::new(ReferralRefusal {
        refusal,
        current: None,
    }))
}

fn stream_of(actor: &Actor) -> Stream {
    actor.member().map_or(Stream::Platform, |member| {
        Stream::Organisation(member.organisation)
    })
}
