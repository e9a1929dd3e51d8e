//! When a service can be reached, for filters and for ranking: the one place of this crate that asks
//! `domain::directory::hours`.
//!
//! For the days around the build the spans in which a service is open for sure are computed once;
//! other instants are computed when asked for.

use chrono::{DateTime, TimeDelta, Utc};
use domain::directory::hours::{
    Channel, OpenState, OwnerLevel, Schedule, SchoolHolidays, StatedHours, Times,
};
use domain::directory::{Phone, PhoneKind, ServiceView, Stated};

use crate::row::bit;
use crate::window::{Remembered, Window};

/// One span in minutes from the beginning of the window, and the channels it is for as bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Span {
    start: u16,
    end: u16,
    channels: u8,
}

/// When a service can be reached on the days around the build.
#[derive(Debug, Default)]
pub(crate) struct Openings {
    spans: Box<[Span]>,
    /// The last state that had to be computed.
    computed: Remembered,
    /// Whether times are stated at all.
    stated: bool,
    /// Whether what is not open for sure may be open all the same.
    vague: bool,
}

impl Openings {
    /// Computes the openings of a service in the window.
    pub(crate) fn of(view: &ServiceView, window: Window) -> Self {
        if !states_anything(view) {
            return Self::default();
        }
        let school = SchoolHolidays::unknown();
        let mut openings = Self {
            vague: is_vague(view),
            ..Self::default()
        };
        let mut spans = Vec::new();
        for (channel, hours) in entries(view) {
            if !hours.states_times(channel) {
                continue;
            }
            openings.stated = true;
            if view.service.suspension().is_some() {
                continue;
            }
            for interval in hours.intervals(channel, window.from, window.to, &school) {
                spans.push(Span {
                    start: window.minute(interval.start),
                    end: window.minute(interval.end),
                    channels: bit(channel),
                });
            }
        }
        openings.spans = united(spans);
        openings
    }

    /// Whether the service can be reached at `at`, by the channel or by any.
    pub(crate) fn state(
        &self,
        view: &ServiceView,
        window: Window,
        channel: Option<Channel>,
        at: DateTime<Utc>,
    ) -> OpenState {
        if !self.stated {
            return OpenState::Unknown;
        }
        if window.holds(at) && self.opens_within(window, channel, at, TimeDelta::zero()) {
            return OpenState::Open;
        }
        if self.vague || !window.holds(at) {
            let computed = || code_of(computed(view, channel, at));
            return state_of(self.computed.answer(channel, at, computed));
        }
        OpenState::Closed
    }

    /// Whether it is open now (1), within 24 hours (0.5) or neither; the answer is remembered.
    pub(crate) fn openness(
        &self,
        remembered: &Remembered,
        window: Window,
        channel: Option<Channel>,
        now: DateTime<Utc>,
    ) -> f32 {
        let opens = |patience| self.opens_within(window, channel, now, patience);
        let answer = remembered.answer(channel, now, || match opens(TimeDelta::zero()) {
            true => 1,
            false if opens(TimeDelta::hours(24)) => 2,
            false => 3,
        });
        match answer {
            1 => 1.0,
            2 => 0.5,
            _ => 0.0,
        }
    }

    /// Whether it opens for sure from `at` to `at + patience`; only inside the window.
    fn opens_within(
        &self,
        window: Window,
        channel: Option<Channel>,
        at: DateTime<Utc>,
        patience: TimeDelta,
    ) -> bool {
        let first = window.minute(at);
        let last = window.minute(at + patience);
        let channels = channel.map_or(u8::MAX, bit);
        self.spans
            .iter()
            .any(|span| span.channels & channels != 0 && span.start <= last && first < span.end)
    }
}

/// The spans of each channel with touching ones united, and those of several channels once.
fn united(mut spans: Vec<Span>) -> Box<[Span]> {
    spans.sort_unstable_by_key(|span| (span.channels, span.start, span.end));
    let mut united: Vec<Span> = Vec::new();
    for span in spans {
        match united.last_mut() {
            Some(last) if last.channels == span.channels && span.start <= last.end => {
                last.end = last.end.max(span.end);
            }
            _ => united.push(span),
        }
    }
    united.sort_unstable();
    united.dedup_by(|next, kept| {
        let same = (next.start, next.end) == (kept.start, kept.end);
        if same {
            kept.channels |= next.channels;
        }
        same
    });
    united.into()
}

