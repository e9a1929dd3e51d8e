//! Saying which days an act takes, where the one that was given is not among them.

use std::ops::RangeInclusive;

use chrono::NaiveDate;
use domain::referral::{Guard, Refusal};

use crate::Failure;

/// The failure in words about the days, where all that `guard` says is that a day lies outside them;
/// every other one as it is. Of the day itself only the side on which it lies is told.
pub(super) fn day_within(
    failure: Failure,
    guard: Guard,
    field: &str,
    given: NaiveDate,
    days: &RangeInclusive<NaiveDate>,
) -> Failure {
    let outside = matches!(
        &failure,
        Failure::Referral(no) if no.refusal == Refusal::GuardFailed(vec![guard])
    );
    if !outside || days.contains(&given) {
        return failure;
    }
    let (first, last) = (days.start(), days.end());
    let found = if given < *first {
        "an earlier"
    } else {
        "a later"
    };
    Failure::invalid(
        field,
        format!("a day from {first} to {last}; found is {found} one"),
    )
}
