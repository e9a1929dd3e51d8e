//! The numbers of a body in the order in which to call them.

use std::cmp::Reverse;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::Network;
use super::answer::{Number, NumberOrigin};
use super::groups::{Group, Held};
use super::situation::Situation;
use crate::directory::hours::{Channel, OpenNow, OwnerLevel, Schedule, StatedHours, Times};
use crate::directory::{FieldClass, Phone, PhonePurpose, Stated, Verification};
use crate::ids::ScheduleId;
use crate::territory::area::{Area, Places};
use crate::territory::responsibility::{BodyFacts, TimeWindow};
use crate::territory::units::SubRegion;
use crate::time::LOCAL;

/// Whether somebody at the other end takes the matter itself. A switchboard or an information point
/// does not, and an emergency call is never the line of an office.
pub(super) const fn takes_calls(purpose: PhonePurpose) -> bool {
    match purpose {
        PhonePurpose::Reporting
        | PhonePurpose::OnCall
        | PhonePurpose::Helpline
        | PhonePurpose::Office => true,
        PhonePurpose::Appointments
        | PhonePurpose::Switchboard
        | PhonePurpose::InfoPoint
        | PhonePurpose::Emergency => false,
    }
}

const fn order(purpose: PhonePurpose) -> u8 {
    match purpose {
        PhonePurpose::Reporting => 0,
        PhonePurpose::Helpline => 1,
        PhonePurpose::Office => 2,
        PhonePurpose::OnCall => 3,
        PhonePurpose::Appointments => 4,
        PhonePurpose::Switchboard => 5,
        PhonePurpose::InfoPoint => 6,
        PhonePurpose::Emergency => 7,
    }
}

/// All numbers of a group: first those known to answer now, then by purpose, then the region of
/// the place before the others, then newest first.
pub(super) fn own_numbers(
    network: &Network<'_>,
    group: &Group<'_>,
    situations: &[Situation],
    at: DateTime<Utc>,
) -> Vec<Number> {
    let mut ranked: Vec<(usize, Number)> = Vec::new();
    for held in &group.held {
        let region = region_of(network, held);
        let nearness = region.map_or(0, |region| distance_to(network, region, situations));
        for phone in held
            .facts
            .phones
            .iter()
            .chain(&held.facts.organisation_phones)
        {
            if ranked
                .iter()
                .any(|(_, known)| known.phone.number == phone.number)
            {
                continue;
            }
            let window = &held.responsibility.time_window;
            let region = region.map(|region| region.name.clone());
            let number = number(network, held.facts, phone, window, at);
            ranked.push((nearness, Number { region, ..number }));
        }
    }
    ranked.sort_by_key(|(nearness, number)| {
        let purpose = number.phone.purpose;
        let answers = number.open_now.is_open() && takes_calls(purpose);
        (
            !answers,
            order(purpose),
            *nearness,
            Reverse(number.phone.stated.date.clone()),
        )
    });
    ranked.into_iter().map(|(_, number)| number).collect()
}

/// One number of a body.
pub(super) fn number(
    network: &Network<'_>,
    facts: &BodyFacts,
    phone: &Phone,
    window: &TimeWindow,
    at: DateTime<Utc>,
) -> Number {
    let today = at.with_timezone(&LOCAL).date_naive();
    let trusted_until = trusted_until(&facts.verifications, phone.purpose);
    let origin = if phone.number.is_emergency() {
        NumberOrigin::EmergencyCall
    } else {
        NumberOrigin::Own
    };
    Number {
        origin,
        body: facts.id,
        body_name: facts.name.clone(),
        phone: phone.clone(),
        region: None,
        open_now: answers_now(network, facts, phone, window, at),
        trusted_until,
        confirmed: trusted_until.is_some_and(|until| until >= today),
    }
}

/// Whether a number answers: an emergency call always, any other by its own hours, else by those of
/// its service or organisation, else by the time window of the responsibility.
fn answers_now(
    network: &Network<'_>,
    facts: &BodyFacts,
    phone: &Phone,
    window: &TimeWindow,
    at: DateTime<Utc>,
) -> OpenNow {
    let by_phone = StatedHours::unknown().stated_by(OwnerLevel::Phone, phone.own_hours());
    let by_all = by_phone
        .clone()
        .stated_by(OwnerLevel::Service, &facts.hours)
        .stated_by(OwnerLevel::Organisation, &facts.organisation_hours);
    let after_hours = phone.purpose == PhonePurpose::OnCall || *window == TimeWindow::OutOfHours;
    let usual = if after_hours {
        Channel::OnCall
    } else {
        Channel::Phone
    };
    let own_channel = [Channel::Phone, Channel::OnCall]
        .into_iter()
        .find(|channel| by_phone.states_times(*channel));
    let channel = own_channel.unwrap_or(usual);
    if by_all.states_times(channel) {
        return by_all.open_now(channel, at, network.school_holidays);
    }
    let by_window = window_schedule(window, channel);
    let by_window = by_all.stated_by(OwnerLevel::Phone, &by_window);
    by_window.open_now(channel, at, network.school_holidays)
}

/// What the time window itself says about the hours of a number that has none.
fn window_schedule(window: &TimeWindow, channel: Channel) -> Vec<Stated<Schedule>> {
    let times = match window {
        TimeWindow::Always | TimeWindow::OfficeHours => return Vec::new(),
        TimeWindow::OutOfHours => Times::OutsideOfficeHours,
        TimeWindow::Blocks(blocks) => Times::Weekly(blocks.as_slice().into()),
    };
    let id = ScheduleId::from_uuid(Uuid::nil());
    vec![Stated {
        value: Schedule::stating(id, channel, times),
        source: None,
        date: None,
    }]
}

fn trusted_until(
    verifications: &[Verification],
    purpose: PhonePurpose,
) -> Option<chrono::NaiveDate> {
    let class = match purpose {
        PhonePurpose::Reporting | PhonePurpose::OnCall => FieldClass::ReportingPhones,
        PhonePurpose::Office
        | PhonePurpose::Helpline
        | PhonePurpose::Appointments
        | PhonePurpose::Switchboard
        | PhonePurpose::InfoPoint
        | PhonePurpose::Emergency => FieldClass::Contact,
    };
    let of_class = verifications
        .iter()
        .filter(|verification| verification.field_class == class);
    of_class.map(Verification::trusted_until).max()
}

fn region_of<'a>(network: &Network<'a>, held: &Held<'_>) -> Option<&'a SubRegion> {
    let Area::Set(set) = &held.responsibility.area else {
        return None;
    };
    set.include.iter().find_map(|member| match &member.places {
        Places::SubRegion(key) => network.gazetteer.sub_region(key),
        Places::State
        | Places::District(_)
        | Places::FormerDistrict(_)
        | Places::Association(_)
        | Places::Municipality(_)
        | Places::Postcode(_)
        | Places::Radius { .. } => None,
    })
}

/// 0 for a region a member of which may be meant, else its place in the list of regions.
fn distance_to(network: &Network<'_>, region: &SubRegion, situations: &[Situation]) -> usize {
    let meant = situations
        .iter()
        .filter_map(|situation| situation.locus.municipality.as_ref());
    if meant
        .into_iter()
        .any(|municipality| region.members.contains(municipality))
    {
        return 0;
    }
    let mut regions = network.gazetteer.sub_regions_of(&region.district);
    regions
        .position(|other| other.key == region.key)
        .map_or(usize::MAX, |position| position + 1)
}
