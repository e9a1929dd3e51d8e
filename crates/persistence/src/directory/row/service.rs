//! The `service` table and its way into the domain and back.

use chrono::NaiveDate;
use domain::directory::{
    Capacity, Contact, Cost, Eligibility, FundingPeriod, Language, Notice, OpeningCommitment,
    Phone, Provenance, Service, ServiceAtLocation, ServiceStatus, Stated, TermKey, Verification,
    hours::Schedule,
};
use domain::ids::{OrganisationId, ServiceId};
use domain::territory::Area;
use domain::time::Version;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;

use crate::column::{Json, code, decode, parse_known};
use crate::error::unreadable;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "service")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) version: i32,
    pub(crate) organisation_id: Uuid,
    pub(crate) name: String,
    pub(crate) alternate_names: Json<Vec<String>>,
    pub(crate) summary: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) kinds: Json<Vec<TermKey>>,
    pub(crate) topics: Json<Vec<TermKey>>,
    pub(crate) target_groups: Json<Vec<TermKey>>,
    pub(crate) sectors: Json<Vec<TermKey>>,
    pub(crate) status: String,
    pub(crate) closed_reason: Option<String>,
    pub(crate) expected_back_on: Option<NaiveDate>,
    pub(crate) visible_from: Option<NaiveDate>,
    pub(crate) visible_to: Option<NaiveDate>,
    pub(crate) funding_periods: Json<Vec<FundingPeriod>>,
    pub(crate) eligibility: Json<Eligibility>,
    pub(crate) languages: Json<Vec<Language>>,
    pub(crate) cost: Json<Cost>,
    pub(crate) anonymous: String,
    pub(crate) capacity: Option<Json<Capacity>>,
    pub(crate) opening_commitment: Option<Json<OpeningCommitment>>,
    pub(crate) boundary_note: Option<String>,
    pub(crate) notice: Option<Json<Notice>>,
    pub(crate) website: Option<String>,
    pub(crate) chat: Option<String>,
    pub(crate) email: Option<String>,
    pub(crate) answered_by: Option<String>,
    pub(crate) internal_note: Option<String>,
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
    #[sea_orm(has_many = "super::service_at_location::Entity")]
    ServiceAtLocation,
    #[sea_orm(has_many = "super::service_area::Entity")]
    ServiceArea,
}

impl Related<super::organisation::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Organisation.def()
    }
}

impl Related<super::service_at_location::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::ServiceAtLocation.def()
    }
}

impl Related<super::service_area::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::ServiceArea.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}

/// What lies in the tables beside this one.
pub(crate) struct Parts {
    pub(crate) areas: Vec<Stated<Area>>,
    pub(crate) at: Vec<ServiceAtLocation>,
    pub(crate) phones: Vec<Phone>,
    pub(crate) contacts: Vec<Contact>,
    pub(crate) schedules: Vec<Stated<Schedule>>,
}

impl Model {
    pub(crate) fn into_domain(self, parts: Parts) -> Result<Service, DbErr> {
        let status = self.status()?;
        let Parts {
            areas,
            at,
            phones,
            contacts,
            schedules,
        } = parts;
        let Self {
            id,
            version,
            organisation_id,
            name,
            alternate_names: Json(alternate_names),
            summary,
            description,
            kinds: Json(kinds),
            topics: Json(topics),
            target_groups: Json(target_groups),
            sectors: Json(sectors),
            status: _,
            closed_reason: _,
            expected_back_on: _,
            visible_from,
            visible_to,
            funding_periods: Json(funding_periods),
            eligibility: Json(eligibility),
            languages: Json(languages),
            cost: Json(cost),
            anonymous,
            capacity,
            opening_commitment,
            boundary_note,
            notice,
            website,
            chat,
            email,
            answered_by,
            internal_note,
            demo,
            provenance: Json(provenance),
            verifications: Json(verifications),
            created_at,
            updated_at,
        } = self;
        Ok(Service {
            id: ServiceId::from_uuid(id),
            version: Version(version),
            organisation: OrganisationId::from_uuid(organisation_id),
            name,
            alternate_names,
            summary,
            description,
            kinds,
            topics,
            target_groups,
            sectors,
            status,
            visible_from,
            visible_to,
            funding_periods,
            eligibility,
            areas,
            languages,
            cost,
            anonymous: decode("service.anonymous", &anonymous)?,
            capacity: capacity.map(|Json(capacity)| capacity),
            opening_commitment: opening_commitment.map(|Json(commitment)| commitment),
            boundary_note,
            notice: notice.map(|Json(notice)| notice),
            website: parse_known("service.website", website)?,
            chat: parse_known("service.chat", chat)?,
            email: parse_known("service.email", email)?,
            answered_by,
            phones,
            contacts,
            schedules,
            at,
            internal_note,
            demo,
            provenance,
            verifications,
            created_at,
            updated_at,
        })
    }

