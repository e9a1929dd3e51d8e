//! The `key_grant` table and its way into the domain and back.

use domain::ids::{MemberId, OrganisationId};
use domain::referral::keys::KeyGrant;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;

use crate::column::{hash, number, parse, unsigned};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "key_grant")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) organisation_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) epoch: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) target: String,
    pub(crate) granter_id: Uuid,
    pub(crate) sealed: String,
    pub(crate) proof_digest: Vec<u8>,
    pub(crate) posted_at: DateTimeUtc,
    pub(crate) proved_at: Option<DateTimeUtc>,
    pub(crate) ended_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for KeyGrant {
    type Error = DbErr;

    fn try_from(row: Model) -> Result<Self, DbErr> {
        let Model {
            organisation_id,
            epoch,
            target,
            granter_id,
            sealed,
            proof_digest,
            posted_at,
            proved_at,
            ended_at,
        } = row;
        Ok(Self {
            organisation: OrganisationId::from_uuid(organisation_id),
            epoch: unsigned("key_grant.epoch", epoch)?,
            target: parse("key_grant.target", &target)?,
            granter: MemberId::from_uuid(granter_id),
            grant: sealed,
            proof_digest: hash("key_grant.proof_digest", proof_digest)?,
            posted_at,
            proved_at,
            ended_at,
        })
    }
}

impl From<&KeyGrant> for ActiveModel {
    fn from(given: &KeyGrant) -> Self {
        let KeyGrant {
            organisation,
            epoch,
            target,
            granter,
            grant,
            proof_digest,
            posted_at,
            proved_at,
            ended_at,
        } = given;
        Self {
            organisation_id: Set(organisation.as_uuid()),
            epoch: Set(number(*epoch)),
            target: Set(target.to_string()),
            granter_id: Set(granter.as_uuid()),
            sealed: Set(grant.clone()),
            proof_digest: Set(proof_digest.to_vec()),
            posted_at: Set(*posted_at),
            proved_at: Set(*proved_at),
            ended_at: Set(*ended_at),
        }
    }
}
