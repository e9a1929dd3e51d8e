//! The `schedule` table: who states which hours. What a schedule says is computed by the domain and
//! never asked of the database, so it is one JSON value.

use domain::directory::{Stated, hours::Schedule};
use domain::ids::SourceId;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;

use super::{Belongs, position};
use crate::column::{Json, stated};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "schedule")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) record_kind: String,
    pub(crate) record_id: Uuid,
    pub(crate) owner_kind: String,
    pub(crate) owner_id: Uuid,
    pub(crate) position: i32,
    pub(crate) value: Json<Schedule>,
    pub(crate) source_id: Option<Uuid>,
    pub(crate) stated_on: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn into_domain(self) -> Stated<Schedule> {
        let Self {
            id: _,
            record_kind: _,
            record_id: _,
            owner_kind: _,
            owner_id: _,
            position: _,
            value: Json(value),
            source_id,
            stated_on,
        } = self;
        stated(value, source_id, stated_on)
    }
}

pub(crate) fn row(schedule: &Stated<Schedule>, belongs: Belongs, index: usize) -> ActiveModel {
    let Stated {
        value,
        source,
        date,
    } = schedule;
    let Belongs {
        record_kind,
        record_id,
        owner_kind,
        owner_id,
    } = belongs;
    ActiveModel {
        id: Set(value.id.as_uuid()),
        record_kind: Set(record_kind.as_str().to_owned()),
        record_id: Set(record_id),
        owner_kind: Set(owner_kind.as_str().to_owned()),
        owner_id: Set(owner_id),
        position: Set(position(index)),
        value: Set(Json(value.clone())),
        source_id: Set(source.map(SourceId::as_uuid)),
        stated_on: Set(date.clone()),
    }
}
