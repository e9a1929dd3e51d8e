//! The `standing` table and its way into the domain and back.

use std::collections::BTreeSet;

use domain::identity::Standing;
use domain::ids::OrganisationId;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;

use crate::column::Json;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "standing")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) organisation_id: Uuid,
    pub(crate) verified_at: Option<DateTimeUtc>,
    pub(crate) receives: Json<BTreeSet<String>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl From<Model> for Standing {
    fn from(row: Model) -> Self {
        let Model {
            organisation_id: _,
            verified_at,
            receives: Json(receives),
        } = row;
        Self {
            verified_at,
            receives,
        }
    }
}

pub(crate) fn row(organisation: OrganisationId, standing: &Standing) -> ActiveModel {
    let Standing {
        verified_at,
        receives,
    } = standing;
    ActiveModel {
        organisation_id: Set(organisation.as_uuid()),
        verified_at: Set(*verified_at),
        receives: Set(Json(receives.clone())),
    }
}
