//! The `service_at_location` table and its way into the domain and back.

use domain::directory::{Phone, ServiceAtLocation, Stated, hours::Schedule};
use domain::ids::{LocationId, ServiceAtLocationId, ServiceId};
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;

use super::position;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "service_at_location")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) service_id: Uuid,
    pub(crate) location_id: Uuid,
    pub(crate) position: i32,
    pub(crate) description: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {
    #[sea_orm(
        belongs_to = "super::service::Entity",
        from = "Column::ServiceId",
        to = "super::service::Column::Id"
    )]
    Service,
    #[sea_orm(
        belongs_to = "super::location::Entity",
        from = "Column::LocationId",
        to = "super::location::Column::Id"
    )]
    Location,
}

impl Related<super::service::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Service.def()
    }
}

impl Related<super::location::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Location.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn into_domain(
        self,
        phones: Vec<Phone>,
        schedules: Vec<Stated<Schedule>>,
    ) -> ServiceAtLocation {
        let Self {
            id,
            service_id: _,
            location_id,
            position: _,
            description,
        } = self;
        ServiceAtLocation {
            id: ServiceAtLocationId::from_uuid(id),
            location: LocationId::from_uuid(location_id),
            description,
            phones,
            schedules,
        }
    }
}

pub(crate) fn rows(
    service: ServiceId,
    places: &[ServiceAtLocation],
) -> impl Iterator<Item = ActiveModel> {
    places.iter().enumerate().map(move |(index, place)| {
        // phones and schedules are in tables of their own
        let ServiceAtLocation {
            id,
            location,
            description,
            phones: _,
            schedules: _,
        } = place;
        ActiveModel {
            id: Set(id.as_uuid()),
            service_id: Set(service.as_uuid()),
            location_id: Set(location.as_uuid()),
            position: Set(position(index)),
            description: Set(description.clone()),
        }
    })
}
