//! The terms on which a service is given: status, whom it is for, languages, cost, room, area.

use async_graphql::SimpleObject;
use chrono::NaiveDate;
use domain::directory::hours::{Channel, StatedHours};
use domain::directory::{self, FieldClass};
use serde::Serialize;
use utoipa::ToSchema;

use super::{CapacityStatus, CostKind, LanguageMode, ServiceStatusCode, StatedBy};
use crate::graphql::context::Asking;
use crate::graphql::scalars::{Date, LocalizedText, german};
use crate::graphql::territory::area_label;
use crate::middleware::request::Tongue;

/// Whether a service is given.
#[derive(Debug, Clone, SimpleObject, Serialize, ToSchema)]
#[graphql(serial)]
#[serde(rename_all = "camelCase")]
pub struct ServiceStatus {
    /// Whether it is.
    pub code: ServiceStatusCode,
    /// Why not, for the public.
    pub reason: Option<LocalizedText>,
    /// The first day on which it is expected back.
    pub expected_back_on: Option<Date>,
}

/// Whom a service is for. Ages are months, from inclusive, to exclusive: "0-3 years" is 0 to 36.
#[derive(Debug, Clone, SimpleObject, Serialize, ToSchema)]
#[graphql(serial)]
#[serde(rename_all = "camelCase")]
pub struct Eligibility {
    /// Whether ages are stated at all; when not, the service may be for anybody.
    pub age_known: bool,
    /// From this age in months; no lower bound when absent and `ageKnown`.
    pub age_from_months: Option<i32>,
    /// Below this age in months; no upper bound when absent and `ageKnown`.
    pub age_to_months: Option<i32>,
    /// Whether it is for pregnancy.
    pub pregnancy: bool,
    /// For whom it is not, in words.
    pub not_for: Vec<LocalizedText>,
    /// More, in words.
    pub note: Option<LocalizedText>,
    /// The ages in one phrase, such as "bis 3 Jahre" or "Alter: bitte fragen".
    pub text: LocalizedText,
}

/// A language a service is given in.
#[derive(Debug, Clone, SimpleObject, Serialize, ToSchema)]
#[graphql(serial)]
pub struct ServiceLanguage {
    /// A BCP 47 tag such as `uk`, or `gsg` for German Sign Language.
    pub code: String,
    /// In which ways.
    pub modes: Vec<LanguageMode>,
    /// More about it, such as "vorher anrufen".
    pub note: Option<LocalizedText>,
}

/// What a service costs.
#[derive(Debug, Clone, SimpleObject, Serialize, ToSchema)]
#[graphql(serial)]
pub struct Cost {
    /// Whether it costs something.
    pub kind: CostKind,
    /// The prices.
    pub options: Vec<CostOption>,
    /// All this in one phrase, such as "kostenlos" or "Kosten: bitte fragen".
    pub text: LocalizedText,
}

/// One price.
#[derive(Debug, Clone, SimpleObject, Serialize, ToSchema)]
#[graphql(serial)]
#[serde(rename_all = "camelCase")]
pub struct CostOption {
    /// The amount in cents of a euro, such as `1250` for 12,50 €.
    pub amount_cents: i32,
    /// For what, such as "Stunde".
    pub per: Option<LocalizedText>,
    /// More about it.
    pub note: Option<LocalizedText>,
}

/// Room, as stated on a day.
#[derive(Debug, Clone, SimpleObject, Serialize, ToSchema)]
#[graphql(serial)]
#[serde(rename_all = "camelCase")]
pub struct Capacity {
    /// Whether there is room.
    pub status: CapacityStatus,
    /// How long people wait, in days; absent when it is not known, and for the public.
    pub waiting_time_days: Option<i32>,
    /// On which day this was stated.
    pub as_of: Date,
    /// Whether that is more than 14 days ago.
    pub stale: bool,
    /// More about it.
    pub note: Option<LocalizedText>,
}

/// One statement about where people may live to use a service.
#[derive(Debug, Clone, SimpleObject, Serialize, ToSchema)]
#[graphql(serial)]
pub struct ServiceArea {
    /// The area in words, such as "Landkreis Rostock".
    pub label: LocalizedText,
    /// Who states it.
    pub source: Option<StatedBy>,
}

