//! What an editor may change of a service.

mod hours;
mod phone;
mod terms;

use application::FieldError;
use async_graphql::{InputObject, MaybeUndefined};
use chrono::{NaiveDate, Utc};
use domain::directory;
use domain::text::{Email, Malformed, WebAddress};
use domain::time::IdMint;

use hours::HoursInput;
use phone::PhoneInput;
use terms::{
    CapacityInput, CostInput, EligibilityInput, LanguageInput, NoticeInput, ServiceStatusInput,
};

use super::Answer;

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
    /// In which languages, at most 50; all of them, because the list is replaced.
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
    /// Its telephones, at most 50; all of them, because the list is replaced.
    pub phones: Option<Vec<PhoneInput>>,
    /// Its hours, at most 50 statements; all of them, because the list is replaced.
    pub hours: Option<Vec<HoursInput>>,
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
