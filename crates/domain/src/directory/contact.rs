//! Contacts and telephones of institutions. Functions, not people: a contact names what somebody
//! does, never who it is.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::hours::{Channel, Schedule, Times};
use super::provenance::Stated;
use crate::access::Tier;
use crate::ids::{ContactId, PhoneId, ScheduleId};
use crate::text::{Email, Lang, PhoneNumber};

/// What a contact is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContactFunction {
    /// The front desk.
    Reception,
    /// Takes in new matters.
    Intake,
    /// Answers outside office hours.
    OnCall,
    /// Leads the institution.
    Management,
    /// Coordinates a network.
    NetworkCoordination,
    /// Insoweit erfahrene Fachkraft.
    Insofa,
    /// Data protection.
    DataProtection,
    /// Press.
    Press,
    /// Anything else.
    Other,
}

/// A function of an institution that can be reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Names the contact.
    pub id: ContactId,
    /// What it is for.
    pub function: ContactFunction,
    /// How it is called.
    pub label: Option<String>,
    /// The department.
    pub department: Option<String>,
    /// Its mail address.
    pub email: Option<Email>,
    /// Its telephones.
    pub phones: Vec<Phone>,
    /// Who may see it.
    pub tier: Tier,
}

/// What is at the other end of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PhoneKind {
    /// A landline telephone.
    Voice,
    /// A mobile telephone.
    Mobile,
    /// A fax.
    Fax,
    /// Text messages.
    Text,
    /// A relay service.
    Relay,
}

/// What a number is for; shown as what it is, so that a switchboard is never taken for a reporting line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PhonePurpose {
    /// The institution's office.
    Office,
    /// Takes reports of suspected endangerment.
    Reporting,
    /// Answers outside office hours.
    OnCall,
    /// A helpline.
    Helpline,
    /// Makes appointments.
    Appointments,
    /// The switchboard of a whole administration.
    Switchboard,
    /// An information point, often transitional.
    InfoPoint,
    /// An emergency call; never the line of an office.
    Emergency,
}

/// When an emergency call answers: that is the nature of it, so no source has to state it.
static ALWAYS: LazyLock<[Stated<Schedule>; 2]> = LazyLock::new(|| {
    [Channel::Phone, Channel::OnCall].map(|channel| Stated {
        value: Schedule::stating(
            ScheduleId::from_uuid(Uuid::nil()),
            channel,
            Times::AlwaysOpen,
        ),
        source: None,
        date: None,
    })
});

/// What a call costs the caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CallCost {
    /// Nothing.
    Free,
    /// As a call within the country.
    National,
    /// As a call to a mobile network.
    MobileRate,
    /// More than that.
    Paid,
}

/// One telephone entry. Two sources that state different numbers are two entries, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phone {
    /// Names the entry.
    pub id: PhoneId,
    /// As it is dialled.
    pub number: PhoneNumber,
    /// As it is read aloud and printed, such as `0385 4791569`.
    pub display: String,
    /// What is at the other end.
    pub kind: PhoneKind,
    /// What it is for.
    pub purpose: PhonePurpose,
    /// A word beside it, such as "Anlaufstelle im Übergang".
    pub label: Option<String>,
    /// What a call costs; unknown when absent.
    pub cost: Option<CallCost>,
    /// Whether callers may stay unnamed; unknown when absent.
    pub anonymous: Option<bool>,
    /// In which languages it answers; unknown when empty.
    pub languages: Vec<Lang>,
    /// When it answers, if that differs from its owner's hours. Several statements may differ.
    pub schedules: Vec<Stated<Schedule>>,
    /// Who states the number, and when.
    pub stated: Stated<()>,
    /// Who may see it.
    pub tier: Tier,
}

impl Phone {
    /// When the number itself answers, as far as that is stated beside it. The emergency call answers
    /// always: a source that names it for some hours speaks of when to choose it.
    pub fn own_hours(&self) -> &[Stated<Schedule>] {
        if self.number.is_emergency() {
            ALWAYS.as_slice()
        } else {
            &self.schedules
        }
    }
}
