//! Who was let into which case.

use std::collections::BTreeSet;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::ids::{MemberId, ReferralId};
use domain::referral::grants::{CaseExclusion, CaseGrant};
use domain::referral::repo::CaseGrants;
use domain::store::Stored;
use sea_orm::ActiveValue::Set;
use sea_orm::{
    ColumnTrait, Condition, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, QueryOrder,
};

use super::super::row::{exclusion, grant};
use super::parts::bare;
use crate::column::{insert_new, replacing};
use crate::error::while_doing;
use crate::scope;

/// Grants and exclusions in one transaction.
pub(crate) struct SqlCaseGrants<'w> {
    txn: &'w DatabaseTransaction,
}

impl<'w> SqlCaseGrants<'w> {
    pub(crate) const fn new(txn: &'w DatabaseTransaction) -> Self {
        Self { txn }
    }

    async fn find(&self, which: Condition) -> Result<Vec<CaseGrant>, DbErr> {
        let query = scope::whole::<grant::Entity>()
            .filter(which)
            .order_by_asc(grant::Column::At)
            .order_by_asc(grant::Column::MemberId)
            .order_by_asc(grant::Column::Level);
        query
            .all(self.txn)
            .await?
            .into_iter()
            .map(CaseGrant::try_from)
            .collect()
    }

    async fn upsert(&self, grants: &[CaseGrant]) -> Result<(), DbErr> {
        for grant in grants {
            grant::Entity::insert(grant::ActiveModel::from(grant))
                .on_conflict(replacing::<grant::Entity>())
                .exec_without_returning(self.txn)
                .await?;
        }
        Ok(())
    }

    async fn end(&self, which: Condition, at: DateTime<Utc>) -> Result<u64, DbErr> {
        let live = Condition::any()
            .add(grant::Column::Until.is_null())
            .add(grant::Column::Until.gt(at));
        let ended = grant::ActiveModel {
            until: Set(Some(at)),
            ..grant::ActiveModel::default()
        };
        let outcome = grant::Entity::update_many()
            .set(ended)
            .filter(which)
            .filter(live)
            .exec(self.txn)
            .await?;
        Ok(outcome.rows_affected)
    }

    async fn excluded_members(&self, referral: ReferralId) -> Result<BTreeSet<MemberId>, DbErr> {
        let rows = scope::whole::<exclusion::Entity>()
            .filter(exclusion::Column::ReferralId.eq(referral.as_uuid()))
            .all(self.txn)
            .await?;
        Ok(rows
            .into_iter()
            .map(|row| MemberId::from_uuid(row.member_id))
            .collect())
    }

    async fn excluded_from(
        &self,
        member: MemberId,
        referrals: &[ReferralId],
    ) -> Result<BTreeSet<ReferralId>, DbErr> {
        let rows = scope::whole::<exclusion::Entity>()
            .filter(exclusion::Column::MemberId.eq(member.as_uuid()))
            .filter(exclusion::Column::ReferralId.is_in(bare(referrals)))
            .all(self.txn)
            .await?;
        Ok(rows
            .into_iter()
            .map(|row| ReferralId::from_uuid(row.referral_id))
            .collect())
    }

    async fn shut_out(&self, exclusion: &CaseExclusion) -> Result<(), DbErr> {
        insert_new(self.txn, exclusion::ActiveModel::from(exclusion)).await?;
        let theirs = Condition::all()
            .add(grant::Column::ReferralId.eq(exclusion.referral.as_uuid()))
            .add(grant::Column::MemberId.eq(exclusion.member.as_uuid()));
        self.end(theirs, exclusion.at).await.map(drop)
    }
}

#[async_trait]
impl CaseGrants for SqlCaseGrants<'_> {
    async fn of_member(
        &mut self,
        member: MemberId,
        referrals: &[ReferralId],
    ) -> Stored<Vec<CaseGrant>> {
        let which = Condition::all()
            .add(grant::Column::MemberId.eq(member.as_uuid()))
            .add(grant::Column::ReferralId.is_in(bare(referrals)));
        self.find(which)
            .await
            .map_err(while_doing("finding the grants of a member"))
    }

    async fn of_case(&mut self, referral: ReferralId) -> Stored<Vec<CaseGrant>> {
        let which = Condition::all().add(grant::Column::ReferralId.eq(referral.as_uuid()));
        self.find(which)
            .await
            .map_err(while_doing("finding the grants on a case"))
    }

    async fn insert(&mut self, grants: &[CaseGrant]) -> Stored<()> {
        self.upsert(grants)
            .await
            .map_err(while_doing("letting somebody into a case"))
    }

    async fn end_all_of(&mut self, member: MemberId, at: DateTime<Utc>) -> Stored<u64> {
        let theirs = Condition::all().add(grant::Column::MemberId.eq(member.as_uuid()));
        self.end(theirs, at)
            .await
            .map_err(while_doing("ending the grants of a member"))
    }

    async fn exclusions_of(
        &mut self,
        member: MemberId,
        referrals: &[ReferralId],
    ) -> Stored<BTreeSet<ReferralId>> {
        let found = self.excluded_from(member, referrals).await;
        found.map_err(while_doing("finding the exclusions of a member"))
    }

    async fn excluded(&mut self, referral: ReferralId) -> Stored<BTreeSet<MemberId>> {
        let found = self.excluded_members(referral).await;
        found.map_err(while_doing("finding the exclusions from a case"))
    }

    async fn exclude(&mut self, exclusion: &CaseExclusion) -> Stored<()> {
        self.shut_out(exclusion)
            .await
            .map_err(while_doing("excluding somebody from a case"))
    }
}
