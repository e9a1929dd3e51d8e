//! Changing a service: what an editor may set, checked field by field.

mod check;
#[cfg(test)]
mod tests;

use chrono::{DateTime, NaiveDate, Utc};

use super::contact::Phone;
use super::hours::Schedule;
use super::{
    Answer, Capacity, Cost, Eligibility, FieldClass, Language, Notice, Service, ServiceStatus,
    Stated, Verification, VerificationMethod, VerifiedBy,
};
use crate::text::{Email, WebAddress};

/// The changes to a service. `None` leaves a field as it is; the inner `None` of a nullable field
/// makes it unknown again.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ServicePatch {
    /// The name, 1 to 200 characters.
    pub name: Option<String>,
    /// The summary, at most 200 characters.
    pub summary: Option<Option<String>>,
    /// The description, at most 5,000 characters.
    pub description: Option<Option<String>>,
    /// Whether it is given.
    pub status: Option<ServiceStatus>,
    /// Whom it is for.
    pub eligibility: Option<Eligibility>,
    /// In which languages, at most 50.
    pub languages: Option<Vec<Language>>,
    /// What it costs.
    pub cost: Option<Cost>,
    /// Whether people may stay unnamed.
    pub anonymous: Option<Answer>,
    /// Whether there is room.
    pub capacity: Option<Option<Capacity>>,
    /// What it does not replace, at most 1,000 characters.
    pub boundary_note: Option<Option<String>>,
    /// A dated notice, at most 500 characters.
    pub notice: Option<Option<Notice>>,
    /// The web page.
    pub website: Option<Option<WebAddress>>,
    /// The mail address.
    pub email: Option<Option<Email>>,
    /// All its telephones, at most 50.
    pub phones: Option<Vec<Phone>>,
    /// All its hours, at most 50 statements.
    pub schedules: Option<Vec<Schedule>>,
}

/// A field of a patch that holds something not allowed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{field}: {allowed}")]
pub struct InvalidPatch {
    /// The path of the field in the patch, such as `phones.0.purpose`.
    pub field: String,
    /// What would be allowed, as a sentence.
    pub allowed: &'static str,
}

impl ServicePatch {
    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The service after the patch, one version on. What the provider sets counts as confirmed on
    /// that day, because nobody knows better.
    pub fn apply(
        self,
        service: &Service,
        by: VerifiedBy,
        now: DateTime<Utc>,
        today: NaiveDate,
    ) -> Result<Service, InvalidPatch> {
        check::check(&self, today)?;
        let touched = self.touched();
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
            schedules,
        } = self;
        let mut changed = service.clone();
        set(&mut changed.name, name.map(|name| name.trim().to_owned()));
        set(&mut changed.summary, summary);
        set(&mut changed.description, description);
        set(&mut changed.status, status);
        set(&mut changed.eligibility, eligibility);
        set(&mut changed.languages, languages);
        set(&mut changed.cost, cost);
        set(&mut changed.anonymous, anonymous);
        set(&mut changed.capacity, capacity);
        set(&mut changed.boundary_note, boundary_note);
        set(&mut changed.notice, notice);
        set(&mut changed.website, website);
        set(&mut changed.email, email);
        set(&mut changed.phones, phones);
        let own = |value| Stated {
            value,
            source: None,
            date: Some(today.to_string()),
        };
        set(
            &mut changed.schedules,
            schedules.map(|all| all.into_iter().map(own).collect()),
        );
        changed
            .verifications
            .retain(|earlier| !touched.contains(&earlier.field_class));
        changed
            .verifications
            .extend(touched.into_iter().map(|field_class| Verification {
                field_class,
                confirmed_on: today,
                by,
                method: VerificationMethod::Own,
            }));
        changed.version = service.version.next();
        changed.updated_at = now;
        Ok(changed)
    }

    fn touched(&self) -> Vec<FieldClass> {
        let mut classes = Vec::new();
        let mut note = |changed: bool, class| {
            if changed {
                classes.push(class);
            }
        };
        let words = self.name.is_some() || self.summary.is_some() || self.description.is_some();
        note(words, FieldClass::Description);
        let contact = self.phones.is_some() || self.website.is_some() || self.email.is_some();
        note(contact, FieldClass::Contact);
        note(self.schedules.is_some(), FieldClass::Hours);
        note(self.capacity.is_some(), FieldClass::Capacity);
        classes
    }
}

fn set<T>(field: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *field = value;
    }
}
