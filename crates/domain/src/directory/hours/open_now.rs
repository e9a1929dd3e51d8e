//! Open now? The answer says why, until when, and what opens next.

use chrono::{DateTime, Days, FixedOffset, NaiveDate, Offset, Utc};
use serde::{Deserialize, Serialize};

use super::calendar::SchoolHolidays;
use super::precedence::{Chosen, StatedHours};
use super::reason::{self, Explained};
use super::schedule::{Channel, Times};
use super::timeline::{Stretch, Timeline, local_date};
use super::wall_clock;
use crate::directory::OpeningCommitment;
use crate::ids::{ScheduleId, SourceId};
use crate::time::LOCAL;

/// How many days ahead an end or an opening is looked for: most lie within a day, then beyond the weekend,
/// then within the week, then the horizon.
const LOOK_AHEAD_DAYS: [u64; 4] = [2, 4, 9, 401];

/// Whether an entry can be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OpenState {
    /// It can, for sure.
    Open,
    /// It cannot, for sure.
    Closed,
    /// Nobody knows: no hours are stated, or sources differ. Never read as closed.
    Unknown,
}

impl OpenState {
    /// The state's name in storage and APIs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Closed => "closed",
            Self::Unknown => "unknown",
        }
    }
}

/// Why an entry is open, closed or unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OpenReason {
    /// Its ordinary hours.
    RegularHours,
    /// Between two spans of the day.
    Break,
    /// Before the first span of the day.
    BeforeHours,
    /// After the last span of the day.
    AfterHours,
    /// Nothing is ever open on this weekday.
    WeekdayClosed,
    /// A public holiday closes it.
    PublicHoliday,
    /// School holidays close it.
    SchoolHoliday,
    /// An exception closes it.
    ExceptionClosed,
    /// An exception opens it.
    ExceptionOpen,
    /// The offer is not given at the moment.
    Suspended,
    /// It is open round the clock.
    AlwaysOpen,
    /// One needs an appointment.
    AppointmentOnly,
    /// It answers outside office hours, and those are not known.
    OutsideOfficeHours,
    /// Sources differ about this instant.
    StatementsDiffer,
    /// No hours are stated.
    NoSchedule,
    /// The hours it is computed from were valid until a day that has passed.
    Expired,
    /// Hours are stated from a later day on only.
    NotYetValid,
    /// It depends on school holidays nobody has entered.
    CalendarMissing,
}

/// What one source says about the instant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatementNow {
    /// The schedule.
    pub schedule_id: ScheduleId,
    /// Who states it.
    pub source: Option<SourceId>,
    /// Of which date, as precise as the source is.
    pub date: Option<String>,
    /// What it says about the instant.
    pub state: OpenState,
    /// Its ordinary weeks, for showing.
    pub times: Times,
}

/// Whether an entry can be reached at an instant, and what there is to say about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenNow {
    /// The instant asked about, in civil time.
    pub at: DateTime<FixedOffset>,
    /// Whether it can be reached.
    pub state: OpenState,
    /// Why.
    pub reason: OpenReason,
    /// The name of the holiday or the public reason of an exception or suspension.
    pub detail: Option<String>,
    /// Since when it is closed, within the day.
    pub since: Option<DateTime<FixedOffset>>,
    /// Until when it is open; absent beyond 400 days and when it is not open.
    pub until: Option<DateTime<FixedOffset>>,
    /// When it opens next, the first instant at which all sources say so; absent beyond 400 days,
    /// when it is open, and when the state is unknown.
    pub next_opening: Option<DateTime<FixedOffset>>,
    /// The last day on which the hours may be trusted; absent when nobody has set one.
    pub trusted_until: Option<NaiveDate>,
    /// Whether that day has passed.
    pub stale: bool,
    /// The statements it was computed from, newest first, where there is more than one.
    pub statements: Vec<StatementNow>,
    /// The promise, where there are no times but one.
    pub commitment: Option<OpeningCommitment>,
    /// When a suspended offer is expected back.
    pub expected_back_on: Option<NaiveDate>,
}

impl OpenNow {
    /// Whether somebody is known to answer.
    pub fn is_open(&self) -> bool {
        self.state == OpenState::Open
    }

    fn plain(at: DateTime<Utc>, state: OpenState, explained: Explained) -> Self {
        Self {
            at: civil(at),
            state,
            reason: explained.reason,
            detail: explained.detail,
            since: None,
            until: None,
            next_opening: None,
            trusted_until: None,
            stale: false,
            statements: Vec::new(),
            commitment: None,
            expected_back_on: None,
        }
    }
}

