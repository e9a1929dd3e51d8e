//! A case as it is loaded for one actor.

use domain::access::Actor;
use domain::ids::ReferralId;
use domain::referral::grants::CaseGrant;
use domain::referral::policy::{self, CaseView, Sight};
use domain::referral::{Doer, Referral};
use domain::store::Work;

use crate::Failure;
use chrono::{DateTime, Utc};

/// A referral with what one actor was let into.
pub(super) struct Case {
    pub(super) referral: Referral,
    grants: Vec<CaseGrant>,
    excluded: bool,
}

impl Case {
    /// Loads a case for an actor; whether it exists for them is asked next.
    pub(super) async fn load(
        work: &mut dyn Work,
        actor: &Actor,
        id: ReferralId,
    ) -> Result<Self, Failure> {
        let referral = work.referrals().find(id).await?.ok_or(Failure::NotFound)?;
        Self::of(work, actor, referral).await
    }

    /// The case of a referral that is loaded already.
    pub(super) async fn of(
        work: &mut dyn Work,
        actor: &Actor,
        referral: Referral,
    ) -> Result<Self, Failure> {
        let id = referral.id();
        let (grants, excluded) = match actor.member() {
            Some(member) => {
                let grants = work.case_grants().of_member(member.member, &[id]).await?;
                let exclusions = work
                    .case_grants()
                    .exclusions_of(member.member, &[id])
                    .await?;
                (grants, exclusions.contains(&id))
            }
            None => (Vec::new(), false),
        };
        Ok(Self {
            referral,
            grants,
            excluded,
        })
    }

    pub(super) fn view(&self) -> CaseView<'_> {
        CaseView {
            referral: &self.referral,
            grants: &self.grants,
            excluded: self.excluded,
        }
    }

    pub(super) fn doer(&self, actor: &Actor, now: DateTime<Utc>) -> Doer {
        policy::doer(actor, &self.view(), now)
    }

    pub(super) fn sight(&self, actor: &Actor, now: DateTime<Utc>) -> Option<Sight> {
        policy::sight(actor, &self.view(), now)
    }
}
