//! Records as one tier sees them, joined for reading.

use std::sync::Arc;

use super::{Location, Organisation, Service, ServiceAtLocation};

/// One place a service is given at.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// What is special about the service there.
    pub link: ServiceAtLocation,
    /// The place itself.
    pub location: Arc<Location>,
}

/// A service with all that a card or a page about it shows.
#[derive(Debug, Clone, PartialEq)]
pub struct ServiceView {
    /// The service.
    pub service: Service,
    /// Who gives it.
    pub organisation: Arc<Organisation>,
    /// Where it is given.
    pub places: Vec<Place>,
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
