//! Who sees which value of the directory, and who may change it (`directory.md` 2.10 and 7).
//!
//! [`visible_organisation`], [`visible_location`] and [`visible_service`] are the one way from a
//! stored record to something that may leave the server or enter an index.

use chrono::NaiveDate;

use super::hours::Schedule;
use super::{
    AddressVisibility, Contact, Location, Organisation, OrganisationStatus, Phone, Service,
    ServiceAtLocation, ServiceStatus, Stated,
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
    keep_reasons(&mut seen.schedules, tier);
    if tier < Tier::Internal {
        seen.internal_note = None;
    }
    Some(seen)
}

/// The location as `tier` sees it; nothing when its very existence is hidden.
pub fn visible_location(location: &Location, tier: Tier) -> Option<Location> {
    let mut seen = location.clone();
    keep_phones(&mut seen.phones, tier);
    keep_reasons(&mut seen.schedules, tier);
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
    keep_reasons(&mut seen.schedules, tier);
    for ServiceAtLocation {
        phones, schedules, ..
    } in &mut seen.at
    {
        keep_phones(phones, tier);
        keep_reasons(schedules, tier);
    }
    if tier < Tier::Partner
        && let Some(capacity) = &mut seen.capacity
    {
        // whether there is room is for everybody, how much is not
        capacity.waiting_time_days = None;
    }
    if tier < Tier::Internal {
        seen.internal_note = None;
    }
    Some(seen)
}

fn keep_phones(phones: &mut Vec<Phone>, tier: Tier) {
    phones.retain(|phone| phone.tier <= tier);
    for phone in phones {
        keep_reasons(&mut phone.schedules, tier);
    }
}

/// Why a house is closed may be said to everybody in other words than to editors.
fn keep_reasons(schedules: &mut [Stated<Schedule>], tier: Tier) {
    if tier == Tier::Internal {
        return;
    }
    for stated in schedules {
        for exception in &mut stated.value.exceptions {
            exception.reason_internal = None;
        }
    }
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
/// A location is edited by whoever may edit its organisation; for a service see [`may_edit_service`].
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

/// Whether the actor may see the service's internal values and edit it, as whoever may edit its
/// organisation; a service that others do not see on `today` is hidden from them here too.
pub fn may_edit_service(
    actor: &Actor,
    organisation: &Organisation,
    service: &Service,
    today: NaiveDate,
) -> Verdict {
    let is_seen =
        || service.is_announced_on(today) && visible_service(service, actor.tier()).is_some();
    match may_edit(actor, organisation) {
        Verdict::Forbid if !is_seen() => Verdict::Hide,
        verdict @ (Verdict::Allow | Verdict::Forbid | Verdict::Hide) => verdict,
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use uuid::Uuid;

    use super::*;
    use crate::directory::hours::{Channel, Exception, ExceptionKind, Times};
    use crate::directory::{Certainty, LocationKind, Provenance};
    use crate::ids::{LocationId, OrganisationId, ScheduleId};
    use crate::time::Version;

    fn closed_house() -> Location {
        let mut hours = Schedule::stating(
            ScheduleId::from_uuid(Uuid::from_u128(1)),
            Channel::Visit,
            Times::NotStated,
        );
        let day = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
        hours.exceptions.push(Exception {
            from: day,
            to: day,
            kind: ExceptionKind::Closed,
            reason_public: Some("Geschlossen".to_owned()),
            reason_internal: Some("MARKER".to_owned()),
        });
        let at = DateTime::UNIX_EPOCH;
        Location {
            id: LocationId::from_uuid(Uuid::from_u128(2)),
            version: Version::FIRST,
            organisation: OrganisationId::from_uuid(Uuid::from_u128(3)),
            kind: LocationKind::Physical,
            name: None,
            addresses: Vec::new(),
            point: None,
            address_visibility: AddressVisibility::Exact,
            transport_note: None,
            accessibility: Vec::new(),
            phones: Vec::new(),
            schedules: vec![Stated {
                value: hours,
                source: None,
                date: None,
            }],
            demo: false,
            provenance: Provenance {
                sources: Vec::new(),
                source_record_id: None,
                certainty: Certainty::Own,
                imported_at: None,
            },
            verifications: Vec::new(),
            created_at: at,
            updated_at: at,
        }
    }

    #[test]
    fn why_a_house_is_closed_internally_leaves_no_tier_below_the_own_one() {
        for tier in [Tier::Public, Tier::Partner, Tier::YouthOffice] {
            let seen = visible_location(&closed_house(), tier).unwrap();
            assert!(!format!("{seen:?}").contains("MARKER"));
        }
        let own = visible_location(&closed_house(), Tier::Internal).unwrap();
        assert!(format!("{own:?}").contains("MARKER"));
    }
}
