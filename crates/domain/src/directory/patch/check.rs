//! What a patch must not hold.

use chrono::NaiveDate;

use super::{InvalidPatch, ServicePatch};
use crate::directory::hours::{Schedule, Times};
use crate::directory::{
    Capacity, Cost, Eligibility, Language, Notice, Phone, PhonePurpose, ServiceStatus, languages,
};
use crate::text::{self, Malformed, ONE_LINE, is_one_line, is_prose};

/// A list with more entries than this helps nobody.
const MOST_ENTRIES: usize = 50;

type Checked = Result<(), InvalidPatch>;

/// Checks all fields that are set.
///
/// # Errors
/// The first one that holds something not allowed.
pub(super) fn check(patch: &ServicePatch, today: NaiveDate) -> Checked {
    check_words(patch)?;
    if let Some(ServiceStatus::TemporarilyClosed { reason, .. }) = &patch.status {
        line("status.reason", Some(reason))?;
    }
    if let Some(eligibility) = &patch.eligibility {
        check_eligibility(eligibility)?;
    }
    if let Some(languages) = &patch.languages {
        list("languages", languages, check_language)?;
    }
    if let Some(cost) = &patch.cost {
        check_cost(cost)?;
    }
    if let Some(Some(capacity)) = &patch.capacity {
        check_capacity(capacity, today)?;
    }
    if let Some(Some(notice)) = &patch.notice {
        check_notice(notice)?;
    }
    if let Some(phones) = &patch.phones {
        list("phones", phones, check_phone)?;
    }
    if let Some(schedules) = &patch.schedules {
        list("hours", schedules, check_hours)?;
    }
    Ok(())
}

fn check_words(patch: &ServicePatch) -> Checked {
    if let Some(name) = &patch.name {
        text::name(name).map_err(|Malformed { allowed }| InvalidPatch {
            field: "name".to_owned(),
            allowed,
        })?;
    }
    let allowed = "a summary has at most 200 characters";
    prose(
        "summary",
        patch.summary.iter().flatten().next(),
        200,
        allowed,
    )?;
    let allowed = "a description has at most 5,000 characters";
    prose(
        "description",
        patch.description.iter().flatten().next(),
        5_000,
        allowed,
    )?;
    let allowed = "a boundary note has at most 1,000 characters";
    prose(
        "boundaryNote",
        patch.boundary_note.iter().flatten().next(),
        1_000,
        allowed,
    )
}

fn check_eligibility(of: &Eligibility) -> Checked {
    if let (Some(from), Some(to)) = (of.age_from_months, of.age_to_months) {
        let allowed = "the first age lies below the last one";
        require(from < to, "eligibility.ageFromMonths", allowed)?;
    }
    list("eligibility.notFor", &of.not_for, |at, text| {
        line(at, Some(text))
    })?;
    note("eligibility.note", of.note.as_ref())
}

fn check_language(at: &str, language: &Language) -> Checked {
    let allowed = "a language that exists, by its BCP 47 tag such as uk or gsg";
    require(
        languages::is_known(&language.code),
        field(at, "code"),
        allowed,
    )?;
    note(field(at, "note"), language.note.as_ref())
}

fn check_cost(cost: &Cost) -> Checked {
    list("cost.options", &cost.options, |at, option| {
        let allowed = "an amount is 0 or more cents";
        require(option.amount_cents >= 0, field(at, "amountCents"), allowed)?;
        line(&field(at, "per"), option.per.as_ref())?;
        note(field(at, "note"), option.note.as_ref())
    })
}

fn check_capacity(capacity: &Capacity, today: NaiveDate) -> Checked {
    require(
        capacity.as_of <= today,
        "capacity.asOf",
        "today or a day before",
    )?;
    note("capacity.note", capacity.note.as_ref())
}

fn check_notice(notice: &Notice) -> Checked {
    let fits = (1..=500).contains(&notice.text.trim().chars().count());
    require(fits, "notice.text", "a notice has 1 to 500 characters")?;
    require(is_prose(&notice.text), "notice.text", PROSE)?;
    in_order("notice.validTo", notice.valid_from, notice.valid_to)
}

fn check_phone(at: &str, phone: &Phone) -> Checked {
    line(&field(at, "number"), Some(&phone.display))?;
    let allowed =
        "an emergency call (110, 112) has the purpose EMERGENCY and is no line of an office";
    let is_said = phone.purpose == PhonePurpose::Emergency || !phone.number.is_emergency();
    require(is_said, field(at, "purpose"), allowed)?;
    line(&field(at, "label"), phone.label.as_ref())
}

fn check_hours(at: &str, hours: &Schedule) -> Checked {
    if let Times::Weekly(blocks) = &hours.times {
        list(&field(at, "blocks"), blocks, |at, block| {
            note(field(at, "note"), block.note.as_ref())
        })?;
    }
    note(field(at, "note"), hours.note.as_ref())?;
    in_order(field(at, "validTo"), hours.valid_from, hours.valid_to)
}

const PROSE: &str = "a text without control characters";

/// A short text of one line, if there is one.
fn line(at: &str, text: Option<&String>) -> Checked {
    let Some(text) = text else { return Ok(()) };
    require(text.chars().count() <= 200, at, "at most 200 characters")?;
    require(is_one_line(text), at, ONE_LINE)
}

/// A remark, if there is one.
fn note(at: impl Into<String>, text: Option<&String>) -> Checked {
    prose(at, text, 1_000, "at most 1,000 characters")
}

/// A text that may have several lines, if there is one.
fn prose(
    at: impl Into<String>,
    text: Option<&String>,
    most: usize,
    allowed: &'static str,
) -> Checked {
    let Some(text) = text else { return Ok(()) };
    let at = at.into();
    require(text.chars().count() <= most, at.as_str(), allowed)?;
    require(is_prose(text), at, PROSE)
}

fn in_order(at: impl Into<String>, from: Option<NaiveDate>, to: Option<NaiveDate>) -> Checked {
    let reversed = from.zip(to).is_some_and(|(from, to)| to < from);
    require(!reversed, at, "the last day is not before the first one")
}

/// Checks how long a list is, and each of its entries.
fn list<T>(at: &str, all: &[T], check: impl Fn(&str, &T) -> Checked) -> Checked {
    require(
        all.len() <= MOST_ENTRIES,
        at,
        "a list has at most 50 entries",
    )?;
    let mut places = all.iter().enumerate();
    places.try_for_each(|(place, one)| check(&field(at, &place.to_string()), one))
}

fn field(at: &str, name: &str) -> String {
    format!("{at}.{name}")
}

fn require(holds: bool, at: impl Into<String>, allowed: &'static str) -> Checked {
    if holds {
        return Ok(());
    }
    let field = at.into();
    Err(InvalidPatch { field, allowed })
}