/// A span of funding: history only.
#[derive(Debug, Clone, SimpleObject, Serialize, ToSchema)]
#[graphql(serial)]
pub struct FundingPeriod {
    /// What it was.
    pub label: LocalizedText,
    /// The first year or day, as precise as the source is, such as `2019`.
    pub from: Option<String>,
    /// The last year or day, such as `2022`.
    pub to: Option<String>,
    /// Who states it.
    pub source: Option<StatedBy>,
}

/// Reads the terms off a service.
pub(crate) struct Reader<'a>(pub(super) &'a directory::Service);

impl Reader<'_> {
    /// Whether it is given.
    pub(crate) fn status(&self) -> ServiceStatus {
        let plain = |code| ServiceStatus {
            code,
            reason: None,
            expected_back_on: None,
        };
        match &self.0.status {
            directory::ServiceStatus::Active => plain(ServiceStatusCode::Active),
            directory::ServiceStatus::Inactive => plain(ServiceStatusCode::Inactive),
            directory::ServiceStatus::Defunct => plain(ServiceStatusCode::Defunct),
            directory::ServiceStatus::TemporarilyClosed {
                reason,
                expected_back_on,
            } => ServiceStatus {
                code: ServiceStatusCode::TemporarilyClosed,
                reason: Some(LocalizedText::german(reason.as_str())),
                expected_back_on: expected_back_on.map(Date),
            },
        }
    }

    /// Whom it is for.
    pub(crate) fn eligibility(&self, tongue: Tongue) -> Eligibility {
        let known = &self.0.eligibility;
        Eligibility {
            age_known: known.age_known,
            age_from_months: known.age_from_months.map(i32::from),
            age_to_months: known.age_to_months.map(i32::from),
            pregnancy: known.pregnancy,
            not_for: known
                .not_for
                .iter()
                .map(|who| LocalizedText::german(who.as_str()))
                .collect(),
            note: german(known.note.as_ref()),
            text: LocalizedText::in_tongue(tongue, ages(known, tongue)),
        }
    }

    /// In which languages it is given.
    pub(crate) fn languages(&self) -> Vec<ServiceLanguage> {
        let one = |language: &directory::Language| ServiceLanguage {
            code: language.code.as_str().to_owned(),
            modes: language
                .modes
                .iter()
                .copied()
                .map(LanguageMode::from)
                .collect(),
            note: german(language.note.as_ref()),
        };
        self.0.languages.iter().map(one).collect()
    }

    /// What it costs.
    pub(crate) fn cost(&self, tongue: Tongue) -> Cost {
        let cost = &self.0.cost;
        let options = cost.options.iter().map(|option| CostOption {
            amount_cents: i32::try_from(option.amount_cents).unwrap_or(i32::MAX),
            per: german(option.per.as_ref()),
            note: german(option.note.as_ref()),
        });
        Cost {
            kind: cost.kind.into(),
            options: options.collect(),
            text: CostKind::from(cost.kind).words(tongue),
        }
    }

    /// Whether there is room.
    pub(crate) fn capacity(&self, today: NaiveDate) -> Option<Capacity> {
        let capacity = self.0.capacity.as_ref()?;
        let age = (today - capacity.as_of).num_days();
        Some(Capacity {
            status: capacity.status.into(),
            waiting_time_days: capacity.waiting_time_days.map(i32::from),
            as_of: Date(capacity.as_of),
            stale: age > FieldClass::Capacity.trusted_days(),
            note: german(capacity.note.as_ref()),
        })
    }

    /// Where people may live to use it.
    pub(crate) fn areas(&self, asking: &Asking) -> Vec<ServiceArea> {
        let stated = self.0.areas.iter();
        stated
            .map(|area| ServiceArea {
                label: area_label(&area.value, asking),
                source: asking.stated_by(area),
            })
            .collect()
    }

    /// A promise about opening without times.
    pub(crate) fn commitment(&self, asking: &Asking) -> Option<LocalizedText> {
        let promise = self.0.opening_commitment.as_ref()?;
        // the domain words a promise where it speaks of an entry that has nothing else
        let now = StatedHours::unknown().promising(Some(promise)).open_now(
            Channel::Visit,
            asking.now,
            asking.atlas.school_holidays(),
        );
        Some(LocalizedText::in_tongue(
            asking.tongue,
            now.sentence(&asking.tongue.lang()),
        ))
    }

    /// The notice, while it is valid.
    pub(crate) fn notice(&self, today: NaiveDate) -> Option<LocalizedText> {
        let notice = self.0.notice.as_ref()?;
        let shown = notice.valid_from.is_none_or(|from| from <= today)
            && notice.valid_to.is_none_or(|to| today <= to);
        shown.then(|| LocalizedText::german(notice.text.as_str()))
    }

    /// Spans of funding.
    pub(crate) fn funding_periods(&self, asking: &Asking) -> Vec<FundingPeriod> {
        let one = |period: &directory::FundingPeriod| FundingPeriod {
            label: LocalizedText::german(period.label.as_str()),
            from: period.from.clone(),
            to: period.to.clone(),
            source: asking.source(period.source, None),
        };
        self.0.funding_periods.iter().map(one).collect()
    }
}

