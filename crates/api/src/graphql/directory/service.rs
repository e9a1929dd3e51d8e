//! Services (Angebote): what an organisation does for whom, where and on which terms.

use std::sync::Arc;

use async_graphql::{ComplexObject, Context, ID, SimpleObject};
use domain::directory::{self, ServiceView, Taxonomy};
use serde::Serialize;
use utoipa::ToSchema;

use super::phone::PhoneOwner;
use super::terms_of_use;
use super::{
    Answer, Capacity, Channel, Contact, Cost, Eligibility, FundingPeriod, Hours, OpenNow,
    Organisation, Phone, Reach, ServiceArea, ServiceLanguage, ServicePlace, ServiceStatus, Term,
    Trust, stated_hours,
};
use crate::graphql::context::{Asking, asking};
use crate::graphql::scalars::{DateTime, LocalizedText, german};

/// A service of an organisation. Unknown is a value: what nobody has stated is absent, or says so.
#[derive(Clone, SimpleObject, Serialize, ToSchema)]
#[graphql(serial, complex)]
#[serde(rename_all = "camelCase")]
pub struct Service {
    #[graphql(skip)]
    #[serde(skip)]
    view: Arc<ServiceView>,
    /// Names the service, such as `svc_018f…`.
    #[schema(value_type = String)]
    pub id: ID,
    /// How often it was saved; starts at 1. Name it as `expectedVersion` when you change the service.
    pub version: i32,
    /// Its name.
    pub name: LocalizedText,
    /// Other names it is known by.
    pub alternate_names: Vec<String>,
    /// What a card shows, at most 200 characters.
    pub summary: Option<LocalizedText>,
    /// All there is to say.
    pub description: Option<LocalizedText>,
    /// Whether people may stay unnamed.
    pub anonymous: Answer,
    /// What it does not replace, such as "Ersetzt keinen Notruf.".
    pub boundary_note: Option<LocalizedText>,
    /// Its own web page, an `http` or `https` address.
    pub website: Option<String>,
    /// The address of its chat, an `http` or `https` address.
    pub chat: Option<String>,
    /// Its mail address, such as `beratung@example.org`.
    pub email: Option<String>,
    /// Who answers, in words, such as "geschulte Ehrenamtliche".
    pub answered_by: Option<LocalizedText>,
    /// Whether it belongs to an invented body of the demo network: show the label "Beispiel".
    pub demo: bool,
    /// When it, or anything nested in it, last changed.
    pub updated_at: DateTime,
}

impl Service {
    /// A service as the actor's tier sees it.
    pub(crate) fn of(view: &Arc<ServiceView>) -> Self {
        let service = &view.service;
        Self {
            id: service.id.to_string().into(),
            version: service.version.0,
            name: LocalizedText::german(service.name.as_str()),
            alternate_names: service.alternate_names.clone(),
            summary: german(service.summary.as_ref()),
            description: german(service.description.as_ref()),
            anonymous: service.anonymous.into(),
            boundary_note: german(service.boundary_note.as_ref()),
            website: service.website.as_ref().map(ToString::to_string),
            chat: service.chat.as_ref().map(ToString::to_string),
            email: service.email.as_ref().map(ToString::to_string),
            answered_by: german(service.answered_by.as_ref()),
            demo: service.demo,
            updated_at: service.updated_at.into(),
            view: Arc::clone(view),
        }
    }

    fn service(&self) -> &directory::Service {
        &self.view.service
    }

    /// Terms of one of its taxonomies.
    pub(crate) fn terms(&self, taxonomy: Taxonomy, asking: &Asking) -> Vec<Term> {
        let service = self.service();
        let keys = match taxonomy {
            Taxonomy::ServiceKind => &service.kinds,
            Taxonomy::Topic => &service.topics,
            Taxonomy::TargetGroup => &service.target_groups,
            Taxonomy::Sector => &service.sectors,
            Taxonomy::OrganisationKind | Taxonomy::Need | Taxonomy::Goal => return Vec::new(),
        };
        Term::all(taxonomy, keys, asking)
    }

    /// Who gives it.
    pub(crate) fn giver(&self) -> Organisation {
        Organisation::of(&self.view.organisation)
    }

