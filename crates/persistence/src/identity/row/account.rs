//! The `account` table and its way into the domain and back.

use domain::identity::{Account, Secret};
use domain::ids::AccountId;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;

use crate::error::unreadable;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) login: String,
    pub(crate) display_name: String,
    pub(crate) password_hash: String,
    pub(crate) enabled: bool,
    pub(crate) failures: i32,
    pub(crate) locked_until: Option<DateTimeUtc>,
    pub(crate) created_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {
    #[sea_orm(has_many = "super::membership::Entity")]
    Membership,
    #[sea_orm(has_many = "super::session::Entity")]
    Session,
}

impl Related<super::membership::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Membership.def()
    }
}

impl Related<super::session::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Session.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for Account {
    type Error = DbErr;

    fn try_from(row: Model) -> Result<Self, DbErr> {
        let Model {
            id,
            login,
            display_name,
            password_hash,
            enabled,
            failures,
            locked_until,
            created_at,
        } = row;
        Ok(Self {
            id: AccountId::from_uuid(id),
            login,
            display_name,
            password_hash: Secret::new(password_hash),
            enabled,
            failures: u32::try_from(failures)
                .map_err(|cause| unreadable("account.failures", cause))?,
            locked_until,
            created_at,
        })
    }
}

impl From<&Account> for ActiveModel {
    fn from(account: &Account) -> Self {
        let Account {
            id,
            login,
            display_name,
            password_hash,
            enabled,
            failures,
            locked_until,
            created_at,
        } = account;
        Self {
            id: Set(id.as_uuid()),
            login: Set(login.clone()),
            display_name: Set(display_name.clone()),
            password_hash: Set(password_hash.reveal().clone()),
            enabled: Set(*enabled),
            failures: Set(i32::try_from(*failures).unwrap_or(i32::MAX)),
            locked_until: Set(*locked_until),
            created_at: Set(*created_at),
        }
    }
}
