//! Records as one tier sees them, joined for reading.

use std::sync::Arc;

use super::{Location, Organisation, Service, ServiceAtLocation};
use crate::ids::LocationId;

/// One place a service is given at.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// What is special about the service there.
    pub link: &'a ServiceAtLocation,
    /// The place itself.
    pub location: &'a Arc<Location>,
}

/// A service with all that a card or a page about it shows.
#[derive(Debug, Clone, PartialEq)]
pub struct ServiceView {
    /// The service.
    pub service: Service,
    /// Who gives it.
    pub organisation: Arc<Organisation>,
    /// The location of each of its links, in their order.
    locations: Box<[Arc<Location>]>,
}

impl ServiceView {
    /// Joins a service with who gives it and with the locations that `known` has. A location that is
    /// not known there is not even a link: its link is left out.
    pub fn join(
        mut service: Service,
        organisation: Arc<Organisation>,
        known: impl Fn(LocationId) -> Option<Arc<Location>>,
    ) -> Self {
        let mut locations = Vec::with_capacity(service.at.len());
        service.at.retain(|link| {
            let location = known(link.location);
            let is_known = location.is_some();
            locations.extend(location);
            is_known
        });
        Self {
            service,
            organisation,
            locations: locations.into(),
        }
    }

    /// Where it is given.
    pub fn places(&self) -> impl ExactSizeIterator<Item = Place<'_>> + Clone {
        let both = self.service.at.iter().zip(&self.locations);
        both.map(|(link, location)| Place { link, location })
    }

    /// One of its places, by its position among them.
    pub fn place(&self, at: usize) -> Option<Place<'_>> {
        self.places().nth(at)
    }

    /// Where it is given, when that is exactly one place.
    pub fn only_place(&self) -> Option<Place<'_>> {
        self.places().next().filter(|_| self.locations.len() == 1)
    }
}

/// An organisation with what it offers.
#[derive(Debug, Clone, PartialEq)]
pub struct OrganisationView {
    /// The organisation.
    pub organisation: Arc<Organisation>,
    /// Its services.
    pub services: Vec<Arc<ServiceView>>,
    /// Its locations.
    pub locations: Vec<Arc<Location>>,
}
