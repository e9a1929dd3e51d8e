//! Lines that stand in where nobody is known, or nobody is known to answer.

use chrono::{DateTime, Utc};

use super::Network;
use super::answer::{Number, NumberOrigin, StandIn};
use super::numbers::{number, takes_calls};
use super::situation::Situation;
use crate::directory::PhonePurpose;
use crate::territory::area::{Area, Fit};
use crate::territory::responsibility::{Responsibility, Topic};
use crate::time::LOCAL;

/// For whom lines are wanted.
#[derive(Debug, Clone, Copy)]
pub(super) enum Wanted<'s> {
    /// For a place of the state. People who try the demo get the real lines too.
    For(&'s [Situation]),
    /// For a place of another state: only nationwide lines.
    OutsideState,
    /// For a place nobody knows.
    Anywhere,
}

impl Wanted<'_> {
    fn includes(self, responsibility: &Responsibility) -> bool {
        match self {
            Self::For(situations) => situations.iter().any(|Situation { locus, .. }| {
                responsibility.area.fit(locus) > Fit::No
                    || (locus.demo && responsibility.area == Area::Statewide)
            }),
            Self::OutsideState => responsibility.area == Area::Nationwide,
            Self::Anywhere => true,
        }
    }
}

/// The lines for a topic: those that answer now first, emergency calls last, else by rank.
pub(super) fn stand_ins(
    network: &Network<'_>,
    topic: Topic,
    wanted: Wanted<'_>,
    at: DateTime<Utc>,
) -> Vec<StandIn> {
    let today = at.with_timezone(&LOCAL).date_naive();
    let mut lines: Vec<((bool, bool, u16), StandIn)> = network
        .responsibilities
        .iter()
        .filter(|one| one.fallback && one.topic == topic && one.is_valid_on(today))
        .filter(|one| wanted.includes(one))
        .filter_map(|one| {
            let facts = network.bodies.get(one.body)?;
            let phones = facts.phones.iter();
            let mut numbers: Vec<Number> = phones
                .map(|phone| Number {
                    origin: NumberOrigin::StandIn,
                    ..number(network, facts, phone, &one.time_window, at)
                })
                .collect();
            numbers.sort_by_key(|number| !number.open_now.is_open());
            let is = |purpose| numbers.iter().any(|number| number.phone.purpose == purpose);
            let emergency = is(PhonePurpose::Emergency);
            let answers = numbers.iter().any(|number| number.open_now.is_open());
            let name = facts.name.clone();
            Some((
                (emergency, !answers, one.rank),
                StandIn {
                    body: facts.id,
                    name,
                    numbers,
                },
            ))
        })
        .collect();
    lines.sort_by_key(|(order, _)| *order);
    lines.into_iter().map(|(_, line)| line).collect()
}

/// The first number of a stand-in that is known to answer and takes the matter itself.
pub(super) fn first_answering(stand_ins: &[StandIn]) -> Option<&Number> {
    stand_ins
        .iter()
        .flat_map(|line| &line.numbers)
        .find(|number| number.open_now.is_open() && takes_calls(number.phone.purpose))
}
