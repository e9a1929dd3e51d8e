//! Opening hours as people read them, and the answer to "open now?".

use async_graphql::SimpleObject;
use domain::directory::Stated;
use domain::directory::hours::{
    self, Block, Line, Schedule, SchoolHolidays, StandIns, StatedHours, Times,
};
use serde::Serialize;
use utoipa::ToSchema;

use super::{Channel, OpenReason, OpenState, StatedBy};
use crate::graphql::context::Asking;
use crate::graphql::scalars::{Date, DateTime, LocalizedText, german};

/// One statement of hours for one channel: a sentence, its blocks, and who states it. Statements of
/// several sources may differ; they stand side by side, newest first.
#[derive(Debug, Clone, SimpleObject, Serialize, ToSchema)]
#[graphql(serial)]
#[serde(rename_all = "camelCase")]
pub struct Hours {
    /// For which way of reaching the owner.
    pub channel: Channel,
    /// The ordinary week in words, such as "Mo–Fr 09:00–12:00; Do 14:00–18:00".
    pub text: LocalizedText,
    /// Whether it is open round the clock on every day.
    pub always_open: bool,
    /// The spans of the ordinary week; empty when it is always open or only a sentence is known.
    pub blocks: Vec<HoursBlock>,
    /// More about it.
    pub note: Option<LocalizedText>,
    /// Who states it.
    pub stated_by: Option<StatedBy>,
    /// From which day it may be trusted.
    pub valid_from: Option<Date>,
    /// Until which day, inclusive.
    pub valid_to: Option<Date>,
}

/// A span of one weekday, in the civil time of Europe/Berlin.
#[derive(Debug, Clone, SimpleObject, Serialize, ToSchema)]
#[graphql(serial)]
#[serde(rename_all = "camelCase")]
pub struct HoursBlock {
    /// The weekday: 1 is Monday, 7 is Sunday.
    pub weekday: i32,
    /// From when, such as `09:00`.
    pub start: String,
    /// Until when, such as `16:00` or `24:00`; before `start` when it ends on the next day.
    pub end: String,
    /// Whether one needs an appointment.
    pub by_appointment: bool,
    /// More about it.
    pub note: Option<LocalizedText>,
}

/// The statements of one owner.
pub(crate) fn stated_hours(schedules: &[Stated<Schedule>], asking: &Asking) -> Vec<Hours> {
    schedules
        .iter()
        .map(|stated| Hours::of(stated, asking))
        .collect()
}

impl Hours {
    fn of(stated: &Stated<Schedule>, asking: &Asking) -> Self {
        let schedule = &stated.value;
        let blocks = match &schedule.times {
            Times::Weekly(blocks) => blocks.iter().map(HoursBlock::of).collect(),
            Times::AlwaysOpen | Times::OutsideOfficeHours | Times::NotStated => Vec::new(),
        };
        let text = schedule.times.summary(&asking.tongue.lang());
        Self {
            channel: schedule.channel.into(),
            text: LocalizedText::in_tongue(asking.tongue, text),
            always_open: schedule.times == Times::AlwaysOpen,
            blocks,
            note: german(schedule.note.as_ref()),
            stated_by: asking.stated_by(stated),
            valid_from: schedule.valid_from.map(Date),
            valid_to: schedule.valid_to.map(Date),
        }
    }
}

impl HoursBlock {
    fn of(block: &Block) -> Self {
        Self {
            weekday: i32::try_from(block.weekday.number_from_monday()).unwrap_or_default(),
            start: block.span.start().to_string(),
            end: block.span.end().to_string(),
            by_appointment: block.by_appointment,
            note: german(block.note.as_ref()),
        }
    }
}

/// Whether something can be reached at an instant, and what there is to say about it.
#[derive(Debug, Clone, SimpleObject, Serialize, ToSchema)]
#[graphql(serial)]
#[serde(rename_all = "camelCase")]
pub struct OpenNow {
    /// Whether it can be reached.
    pub state: OpenState,
    /// Why.
    pub reason: OpenReason,
    /// Until when it is open; absent when it is not, or beyond 400 days.
    pub until: Option<DateTime>,
    /// When it opens next; absent when it is open, when the state is unknown, or beyond 400 days.
    pub next_opening: Option<DateTime>,
    /// All this in one or two sentences, such as "Geschlossen seit 16:00. Öffnet Montag, 23.11., 09:00.".
    pub text: LocalizedText,
    /// Whether the hours it was computed from were trusted until a day that has passed.
    pub stale: bool,
    /// The last day on which the hours may be trusted; absent when nobody has set one.
    pub trusted_until: Option<Date>,
    /// What is known to answer now when this is not open or unknown, in the order to try.
    pub instead: Vec<InsteadNumber>,
}