    fn status(&self) -> Result<ServiceStatus, DbErr> {
        match (
            self.status.as_str(),
            &self.closed_reason,
            self.expected_back_on,
        ) {
            ("active", None, None) => Ok(ServiceStatus::Active),
            ("inactive", None, None) => Ok(ServiceStatus::Inactive),
            ("defunct", None, None) => Ok(ServiceStatus::Defunct),
            ("temporarily_closed", Some(reason), expected_back_on) => {
                Ok(ServiceStatus::TemporarilyClosed {
                    reason: reason.clone(),
                    expected_back_on,
                })
            }
            _ => Err(unreadable(
                "service.status",
                format!("{} contradicts itself", self.id),
            )),
        }
    }
}

impl From<&Service> for ActiveModel {
    fn from(service: &Service) -> Self {
        let Service {
            id,
            version: Version(version),
            organisation,
            name,
            alternate_names,
            summary,
            description,
            kinds,
            topics,
            target_groups,
            sectors,
            status,
            visible_from,
            visible_to,
            funding_periods,
            eligibility,
            languages,
            cost,
            anonymous,
            capacity,
            opening_commitment,
            boundary_note,
            notice,
            website,
            chat,
            email,
            answered_by,
            // in tables of their own
            areas: _,
            phones: _,
            contacts: _,
            schedules: _,
            at: _,
            internal_note,
            demo,
            provenance,
            verifications,
            created_at,
            updated_at,
        } = service;
        let (closed_reason, expected_back_on) = match status {
            ServiceStatus::TemporarilyClosed {
                reason,
                expected_back_on,
            } => (Some(reason.clone()), *expected_back_on),
            ServiceStatus::Active | ServiceStatus::Inactive | ServiceStatus::Defunct => {
                (None, None)
            }
        };
        Self {
            id: Set(id.as_uuid()),
            version: Set(*version),
            organisation_id: Set(organisation.as_uuid()),
            name: Set(name.clone()),
            alternate_names: Set(Json(alternate_names.clone())),
            summary: Set(summary.clone()),
            description: Set(description.clone()),
            kinds: Set(Json(kinds.clone())),
            topics: Set(Json(topics.clone())),
            target_groups: Set(Json(target_groups.clone())),
            sectors: Set(Json(sectors.clone())),
            status: Set(status.as_str().to_owned()),
            closed_reason: Set(closed_reason),
            expected_back_on: Set(expected_back_on),
            visible_from: Set(*visible_from),
            visible_to: Set(*visible_to),
            funding_periods: Set(Json(funding_periods.clone())),
            eligibility: Set(Json(eligibility.clone())),
            languages: Set(Json(languages.clone())),
            cost: Set(Json(cost.clone())),
            anonymous: Set(code(anonymous)),
            capacity: Set(capacity.clone().map(Json)),
            opening_commitment: Set(opening_commitment.clone().map(Json)),
            boundary_note: Set(boundary_note.clone()),
            notice: Set(notice.clone().map(Json)),
            website: Set(website.as_ref().map(ToString::to_string)),
            chat: Set(chat.as_ref().map(ToString::to_string)),
            email: Set(email.as_ref().map(ToString::to_string)),
            answered_by: Set(answered_by.clone()),
            internal_note: Set(internal_note.clone()),
            demo: Set(*demo),
            provenance: Set(Json(provenance.clone())),
            verifications: Set(Json(verifications.clone())),
            created_at: Set(*created_at),
            updated_at: Set(*updated_at),
        }
    }
}
