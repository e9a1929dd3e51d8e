//! The ordinary week in words, such as `Mo–Fr 09:00–12:00, 14:00–16:00; Sa 10:00–12:00`.

use chrono::Weekday;

use super::schedule::{Block, Repeat, Times};
use crate::text::Lang;

const WEEK: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

impl Times {
    /// The ordinary week as people write it: English for `en`, German for every other language.
    pub fn summary(&self, lang: &Lang) -> String {
        let english = lang.as_str() == "en";
        match (self, english) {
            (Self::AlwaysOpen, false) => "rund um die Uhr".to_owned(),
            (Self::AlwaysOpen, true) => "round the clock".to_owned(),
            (Self::OutsideOfficeHours, false) => "außerhalb der Sprechzeiten".to_owned(),
            (Self::OutsideOfficeHours, true) => "outside office hours".to_owned(),
            (Self::NotStated, false) => "Zeiten nicht bekannt".to_owned(),
            (Self::NotStated, true) => "times not known".to_owned(),
            (Self::Weekly(blocks), _) => weekly(blocks, english),
        }
    }
}

fn weekly(blocks: &[Block], english: bool) -> String {
    let mut lines: Vec<(Weekday, Weekday, String)> = Vec::new();
    for weekday in WEEK {
        let spans = spans_of(blocks, weekday, english);
        if spans.is_empty() {
            continue;
        }
        match lines.last_mut() {
            Some((_, last, same)) if *same == spans && last.succ() == weekday => *last = weekday,
            _ => lines.push((weekday, weekday, spans)),
        }
    }
    let written = lines.into_iter().map(|(first, last, spans)| {
        let (first_name, last_name) = (short(first, english), short(last, english));
        match (first == last, first.succ() == last) {
            (true, _) => format!("{first_name} {spans}"),
            (false, true) => format!("{first_name}, {last_name} {spans}"),
            (false, false) => format!("{first_name}–{last_name} {spans}"),
        }
    });
    written.collect::<Vec<_>>().join("; ")
}

fn spans_of(blocks: &[Block], weekday: Weekday, english: bool) -> String {
    let mut of_day: Vec<&Block> = blocks
        .iter()
        .filter(|block| block.weekday == weekday)
        .collect();
    of_day.sort_by_key(|block| block.span);
    let written = of_day.into_iter().map(|block| {
        let mut text = match weeks(&block.repeat, english) {
            Some(weeks) => format!("{} ({weeks})", block.span),
            None => block.span.to_string(),
        };
        if block.by_appointment {
            text.push_str(if english {
                " by appointment"
            } else {
                " nach Vereinbarung"
            });
        }
        text
    });
    written.collect::<Vec<_>>().join(", ")
}

fn weeks(repeat: &Repeat, english: bool) -> Option<String> {
    let text = match (repeat, english) {
        (Repeat::Every, _) => return None,
        (Repeat::OddIsoWeek, false) => "ungerade Kalenderwochen".to_owned(),
        (Repeat::OddIsoWeek, true) => "odd calendar weeks".to_owned(),
        (Repeat::EvenIsoWeek, false) => "gerade Kalenderwochen".to_owned(),
        (Repeat::EvenIsoWeek, true) => "even calendar weeks".to_owned(),
        (Repeat::NthOfMonth(wanted), _) => {
            let each = wanted.iter().map(|nth| match (nth, english) {
                (-1, false) => "letzter".to_owned(),
                (-1, true) => "last".to_owned(),
                (nth, _) => format!("{nth}."),
            });
            let list = each.collect::<Vec<_>>().join(", ");
            format!(
                "{list} {}",
                if english { "of the month" } else { "im Monat" }
            )
        }
    };
    Some(text)
}

const fn short(weekday: Weekday, english: bool) -> &'static str {
    match (weekday, english) {
        (Weekday::Mon, false) => "Mo",
        (Weekday::Tue, false) => "Di",
        (Weekday::Wed, false) => "Mi",
        (Weekday::Thu, false) => "Do",
        (Weekday::Fri, false) => "Fr",
        (Weekday::Sat, false) => "Sa",
        (Weekday::Sun, false) => "So",
        (Weekday::Mon, true) => "Mon",
        (Weekday::Tue, true) => "Tue",
        (Weekday::Wed, true) => "Wed",
        (Weekday::Thu, true) => "Thu",
        (Weekday::Fri, true) => "Fri",
        (Weekday::Sat, true) => "Sat",
        (Weekday::Sun, true) => "Sun",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(text: &str) -> super::super::TimeSpan {
        text.parse().unwrap()
    }

    #[test]
    fn equal_days_in_a_row_are_one_line() {
        let workdays = [
            Weekday::Mon,
            Weekday::Tue,
            Weekday::Wed,
            Weekday::Thu,
            Weekday::Fri,
        ];
        let mut blocks = Block::on(&workdays, span("14:00-16:00"));
        blocks.extend(Block::on(&workdays, span("09:00-12:00")));
        blocks.push(Block {
            repeat: Repeat::NthOfMonth(vec![1, -1]),
            by_appointment: true,
            ..Block::weekly(Weekday::Sun, span("10:00-24:00"))
        });
        assert_eq!(
            Times::Weekly(blocks.into()).summary(&Lang::german()),
            "Mo–Fr 09:00–12:00, 14:00–16:00; \
             So 10:00–24:00 (1., letzter im Monat) nach Vereinbarung"
        );
    }

    #[test]
    fn two_days_are_listed_and_english_has_its_own_names() {
        let blocks = Block::on(&[Weekday::Tue, Weekday::Wed], span("17:00-19:00"));
        assert_eq!(
            Times::Weekly(blocks.into()).summary(&Lang::english()),
            "Tue, Wed 17:00–19:00"
        );
    }
}
