//! The hours of the entries of the directory: which owners speak for a service, a place, a phone.

use super::precedence::{OwnerLevel, StatedHours, Suspension};
use crate::directory::{
    FieldClass, Phone, Place, Service, ServiceStatus, ServiceView, Verification,
};

impl ServiceView {
    /// The hours of the service wherever it is given. Where it has exactly one place, that place's
    /// hours count too; with several, ask for one of them with [`ServiceView::hours_at`].
    pub fn hours(&self) -> StatedHours<'_> {
        match self.places.as_slice() {
            [only] => self.hours_at(only),
            _ => self.hours_anywhere(),
        }
    }

    /// The hours of the service at one of its places.
    pub fn hours_at<'a>(&'a self, place: &'a Place) -> StatedHours<'a> {
        self.hours_anywhere()
            .stated_by(OwnerLevel::ServiceAtLocation, &place.link.schedules)
            .stated_by(OwnerLevel::Location, &place.location.schedules)
    }

    /// The hours of one of the telephones of the service.
    pub fn hours_of_phone<'a>(&'a self, phone: &'a Phone) -> StatedHours<'a> {
        self.hours().stated_by(OwnerLevel::Phone, &phone.schedules)
    }

    fn hours_anywhere(&self) -> StatedHours<'_> {
        StatedHours::unknown()
            .stated_by(OwnerLevel::Service, &self.service.schedules)
            .stated_by(OwnerLevel::Organisation, &self.organisation.schedules)
            .promising(self.service.opening_commitment.as_ref())
            .suspended(suspension(&self.service))
            .verified_until(hours_verified_until(&self.service.verifications))
    }
}

fn suspension(service: &Service) -> Option<Suspension<'_>> {
    match &service.status {
        ServiceStatus::TemporarilyClosed {
            reason,
            expected_back_on,
        } => Some(Suspension {
            reason,
            expected_back_on: *expected_back_on,
        }),
        ServiceStatus::Active | ServiceStatus::Inactive | ServiceStatus::Defunct => None,
    }
}

fn hours_verified_until(verifications: &[Verification]) -> Option<chrono::NaiveDate> {
    verifications
        .iter()
        .filter(|verification| verification.field_class == FieldClass::Hours)
        .map(Verification::trusted_until)
        .max()
}
