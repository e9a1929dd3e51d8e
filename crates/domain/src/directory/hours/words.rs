//! The one sentence beside "open now", in German and in English.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, TimeDelta, Timelike};

use super::open_now::{OpenNow, OpenReason, OpenState};
use crate::directory::OpeningCommitment;
use crate::text::Lang;

const WEEKDAYS_DE: [&str; 7] = [
    "Montag",
    "Dienstag",
    "Mittwoch",
    "Donnerstag",
    "Freitag",
    "Samstag",
    "Sonntag",
];
const WEEKDAYS_EN: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];
const COUNTS_DE: [&str; 8] = [
    "null", "einem", "zwei", "drei", "vier", "fünf", "sechs", "sieben",
];

impl OpenNow {
    /// What there is to say, in one or two short sentences: English for `en`, German for every
    /// other language, because German is the source of all texts.
    pub fn sentence(&self, lang: &Lang) -> String {
        let words = if lang.as_str() == "en" {
            Words::English
        } else {
            Words::German
        };
        let mut said = vec![words.state(self)];
        if self.reason == OpenReason::Suspended {
            said.push(words.back_on(self.expected_back_on));
        } else {
            said.extend(self.next_opening.map(|next| words.opens(self.at, next)));
        }
        if self.stale {
            said.extend(self.trusted_until.map(|until| words.trusted_until(until)));
        }
        said.join(" ")
    }
}

#[derive(Clone, Copy)]
enum Words {
    German,
    English,
}

impl Words {
    fn state(self, now: &OpenNow) -> String {
        match now.state {
            OpenState::Open => self.open(now),
            OpenState::Closed => self.closed(now),
            OpenState::Unknown => self.unknown(now),
        }
    }

    fn open(self, now: &OpenNow) -> String {
        let until = now
            .until
            .map(|until| self.moment(now.at, until, Nearness::Within12Hours));
        let known = match (self, now.reason) {
            (Self::German, OpenReason::AlwaysOpen) => "Rund um die Uhr erreichbar",
            (Self::English, OpenReason::AlwaysOpen) => "Reachable round the clock",
            (Self::German, OpenReason::AppointmentOnly) => "Nur mit Termin",
            (Self::English, OpenReason::AppointmentOnly) => "By appointment only",
            (Self::German, OpenReason::OutsideOfficeHours) => {
                "Jetzt erreichbar, außerhalb der Sprechzeiten"
            }
            (Self::English, OpenReason::OutsideOfficeHours) => {
                "Reachable now, outside office hours"
            }
            (Self::German, OpenReason::ExceptionOpen) => "Ausnahmsweise geöffnet",
            (Self::English, OpenReason::ExceptionOpen) => "Open as an exception",
            (Self::German, _) => "Geöffnet",
            (Self::English, _) => "Open",
        };
        let needs_no_end = now.reason == OpenReason::AlwaysOpen;
        match (self, until.filter(|_| !needs_no_end)) {
            (Self::German, Some(until)) => format!("{known} bis {until}."),
            (Self::English, Some(until)) => format!("{known} until {until}."),
            (_, None) => format!("{known}."),
        }
    }

    fn closed(self, now: &OpenNow) -> String {
        let since = now.since.map(time_of_day);
        let detail = now.detail.as_deref();
        match (self, now.reason, since, detail) {
            (Self::German, OpenReason::Suspended, _, Some(why)) => {
                format!("Vorübergehend geschlossen: {why}.")
            }
            (Self::English, OpenReason::Suspended, _, Some(why)) => {
                format!("Temporarily closed: {why}.")
            }
            (Self::German, OpenReason::BeforeHours, ..) => "Noch geschlossen.".to_owned(),
            (Self::English, OpenReason::BeforeHours, ..) => "Not open yet.".to_owned(),
            (Self::German, OpenReason::Break, Some(since), _) => format!("Pause seit {since}."),
            (Self::English, OpenReason::Break, Some(since), _) => {
                format!("Closed for a break since {since}.")
            }
            (Self::German, OpenReason::SchoolHoliday, ..) => {
                "Heute geschlossen: Schulferien.".to_owned()
            }
            (Self::English, OpenReason::SchoolHoliday, ..) => {
                "Closed today: school holidays.".to_owned()
            }
            (Self::German, _, _, Some(why)) => format!("Heute geschlossen: {why}."),
            (Self::English, _, _, Some(why)) => format!("Closed today: {why}."),
            (Self::German, _, Some(since), None) => format!("Geschlossen seit {since}."),
            (Self::English, _, Some(since), None) => format!("Closed since {since}."),
            (Self::German, _, None, None) => "Heute geschlossen.".to_owned(),
            (Self::English, _, None, None) => "Closed today.".to_owned(),
        }
    }

