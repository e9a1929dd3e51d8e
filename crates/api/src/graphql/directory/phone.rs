//! Telephones and contacts.

use std::sync::Arc;

use async_graphql::{ComplexObject, Context, ID, SimpleObject};
use domain::directory::hours::{Channel, OwnerLevel, StatedHours};
use domain::directory::{self, ServiceView};
use domain::ids::PhoneId;
use serde::Serialize;
use utoipa::ToSchema;

use super::{CallCost, ContactFunction, OpenNow, PhoneKind, PhonePurpose, Reach, StatedBy};
use crate::graphql::context::{Asking, asking};
use crate::graphql::scalars::{DateTime, LocalizedText, german};
use crate::middleware::request::Tongue;

/// One telephone entry. Two sources that state different numbers are two entries, newest first.
#[derive(Clone, SimpleObject, Serialize, ToSchema)]
#[graphql(serial, complex)]
#[serde(rename_all = "camelCase")]
pub struct Phone {
    #[graphql(skip)]
    #[serde(skip)]
    owner: PhoneOwner,
    /// Which of the owner's telephones it is.
    #[graphql(skip)]
    #[serde(skip)]
    entry: PhoneId,
    /// Names the entry, such as `pho_018f…`.
    #[schema(value_type = String)]
    pub id: ID,
    /// As it is dialled: E.164 such as `+493854791569`, or a national short code such as `116111`.
    pub number: String,
    /// As it is printed and read aloud, such as `0385 4791569`.
    pub display: String,
    /// The address of a link that calls it, such as `tel:+493854791569`.
    pub href: String,
    /// What is at the other end.
    pub kind: PhoneKind,
    /// What it is for.
    pub purpose: PhonePurpose,
    /// A word beside it, such as "Anlaufstelle im Übergang".
    pub label: Option<LocalizedText>,
    /// What it is for, in words, such as "Meldung einer Kindeswohlgefährdung".
    pub purpose_text: LocalizedText,
    /// What a call costs; unknown when absent.
    pub cost: Option<CallCost>,
    /// Whether callers may stay unnamed; unknown when absent.
    pub anonymous: Option<bool>,
    /// In which languages it answers, as BCP 47 tags; unknown when empty.
    pub languages: Vec<String>,
    /// Who states the number.
    pub stated_by: Option<StatedBy>,
    /// Whether it answers at the instant of the request.
    #[graphql(skip)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub open_now: Option<OpenNow>,
}

/// Whose telephone it is; its hours count where the telephone has none of its own.
#[derive(Clone)]
pub(crate) enum PhoneOwner {
    /// A service, also at one of its places.
    Service(Arc<ServiceView>),
    /// An organisation.
    Organisation(Arc<directory::Organisation>),
    /// A location.
    Location(Arc<directory::Location>),
}

impl PhoneOwner {
    /// The hours of one of its telephones; unknown when it has no such telephone.
    fn hours(&self, entry: PhoneId) -> StatedHours<'_> {
        let Some(phone) = self.phones().find(|phone| phone.id == entry) else {
            return StatedHours::unknown();
        };
        let of_owner = match self {
            Self::Service(view) => view.hours(),
            Self::Organisation(organisation) => {
                StatedHours::unknown().stated_by(OwnerLevel::Organisation, &organisation.schedules)
            }
            Self::Location(location) => {
                StatedHours::unknown().stated_by(OwnerLevel::Location, &location.schedules)
            }
        };
        of_owner.stated_by(OwnerLevel::Phone, phone.own_hours())
    }

    /// All its telephones: its own, those of its contacts, those of its places.
    fn phones(&self) -> impl Iterator<Item = &directory::Phone> {
        let (own, contacts, at): (_, &[directory::Contact], &[directory::ServiceAtLocation]) =
            match self {
                Self::Service(view) => {
                    let service = &view.service;
                    (&service.phones, &service.contacts, &service.at)
                }
                Self::Organisation(organisation) => {
                    (&organisation.phones, &organisation.contacts, &[])
                }
                Self::Location(location) => (&location.phones, &[], &[]),
            };
        own.iter()
            .chain(contacts.iter().flat_map(|contact| &contact.phones))
            .chain(at.iter().flat_map(|link| &link.phones))
    }
}

impl Phone {
    /// The telephones of one owner.
    pub(crate) fn all(
        phones: &[directory::Phone],
        owner: &PhoneOwner,
        asking: &Asking,
    ) -> Vec<Self> {
        phones
            .iter()
            .map(|phone| Self::of(phone, owner.clone(), asking))
            .collect()
    }

