//! Who sees which value of the directory, and who may change it (`directory.md` 2.10 and 7).
//!
//! [`visible_organisation`], [`visible_location`] and [`visible_service`] are the one way from a
//! stored record to something that may leave the server or enter an index.

use super::{
    AddressVisibility, Contact, Location, Organisation, OrganisationStatus, Phone, Service,
    ServiceAtLocation, ServiceStatus,
};
use crate::access::{Actor, Role, Tier, Verdict};

/// The organisation as `tier` sees it; nothing when it may not know of it.
pub fn visible_organisation(organisation: &Organisation, tier: Tier) -> Option<Organisation> {
    if organisation.status == OrganisationStatus::Draft && tier < Tier::Internal {
        return None;
    }
    let mut seen = organisation.clone();
    keep_phones(&mut seen.phones, tier);
    keep_contacts(&mut seen.contacts, tier);
    if tier < Tier::Internal {
        seen.internal_note = None;
    }
    Some(seen)
}

/// The location as `tier` sees it; nothing when its very existence is hidden.
pub fn visible_location(location: &Location, tier: Tier) -> Option<Location> {
    let mut seen = location.clone();
    keep_phones(&mut seen.phones, tier);
    if tier == Tier::Internal {
        return Some(seen);
    }
    match location.address_visibility {
        AddressVisibility::Exact => {}
        AddressVisibility::MunicipalityOnly => {
            seen.point = None;
            seen.transport_note = None;
            for address in &mut seen.addresses {
                address.street = None;
                address.house_number = None;
                address.addition = None;
                address.postcode = None;
            }
        }
        AddressVisibility::Hidden => return None,
    }
    Some(seen)
}

/// The service as `tier` sees it; nothing when it may not know of it. Whether today lies within
/// its dates is asked separately, because it changes without an edit.
pub fn visible_service(service: &Service, tier: Tier) -> Option<Service> {
    match service.status {
        ServiceStatus::Active
        | ServiceStatus::TemporarilyClosed { .. }
        | ServiceStatus::Defunct => {}
        ServiceStatus::Inactive if tier == Tier::Internal => {}
        ServiceStatus::Inactive => return None,
    }
    let mut seen = service.clone();
    keep_phones(&mut seen.phones, tier);
    keep_contacts(&mut seen.contacts, tier);
    for ServiceAtLocation { phones, .. } in &mut seen.at {
        keep_phones(phones, tier);
    }
    if tier < Tier::Internal {
        seen.internal_note = None;
    }
    Some(seen)
}

fn keep_phones(phones: &mut Vec<Phone>, tier: Tier) {
    phones.retain(|phone| phone.tier <= tier);
}

fn keep_contacts(contacts: &mut Vec<Contact>, tier: Tier) {
    contacts.retain(|contact| contact.tier <= tier);
    for contact in contacts {
        keep_phones(&mut contact.phones, tier);
    }
}

/// Whether the actor may see the organisation's internal values and edit its entries: its own
/// directory editors, the coordinator of its district, and the installation itself.
///
/// A service or location is edited by whoever may edit its organisation.
pub fn may_edit(actor: &Actor, organisation: &Organisation) -> Verdict {
    let member = match actor {
        Actor::System => return Verdict::Allow,
        Actor::Anonymous => return Verdict::Forbid,
        Actor::Member(member) => member,
    };
    let own =
        member.organisation == organisation.id && member.roles.contains(&Role::DirectoryEditor);
    let in_own_district = member.roles.contains(&Role::NetworkCoordinator)
        && member.district.is_some()
        && member.district == organisation.district;
    if own || in_own_district {
        Verdict::Allow
    } else if visible_organisation(organisation, actor.tier()).is_some() {
        Verdict::Forbid
    } else {
        Verdict::Hide
    }
}
