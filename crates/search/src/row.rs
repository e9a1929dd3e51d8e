//! What filters and orders ask of a service, small enough to lie side by side with all others.

use chrono::NaiveDate;
use domain::directory::hours::Channel;
use domain::directory::{Answer, CapacityStatus, CostKind, FieldClass, Freshness};

use crate::areas::AreaId;
use crate::seats::SeatId;

/// What is asked of a service.
#[derive(Debug, Clone, Copy)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one fact of the service"
)]
pub(crate) struct Row {
    /// Its id, mixed into 64 bits: the order of equals comes from it.
    pub(crate) mixed_id: u64,
    /// Its areas.
    pub(crate) area: AreaId,
    /// Where it is given.
    pub(crate) seat: SeatId,
    /// From when to when it is shown.
    pub(crate) visible: (Option<NaiveDate>, Option<NaiveDate>),
    /// The last day on which some confirmation is trusted; absent when nothing was confirmed.
    pub(crate) trusted_until: Option<NaiveDate>,
    /// Its room and the day on which it was stated.
    pub(crate) stated_capacity: Option<(CapacityStatus, NaiveDate)>,
    /// The ages it is for in months, absent when they are not stated.
    pub(crate) ages: Option<(u16, u16)>,
    /// What it costs.
    pub(crate) cost: CostKind,
    /// Whether people may stay unnamed.
    pub(crate) anonymous: Answer,
    /// Whether it can be entered without steps.
    pub(crate) accessible: Answer,
    /// The channels it is reached by, as bits by the order of [`Channel::ALL`].
    pub(crate) channels: u8,
    /// Whether it is an invented one.
    pub(crate) demo: bool,
    /// Whether it is given at all.
    pub(crate) given: bool,
    /// Whether its languages are stated.
    pub(crate) has_languages: bool,
    /// Whether somebody can come to it.
    pub(crate) is_visited: bool,
    /// Whether it is given at more than one point.
    pub(crate) has_more_points: bool,
}

impl Row {
    /// Whether it is shown to people on the day.
    pub(crate) fn is_published_on(&self, day: NaiveDate) -> bool {
        let (from, to) = self.visible;
        self.given && from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to)
    }

    /// Whether somebody of this age is meant.
    pub(crate) fn fits_age(&self, months: u16) -> Answer {
        match self.ages {
            None => Answer::Unknown,
            Some((from, to)) if from <= months && months < to => Answer::Yes,
            Some(_) => Answer::No,
        }
    }

    /// Its room on `today`; a statement older than it may be trusted is none.
    pub(crate) fn capacity(&self, today: NaiveDate) -> Option<CapacityStatus> {
        let (status, as_of) = self.stated_capacity?;
        let age = (today - as_of).num_days();
        (age <= FieldClass::Capacity.trusted_days()).then_some(status)
    }

    /// Whether it is reached by the channel.
    pub(crate) const fn has_channel(&self, channel: Channel) -> bool {
        self.channels & bit(channel) != 0
    }

    /// Whether it was confirmed, and whether that still holds on `today`.
    pub(crate) fn freshness(&self, today: NaiveDate) -> Freshness {
        match self.trusted_until {
            Some(until) if until >= today => Freshness::Confirmed,
            Some(_) => Freshness::Overdue,
            None => Freshness::Unconfirmed,
        }
    }
}

/// The bit of a channel.
pub(crate) const fn bit(channel: Channel) -> u8 {
    match channel {
        Channel::Visit => 1,
        Channel::Phone => 2,
        Channel::Chat => 4,
        Channel::Mail => 8,
        Channel::OnCall => 16,
    }
}
