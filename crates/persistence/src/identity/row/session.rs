//! The `session` table and its way into the domain and back.

use domain::identity::Session;
use domain::ids::{AccountId, MemberId, SessionId};
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;

use crate::error::unreadable;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) account_id: Uuid,
    pub(crate) member_id: Uuid,
    pub(crate) renewal_hash: Vec<u8>,
    pub(crate) previous_renewal_hash: Option<Vec<u8>>,
    pub(crate) created_at: DateTimeUtc,
    pub(crate) renewed_at: DateTimeUtc,
    pub(crate) revoked_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {
    #[sea_orm(
        belongs_to = "super::account::Entity",
        from = "Column::AccountId",
        to = "super::account::Column::Id"
    )]
    Account,
}

impl Related<super::account::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Account.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for Session {
    type Error = DbErr;

    fn try_from(row: Model) -> Result<Self, DbErr> {
        let Model {
            id,
            account_id,
            member_id,
            renewal_hash,
            previous_renewal_hash,
            created_at,
            renewed_at,
            revoked_at,
        } = row;
        Ok(Self {
            id: SessionId::from_uuid(id),
            account: AccountId::from_uuid(account_id),
            member: MemberId::from_uuid(member_id),
            renewal_hash: hash(renewal_hash)?,
            previous_renewal_hash: previous_renewal_hash.map(hash).transpose()?,
            created_at,
            renewed_at,
            revoked_at,
        })
    }
}

fn hash(bytes: Vec<u8>) -> Result<[u8; 32], DbErr> {
    bytes.try_into().map_err(|wrong: Vec<u8>| {
        unreadable("session.renewal_hash", format!("{} bytes", wrong.len()))
    })
}

impl From<&Session> for ActiveModel {
    fn from(session: &Session) -> Self {
        let Session {
            id,
            account,
            member,
            renewal_hash,
            previous_renewal_hash,
            created_at,
            renewed_at,
            revoked_at,
        } = session;
        Self {
            id: Set(id.as_uuid()),
            account_id: Set(account.as_uuid()),
            member_id: Set(member.as_uuid()),
            renewal_hash: Set(renewal_hash.to_vec()),
            previous_renewal_hash: Set(previous_renewal_hash.map(|hash| hash.to_vec())),
            created_at: Set(*created_at),
            renewed_at: Set(*renewed_at),
            revoked_at: Set(*revoked_at),
        }
    }
}
