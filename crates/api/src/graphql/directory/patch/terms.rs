//! Whom a service is for, what it costs, whether there is room.

use async_graphql::InputObject;
use domain::directory;
use domain::text::Lang;

use super::{Checked, bounded, parsed, wrong};
use crate::graphql::directory::{CapacityStatus, CostKind, LanguageMode, ServiceStatusCode};
use crate::graphql::scalars::Date;

/// Whether a service is given.
#[derive(Debug, InputObject)]
pub struct ServiceStatusInput {
    /// Whether it is.
    pub code: ServiceStatusCode,
    /// Why not, for the public; needed for `TEMPORARILY_CLOSED`.
    pub reason: Option<String>,
    /// The first day on which it is expected back.
    pub expected_back_on: Option<Date>,
}

/// Whom a service is for. Ages are months, from inclusive, to exclusive.
#[derive(Debug, InputObject)]
pub struct EligibilityInput {
    /// Whether ages are stated at all.
    pub age_known: bool,
    /// From this age in months, 0 to 1200; no lower bound when absent.
    pub age_from_months: Option<i32>,
    /// Below this age in months, 1 to 1200; no upper bound when absent.
    pub age_to_months: Option<i32>,
    /// Whether it is for pregnancy.
    #[graphql(default = false)]
    pub pregnancy: bool,
    /// For whom it is not, in words.
    pub not_for: Option<Vec<String>>,
    /// More, in words.
    pub note: Option<String>,
}

/// A language a service is given in.
#[derive(Debug, InputObject)]
pub struct LanguageInput {
    /// A BCP 47 tag of a language that exists, such as `uk` or `gsg` (German Sign Language).
    pub code: String,
    /// In which ways.
    pub modes: Vec<LanguageMode>,
    /// More about it.
    pub note: Option<String>,
}

/// What a service costs.
#[derive(Debug, InputObject)]
pub struct CostInput {
    /// Whether it costs something.
    pub kind: CostKind,
    /// The prices, at most 50.
    pub options: Option<Vec<CostOptionInput>>,
}

/// One price.
#[derive(Debug, InputObject)]
pub struct CostOptionInput {
    /// The amount in cents of a euro, 0 or more, such as `1250` for 12,50 €.
    pub amount_cents: i32,
    /// For what, such as "Stunde".
    pub per: Option<String>,
    /// More about it.
    pub note: Option<String>,
}

/// Room, as stated on a day.
#[derive(Debug, InputObject)]
pub struct CapacityInput {
    /// Whether there is room.
    pub status: CapacityStatus,
    /// How long people wait, in days, 0 to 3650; unknown when absent.
    pub waiting_time_days: Option<i32>,
    /// On which day this is stated: today or before.
    pub as_of: Date,
    /// More about it.
    pub note: Option<String>,
}

/// A dated notice.
#[derive(Debug, InputObject)]
pub struct NoticeInput {
    /// What it says, 1 to 500 characters.
    pub text: String,
    /// From which day it is shown.
    pub valid_from: Option<Date>,
    /// Until which day, inclusive; not before `validFrom`.
    pub valid_to: Option<Date>,
}

impl ServiceStatusInput {
    pub(super) fn parse(self) -> Checked<directory::ServiceStatus> {
        let Self {
            code,
            reason,
            expected_back_on,
        } = self;
        Ok(match code {
            ServiceStatusCode::Active => directory::ServiceStatus::Active,
            ServiceStatusCode::Inactive => directory::ServiceStatus::Inactive,
            ServiceStatusCode::Defunct => directory::ServiceStatus::Defunct,
            ServiceStatusCode::TemporarilyClosed => directory::ServiceStatus::TemporarilyClosed {
                reason: reason
                    .filter(|reason| !reason.trim().is_empty())
                    .ok_or_else(|| {
                        wrong("status.reason", "say why it is closed, for the public")
                    })?,
                expected_back_on: expected_back_on.map(|day| day.0),
            },
        })
    }
}

impl EligibilityInput {
    pub(super) fn parse(self) -> Checked<directory::Eligibility> {
        let Self {
            age_known,
            age_from_months,
            age_to_months,
            pregnancy,
            not_for,
            note,
        } = self;
        let months =
            |field, age: Option<i32>| bounded(field, age, 1_200, "an age is 0 to 1200 months");
        Ok(directory::Eligibility {
            age_known,
            age_from_months: months("eligibility.ageFromMonths", age_from_months)?,
            age_to_months: months("eligibility.ageToMonths", age_to_months)?,
            pregnancy,
            not_for: not_for.unwrap_or_default(),
            note,
        })
    }
}

impl LanguageInput {
    pub(super) fn parse(self) -> Checked<directory::Language> {
        let Self { code, modes, note } = self;
        Ok(directory::Language {
            code: parsed::<Lang>("code", &code)?,
            modes: modes.into_iter().map(Into::into).collect(),
            note,
        })
    }
}

impl CostInput {
    pub(super) fn parse(self) -> directory::Cost {
        let Self { kind, options } = self;
        let option = |CostOptionInput {
                          amount_cents,
                          per,
                          note,
                      }: CostOptionInput| {
            directory::CostOption {
                amount_cents: i64::from(amount_cents),
                per,
                note,
            }
        };
        directory::Cost {
            kind: kind.into(),
            options: options
                .unwrap_or_default()
                .into_iter()
                .map(option)
                .collect(),
        }
    }
}

impl CapacityInput {
    pub(super) fn parse(self) -> Checked<directory::Capacity> {
        let Self {
            status,
            waiting_time_days,
            as_of,
            note,
        } = self;
        let days = bounded(
            "capacity.waitingTimeDays",
            waiting_time_days,
            3_650,
            "0 to 3650 days",
        )?;
        Ok(directory::Capacity {
            status: status.into(),
            waiting_time_days: days,
            as_of: as_of.0,
            note,
        })
    }
}

impl NoticeInput {
    pub(super) fn parse(self) -> directory::Notice {
        let Self {
            text,
            valid_from,
            valid_to,
        } = self;
        directory::Notice {
            text,
            valid_from: valid_from.map(|day| day.0),
            valid_to: valid_to.map(|day| day.0),
        }
    }
}
