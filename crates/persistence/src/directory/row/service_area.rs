//! The `service_area` table: who states which area for a service.

use domain::directory::Stated;
use domain::ids::{ServiceId, SourceId};
use domain::territory::Area;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;

use super::position;
use crate::column::{Json, stated};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "service_area")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) service_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) position: i32,
    pub(crate) value: Json<Area>,
    pub(crate) source_id: Option<Uuid>,
    pub(crate) stated_on: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {
    #[sea_orm(
        belongs_to = "super::service::Entity",
        from = "Column::ServiceId",
        to = "super::service::Column::Id"
    )]
    Service,
}

impl Related<super::service::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Service.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn into_domain(self) -> Stated<Area> {
        let Self {
            service_id: _,
            position: _,
            value: Json(value),
            source_id,
            stated_on,
        } = self;
        stated(value, source_id, stated_on)
    }
}

pub(crate) fn rows(
    service: ServiceId,
    areas: &[Stated<Area>],
) -> impl Iterator<Item = ActiveModel> {
    areas.iter().enumerate().map(move |(index, area)| {
        let Stated {
            value,
            source,
            date,
        } = area;
        ActiveModel {
            service_id: Set(service.as_uuid()),
            position: Set(position(index)),
            value: Set(Json(value.clone())),
            source_id: Set(source.map(SourceId::as_uuid)),
            stated_on: Set(date.clone()),
        }
    })
}
