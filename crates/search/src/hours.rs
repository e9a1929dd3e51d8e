//! When a service can be reached, for filters and for ranking: the one place of this crate that asks
//! `domain::directory::hours`.
//!
//! For the days around the build the spans in which a service is open for sure are computed once;
//! other instants are computed when asked for.

use std::sync::atomic::{AtomicU64, Ordering};

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use domain::directory::hours::{
    Channel, OpenState, OwnerLevel, Schedule, SchoolHolidays, StatedHours, Suspension, Times,
};
use domain::directory::{
    FieldClass, Phone, PhoneKind, ServiceStatus, ServiceView, Stated, Verification,
};
use domain::time::LOCAL;

/// For how many days after the day of the build openings are computed ahead.
const DAYS_AHEAD: u64 = 8;

/// One span in minutes since 1970, and the channel it is for.
#[derive(Debug, Clone, Copy)]
struct Span {
    channel: Channel,
    start: i64,
    end: i64,
}

/// When a service can be reached on the days around the build.
#[derive(Debug, Default)]
pub(crate) struct Openings {
    spans: Box<[Span]>,
    /// The last state that had to be computed: states change on whole minutes only.
    computed: AtomicU64,
    /// Whether times are stated at all.
    stated: bool,
    /// Whether what is not open for sure may be open all the same.
    vague: bool,
}

/// The days for which openings are computed ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Window {
    from: NaiveDate,
    to: NaiveDate,
}

impl Window {
    /// The window of a build at `now`.
    pub(crate) fn around(now: DateTime<Utc>) -> Self {
        let today = local_day(now);
        Self {
            from: today,
            to: today + Days::new(DAYS_AHEAD),
        }
    }

    /// Whether the day of `now` is still the first one.
    pub(crate) fn is_of(self, now: DateTime<Utc>) -> bool {
        self.from == local_day(now)
    }

    fn holds(self, at: DateTime<Utc>) -> bool {
        let day = local_day(at);
        self.from <= day && day < self.to
    }
}

/// The day of the state's civil time in which an instant lies.
pub(crate) fn local_day(at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&LOCAL).date_naive()
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
            if is_suspended(view) {
                continue;
            }
            for interval in hours.intervals(channel, window.from, window.to, &school) {
                let start = interval.start.timestamp().div_euclid(60);
                let end = interval.end.timestamp().div_euclid(60);
                spans.push(Span {
                    channel,
                    start,
                    end,
                });
            }
        }
        openings.spans = spans.into();
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
        if self.opens_within(channel, at, TimeDelta::zero()) && window.holds(at) {
            return OpenState::Open;
        }
        if self.vague || !window.holds(at) {
            return self.computed(view, channel, at);
        }
        OpenState::Closed
    }

    fn computed(
        &self,
        view: &ServiceView,
        channel: Option<Channel>,
        at: DateTime<Utc>,
    ) -> OpenState {
        let minute = u64::try_from(at.timestamp().div_euclid(60)).unwrap_or(0);
        let asked = (minute << 3) | channel.map_or(7, code);
        let known = self.computed.load(Ordering::Relaxed);
        if known >> 2 == asked
            && let Some(state) = state_of(known & 3)
        {
            return state;
        }
        let state = computed(view, channel, at);
        self.computed
            .store((asked << 2) | code_of(state), Ordering::Relaxed);
        state
    }

    /// Whether it is open now (1), within 24 hours (0.5) or neither.
    pub(crate) fn openness(&self, channel: Option<Channel>, now: DateTime<Utc>) -> f32 {
        if self.spans.is_empty() {
            return 0.0;
        }
        if self.opens_within(channel, now, TimeDelta::zero()) {
            1.0
        } else if self.opens_within(channel, now, TimeDelta::hours(24)) {
            0.5
        } else {
            0.0
        }
    }

    /// Whether it opens for sure from `at` to `at + patience`; only inside the window.
    fn opens_within(
        &self,
        channel: Option<Channel>,
        at: DateTime<Utc>,
        patience: TimeDelta,
    ) -> bool {
        let first = at.timestamp().div_euclid(60);
        let last = first + patience.num_minutes();
        self.spans.iter().any(|span| {
            channel.is_none_or(|wanted| wanted == span.channel)
                && span.start <= last
                && first < span.end
        })
    }
}

