//! The `key_sheet` table and its way into the domain and back.

use domain::ids::{OrganisationId, SessionId};
use domain::referral::jose::P256Key;
use domain::referral::keys::RecoverySheet;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;

use crate::column::{Json, number, unsigned};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "key_sheet")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) organisation_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) number: i32,
    pub(crate) key: Json<P256Key>,
    pub(crate) printed_in_id: Uuid,
    pub(crate) printed_at: DateTimeUtc,
    pub(crate) verified_at: Option<DateTimeUtc>,
    pub(crate) voided_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for RecoverySheet {
    type Error = DbErr;

    fn try_from(row: Model) -> Result<Self, DbErr> {
        let Model {
            organisation_id,
            number,
            key: Json(key),
            printed_in_id,
            printed_at,
            verified_at,
            voided_at,
        } = row;
        Ok(Self {
            organisation: OrganisationId::from_uuid(organisation_id),
            number: unsigned("key_sheet.number", number)?,
            key,
            printed_in: SessionId::from_uuid(printed_in_id),
            printed_at,
            verified_at,
            voided_at,
        })
    }
}

impl From<&RecoverySheet> for ActiveModel {
    fn from(sheet: &RecoverySheet) -> Self {
        let RecoverySheet {
            organisation,
            number: nth,
            key,
            printed_in,
            printed_at,
            verified_at,
            voided_at,
        } = sheet;
        Self {
            organisation_id: Set(organisation.as_uuid()),
            number: Set(number(*nth)),
            key: Set(Json(key.clone())),
            printed_in_id: Set(printed_in.as_uuid()),
            printed_at: Set(*printed_at),
            verified_at: Set(*verified_at),
            voided_at: Set(*voided_at),
        }
    }
}
