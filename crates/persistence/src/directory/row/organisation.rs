//! The `organisation` table and its way into the domain and back.

use chrono::NaiveDate;
use domain::directory::{
    Contact, Mandate, Organisation, OrganisationStatus, Phone, Provenance, RegisterId, Stated,
    TermKey, Verification, hours::Schedule,
};
use domain::ids::OrganisationId;
use domain::time::Version;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;

use crate::column::{Json, parse, parse_known};
use crate::error::unreadable;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) version: i32,
    pub(crate) name: String,
    pub(crate) alternate_names: Json<Vec<String>>,
    pub(crate) description: Option<String>,
    pub(crate) kind: String,
    pub(crate) sectors: Json<Vec<TermKey>>,
    pub(crate) legal_form: Option<String>,
    pub(crate) register_ids: Json<Vec<RegisterId>>,
    pub(crate) parent_id: Option<Uuid>,
    pub(crate) district: Option<String>,
    pub(crate) website: Option<String>,
    pub(crate) email: Option<String>,
    pub(crate) mandates: Json<Vec<Mandate>>,
    pub(crate) status: String,
    pub(crate) closed_on: Option<NaiveDate>,
    pub(crate) successor_id: Option<Uuid>,
    pub(crate) internal_note: Option<String>,
    pub(crate) demo: bool,
    pub(crate) provenance: Json<Provenance>,
    pub(crate) verifications: Json<Vec<Verification>>,
    pub(crate) created_at: DateTimeUtc,
    pub(crate) updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {
    #[sea_orm(has_many = "super::service::Entity")]
    Service,
    #[sea_orm(has_many = "super::location::Entity")]
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

/// What lies in the tables beside this one.
pub(crate) struct Parts {
    pub(crate) phones: Vec<Phone>,
    pub(crate) contacts: Vec<Contact>,
    pub(crate) schedules: Vec<Stated<Schedule>>,
}

impl Model {
    pub(crate) fn into_domain(self, parts: Parts) -> Result<Organisation, DbErr> {
        let status = self.status()?;
        let Parts {
            phones,
            contacts,
            schedules,
        } = parts;
        let Self {
            id,
            version,
            name,
            alternate_names: Json(alternate_names),
            description,
            kind,
            sectors: Json(sectors),
            legal_form,
            register_ids: Json(register_ids),
            parent_id,
            district,
            website,
            email,
            mandates: Json(mandates),
            status: _,
            closed_on: _,
            successor_id: _,
            internal_note,
            demo,
            provenance: Json(provenance),
            verifications: Json(verifications),
            created_at,
            updated_at,
        } = self;
        Ok(Organisation {
            id: OrganisationId::from_uuid(id),
            version: Version(version),
            name,
            alternate_names,
            description,
            kind: parse("organisation.kind", &kind)?,
            sectors,
            legal_form,
            register_ids,
            parent: parent_id.map(OrganisationId::from_uuid),
            district,
            website: parse_known("organisation.website", website)?,
            email: parse_known("organisation.email", email)?,
            mandates,
            status,
            phones,
            contacts,
            schedules,
            internal_note,
            demo,
            provenance,
            verifications,
            created_at,
            updated_at,
        })
    }

    fn status(&self) -> Result<OrganisationStatus, DbErr> {
        match (self.status.as_str(), self.closed_on, self.successor_id) {
            ("active", None, None) => Ok(OrganisationStatus::Active),
            ("paused", None, None) => Ok(OrganisationStatus::Paused),
            ("draft", None, None) => Ok(OrganisationStatus::Draft),
            ("closed", on, successor_id) => Ok(OrganisationStatus::Closed {
                on,
                successor: successor_id.map(OrganisationId::from_uuid),
            }),
            _ => Err(unreadable(
                "organisation.status",
                format!("{} contradicts itself", self.id),
            )),
        }
    }
}

impl From<&Organisation> for ActiveModel {
    fn from(organisation: &Organisation) -> Self {
        let Organisation {
            id,
            version: Version(version),
            name,
            alternate_names,
            description,
            kind,
            sectors,
            legal_form,
            register_ids,
            parent,
            district,
            website,
            email,
            mandates,
            status,
            // in tables of their own
            phones: _,
            contacts: _,
            schedules: _,
            internal_note,
            demo,
            provenance,
            verifications,
            created_at,
            updated_at,
        } = organisation;
        let (closed_on, successor) = match status {
            OrganisationStatus::Closed { on, successor } => (*on, *successor),
            OrganisationStatus::Active | OrganisationStatus::Paused | OrganisationStatus::Draft => {
                (None, None)
            }
        };
        Self {
            id: Set(id.as_uuid()),
            version: Set(*version),
            name: Set(name.clone()),
            alternate_names: Set(Json(alternate_names.clone())),
            description: Set(description.clone()),
            kind: Set(kind.to_string()),
            sectors: Set(Json(sectors.clone())),
            legal_form: Set(legal_form.clone()),
            register_ids: Set(Json(register_ids.clone())),
            parent_id: Set(parent.map(OrganisationId::as_uuid)),
            district: Set(district.clone()),
            website: Set(website.as_ref().map(ToString::to_string)),
            email: Set(email.as_ref().map(ToString::to_string)),
            mandates: Set(Json(mandates.clone())),
            status: Set(status.as_str().to_owned()),
            closed_on: Set(closed_on),
            successor_id: Set(successor.map(OrganisationId::as_uuid)),
            internal_note: Set(internal_note.clone()),
            demo: Set(*demo),
            provenance: Set(Json(provenance.clone())),
            verifications: Set(Json(verifications.clone())),
            created_at: Set(*created_at),
            updated_at: Set(*updated_at),
        }
    }
}
