//! Encrypted parts and messages.

use async_trait::async_trait;
use domain::ids::{PartId, ReferralId};
use domain::referral::records::{Message, PartHead, StoredPart};
use domain::referral::repo::Parts;
use domain::store::Stored;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::super::row::{message, part, part_content};
use crate::column::insert_new;
use crate::error::while_doing;
use crate::scope;

/// Parts and messages in one transaction.
pub(crate) struct SqlParts<'w> {
    txn: &'w DatabaseTransaction,
}

impl<'w> SqlParts<'w> {
    pub(crate) const fn new(txn: &'w DatabaseTransaction) -> Self {
        Self { txn }
    }

    async fn insert_part(&self, stored: &StoredPart) -> Result<bool, DbErr> {
        let StoredPart { head, jwe } = stored;
        let inserted = insert_new(self.txn, part::ActiveModel::from(head)).await?;
        if inserted {
            let content = part_content::ActiveModel {
                id: Set(head.id.as_uuid()),
                jwe: Set(jwe.clone()),
            };
            part_content::Entity::insert(content)
                .exec_without_returning(self.txn)
                .await?;
        }
        Ok(inserted)
    }

    async fn find_part(
        &self,
        referral: ReferralId,
        id: PartId,
    ) -> Result<Option<StoredPart>, DbErr> {
        let found = part::Entity::find_by_id(id.as_uuid())
            .filter(part::Column::ReferralId.eq(referral.as_uuid()))
            .find_also_related(part_content::Entity)
            .one(self.txn)
            .await?;
        let Some((head, Some(content))) = found else {
            return Ok(None);
        };
        Ok(Some(StoredPart {
            head: PartHead::try_from(head)?,
            jwe: content.jwe,
        }))
    }

    async fn heads_of(&self, referrals: &[ReferralId]) -> Result<Vec<PartHead>, DbErr> {
        let query = scope::whole::<part::Entity>()
            .filter(part::Column::ReferralId.is_in(bare(referrals)))
            .order_by_asc(part::Column::At)
            .order_by_asc(part::Column::Id);
        query
            .all(self.txn)
            .await?
            .into_iter()
            .map(PartHead::try_from)
            .collect()
    }

    async fn messages_of(&self, referrals: &[ReferralId]) -> Result<Vec<Message>, DbErr> {
        let query = scope::whole::<message::Entity>()
            .filter(message::Column::ReferralId.is_in(bare(referrals)))
            .order_by_asc(message::Column::At)
            .order_by_asc(message::Column::Id);
        query
            .all(self.txn)
            .await?
            .into_iter()
            .map(Message::try_from)
            .collect()
    }
}

/// The ids as the engines know them.
pub(super) fn bare(referrals: &[ReferralId]) -> impl Iterator<Item = Uuid> {
    referrals.iter().map(|id| id.as_uuid())
}

#[async_trait]
impl Parts for SqlParts<'_> {
    async fn insert(&mut self, part: &StoredPart) -> Stored<bool> {
        self.insert_part(part)
            .await
            .map_err(while_doing("storing a part"))
    }

    async fn find(&mut self, referral: ReferralId, part: PartId) -> Stored<Option<StoredPart>> {
        self.find_part(referral, part)
            .await
            .map_err(while_doing("finding a part"))
    }

    async fn heads(&mut self, referrals: &[ReferralId]) -> Stored<Vec<PartHead>> {
        self.heads_of(referrals)
            .await
            .map_err(while_doing("finding the heads of parts"))
    }

    async fn insert_message(&mut self, message: &Message) -> Stored<()> {
        message::Entity::insert(message::ActiveModel::from(message))
            .exec_without_returning(self.txn)
            .await
            .map(drop)
            .map_err(while_doing("storing a message"))
    }

    async fn messages(&mut self, referrals: &[ReferralId]) -> Stored<Vec<Message>> {
        self.messages_of(referrals)
            .await
            .map_err(while_doing("finding messages"))
    }
}
