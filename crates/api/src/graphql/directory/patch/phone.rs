//! Telephones of a service.

use async_graphql::{ID, InputObject};
use domain::access::Tier;
use domain::directory::{self, Stated};
use domain::ids::PhoneId;
use domain::text::PhoneNumber;

use super::{Checked, Workshop, parsed, wrong};
use crate::graphql::directory::{CallCost, PhoneKind, PhonePurpose};

/// One telephone.
#[derive(Debug, InputObject)]
pub struct PhoneInput {
    /// The entry that is changed, such as `pho_018f…`; a new one when absent.
    pub id: Option<ID>,
    /// The number as it is printed, such as `0385 4791569`.
    pub number: String,
    /// What is at the other end.
    #[graphql(default_with = "PhoneKind::Voice")]
    pub kind: PhoneKind,
    /// What it is for; 110 and 112 are `EMERGENCY` and nothing else.
    pub purpose: PhonePurpose,
    /// A word beside it, at most 200 characters.
    pub label: Option<String>,
    /// What a call costs; unknown when absent.
    pub cost: Option<CallCost>,
    /// Whether callers may stay unnamed; unknown when absent.
    pub anonymous: Option<bool>,
}

impl PhoneInput {
    pub(super) fn parse(self, workshop: &Workshop<'_>) -> Checked<directory::Phone> {
        let Self {
            id,
            number,
            kind,
            purpose,
            label,
            cost,
            anonymous,
        } = self;
        let existing = match id {
            Some(id) => {
                let phones = &workshop.current.phones;
                let id: Option<PhoneId> = id.parse().ok();
                let found = id.and_then(|id| phones.iter().find(|phone| phone.id == id));
                Some(found.ok_or_else(|| wrong("id", "the id of a telephone of this service"))?)
            }
            None => None,
        };
        let mint = || PhoneId::from_uuid(workshop.mint.mint(workshop.now));
        Ok(directory::Phone {
            id: existing.map_or_else(mint, |phone| phone.id),
            number: parsed::<PhoneNumber>("number", &number)?,
            display: number.trim().to_owned(),
            kind: kind.into(),
            purpose: purpose.into(),
            label,
            cost: cost.map(Into::into),
            anonymous,
            languages: existing
                .map(|phone| phone.languages.clone())
                .unwrap_or_default(),
            schedules: existing
                .map(|phone| phone.schedules.clone())
                .unwrap_or_default(),
            stated: Stated {
                value: (),
                source: None,
                date: Some(workshop.today.to_string()),
            },
            tier: existing.map_or(Tier::Public, |phone| phone.tier),
        })
    }
}
