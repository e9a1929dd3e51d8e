//! When something is open, and the answer to "open now?".
//!
//! A [`Schedule`] is one **statement** about ordinary weeks, holidays and exceptions of one owner by
//! one [`Channel`]. [`StatedHours`] gathers what all owners of an entry state; from it come
//! [`OpenNow`], the answer that explains itself, and expanded [`Interval`]s.
//!
//! The rules (`directory.md` 2.6, 2.12 and 4):
//!
//! * Wall times are civil times of Europe/Berlin. Intervals are half-open. A block over midnight
//!   belongs to the weekday on which it starts, and so do holidays and exceptions.
//! * The nearest owner with a schedule for the channel on that day wins **as a whole**: phone, service
//!   at a location, service, location, organisation. A closed house still cuts into it.
//! * **Unknown is a state.** Without a schedule it is unknown, never closed. Where statements of one
//!   owner differ, each is computed: they agree, then that is the state; they differ, then it is
//!   unknown. The next opening is the first instant at which all say open.
//! * A promise ("an fünf Tagen je mindestens 4 Stunden") is no schedule.
//! * "Outside office hours" of an office whose hours are not known means: answers on Saturdays,
//!   Sundays, public holidays and from 20:00 to 06:00, else unknown.
//! * A statement that ended less than 90 days ago is still used and marked as expired.

mod calendar;
mod commitment;
mod day_plan;
mod entry;
mod instead;
mod interval;
mod open_now;
mod precedence;
mod reason;
mod schedule;
mod summary;
#[cfg(test)]
mod tests;
mod time_of_day;
mod timeline;
mod wall_clock;
mod words;

pub use calendar::SchoolHolidays;
pub use commitment::{Shortfall, shortfalls};
pub use instead::{Line, StandIns, instead};
pub use interval::Interval;
pub use open_now::{OpenNow, OpenReason, OpenState, StatementNow};
pub use precedence::{OwnerLevel, StatedHours, Suspension};
pub use schedule::{
    Block, Channel, Exception, ExceptionKind, HolidayRule, Repeat, Schedule, Times,
};
pub use time_of_day::{TimeOfDay, TimeSpan};
