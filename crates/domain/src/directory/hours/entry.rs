//! The hours of the entries of the directory: which owners speak for a service, a place, a phone.

use chrono::NaiveDate;

use super::calendar::SchoolHolidays;
use super::interval::{Instants, Interval};
use super::precedence::{OwnerLevel, StatedHours, Suspension};
use super::schedule::Channel;
use crate::directory::{
    FieldClass, OrganisationView, Phone, Place, Service, ServiceStatus, ServiceView, Verification,
};

impl ServiceView {
    /// The hours of the service wherever it is given. Where it has exactly one place, that place's
    /// hours count too; with several, ask for one of them with [`ServiceView::hours_at`].
    pub fn hours(&self) -> StatedHours<'_> {
        match self.only_place() {
            Some(only) => self.hours_at(only),
            None => self.hours_anywhere(),
        }
    }

    /// The hours of the service at one of its places.
    pub fn hours_at<'a>(&'a self, place: Place<'a>) -> StatedHours<'a> {
        self.hours_anywhere()
            .stated_by(OwnerLevel::ServiceAtLocation, &place.link.schedules)
            .stated_by(OwnerLevel::Location, &place.location.schedules)
    }

    /// The hours of one of the telephones of the service.
    pub fn hours_of_phone<'a>(&'a self, phone: &'a Phone) -> StatedHours<'a> {
        self.hours().stated_by(OwnerLevel::Phone, &phone.schedules)
    }

    /// The hours of the service apart from any place: of its chat and its mail.
    pub fn hours_anywhere(&self) -> StatedHours<'_> {
        StatedHours::unknown()
            .stated_by(OwnerLevel::Service, &self.service.schedules)
            .stated_by(OwnerLevel::Organisation, &self.organisation.schedules)
            .promising(self.service.opening_commitment.as_ref())
            .suspended(self.service.suspension())
            .verified_until(self.service.hours_verified_until())
    }
}

impl OrganisationView {
    /// The spans of the days `from` to `to`, both inclusive, in which somebody of the organisation is
    /// there for sure, to be visited or telephoned: in order, touching ones united.
    pub fn office_hours(&self, from: NaiveDate, to: NaiveDate) -> Vec<Interval> {
        let school = SchoolHolidays::unknown();
        let own = &self.organisation.schedules;
        let own = StatedHours::unknown().stated_by(OwnerLevel::Organisation, own);
        let of_services = self.services.iter().map(|service| service.hours());
        let spans = of_services.chain([own]).flat_map(|hours| {
            [Channel::Visit, Channel::Phone].map(|way| hours.intervals(way, from, to, &school))
        });
        Instants::of(spans.flatten()).into_vec()
    }
}

impl Service {
    /// Why and until when it is not given at the moment; nothing when it is.
    pub fn suspension(&self) -> Option<Suspension<'_>> {
        match &self.status {
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

    /// The last day on which the last confirmation of its hours may be trusted.
    fn hours_verified_until(&self) -> Option<NaiveDate> {
        self.verifications
            .iter()
            .filter(|verification| verification.field_class == FieldClass::Hours)
            .map(Verification::trusted_until)
            .max()
    }
}
