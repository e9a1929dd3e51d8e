//! Areas, telephones and hours: statements with a source.

use domain::access::Tier;
use domain::directory::hours::{Block, Channel, HolidayRule, Schedule, Times};
use domain::directory::{Phone, PhoneKind, PhonePurpose, Stated};
use domain::ids::{PhoneId, ScheduleId, imported};
use domain::territory::{Area, AreaSet, Places};

use super::super::format::{AreaEntry, HoursEntry, PhoneEntry, ServiceEntry};
use super::Converter;

impl Converter<'_> {
    pub(super) fn area(&self, entry: &AreaEntry) -> Stated<Area> {
        let places = if entry.statewide {
            vec![Places::State]
        } else {
            let districts = entry.districts.iter().cloned().map(Places::District);
            let municipalities = entry
                .municipalities
                .iter()
                .cloned()
                .map(Places::Municipality);
            let postcodes = entry.postcodes.iter().cloned().map(Places::Postcode);
            districts.chain(municipalities).chain(postcodes).collect()
        };
        let area = if entry.nationwide {
            Area::Nationwide
        } else if entry.statewide && entry.note.is_none() {
            Area::Statewide
        } else {
            Area::Set(AreaSet {
                include: places.into_iter().map(Into::into).collect(),
                exclude: Vec::new(),
                note: entry.note.clone(),
            })
        };
        self.stated(area, entry.source.as_ref(), entry.date.as_ref())
    }

    pub(super) fn phones(&self, owner: &str, entries: &[PhoneEntry]) -> Vec<Phone> {
        entries
            .iter()
            .map(|entry| self.phone(owner, entry))
            .collect()
    }

    fn phone(&self, owner: &str, entry: &PhoneEntry) -> Phone {
        let key = format!("{owner}:{}", entry.number.number);
        Phone {
            id: PhoneId::from_uuid(imported("seed", "phone", &key)),
            number: entry.number.number.clone(),
            display: entry.number.display.clone(),
            kind: entry.kind.unwrap_or(PhoneKind::Voice),
            purpose: entry.purpose,
            label: entry.label.clone(),
            cost: entry.cost,
            anonymous: entry.anonymous,
            languages: Vec::new(),
            schedules: self.phone_schedules(&key, entry),
            stated: self.stated((), entry.source.as_ref(), entry.date.as_ref()),
            tier: Tier::Public,
        }
    }

    /// The hours of the number itself, by telephone and, for an on-call number, by that channel too:
    /// it is the same bell.
    fn phone_schedules(&self, key: &str, entry: &PhoneEntry) -> Vec<Stated<Schedule>> {
        let times = if entry.always_open {
            Times::AlwaysOpen
        } else if entry.outside_office_hours {
            Times::OutsideOfficeHours
        } else if entry.hours_unknown {
            Times::NotStated
        } else {
            return Vec::new();
        };
        let channels: &[Channel] = match entry.purpose {
            PhonePurpose::OnCall | PhonePurpose::Emergency => &[Channel::Phone, Channel::OnCall],
            PhonePurpose::Office
            | PhonePurpose::Reporting
            | PhonePurpose::Helpline
            | PhonePurpose::Appointments
            | PhonePurpose::Switchboard
            | PhonePurpose::InfoPoint => &[Channel::Phone],
        };
        let schedule = |channel: &Channel| {
            let id = schedule_id(&format!("{key}:{}", channel.as_str()));
            let schedule = Schedule::stating(id, *channel, times.clone());
            self.stated(schedule, entry.source.as_ref(), entry.date.as_ref())
        };
        channels.iter().map(schedule).collect()
    }

    pub(super) fn schedules(&self, entry: &ServiceEntry) -> Vec<Stated<Schedule>> {
        let helpline = entry
            .kinds
            .iter()
            .any(|kind| ["hotline", "emergency_call"].contains(&kind.as_str()));
        let schedule = |(position, hours): (usize, &HoursEntry)| {
            let key = format!(
                "service:{}:{}:{position}",
                entry.key,
                hours.channel.as_str()
            );
            let mut schedule = Schedule::stating(schedule_id(&key), hours.channel, times(hours));
            schedule.note.clone_from(&hours.note);
            // helplines work on public holidays unless they say otherwise (directory.md 2.6)
            schedule.public_holidays = helpline.then_some(HolidayRule::AsUsual);
            self.stated(schedule, hours.source.as_ref(), hours.date.as_ref())
        };
        entry.hours.iter().enumerate().map(schedule).collect()
    }
}

fn schedule_id(key: &str) -> ScheduleId {
    ScheduleId::from_uuid(imported("seed", "schedule", key))
}

fn times(hours: &HoursEntry) -> Times {
    if hours.always_open {
        return Times::AlwaysOpen;
    }
    if hours.outside_office_hours {
        return Times::OutsideOfficeHours;
    }
    let blocks = hours
        .blocks
        .iter()
        .flat_map(|entry| Block::on(&entry.days.0, entry.span));
    Times::Weekly(blocks.collect())
}
