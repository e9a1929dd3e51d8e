//! The `location` table and its way into the domain and back.

use domain::directory::{
    Accessibility, Address, Location, Phone, Point, Provenance, Stated, Verification,
    hours::Schedule,
};
use domain::ids::{LocationId, OrganisationId};
use domain::time::Version;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;

use crate::column::{Json, code, decode};
use crate::error::unreadable;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "location")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) version: i32,
    pub(crate) organisation_id: Uuid,
    pub(crate) kind: String,
    pub(crate) name: Option<String>,
    pub(crate) addresses: Json<Vec<Address>>,
    pub(crate) lat: Option<f64>,
    pub(crate) lon: Option<f64>,
    pub(crate) accuracy_m: Option<i32>,
    pub(crate) address_visibility: String,
    pub(crate) transport_note: Option<String>,
    pub(crate) accessibility: Json<Vec<Accessibility>>,
    pub(crate) demo: bool,
    pub(crate) provenance: Json<Provenance>,
    pub(crate) verifications: Json<Vec<Verification>>,
    pub(crate) created_at: DateTimeUtc,
    pub(crate) updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {
    #[sea_orm(
        belongs_to = "super::organisation::Entity",
        from = "Column::OrganisationId",
        to = "super::organisation::Column::Id"
    )]
    Organisation,
}

impl Related<super::organisation::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Organisation.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}

/// What lies in the tables beside this one.
pub(crate) struct Parts {
    pub(crate) phones: Vec<Phone>,
    pub(crate) schedules: Vec<Stated<Schedule>>,
}

impl Model {
    pub(crate) fn into_domain(self, parts: Parts) -> Result<Location, DbErr> {
        let Parts { phones, schedules } = parts;
        let Self {
            id,
            version,
            organisation_id,
            kind,
            name,
            addresses: Json(addresses),
            lat,
            lon,
            accuracy_m,
            address_visibility,
            transport_note,
            accessibility: Json(accessibility),
            demo,
            provenance: Json(provenance),
            verifications: Json(verifications),
            created_at,
            updated_at,
        } = self;
        let point = match (lat, lon, accuracy_m.map(u32::try_from)) {
            (None, None, None) => None,
            (Some(lat), Some(lon), Some(Ok(accuracy_m))) => Some(Point {
                lat,
                lon,
                accuracy_m,
            }),
            _ => return Err(unreadable("location.lat", format!("{id} is half a point"))),
        };
        Ok(Location {
            id: LocationId::from_uuid(id),
            version: Version(version),
            organisation: OrganisationId::from_uuid(organisation_id),
            kind: decode("location.kind", &kind)?,
            name,
            addresses,
            point,
            address_visibility: decode("location.address_visibility", &address_visibility)?,
            transport_note,
            accessibility,
            phones,
            schedules,
            demo,
            provenance,
            verifications,
            created_at,
            updated_at,
        })
    }
}

impl From<&Location> for ActiveModel {
    fn from(location: &Location) -> Self {
        let Location {
            id,
            version: Version(version),
            organisation,
            kind,
            name,
            addresses,
            point,
            address_visibility,
            transport_note,
            accessibility,
            // in tables of their own
            phones: _,
            schedules: _,
            demo,
            provenance,
            verifications,
            created_at,
            updated_at,
        } = location;
        let accuracy_m = point.map(|p| i32::try_from(p.accuracy_m).unwrap_or(i32::MAX));
        Self {
            id: Set(id.as_uuid()),
            version: Set(*version),
            organisation_id: Set(organisation.as_uuid()),
            kind: Set(code(kind)),
            name: Set(name.clone()),
            addresses: Set(Json(addresses.clone())),
            lat: Set(point.map(|p| p.lat)),
            lon: Set(point.map(|p| p.lon)),
            accuracy_m: Set(accuracy_m),
            address_visibility: Set(code(address_visibility)),
            transport_note: Set(transport_note.clone()),
            accessibility: Set(Json(accessibility.clone())),
            demo: Set(*demo),
            provenance: Set(Json(provenance.clone())),
            verifications: Set(Json(verifications.clone())),
            created_at: Set(*created_at),
            updated_at: Set(*updated_at),
        }
    }
}