impl CostKind {
    /// A cost in words.
    pub(crate) fn words(self, tongue: Tongue) -> LocalizedText {
        let text = match (self, tongue) {
            (Self::Free, Tongue::German) => "kostenlos",
            (Self::Free, Tongue::English) => "free of charge",
            (Self::Partly, Tongue::German) => "teilweise kostenlos",
            (Self::Partly, Tongue::English) => "partly free of charge",
            (Self::Paid, Tongue::German) => "kostet etwas",
            (Self::Paid, Tongue::English) => "costs something",
            (Self::Unknown, Tongue::German) => "Kosten: bitte fragen",
            (Self::Unknown, Tongue::English) => "Cost: please ask",
        };
        LocalizedText::in_tongue(tongue, text)
    }
}

fn ages(known: &directory::Eligibility, tongue: Tongue) -> String {
    let length = |months: u16| match (months > 0 && months.is_multiple_of(12), tongue) {
        (true, Tongue::German) if months == 12 => "1 Jahr".to_owned(),
        (true, Tongue::German) => format!("{} Jahre", months / 12),
        (true, Tongue::English) if months == 12 => "1 year".to_owned(),
        (true, Tongue::English) => format!("{} years", months / 12),
        (false, Tongue::German) => format!("{months} Monate"),
        (false, Tongue::English) => format!("{months} months"),
    };
    let from = known.age_from_months.filter(|from| *from > 0);
    match (known.age_known, from, known.age_to_months, tongue) {
        (false, _, _, Tongue::German) => "Alter: bitte fragen".to_owned(),
        (false, _, _, Tongue::English) => "Age: please ask".to_owned(),
        (true, None, None, Tongue::German) => "jedes Alter".to_owned(),
        (true, None, None, Tongue::English) => "every age".to_owned(),
        (true, Some(from), None, Tongue::German) => format!("ab {}", length(from)),
        (true, Some(from), None, Tongue::English) => format!("from {}", length(from)),
        (true, None, Some(to), Tongue::German) => format!("unter {}", length(to)),
        (true, None, Some(to), Tongue::English) => format!("below {}", length(to)),
        (true, Some(from), Some(to), Tongue::German) => {
            format!("ab {}, unter {}", length(from), length(to))
        }
        (true, Some(from), Some(to), Tongue::English) => {
            format!("from {}, below {}", length(from), length(to))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_said_so_that_nobody_has_to_count_months() {
        let ages_of = |from, to| {
            let known = directory::Eligibility {
                age_known: true,
                age_from_months: from,
                age_to_months: to,
                ..directory::Eligibility::default()
            };
            ages(&known, Tongue::German)
        };
        assert_eq!(ages_of(Some(0), Some(36)), "unter 3 Jahre");
        assert_eq!(ages_of(Some(144), None), "ab 12 Jahre");
        assert_eq!(ages_of(Some(18), Some(324)), "ab 18 Monate, unter 27 Jahre");
        assert_eq!(ages_of(None, None), "jedes Alter");
        assert_eq!(
            ages(&directory::Eligibility::default(), Tongue::German),
            "Alter: bitte fragen"
        );
    }
}