/// A number that is known to answer.
#[derive(Debug, Clone, SimpleObject, Serialize, ToSchema)]
#[graphql(serial)]
pub struct InsteadNumber {
    /// What is at its other end.
    pub name: LocalizedText,
    /// As it is printed, such as `0800 14 14 007`.
    pub display: String,
    /// The address of a link that calls it, such as `tel:+498001414007`.
    pub href: String,
}

/// Hours of an entry and what is asked about them.
pub(crate) struct Reach<'a> {
    /// What all owners of the entry state.
    pub(crate) hours: StatedHours<'a>,
    /// By which channel; the best known one when absent.
    pub(crate) channel: Option<hours::Channel>,
    /// At which instant; that of the request when absent.
    pub(crate) at: Option<DateTime>,
}

/// In which order channels are tried when none was asked for.
const BEST_FIRST: [hours::Channel; 5] = [
    hours::Channel::Phone,
    hours::Channel::Visit,
    hours::Channel::Chat,
    hours::Channel::OnCall,
    hours::Channel::Mail,
];

impl Reach<'_> {
    /// The answer. Without a channel it speaks of the first one that is open, else of the first
    /// one with known hours.
    pub(crate) fn open_now(&self, asking: &Asking) -> OpenNow {
        let at = self.at.map_or(asking.now, |at| at.0);
        let school = asking.atlas.school_holidays();
        let answer = |channel| self.hours.open_now(channel, at, school);
        let now = self.channel.map_or_else(|| self.best(at, school), answer);
        OpenNow::of(&now, at, asking)
    }

    /// The answer for the first channel that is open, else for the first one with known hours.
    fn best(&self, at: chrono::DateTime<chrono::Utc>, school: &SchoolHolidays) -> hours::OpenNow {
        let mut known = BEST_FIRST
            .into_iter()
            .filter(|channel| self.hours.states_times(*channel));
        let first = known.next().unwrap_or(hours::Channel::Phone);
        let now = self.hours.open_now(first, at, school);
        if now.is_open() {
            return now;
        }
        let open = known.find(|channel| self.hours.is_open_at(*channel, at, school));
        open.map_or(now, |open| self.hours.open_now(open, at, school))
    }
}

impl OpenNow {
    /// The domain's answer, in words.
    pub(crate) fn of(
        now: &hours::OpenNow,
        at: chrono::DateTime<chrono::Utc>,
        asking: &Asking,
    ) -> Self {
        let instead = if now.is_open() {
            Vec::new()
        } else {
            instead(now, at, asking)
        };
        Self {
            state: now.state.into(),
            reason: now.reason.into(),
            until: now.until.map(DateTime::from),
            next_opening: now.next_opening.map(DateTime::from),
            text: LocalizedText::in_tongue(asking.tongue, now.sentence(&asking.tongue.lang())),
            stale: now.stale,
            trusted_until: now.trusted_until.map(Date),
            instead,
        }
    }
}

fn instead(
    now: &hours::OpenNow,
    at: chrono::DateTime<chrono::Utc>,
    asking: &Asking,
) -> Vec<InsteadNumber> {
    if at == asking.now {
        return asking.instead_now(|| answering(now, at, asking));
    }
    answering(now, at, asking)
}

/// The lines of the state that are known to answer.
fn answering(
    now: &hours::OpenNow,
    at: chrono::DateTime<chrono::Utc>,
    asking: &Asking,
) -> Vec<InsteadNumber> {
    let hotlines = application::territory::hotlines(&asking.ctx, &asking.atlas);
    let lines = hotlines.iter().flat_map(|view| {
        view.service.phones.iter().map(|phone| Line {
            name: &view.service.name,
            number: &phone.number,
            hours: view.hours_of_phone(phone),
        })
    });
    let stand_ins = StandIns {
        statewide: lines.collect(),
        ..StandIns::default()
    };
    let display = |line: &Line<'_>| {
        let phones = hotlines.iter().flat_map(|view| &view.service.phones);
        let phone = phones
            .into_iter()
            .find(|phone| phone.number == *line.number);
        phone.map_or_else(|| line.number.to_string(), |phone| phone.display.clone())
    };
    hours::instead(now, &stand_ins, false, at, asking.atlas.school_holidays())
        .into_iter()
        .map(|line| InsteadNumber {
            name: LocalizedText::german(line.name),
            display: display(line),
            href: line.number.href(),
        })
        .collect()
}