    fn of(phone: &directory::Phone, owner: PhoneOwner, asking: &Asking) -> Self {
        let purpose = PhonePurpose::from(phone.purpose);
        Self {
            id: phone.id.to_string().into(),
            number: phone.number.to_string(),
            display: phone.display.clone(),
            href: phone.number.href(),
            kind: phone.kind.into(),
            purpose,
            label: german(phone.label.as_ref()),
            purpose_text: purpose.words(asking.tongue),
            cost: phone.cost.map(CallCost::from),
            anonymous: phone.anonymous,
            languages: phone
                .languages
                .iter()
                .map(|lang| lang.as_str().to_owned())
                .collect(),
            stated_by: asking.stated_by(&phone.stated),
            open_now: None,
            entry: phone.id,
            owner,
        }
    }

    /// The telephone with its answer to "open now?", for REST.
    pub(crate) fn with_open_now(self, asking: &Asking) -> Self {
        let open_now = self.reach(None).open_now(asking);
        Self {
            open_now: Some(open_now),
            ..self
        }
    }

    fn reach(&self, at: Option<DateTime>) -> Reach<'_> {
        let channel = match self.purpose {
            PhonePurpose::OnCall => Channel::OnCall,
            PhonePurpose::Office
            | PhonePurpose::Reporting
            | PhonePurpose::Helpline
            | PhonePurpose::Appointments
            | PhonePurpose::Switchboard
            | PhonePurpose::InfoPoint
            | PhonePurpose::Emergency => Channel::Phone,
        };
        Reach {
            hours: self.owner.hours(self.entry),
            channel: Some(channel),
            at,
        }
    }
}

#[ComplexObject]
impl Phone {
    /// Whether it answers.
    async fn open_now(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "At which instant, such as 2026-11-20T15:40:00Z; now when absent.")]
        at: Option<DateTime>,
    ) -> OpenNow {
        self.reach(at).open_now(asking(ctx))
    }
}

impl PhonePurpose {
    /// What a number is for, in words.
    pub(crate) fn words(self, tongue: Tongue) -> LocalizedText {
        let text = match (self, tongue) {
            (Self::Office, Tongue::German) => "Sekretariat oder Büro",
            (Self::Office, Tongue::English) => "Office",
            (Self::Reporting, Tongue::German) => "Meldung einer möglichen Kindeswohlgefährdung",
            (Self::Reporting, Tongue::English) => "Report of suspected child endangerment",
            (Self::OnCall, Tongue::German) => "Bereitschaft außerhalb der Sprechzeiten",
            (Self::OnCall, Tongue::English) => "On call outside office hours",
            (Self::Helpline, Tongue::German) => "Telefonische Beratung",
            (Self::Helpline, Tongue::English) => "Helpline",
            (Self::Appointments, Tongue::German) => "Terminvereinbarung",
            (Self::Appointments, Tongue::English) => "Appointments",
            (Self::Switchboard, Tongue::German) => "Zentrale der Verwaltung",
            (Self::Switchboard, Tongue::English) => "Switchboard of the administration",
            (Self::InfoPoint, Tongue::German) => "Auskunft",
            (Self::InfoPoint, Tongue::English) => "Information point",
            (Self::Emergency, Tongue::German) => "Notruf, nicht die Nummer einer Behörde",
            (Self::Emergency, Tongue::English) => "Emergency call, not the number of an office",
        };
        LocalizedText::in_tongue(tongue, text)
    }
}

/// A function of an institution that can be reached: what somebody does, never who it is.
#[derive(Clone, SimpleObject, Serialize, ToSchema)]
#[graphql(serial)]
#[serde(rename_all = "camelCase")]
pub struct Contact {
    /// Names the contact, such as `con_018f…`.
    #[schema(value_type = String)]
    pub id: ID,
    /// What it is for.
    pub function: ContactFunction,
    /// How it is called.
    pub label: Option<LocalizedText>,
    /// The department.
    pub department: Option<LocalizedText>,
    /// Its mail address, such as `kinderschutz@example.org`.
    pub email: Option<String>,
    /// Its telephones.
    pub phones: Vec<Phone>,
}

impl Contact {
    /// The contacts of one owner.
    pub(crate) fn all(
        contacts: &[directory::Contact],
        owner: &PhoneOwner,
        asking: &Asking,
    ) -> Vec<Self> {
        let one = |contact: &directory::Contact| Self {
            id: contact.id.to_string().into(),
            function: contact.function.into(),
            label: german(contact.label.as_ref()),
            department: german(contact.department.as_ref()),
            email: contact.email.as_ref().map(ToString::to_string),
            phones: Phone::all(&contact.phones, owner, asking),
        };
        contacts.iter().map(one).collect()
    }
}
