//! What is known to answer when an entry does not.

use chrono::{DateTime, Utc};

use super::calendar::SchoolHolidays;
use super::open_now::OpenNow;
use super::precedence::StatedHours;
use super::schedule::Channel;
use crate::text::PhoneNumber;

/// A telephone line that may answer in place of another one.
#[derive(Debug, Clone)]
pub struct Line<'a> {
    /// What it is called.
    pub name: &'a str,
    /// Its number.
    pub number: &'a PhoneNumber,
    /// When it answers.
    pub hours: StatedHours<'a>,
}

impl Line<'_> {
    /// Whether somebody is known to answer at the instant.
    pub fn answers_at(&self, at: DateTime<Utc>, school: &SchoolHolidays) -> bool {
        [Channel::Phone, Channel::OnCall]
            .into_iter()
            .any(|channel| self.hours.is_open_at(channel, at, school))
    }
}

/// The lines that may stand in, in the order in which they are offered.
#[derive(Debug, Clone, Default)]
pub struct StandIns<'a> {
    /// The duty numbers of the responsible body.
    pub duty: Vec<Line<'a>>,
    /// The child-protection hotline of the state.
    pub statewide: Vec<Line<'a>>,
    /// The emergency call; offered only when danger was stated.
    pub emergency: Vec<Line<'a>>,
}

/// What is known to answer at `at` in place of an entry that is not open: duty numbers first, then
/// the statewide hotline, then the emergency call if `danger` was stated. Nothing for an open entry.
pub fn instead<'s, 'a>(
    now: &OpenNow,
    stand_ins: &'s StandIns<'a>,
    danger: bool,
    at: DateTime<Utc>,
    school: &SchoolHolidays,
) -> Vec<&'s Line<'a>> {
    if now.is_open() {
        return Vec::new();
    }
    let StandIns {
        duty,
        statewide,
        emergency,
    } = stand_ins;
    let emergency = emergency.iter().filter(|_| danger);
    duty.iter()
        .chain(statewide)
        .chain(emergency)
        .filter(|line| line.answers_at(at, school))
        .collect()
}