    /// The terms on which it is given.
    pub(crate) fn terms_of_use(&self) -> terms_of_use::Reader<'_> {
        terms_of_use::Reader(self.service())
    }

    /// Its telephones.
    pub(crate) fn all_phones(&self, asking: &Asking) -> Vec<Phone> {
        Phone::all(
            &self.service().phones,
            &PhoneOwner::Service(Arc::clone(&self.view)),
            asking,
        )
    }

    /// Its contacts.
    pub(crate) fn all_contacts(&self, asking: &Asking) -> Vec<Contact> {
        Contact::all(
            &self.service().contacts,
            &PhoneOwner::Service(Arc::clone(&self.view)),
            asking,
        )
    }

    /// Where it is given.
    pub(crate) fn all_places(&self, asking: &Asking) -> Vec<ServicePlace> {
        ServicePlace::all(&self.view, asking)
    }

    /// Its own hours, else those of its only place, else those of its organisation.
    pub(crate) fn all_hours(&self, asking: &Asking) -> Vec<Hours> {
        let own = &self.service().schedules;
        let of_place = match self.view.only_place() {
            Some(only) if !only.link.schedules.is_empty() => &only.link.schedules,
            Some(only) => &only.location.schedules,
            None => own,
        };
        let nearest = [own, of_place, &self.view.organisation.schedules];
        let stated = nearest.into_iter().find(|schedules| !schedules.is_empty());
        stated
            .map(|schedules| stated_hours(schedules, asking))
            .unwrap_or_default()
    }

    /// Whether it can be reached.
    pub(crate) fn reached(
        &self,
        channel: Option<Channel>,
        at: Option<DateTime>,
        asking: &Asking,
    ) -> OpenNow {
        Reach {
            hours: self.view.hours(),
            channel: channel.map(Into::into),
            at,
        }
        .open_now(asking)
    }

    /// How far it may be trusted.
    pub(crate) fn record_trust(&self, asking: &Asking) -> Trust {
        Trust::of(
            &self.service().provenance,
            &self.service().verifications,
            asking,
        )
    }
}

#[ComplexObject]
impl Service {
    /// What it does: terms of `SERVICE_KIND`.
    async fn kinds(&self, ctx: &Context<'_>) -> Vec<Term> {
        self.terms(Taxonomy::ServiceKind, asking(ctx))
    }

    /// What it is about: terms of `TOPIC`.
    async fn topics(&self, ctx: &Context<'_>) -> Vec<Term> {
        self.terms(Taxonomy::Topic, asking(ctx))
    }

    /// Whom it is for: terms of `TARGET_GROUP`.
    async fn target_groups(&self, ctx: &Context<'_>) -> Vec<Term> {
        self.terms(Taxonomy::TargetGroup, asking(ctx))
    }

    /// The parts of society it belongs to: terms of `SECTOR`.
    async fn sectors(&self, ctx: &Context<'_>) -> Vec<Term> {
        self.terms(Taxonomy::Sector, asking(ctx))
    }

    /// Whether it is given.
    async fn status(&self) -> ServiceStatus {
        self.terms_of_use().status()
    }

    /// Who gives it.
    async fn organisation(&self) -> Organisation {
        self.giver()
    }

    /// Whom it is for.
    async fn eligibility(&self, ctx: &Context<'_>) -> Eligibility {
        self.terms_of_use().eligibility(asking(ctx).tongue)
    }

    /// In which languages it is given; unknown when empty.
    async fn languages(&self) -> Vec<ServiceLanguage> {
        self.terms_of_use().languages()
    }

    /// What it costs.
    async fn cost(&self, ctx: &Context<'_>) -> Cost {
        self.terms_of_use().cost(asking(ctx).tongue)
    }

    /// Whether there is room; unknown when absent.
    async fn capacity(&self, ctx: &Context<'_>) -> Option<Capacity> {
        self.terms_of_use().capacity(asking(ctx).today())
    }

    /// Where people may live to use it; unknown when empty, never "everywhere". Statements that
    /// differ stand side by side.
    async fn areas(&self, ctx: &Context<'_>) -> Vec<ServiceArea> {
        self.terms_of_use().areas(asking(ctx))
    }

    /// A promise about opening without times, such as "an fünf Tagen je mindestens 4 Stunden".
    async fn opening_commitment(&self, ctx: &Context<'_>) -> Option<LocalizedText> {
        self.terms_of_use().commitment(asking(ctx))
    }

    /// A dated notice on top of the entry, while it is valid.
    async fn notice(&self, ctx: &Context<'_>) -> Option<LocalizedText> {
        self.terms_of_use().notice(asking(ctx).today())
    }

    /// Spans of funding: history only.
    async fn funding_periods(&self, ctx: &Context<'_>) -> Vec<FundingPeriod> {
        self.terms_of_use().funding_periods(asking(ctx))
    }

    /// Its telephones.
    async fn phones(&self, ctx: &Context<'_>) -> Vec<Phone> {
        self.all_phones(asking(ctx))
    }

    /// Its contacts.
    async fn contacts(&self, ctx: &Context<'_>) -> Vec<Contact> {
        self.all_contacts(asking(ctx))
    }

    /// Where it is given.
    async fn places(&self, ctx: &Context<'_>) -> Vec<ServicePlace> {
        self.all_places(asking(ctx))
    }

    /// When it is reached by each channel, as stated: its own hours, else those of its only place,
    /// else those of its organisation.
    async fn hours(&self, ctx: &Context<'_>) -> Vec<Hours> {
        self.all_hours(asking(ctx))
    }

    /// Whether it can be reached.
    async fn open_now(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "By which channel; when absent, the first one that is open, else the first with known hours."
        )]
        channel: Option<Channel>,
        #[graphql(desc = "At which instant, such as 2026-11-20T15:40:00Z; now when absent.")]
        at: Option<DateTime>,
    ) -> OpenNow {
        self.reached(channel, at, asking(ctx))
    }

    /// How far the record may be trusted.
    async fn trust(&self, ctx: &Context<'_>) -> Trust {
        self.record_trust(asking(ctx))
    }
}
