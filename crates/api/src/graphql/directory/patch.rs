//! What an editor may change of a service.

use application::FieldError;
use async_graphql::{ID, InputObject, MaybeUndefined};
use chrono::{NaiveDate, Utc, Weekday};
use domain::access::Tier;
use domain::directory::hours::{Block, Schedule, TimeOfDay, TimeSpan, Times};
use domain::directory::{self, Stated};
use domain::ids::{PhoneId, ScheduleId};
use domain::text::{Email, Lang, Malformed, PhoneNumber, WebAddress};
use domain::time::IdMint;

use super::{
    Answer, CallCost, CapacityStatus, Channel, CostKind, LanguageMode, PhoneKind, PhonePurpose,
    ServiceStatusCode,
};
use crate::graphql::scalars::Date;

/// Changes to a service. A field left out stays as it is; null makes it unknown again.
#[derive(Debug, InputObject)]
pub struct ServicePatch {
    /// Its name, 1 to 200 characters.
    pub name: Option<String>,
    /// What a card shows, at most 200 characters.
    pub summary: MaybeUndefined<String>,
    /// All there is to say, at most 5,000 characters.
    pub description: MaybeUndefined<String>,
    /// Whether it is given.
    pub status: Option<ServiceStatusInput>,
    /// Whom it is for.
    pub eligibility: Option<EligibilityInput>,
    /// In which languages; all of them, because the list is replaced.
    pub languages: Option<Vec<LanguageInput>>,
    /// What it costs.
    pub cost: Option<CostInput>,
    /// Whether people may stay unnamed.
    pub anonymous: Option<Answer>,
    /// Whether there is room.
    pub capacity: MaybeUndefined<CapacityInput>,
    /// What it does not replace, at most 1,000 characters.
    pub boundary_note: MaybeUndefined<String>,
    /// A dated notice on top of the entry.
    pub notice: MaybeUndefined<NoticeInput>,
    /// Its own web page, an `http` or `https` address.
    pub website: MaybeUndefined<String>,
    /// Its mail address, such as `beratung@example.org`.
    pub email: MaybeUndefined<String>,
    /// Its telephones; all of them, because the list is replaced.
    pub phones: Option<Vec<PhoneInput>>,
    /// Its hours; all of them, because the list is replaced.
    pub hours: Option<Vec<HoursInput>>,
}

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
    /// A BCP 47 tag such as `uk`.
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
    /// The prices.
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
    /// On which day this is stated.
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
    /// Until which day, inclusive.
    pub valid_to: Option<Date>,
}

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
    /// What it is for.
    pub purpose: PhonePurpose,
    /// A word beside it.
    pub label: Option<String>,
    /// What a call costs; unknown when absent.
    pub cost: Option<CallCost>,
    /// Whether callers may stay unnamed; unknown when absent.
    pub anonymous: Option<bool>,
}

/// The hours of one channel.
#[derive(Debug, InputObject)]
pub struct HoursInput {
    /// For which way of reaching the service.
    pub channel: Channel,
    /// Whether it is open round the clock on every day; then no blocks are needed.
    #[graphql(default = false)]
    pub always_open: bool,
    /// The spans of the ordinary week, at most 50.
    pub blocks: Option<Vec<HoursBlockInput>>,
    /// More about it.
    pub note: Option<String>,
    /// From which day they hold.
    pub valid_from: Option<Date>,
    /// Until which day, inclusive.
    pub valid_to: Option<Date>,
}

/// A span of one weekday, in the civil time of Europe/Berlin.
#[derive(Debug, InputObject)]
pub struct HoursBlockInput {
    /// The weekday: 1 is Monday, 7 is Sunday.
    pub weekday: i32,
    /// From when, such as `09:00`.
    pub start: String,
    /// Until when, such as `16:00` or `24:00`; before `start` when it ends on the next day.
    pub end: String,
    /// Whether one needs an appointment.
    #[graphql(default = false)]
    pub by_appointment: bool,
    /// More about it.
    pub note: Option<String>,
}

/// What a patch is turned into a domain patch with.
pub(super) struct Workshop<'a> {
    /// The service as it is now: what the form does not show of a telephone stays.
    pub(super) current: &'a directory::Service,
    /// Mints ids of new telephones and schedules.
    pub(super) mint: &'a dyn IdMint,
    /// The instant of the change.
    pub(super) now: chrono::DateTime<Utc>,
    /// The day of the change.
    pub(super) today: NaiveDate,
}

type Checked<T> = Result<T, FieldError>;

impl ServicePatch {
    /// The patch in words of the domain.
    ///
    /// # Errors
    /// The first field that holds something not allowed, by its path below `patch`.
    pub(super) fn parse(self, workshop: &Workshop<'_>) -> Checked<directory::ServicePatch> {
        let Self {
            name,
            summary,
            description,
            status,
            eligibility,
            languages,
            cost,
            anonymous,
            capacity,
            boundary_note,
            notice,
            website,
            email,
            phones,
            hours,
        } = self;
        Ok(directory::ServicePatch {
            name,
            summary: outer(summary),
            description: outer(description),
            status: status.map(ServiceStatusInput::parse).transpose()?,
            eligibility: eligibility.map(EligibilityInput::parse).transpose()?,
            languages: languages
                .map(|all| each("languages", all, LanguageInput::parse))
                .transpose()?,
            cost: cost.map(CostInput::parse),
            anonymous: anonymous.map(Into::into),
            capacity: nested(capacity, CapacityInput::parse)?,
            boundary_note: outer(boundary_note),
            notice: nested(notice, |notice| Ok(notice.parse()))?,
            website: nested(website, |text| parsed::<WebAddress>("website", &text))?,
            email: nested(email, |text| parsed::<Email>("email", &text))?,
            phones: phones
                .map(|all| each("phones", all, |one| one.parse(workshop)))
                .transpose()?,
            schedules: hours
                .map(|all| each("hours", all, |one| one.parse(workshop)))
                .transpose()?,
        })
    }
}

