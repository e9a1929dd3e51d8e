//! Organisations: offices, providers, clinics, schools, networks.

use std::sync::Arc;

use async_graphql::{ComplexObject, Context, ID, SimpleObject};
use domain::directory::{self, OrganisationStatus, Taxonomy};
use serde::Serialize;
use utoipa::ToSchema;

use super::phone::PhoneOwner;
use super::{
    Contact, Hours, Location, OrganisationStatusCode, Phone, Service, StatedBy, Term, Trust,
    stated_hours,
};
use crate::graphql::context::{Asking, asking};
use crate::graphql::scalars::{Date, DateTime, LocalizedText, german};
use crate::graphql::territory::District;

/// An organisation of the network.
#[derive(Clone, SimpleObject, Serialize, ToSchema)]
#[graphql(serial, complex)]
#[serde(rename_all = "camelCase")]
pub struct Organisation {
    #[graphql(skip)]
    #[serde(skip)]
    record: Arc<directory::Organisation>,
    /// Names the organisation, such as `org_018f…`.
    #[schema(value_type = String)]
    pub id: ID,
    /// How often it was saved; starts at 1. Name it when you change the organisation.
    pub version: i32,
    /// Its full name.
    pub name: LocalizedText,
    /// Other names it is known by.
    pub alternate_names: Vec<String>,
    /// What it is and does.
    pub description: Option<LocalizedText>,
    /// Its web page, an `http` or `https` address.
    pub website: Option<String>,
    /// Its mail address, such as `info@example.org`.
    pub email: Option<String>,
    /// Whether it works.
    pub status: OrganisationStatusCode,
    /// Whether it is an invented body of the demo network: show the label "Beispiel".
    pub demo: bool,
    /// When it, or anything nested in it, last changed.
    pub updated_at: DateTime,
}

/// A task an organisation holds for a time, such as running the alliance's office.
#[derive(Debug, Clone, SimpleObject, Serialize, ToSchema)]
#[graphql(serial)]
#[serde(rename_all = "camelCase")]
pub struct Mandate {
    /// What the task is.
    pub title: LocalizedText,
    /// Since when; unknown when absent.
    pub valid_from: Option<Date>,
    /// Until when; open or unknown when absent.
    pub valid_to: Option<Date>,
    /// Who states it.
    pub source: Option<StatedBy>,
}

impl Organisation {
    /// An organisation as the actor's tier sees it.
    pub(crate) fn of(organisation: &Arc<directory::Organisation>) -> Self {
        Self {
            id: organisation.id.to_string().into(),
            version: organisation.version.0,
            name: LocalizedText::german(organisation.name.as_str()),
            alternate_names: organisation.alternate_names.clone(),
            description: german(organisation.description.as_ref()),
            website: organisation.website.as_ref().map(ToString::to_string),
            email: organisation.email.as_ref().map(ToString::to_string),
            status: match organisation.status {
                OrganisationStatus::Active => OrganisationStatusCode::Active,
                OrganisationStatus::Paused => OrganisationStatusCode::Paused,
                OrganisationStatus::Closed { .. } => OrganisationStatusCode::Closed,
                OrganisationStatus::Draft => OrganisationStatusCode::Draft,
            },
            demo: organisation.demo,
            updated_at: organisation.updated_at.into(),
            record: Arc::clone(organisation),
        }
    }

    fn owner(&self) -> PhoneOwner {
        PhoneOwner::Organisation(Arc::clone(&self.record))
    }

    /// Its kind, a term of `organisation_kind`.
    pub(crate) fn kind_term(&self, asking: &Asking) -> Term {
        Term::one(Taxonomy::OrganisationKind, &self.record.kind, asking)
    }

    /// Its sectors.
    pub(crate) fn sector_terms(&self, asking: &Asking) -> Vec<Term> {
        Term::all(Taxonomy::Sector, &self.record.sectors, asking)
    }

