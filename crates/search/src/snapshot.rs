//! Records as each tier sees them. A record that looks the same to two tiers is held once.

use std::collections::HashMap;
use std::sync::Arc;

use domain::access::Tier;
use domain::directory::policy::{visible_location, visible_organisation, visible_service};
use domain::directory::{Location, Organisation, Service, ServiceView};
use domain::ids::{LocationId, OrganisationId, ServiceId};

use crate::weeks::Weeks;

/// The tiers, the one that sees all first: each following one compares itself with the one before.
pub(crate) const TIERS: [Tier; 4] = [
    Tier::Internal,
    Tier::YouthOffice,
    Tier::Partner,
    Tier::Public,
];

/// The position of a tier in [`TIERS`].
pub(crate) const fn position(tier: Tier) -> usize {
    match tier {
        Tier::Internal => 0,
        Tier::YouthOffice => 1,
        Tier::Partner => 2,
        Tier::Public => 3,
    }
}

/// Does something for each tier, the one that sees all first; `put` is given the tier's records and
/// those of the tier before it.
pub(crate) fn for_each_tier(
    records: &mut [Records; TIERS.len()],
    mut put: impl FnMut(Tier, &mut Records, Option<&Records>),
) {
    for (at, tier) in TIERS.into_iter().enumerate() {
        let (above, rest) = records.split_at_mut(at);
        put(tier, &mut rest[0], above.last());
    }
}

/// The records of all tiers, by [`position`], while they are put in one after the other: what storage
/// holds of a service is gone as soon as its views are made.
#[derive(Debug, Default)]
pub(crate) struct AllRecords {
    pub(crate) tiers: [Records; TIERS.len()],
    weeks: Weeks,
}

impl AllRecords {
    /// Puts in who gives services.
    pub(crate) fn put_organisations(&mut self, organisations: Vec<Organisation>) {
        for mut stored in organisations {
            self.weeks.share_of_organisation(&mut stored);
            for_each_tier(&mut self.tiers, |tier, own, above| {
                own.set_organisation(tier, stored.id, Some(&stored), above);
            });
        }
    }

    /// Puts in where they are given.
    pub(crate) fn put_locations(&mut self, locations: Vec<Location>) {
        for mut stored in locations {
            self.weeks.share_of_location(&mut stored);
            for_each_tier(&mut self.tiers, |tier, own, above| {
                own.set_location(tier, stored.id, Some(&stored), above);
            });
        }
    }

    /// Puts in services whose organisations and locations are in.
    pub(crate) fn put_services(&mut self, services: Vec<Service>) {
        for mut stored in services {
            self.weeks.share_of_service(&mut stored);
            for_each_tier(&mut self.tiers, |tier, own, above| {
                own.set_service(tier, stored.id, Some(&stored), above);
            });
        }
    }
}

/// The records of one tier.
#[derive(Debug, Clone, Default)]
pub(crate) struct Records {
    /// Organisations by id.
    pub(crate) organisations: HashMap<OrganisationId, Arc<Organisation>>,
    /// Locations by id.
    pub(crate) locations: HashMap<LocationId, Arc<Location>>,
    /// Services by id, joined with who gives them and where.
    pub(crate) services: HashMap<ServiceId, Arc<ServiceView>>,
    /// The services of each organisation, by name.
    pub(crate) offered: HashMap<OrganisationId, Vec<ServiceId>>,
    /// The locations of each organisation.
    pub(crate) houses: HashMap<OrganisationId, Vec<LocationId>>,
}

impl Records {
    /// Puts in an organisation as `tier` sees it, or takes it out.
    pub(crate) fn set_organisation(
        &mut self,
        tier: Tier,
        id: OrganisationId,
        stored: Option<&Organisation>,
        above: Option<&Self>,
    ) {
        let seen = stored
            .and_then(|stored| visible_organisation(stored, tier))
            .map(|own| shared_if_equal(own, above.and_then(|above| above.organisations.get(&id))));
        put(&mut self.organisations, id, seen);
    }

    /// Puts in a location as `tier` sees it, or takes it out.
    pub(crate) fn set_location(
        &mut self,
        tier: Tier,
        id: LocationId,
        stored: Option<&Location>,
        above: Option<&Self>,
    ) {
        if let Some(before) = self.locations.get(&id)
            && let Some(houses) = self.houses.get_mut(&before.organisation)
        {
            houses.retain(|house| *house != id);
        }
        let seen = stored
            .and_then(|stored| visible_location(stored, tier))
            .map(|own| shared_if_equal(own, above.and_then(|above| above.locations.get(&id))));
        if let Some(seen) = &seen {
            self.houses.entry(seen.organisation).or_default().push(id);
        }
        put(&mut self.locations, id, seen);
    }

    /// Puts in a service as `tier` sees it, or takes it out; its organisation and locations must
    /// be in already.
    pub(crate) fn set_service(
        &mut self,
        tier: Tier,
        id: ServiceId,
        stored: Option<&Service>,
        above: Option<&Self>,
    ) {
        if let Some(before) = self.services.get(&id)
            && let Some(offered) = self.offered.get_mut(&before.organisation.id)
        {
            offered.retain(|service| *service != id);
        }
        let seen = stored
            .and_then(|stored| self.view(tier, stored))
            .map(
                |own| match above.and_then(|above| above.services.get(&id)) {
                    Some(shared) if is_same_view(shared, &own) => Arc::clone(shared),
                    Some(_) | None => Arc::new(own),
                },
            );
        if let Some(seen) = &seen {
            let services = &self.services;
            let name = |id: &ServiceId| services.get(id).map(|view| view.service.name.as_str());
            let offered = self.offered.entry(seen.organisation.id).or_default();
            let own_name = Some(seen.service.name.as_str());
            let at = offered.partition_point(|other| (name(other), *other) < (own_name, id));
            offered.insert(at, id);
        }
        put(&mut self.services, id, seen);
    }

    fn view(&self, tier: Tier, stored: &Service) -> Option<ServiceView> {
        let organisation = Arc::clone(self.organisations.get(&stored.organisation)?);
        let service = visible_service(stored, tier)?;
        let location = |id| self.locations.get(&id).cloned();
        Some(ServiceView::join(service, organisation, location))
    }
}

fn put<K: std::hash::Hash + Eq, V>(map: &mut HashMap<K, V>, key: K, value: Option<V>) {
    match value {
        Some(value) => {
            map.insert(key, value);
        }
        None => {
            map.remove(&key);
        }
    }
}

/// What the tier above holds, when it looks the same.
fn shared_if_equal<T: PartialEq>(own: T, above: Option<&Arc<T>>) -> Arc<T> {
    match above {
        Some(shared) if own == **shared => Arc::clone(shared),
        Some(_) | None => Arc::new(own),
    }
}

/// Whether both show the same, with the very same organisation and locations.
fn is_same_view(one: &ServiceView, other: &ServiceView) -> bool {
    Arc::ptr_eq(&one.organisation, &other.organisation)
        && one.places().len() == other.places().len()
        && one
            .places()
            .zip(other.places())
            .all(|(one, other)| Arc::ptr_eq(one.location, other.location))
        && one.service == other.service
}