const fn code_of(state: OpenState) -> u64 {
    match state {
        OpenState::Open => 1,
        OpenState::Closed => 2,
        OpenState::Unknown => 3,
    }
}

const fn state_of(code: u64) -> OpenState {
    match code {
        1 => OpenState::Open,
        2 => OpenState::Closed,
        _ => OpenState::Unknown,
    }
}

/// The state computed from what is stated, for instants beyond the window and for vague statements.
fn computed(view: &ServiceView, channel: Option<Channel>, at: DateTime<Utc>) -> OpenState {
    let school = SchoolHolidays::unknown();
    let mut state = None;
    for (by, hours) in entries(view) {
        if channel.is_some_and(|wanted| wanted != by) || !hours.states_times(by) {
            continue;
        }
        match hours.open_now(by, at, &school).state {
            OpenState::Open => return OpenState::Open,
            OpenState::Unknown => state = Some(OpenState::Unknown),
            OpenState::Closed => {
                state.get_or_insert(OpenState::Closed);
            }
        }
    }
    state.unwrap_or(OpenState::Unknown)
}

/// Every way in which a service is reached, with all that is stated about it.
fn entries(view: &ServiceView) -> Vec<(Channel, StatedHours<'_>)> {
    let phones: Vec<&Phone> = callable(&view.service.phones).collect();
    let mut entries = Vec::new();
    for place in view.places() {
        entries.push((Channel::Visit, view.hours_at(place)));
    }
    if view.places().len() == 0 {
        entries.push((Channel::Visit, view.hours()));
    }
    for channel in [Channel::Phone, Channel::OnCall] {
        for phone in &phones {
            entries.push((channel, view.hours_of_phone(phone)));
        }
        for place in view.places() {
            for phone in callable(&place.link.phones) {
                let there = view.hours_at(place);
                entries.push((
                    channel,
                    there.stated_by(OwnerLevel::Phone, &phone.schedules),
                ));
            }
        }
        if phones.is_empty() {
            entries.push((channel, view.hours()));
        }
    }
    entries.push((Channel::Chat, view.hours_anywhere()));
    entries.push((Channel::Mail, view.hours_anywhere()));
    entries
}

/// Telephones one can talk into.
pub(crate) fn callable(phones: &[Phone]) -> impl Iterator<Item = &Phone> {
    phones.iter().filter(|phone| match phone.kind {
        PhoneKind::Voice | PhoneKind::Mobile | PhoneKind::Relay => true,
        PhoneKind::Fax | PhoneKind::Text => false,
    })
}

fn all_schedules(view: &ServiceView) -> impl Iterator<Item = &[Stated<Schedule>]> {
    let service = &view.service;
    let of_places = view.places().flat_map(|place| {
        let of_phones = place
            .link
            .phones
            .iter()
            .map(|phone| phone.schedules.as_slice());
        of_phones.chain([
            place.link.schedules.as_slice(),
            place.location.schedules.as_slice(),
        ])
    });
    service
        .phones
        .iter()
        .map(|phone| phone.schedules.as_slice())
        .chain([
            service.schedules.as_slice(),
            view.organisation.schedules.as_slice(),
        ])
        .chain(of_places)
}

fn states_anything(view: &ServiceView) -> bool {
    all_schedules(view).any(|stated| !stated.is_empty())
}

/// Whether being closed cannot be read off the sure spans alone: sources that differ, statements
/// that begin or end, lines that answer outside office hours, school holidays nobody has entered.
fn is_vague(view: &ServiceView) -> bool {
    all_schedules(view).any(|stated| {
        let mut by_channel = [0_u8; 5];
        stated.iter().any(|one| {
            let schedule = &one.value;
            let at = Channel::ALL
                .iter()
                .position(|channel| *channel == schedule.channel);
            let count = &mut by_channel[at.unwrap_or(0)];
            *count = count.saturating_add(1);
            *count > 1
                || schedule.times == Times::OutsideOfficeHours
                || schedule.valid_from.is_some()
                || schedule.valid_to.is_some()
                || schedule.school_holidays.is_some()
        })
    })
}