impl StatedHours<'_> {
    /// Whether the entry can be reached by `channel` at `at`, computed in the civil time of the state.
    pub fn open_now(
        &self,
        channel: Channel,
        at: DateTime<Utc>,
        school: &SchoolHolidays,
    ) -> OpenNow {
        let today = local_date(at);
        if let Some(suspension) = self.suspension {
            let reason = OpenReason::Suspended;
            let explained = Explained {
                reason,
                detail: Some(suspension.reason.to_owned()),
            };
            let back_on = suspension.expected_back_on.filter(|day| *day > today);
            return OpenNow {
                next_opening: back_on.and_then(|day| self.first_opening(channel, day, school)),
                expected_back_on: suspension.expected_back_on,
                ..OpenNow::plain(at, OpenState::Closed, explained)
            };
        }
        match self.chosen_on(channel, today) {
            Some(chosen) => self.computed(channel, at, &chosen, school),
            None => self.without_schedule(channel, at, today),
        }
    }

    fn computed(
        &self,
        channel: Channel,
        at: DateTime<Utc>,
        chosen: &Chosen<'_>,
        school: &SchoolHolidays,
    ) -> OpenNow {
        let today = local_date(at);
        let ahead = self.look_ahead(channel, at, school);
        let statements = self.statements(channel, at, chosen, school);
        let explained = reason::explain(self, channel, at, chosen, ahead.state, school);
        let valid_to = chosen
            .statements
            .iter()
            .filter_map(|stated| stated.value.valid_to)
            .min();
        let trusted_until = valid_to.into_iter().chain(self.verified_until).min();
        OpenNow {
            since: ahead.since.map(civil),
            until: ahead.until.map(civil),
            next_opening: ahead.next_opening.map(civil),
            trusted_until,
            stale: chosen.expired || trusted_until.is_some_and(|until| until < today),
            statements,
            ..OpenNow::plain(at, ahead.state, explained)
        }
    }

    fn without_schedule(&self, channel: Channel, at: DateTime<Utc>, today: NaiveDate) -> OpenNow {
        if let Some(exception) = self.house_closed_on(channel, today) {
            let reason = OpenReason::ExceptionClosed;
            let detail = exception.reason_public.clone();
            return OpenNow::plain(at, OpenState::Closed, Explained { reason, detail });
        }
        let reason = if self.needs_appointment(channel) {
            OpenReason::AppointmentOnly
        } else if self.begins_after(channel, today) {
            OpenReason::NotYetValid
        } else {
            OpenReason::NoSchedule
        };
        OpenNow {
            commitment: self.commitment.cloned(),
            ..OpenNow::plain(
                at,
                OpenState::Unknown,
                Explained {
                    reason,
                    detail: None,
                },
            )
        }
    }

    fn statements(
        &self,
        channel: Channel,
        at: DateTime<Utc>,
        chosen: &Chosen<'_>,
        school: &SchoolHolidays,
    ) -> Vec<StatementNow> {
        if chosen.statements.len() < 2 {
            return Vec::new();
        }
        let today = local_date(at);
        let days = [today - Days::new(1), today];
        let now = |stated: &&crate::directory::Stated<super::Schedule>| StatementNow {
            schedule_id: stated.value.id,
            source: stated.source,
            date: stated.date.clone(),
            state: state_at(
                &self.one_statement(channel, &stated.value, &days, school),
                at,
            ),
            times: stated.value.times.clone(),
        };
        chosen.statements.iter().map(now).collect()
    }

    fn look_ahead(&self, channel: Channel, at: DateTime<Utc>, school: &SchoolHolidays) -> Ahead {
        if self.is_always_open(channel) {
            return Ahead {
                state: OpenState::Open,
                ..Ahead::default()
            };
        }
        let today = local_date(at);
        let mut ahead = Ahead::default();
        for days in LOOK_AHEAD_DAYS {
            let stretch = Stretch {
                from: today - Days::new(1),
                to: today + Days::new(days),
            };
            ahead = Ahead::of(&self.timeline(channel, stretch, school), at, stretch.end());
            if ahead.is_settled() {
                break;
            }
        }
        ahead
    }

    fn first_opening(
        &self,
        channel: Channel,
        day: NaiveDate,
        school: &SchoolHolidays,
    ) -> Option<DateTime<FixedOffset>> {
        let midnight = wall_clock::start_of(day, LOCAL);
        LOOK_AHEAD_DAYS.into_iter().find_map(|days| {
            let stretch = Stretch {
                from: day,
                to: day + Days::new(days),
            };
            let sure = self.timeline(channel, stretch, school).sure;
            let opening = sure
                .around(midnight)
                .map(|now| now.start)
                .or_else(|| sure.next_start(midnight));
            opening.map(civil)
        })
    }
}

/// What a timeline says about an instant and the time around it.
struct Ahead {
    state: OpenState,
    since: Option<DateTime<Utc>>,
    until: Option<DateTime<Utc>>,
    next_opening: Option<DateTime<Utc>>,
}

impl Default for Ahead {
    fn default() -> Self {
        Self {
            state: OpenState::Unknown,
            since: None,
            until: None,
            next_opening: None,
        }
    }
}

impl Ahead {
    fn of(timeline: &Timeline, at: DateTime<Utc>, end: DateTime<Utc>) -> Self {
        let state = state_at(timeline, at);
        match state {
            OpenState::Open => {
                let until = timeline
                    .sure
                    .around(at)
                    .map(|now| now.end)
                    .filter(|until| *until < end);
                Self {
                    state,
                    until,
                    ..Self::default()
                }
            }
            OpenState::Closed => {
                let since = timeline.possible.last_end(at);
                Self {
                    state,
                    since: since.filter(|since| local_date(*since) == local_date(at)),
                    next_opening: timeline.sure.next_start(at),
                    until: None,
                }
            }
            OpenState::Unknown => Self::default(),
        }
    }

    fn is_settled(&self) -> bool {
        self.state == OpenState::Unknown || self.until.is_some() || self.next_opening.is_some()
    }
}

fn state_at(timeline: &Timeline, at: DateTime<Utc>) -> OpenState {
    if timeline.sure.around(at).is_some() {
        OpenState::Open
    } else if timeline.possible.around(at).is_some() {
        OpenState::Unknown
    } else {
        OpenState::Closed
    }
}

/// The instant with the offset that the clocks of the state show at it.
fn civil(at: DateTime<Utc>) -> DateTime<FixedOffset> {
    let local = at.with_timezone(&LOCAL);
    local.with_timezone(&local.offset().fix())
}
