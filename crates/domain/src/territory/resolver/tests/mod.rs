//! Tests of the resolver: the golden cases of the paper against the shipped territory and the shipped
//! responsibilities, with the numbers the sources give.

mod demo;
mod golden;
mod history_and_choices;
mod network;

use chrono::{DateTime, NaiveDateTime, TimeZone, Utc};

use self::network::TestNetwork;
use super::{
    Answer, Candidate, FollowUpKind, GivenAnswer, NeverOffered, Number, NumberOrigin, Question,
    Status,
};
use crate::territory::{PlaceQuery, Topic};
use crate::text::Lang;
use crate::time::LOCAL;

const FRIDAY_AFTERNOON: &str = "2026-11-20 16:40";
const FRIDAY_NIGHT: &str = "2026-11-20 23:00";
const HOTLINE: &str = "0800 14 14 007";

fn local(text: &str) -> DateTime<Utc> {
    let wall = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
    LOCAL
        .from_local_datetime(&wall)
        .earliest()
        .unwrap()
        .with_timezone(&Utc)
}

fn named(name: &str) -> PlaceQuery {
    PlaceQuery {
        place_name: Some(name.to_owned()),
        ..PlaceQuery::default()
    }
}

fn postcode(digits: &str) -> PlaceQuery {
    PlaceQuery {
        postcode: Some(digits.parse().unwrap()),
        ..PlaceQuery::default()
    }
}

fn report(place: PlaceQuery, at: &str) -> Question {
    Question {
        place,
        topic: Topic::ChildProtectionReport,
        at: local(at),
        answers: Vec::new(),
    }
}

fn choosing(question: Question, kind: FollowUpKind, value: &str) -> Question {
    let answer = GivenAnswer {
        question_id: kind.id().to_owned(),
        value: value.to_owned(),
    };
    Question {
        answers: vec![answer],
        ..question
    }
}

fn ask(question: &Question) -> Answer {
    TestNetwork::shared().resolve(question)
}

fn check(question: &Question) -> Result<(), NeverOffered> {
    TestNetwork::shared().check_answers(question)
}

/// The values of the options of the question of an answer.
fn values(answer: &Answer) -> Vec<&str> {
    let options = answer
        .question
        .iter()
        .flat_map(|question| &question.options);
    options.map(|option| option.value.as_str()).collect()
}

/// The districts of the candidates, in their order.
fn districts(answer: &Answer) -> Vec<&str> {
    let areas = answer
        .candidates
        .iter()
        .filter_map(|candidate| candidate.area.as_ref());
    areas.map(|area| area.key.as_str()).collect()
}

fn only(answer: &Answer) -> &Candidate {
    assert_eq!(answer.status, Status::Unique, "{answer:#?}");
    assert_eq!(answer.candidates.len(), 1);
    &answer.candidates[0]
}

/// The numbers of a candidate as they are read aloud.
fn numbers(candidate: &Candidate) -> Vec<&str> {
    candidate
        .numbers
        .iter()
        .map(|number| number.phone.display.as_str())
        .collect()
}

fn said(number: &Number) -> String {
    number.open_now.sentence(&Lang::german())
}

fn labels(answer: &Answer) -> Vec<&str> {
    let question = answer.question.as_ref().expect("a question");
    question
        .options
        .iter()
        .map(|option| option.label.as_str())
        .collect()
}

fn kind(answer: &Answer) -> Option<FollowUpKind> {
    answer.question.as_ref().map(|question| question.kind)
}

/// Whether the first number is one that stands in and is known to answer.
fn starts_with_the_hotline(candidate: &Candidate) -> bool {
    let first = &candidate.numbers[0];
    first.phone.display == HOTLINE
        && first.origin == NumberOrigin::StandIn
        && first.open_now.is_open()
}