impl ServiceStatusInput {
    fn parse(self) -> Checked<directory::ServiceStatus> {
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
    fn parse(self) -> Checked<directory::Eligibility> {
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
    fn parse(self) -> Checked<directory::Language> {
        let Self { code, modes, note } = self;
        Ok(directory::Language {
            code: parsed::<Lang>("code", &code)?,
            modes: modes.into_iter().map(Into::into).collect(),
            note,
        })
    }
}

impl CostInput {
    fn parse(self) -> directory::Cost {
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
    fn parse(self) -> Checked<directory::Capacity> {
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
    fn parse(self) -> directory::Notice {
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

impl PhoneInput {
    fn parse(self, workshop: &Workshop<'_>) -> Checked<directory::Phone> {
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
                let id: PhoneId = id
                    .parse()
                    .map_err(|error: domain::ids::ParseIdError| wrong("id", error.to_string()))?;
                let phones = &workshop.current.phones;
                let found = phones.iter().find(|phone| phone.id == id);
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

impl HoursInput {
    fn parse(self, workshop: &Workshop<'_>) -> Checked<Schedule> {
        let Self {
            channel,
            always_open,
            blocks,
            note,
            valid_from,
            valid_to,
        } = self;
        let blocks = blocks.unwrap_or_default();
        if blocks.len() > 50 {
            return Err(wrong("blocks", "at most 50 spans"));
        }
        let times = match (always_open, blocks.is_empty()) {
            (true, true) => Times::AlwaysOpen,
            (true, false) => return Err(wrong("blocks", "no spans beside alwaysOpen")),
            (false, true) => Times::NotStated,
            (false, false) => Times::Weekly(each("blocks", blocks, HoursBlockInput::parse)?),
        };
        let id = ScheduleId::from_uuid(workshop.mint.mint(workshop.now));
        Ok(Schedule {
            valid_from: valid_from.map(|day| day.0),
            valid_to: valid_to.map(|day| day.0),
            note,
            ..Schedule::stating(id, channel.into(), times)
        })
    }
}

impl HoursBlockInput {
    fn parse(self) -> Checked<Block> {
        let Self {
            weekday,
            start,
            end,
            by_appointment,
            note,
        } = self;
        let weekday = u8::try_from(weekday)
            .ok()
            .and_then(|number| number.checked_sub(1))
            .and_then(|from_monday| Weekday::try_from(from_monday).ok())
            .ok_or_else(|| wrong("weekday", "1 (Monday) to 7 (Sunday)"))?;
        let start = parsed::<TimeOfDay>("start", &start)?;
        let end = parsed::<TimeOfDay>("end", &end)?;
        let span =
            TimeSpan::new(start, end).map_err(|malformed| wrong("end", malformed.allowed))?;
        Ok(Block {
            by_appointment,
            note,
            ..Block::weekly(weekday, span)
        })
    }
}

fn wrong(field: &str, allowed: impl Into<String>) -> FieldError {
    FieldError::new(field, allowed)
}

fn parsed<T: std::str::FromStr<Err = Malformed>>(field: &str, given: &str) -> Checked<T> {
    given
        .parse()
        .map_err(|malformed: Malformed| wrong(field, malformed.allowed))
}

fn bounded(field: &str, given: Option<i32>, most: u16, allowed: &str) -> Checked<Option<u16>> {
    let check = |number| {
        u16::try_from(number)
            .ok()
            .filter(|number| *number <= most)
            .ok_or_else(|| wrong(field, allowed))
    };
    given.map(check).transpose()
}

/// Parses each element and puts the place in the list before the field of a refusal.
fn each<I, T>(list: &str, given: Vec<I>, parse: impl Fn(I) -> Checked<T>) -> Checked<Vec<T>> {
    let place = |at: usize, FieldError { field, allowed }: FieldError| FieldError {
        field: [list.to_owned(), at.to_string()]
            .into_iter()
            .chain(field)
            .collect(),
        allowed,
    };
    given
        .into_iter()
        .enumerate()
        .map(|(at, one)| parse(one).map_err(|error| place(at, error)))
        .collect()
}

fn outer<T>(given: MaybeUndefined<T>) -> Option<Option<T>> {
    match given {
        MaybeUndefined::Undefined => None,
        MaybeUndefined::Null => Some(None),
        MaybeUndefined::Value(value) => Some(Some(value)),
    }
}

fn nested<I, T>(
    given: MaybeUndefined<I>,
    parse: impl FnOnce(I) -> Checked<T>,
) -> Checked<Option<Option<T>>> {
    Ok(match outer(given) {
        None => None,
        Some(None) => Some(None),
        Some(Some(value)) => Some(Some(parse(value)?)),
    })
}