    /// The district of its seat.
    pub(crate) fn seat(&self, asking: &Asking) -> Option<District> {
        District::find(self.record.district.as_deref()?, asking)
    }

    /// Its telephones.
    pub(crate) fn all_phones(&self, asking: &Asking) -> Vec<Phone> {
        Phone::all(&self.record.phones, &self.owner(), asking)
    }

    /// Its contacts.
    pub(crate) fn all_contacts(&self, asking: &Asking) -> Vec<Contact> {
        Contact::all(&self.record.contacts, &self.owner(), asking)
    }

    /// Its hours.
    pub(crate) fn all_hours(&self, asking: &Asking) -> Vec<Hours> {
        stated_hours(&self.record.schedules, asking)
    }

    /// Its mandates.
    pub(crate) fn all_mandates(&self, asking: &Asking) -> Vec<Mandate> {
        let one = |mandate: &directory::Mandate| Mandate {
            title: LocalizedText::german(mandate.title.as_str()),
            valid_from: mandate.valid_from.map(Date),
            valid_to: mandate.valid_to.map(Date),
            source: asking.source(mandate.source, None),
        };
        self.record.mandates.iter().map(one).collect()
    }

    /// Its locations.
    pub(crate) fn all_locations(&self, asking: &Asking) -> Vec<Location> {
        let view = asking
            .ctx
            .read_model
            .organisation(asking.tier, self.record.id);
        view.iter()
            .flat_map(|view| &view.locations)
            .map(|location| Location::of(location, asking))
            .collect()
    }

    /// Its services.
    pub(crate) fn all_services(&self, asking: &Asking) -> Vec<Service> {
        let view = asking
            .ctx
            .read_model
            .organisation(asking.tier, self.record.id);
        view.iter()
            .flat_map(|view| &view.services)
            .map(Service::of)
            .collect()
    }

    /// How far it may be trusted.
    pub(crate) fn record_trust(&self, asking: &Asking) -> Trust {
        let organisation = &self.record;
        Trust::of(
            &organisation.provenance,
            &organisation.verifications,
            asking,
        )
    }
}

#[ComplexObject]
impl Organisation {
    /// Its kind, a term of `ORGANISATION_KIND`.
    async fn kind(&self, ctx: &Context<'_>) -> Term {
        self.kind_term(asking(ctx))
    }

    /// The parts of society it belongs to, at least one.
    async fn sectors(&self, ctx: &Context<'_>) -> Vec<Term> {
        self.sector_terms(asking(ctx))
    }

    /// The district of its seat; unknown when absent.
    async fn district(&self, ctx: &Context<'_>) -> Option<District> {
        self.seat(asking(ctx))
    }

    /// Tasks it holds for a time.
    async fn mandates(&self, ctx: &Context<'_>) -> Vec<Mandate> {
        self.all_mandates(asking(ctx))
    }

    /// Its telephones, those of its services not included.
    async fn phones(&self, ctx: &Context<'_>) -> Vec<Phone> {
        self.all_phones(asking(ctx))
    }

    /// Its contacts.
    async fn contacts(&self, ctx: &Context<'_>) -> Vec<Contact> {
        self.all_contacts(asking(ctx))
    }

    /// Its hours, for whatever offer has none of its own.
    async fn hours(&self, ctx: &Context<'_>) -> Vec<Hours> {
        self.all_hours(asking(ctx))
    }

    /// Its locations.
    async fn locations(&self, ctx: &Context<'_>) -> Vec<Location> {
        self.all_locations(asking(ctx))
    }

    /// What it offers.
    #[graphql(complexity = "10 * child_complexity")]
    async fn services(&self, ctx: &Context<'_>) -> Vec<Service> {
        self.all_services(asking(ctx))
    }

    /// How far the record may be trusted.
    async fn trust(&self, ctx: &Context<'_>) -> Trust {
        self.record_trust(asking(ctx))
    }
}
