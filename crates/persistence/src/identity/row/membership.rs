//! The `membership` table and its way into the domain and back.

use std::collections::BTreeSet;

use domain::access::Role;
use domain::identity::Membership;
use domain::ids::{AccountId, MemberId, OrganisationId};
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;

use crate::column::Json;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "membership")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) account_id: Uuid,
    pub(crate) organisation_id: Uuid,
    pub(crate) roles: Json<BTreeSet<Role>>,
    pub(crate) since: DateTimeUtc,
    pub(crate) ended_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {
    #[sea_orm(
        belongs_to = "super::account::Entity",
        from = "Column::AccountId",
        to = "super::account::Column::Id"
    )]
    Account,
    #[sea_orm(
        belongs_to = "crate::directory::row::organisation::Entity",
        from = "Column::OrganisationId",
        to = "crate::directory::row::organisation::Column::Id"
    )]
    Organisation,
}

impl Related<super::account::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Account.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}

impl From<Model> for Membership {
    fn from(row: Model) -> Self {
        let Model {
            id,
            account_id,
            organisation_id,
            roles: Json(roles),
            since,
            ended_at,
        } = row;
        Self {
            id: MemberId::from_uuid(id),
            account: AccountId::from_uuid(account_id),
            organisation: OrganisationId::from_uuid(organisation_id),
            roles,
            since,
            ended_at,
        }
    }
}

impl From<&Membership> for ActiveModel {
    fn from(membership: &Membership) -> Self {
        let Membership {
            id,
            account,
            organisation,
            roles,
            since,
            ended_at,
        } = membership;
        Self {
            id: Set(id.as_uuid()),
            account_id: Set(account.as_uuid()),
            organisation_id: Set(organisation.as_uuid()),
            roles: Set(Json(roles.clone())),
            since: Set(*since),
            ended_at: Set(*ended_at),
        }
    }
}