const fn code(channel: Channel) -> u64 {
    match channel {
        Channel::Visit => 0,
        Channel::Phone => 1,
        Channel::Chat => 2,
        Channel::Mail => 3,
        Channel::OnCall => 4,
    }
}

/// 0 stands for nothing computed yet.
const fn code_of(state: OpenState) -> u64 {
    match state {
        OpenState::Open => 1,
        OpenState::Closed => 2,
        OpenState::Unknown => 3,
    }
}

const fn state_of(code: u64) -> Option<OpenState> {
    match code {
        1 => Some(OpenState::Open),
        2 => Some(OpenState::Closed),
        3 => Some(OpenState::Unknown),
        _ => None,
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
    let service = &view.service;
    let base = || {
        StatedHours::unknown()
            .stated_by(OwnerLevel::Service, &service.schedules)
            .stated_by(OwnerLevel::Organisation, &view.organisation.schedules)
            .suspended(suspension(view))
            .verified_until(verified_until(&service.verifications))
    };
    let mut entries = Vec::new();
    for place in &view.places {
        let hours = base()
            .stated_by(OwnerLevel::ServiceAtLocation, &place.link.schedules)
            .stated_by(OwnerLevel::Location, &place.location.schedules);
        entries.push((Channel::Visit, hours));
    }
    if view.places.is_empty() {
        entries.push((Channel::Visit, base()));
    }
    let house = |hours| match view.places.as_slice() {
        [only] => {
            StatedHours::stated_by(hours, OwnerLevel::ServiceAtLocation, &only.link.schedules)
                .stated_by(OwnerLevel::Location, &only.location.schedules)
        }
        [] | [_, ..] => hours,
    };
    let phones: Vec<&Phone> = callable(&service.phones).collect();
    for channel in [Channel::Phone, Channel::OnCall] {
        for phone in &phones {
            entries.push((
                channel,
                house(base()).stated_by(OwnerLevel::Phone, &phone.schedules),
            ));
        }
        for place in &view.places {
            for phone in callable(&place.link.phones) {
                let hours = base()
                    .stated_by(OwnerLevel::Phone, &phone.schedules)
                    .stated_by(OwnerLevel::ServiceAtLocation, &place.link.schedules)
                    .stated_by(OwnerLevel::Location, &place.location.schedules);
                entries.push((channel, hours));
            }
        }
        if phones.is_empty() {
            entries.push((channel, house(base())));
        }
    }
    entries.push((Channel::Chat, base()));
    entries.push((Channel::Mail, base()));
    entries
}

/// Telephones one can talk into.
pub(crate) fn callable(phones: &[Phone]) -> impl Iterator<Item = &Phone> {
    phones.iter().filter(|phone| match phone.kind {
        PhoneKind::Voice | PhoneKind::Mobile | PhoneKind::Relay => true,
        PhoneKind::Fax | PhoneKind::Text => false,
    })
}

fn suspension(view: &ServiceView) -> Option<Suspension<'_>> {
    match &view.service.status {
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

fn is_suspended(view: &ServiceView) -> bool {
    suspension(view).is_some()
}

fn verified_until(verifications: &[Verification]) -> Option<NaiveDate> {
    verifications
        .iter()
        .filter(|one| one.field_class == FieldClass::Hours)
        .map(Verification::trusted_until)
        .max()
}

fn all_schedules(view: &ServiceView) -> impl Iterator<Item = &[Stated<Schedule>]> {
    let service = &view.service;
    let of_places = view.places.iter().flat_map(|place| {
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