    fn unknown(self, now: &OpenNow) -> String {
        if let Some(commitment) = &now.commitment {
            return self.commitment(commitment);
        }
        let text = match (self, now.reason) {
            (Self::German, OpenReason::StatementsDiffer) => {
                "Ob jetzt geöffnet ist, ist nicht sicher: Die Quellen nennen verschiedene Zeiten."
            }
            (Self::English, OpenReason::StatementsDiffer) => {
                "It is not certain whether it is open now: the sources state different hours."
            }
            (Self::German, OpenReason::CalendarMissing) => {
                "Ob jetzt geöffnet ist, ist nicht bekannt: Es hängt von den Schulferien ab."
            }
            (Self::English, OpenReason::CalendarMissing) => {
                "It is not known whether it is open now: that depends on the school holidays."
            }
            (Self::German, OpenReason::OutsideOfficeHours) => {
                "Antwortet außerhalb der Sprechzeiten; die Sprechzeiten sind nicht bekannt."
            }
            (Self::English, OpenReason::OutsideOfficeHours) => {
                "Answers outside office hours; the office hours are not known."
            }
            (Self::German, OpenReason::AppointmentOnly) => "Nur mit Termin, Zeiten nicht bekannt.",
            (Self::English, OpenReason::AppointmentOnly) => "By appointment only, times not known.",
            (Self::German, _) => "Sprechzeiten nicht bekannt.",
            (Self::English, _) => "Opening hours not known.",
        };
        text.to_owned()
    }

    fn commitment(self, commitment: &OpeningCommitment) -> String {
        let OpeningCommitment {
            min_days_per_week: days,
            min_minutes_per_day: minutes,
            ..
        } = commitment;
        let (hours, rest) = (minutes / 60, minutes % 60);
        match self {
            Self::German => {
                let count = COUNTS_DE
                    .get(usize::from(*days))
                    .copied()
                    .unwrap_or("mehreren");
                let noun = if *days == 1 { "Tag" } else { "Tagen" };
                let length = match (hours, rest) {
                    (1, 0) => "1 Stunde".to_owned(),
                    (_, 0) => format!("{hours} Stunden"),
                    (0, _) => format!("{rest} Minuten"),
                    (_, _) => format!("{hours} Stunden {rest} Minuten"),
                };
                format!("Geöffnet an {count} {noun} je mindestens {length}, Zeiten nicht bekannt.")
            }
            Self::English => {
                let noun = if *days == 1 { "day" } else { "days" };
                let length = match (hours, rest) {
                    (1, 0) => "1 hour".to_owned(),
                    (_, 0) => format!("{hours} hours"),
                    (0, _) => format!("{rest} minutes"),
                    (_, _) => format!("{hours} hours {rest} minutes"),
                };
                format!("Open on {days} {noun} a week for at least {length} each, times not known.")
            }
        }
    }

    fn opens(self, now: DateTime<FixedOffset>, next: DateTime<FixedOffset>) -> String {
        let same_day = now.date_naive() == next.date_naive();
        let when = self.moment(now, next, Nearness::SameDay);
        match (self, same_day) {
            (Self::German, true) => format!("Öffnet um {when}."),
            (Self::German, false) => format!("Öffnet {when}."),
            (Self::English, true) => format!("Opens at {when}."),
            (Self::English, false) => format!("Opens on {when}."),
        }
    }

    fn back_on(self, day: Option<NaiveDate>) -> String {
        match (self, day) {
            (Self::German, Some(day)) => {
                format!("Voraussichtlich wieder ab {}.", day.format("%d.%m.%Y"))
            }
            (Self::English, Some(day)) => format!("Expected back on {}.", day.format("%-d %B %Y")),
            (Self::German, None) => "Wann es weitergeht, ist nicht bekannt.".to_owned(),
            (Self::English, None) => "It is not known when it will be back.".to_owned(),
        }
    }

    fn trusted_until(self, day: NaiveDate) -> String {
        match self {
            Self::German => format!("Diese Zeiten galten bis {}.", day.format("%d.%m.%Y")),
            Self::English => format!("These hours were valid until {}.", day.format("%-d %B %Y")),
        }
    }

    /// A moment as it is said at `now`: the time alone where that is clear, else with its day.
    fn moment(
        self,
        now: DateTime<FixedOffset>,
        moment: DateTime<FixedOffset>,
        near: Nearness,
    ) -> String {
        let same_day = now.date_naive() == moment.date_naive();
        let clear = match near {
            Nearness::SameDay => same_day,
            Nearness::Within12Hours => same_day || moment - now <= TimeDelta::hours(12),
        };
        let time = time_of_day(moment);
        if clear {
            return time;
        }
        let same_year = now.year() == moment.year();
        let weekday = moment.weekday().num_days_from_monday();
        let name = |names: [&'static str; 7]| {
            usize::try_from(weekday)
                .ok()
                .and_then(|day| names.get(day).copied())
                .unwrap_or_default()
        };
        match self {
            Self::German => {
                let (weekday, day, month) = (name(WEEKDAYS_DE), moment.day(), moment.month());
                if same_year {
                    return format!("{weekday}, {day:02}.{month:02}., {time}");
                }
                format!("{weekday}, {day:02}.{month:02}.{}, {time}", moment.year())
            }
            Self::English => {
                let date = moment.format(if same_year { "%-d %B" } else { "%-d %B %Y" });
                format!("{}, {date}, {time}", name(WEEKDAYS_EN))
            }
        }
    }
}

/// Hours and minutes, such as "08:30".
fn time_of_day(moment: DateTime<FixedOffset>) -> String {
    format!("{:02}:{:02}", moment.hour(), moment.minute())
}

/// When a time of day says enough.
#[derive(Clone, Copy)]
enum Nearness {
    SameDay,
    /// Also in the coming night: "bis 06:00" at 23:00 is clear, at 11:00 it is not.
    Within12Hours,
}
