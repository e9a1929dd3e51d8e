use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use serde::Deserialize;
use serde_json::Value;

use crate::referral::table::{Rule, rule, rules};
use crate::referral::timers::{Span, Timer};
use crate::referral::*;

const PAPER: &str = include_str!("../../../../../data/referral/referral_state_machine.json");

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Paper {
    kinds: Vec<Kind>,
    initial: State,
    #[serde(rename = "final")]
    last: State,
    states: Vec<PaperState>,
    transitions: Vec<PaperRow>,
    non_state_actions: Vec<PaperNonState>,
    guards: BTreeMap<Guard, String>,
    timers: Vec<PaperTimer>,
    sender_view: BTreeMap<String, BTreeMap<State, State>>,
    sender_events: Value,
    codes: Value,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct PaperState {
    name: State,
    label_de: String,
    terminal: bool,
    content_readable: bool,
    starts_timers: Vec<Timer>,
    stops_timers: Vec<Timer>,
}

#[derive(Deserialize)]
struct PaperRow {
    id: String,
    from: State,
    action: Action,
    to: State,
    who: String,
    kinds: BTreeSet<Kind>,
    guards: BTreeSet<Guard>,
    event: EventKind,
}

#[derive(Deserialize)]
struct PaperNonState {
    action: Action,
    who: String,
    from: BTreeSet<State>,
    kinds: BTreeSet<Kind>,
    guards: BTreeSet<Guard>,
    event: Option<EventKind>,
}

#[derive(Deserialize)]
struct PaperTimer {
    name: Timer,
    rules: Vec<PaperSpan>,
}

#[derive(Deserialize)]
struct PaperSpan {
    kinds: Vec<Kind>,
    urgency: Vec<Urgency>,
    amount: Option<u32>,
    unit: String,
}

/// One rule in one state, in a form both sides can be brought to.
type Row = (
    State,
    Action,
    Option<State>,
    BTreeSet<Who>,
    BTreeSet<Kind>,
    BTreeSet<Guard>,
    Option<EventKind>,
);

fn paper() -> Paper {
    serde_json::from_str(PAPER).unwrap()
}

fn who(text: &str) -> BTreeSet<Who> {
    text.split('|').map(|who| who.parse().unwrap()).collect()
}

fn rows_of(action: Action, rule: &Rule) -> Vec<Row> {
    let set = |from: State| {
        (
            from,
            action,
            rule.to,
            rule.who.iter().copied().collect(),
            rule.kinds.iter().copied().collect(),
            rule.guards.iter().copied().collect(),
            rule.event,
        )
    };
    rule.from.iter().copied().map(set).collect()
}

fn our_rows() -> Vec<Row> {
    let of = |action: Action| {
        rules(action)
            .iter()
            .flat_map(move |rule| rows_of(action, rule))
    };
    Action::ALL.iter().copied().flat_map(of).collect()
}

#[test]
fn the_table_is_the_paper_row_by_row() {
    let paper = paper();
    assert_eq!(paper.transitions.len(), 44);
    let moves = paper.transitions.into_iter().map(|row| {
        assert_eq!(row.id, format!("{}.{}", row.from, row.action));
        (
            row.from,
            row.action,
            Some(row.to),
            who(&row.who),
            row.kinds,
            row.guards,
            Some(row.event),
        )
    });
    let stays = paper.non_state_actions.into_iter().flat_map(|row| {
        let PaperNonState {
            action,
            who: by,
            from,
            kinds,
            guards,
            event,
        } = row;
        let whole = move |from| {
            (
                from,
                action,
                None,
                who(&by),
                kinds.clone(),
                guards.clone(),
                event,
            )
        };
        from.into_iter().map(whole)
    });
    let theirs: BTreeSet<Row> = moves.chain(stays).collect();
    let ours = our_rows();
    assert_eq!(ours.iter().cloned().collect::<BTreeSet<_>>(), theirs);
    assert_eq!(ours.len(), theirs.len(), "no rule stands twice");
}

#[test]
fn the_states_are_those_of_the_paper_with_labels_and_clocks() {
    let paper = paper();
    let names: Vec<_> = paper.states.iter().map(|state| state.name).collect();
    assert_eq!(names, State::ALL);
    assert_eq!((paper.initial, paper.last), (State::New, State::Purged));
    assert_eq!(paper.kinds, Kind::ALL);
    for state in paper.states {
        let name = state.name;
        assert_eq!(state.label_de, name.label_de());
        assert_eq!(state.terminal, name.is_terminal(), "{name}");
        assert_eq!(state.content_readable, name.content_readable(), "{name}");
        let running = Timer::running_in(name);
        assert!(
            state
                .starts_timers
                .iter()
                .all(|timer| running.contains(timer)),
            "{name}"
        );
        assert!(
            !state
                .stops_timers
                .iter()
                .any(|timer| running.contains(timer)),
            "{name}"
        );
    }
}

#[test]
fn the_clocks_run_as_long_as_the_paper_says() {
    let paper = paper();
    let names: BTreeSet<_> = paper.timers.iter().map(|timer| timer.name).collect();
    assert_eq!(names, Timer::ALL.iter().copied().collect());
    for timer in paper.timers {
        let spelled = |kind, urgency| {
            let fits =
                |span: &&PaperSpan| span.kinds.contains(&kind) && span.urgency.contains(&urgency);
            timer
                .rules
                .iter()
                .find(fits)
                .map(|span| (span.amount, span.unit.as_str()))
        };
        for (kind, urgency) in pairs(Kind::ALL, Urgency::ALL) {
            let ours = timer.name.span(kind, urgency).map(|span| match span {
                Span::ServiceHours(hours) => (Some(hours), "service_hour"),
                Span::WorkingDays(days) => (Some(days), "working_day"),
                Span::Given => (None, "instant_given"),
                Span::Clock(length) => {
                    let (_, unit) = spelled(kind, urgency).unwrap();
                    let seconds = match unit {
                        "second" => 1,
                        "minute" => 60,
                        "hour" => 3_600,
                        _ => 86_400,
                    };
                    (u32::try_from(length.num_seconds() / seconds).ok(), unit)
                }
            });
            assert_eq!(
                ours,
                spelled(kind, urgency),
                "{} {kind} {urgency}",
                timer.name
            );
        }
    }
}

fn pairs<A: Copy, B: Copy>(left: &[A], right: &[B]) -> Vec<(A, B)> {
    left.iter()
        .flat_map(|a| right.iter().map(|b| (*a, *b)))
        .collect()
}

#[test]
fn the_sender_sees_what_the_paper_shows() {
    let paper = paper();
    let masks = &paper.sender_view["SUSPICION_REPORT"];
    assert!(paper.sender_view["default"].is_empty());
    for (kind, state) in pairs(Kind::ALL, State::ALL) {
        let mask = masks.get(&state).filter(|_| kind == Kind::SuspicionReport);
        assert_eq!(
            sender_view::sender_view(kind, state, true),
            *mask.unwrap_or(&state)
        );
        // a report that never was acknowledged is shown as what it is
        let bounced = sender_view::sender_view(kind, State::Purged, false);
        assert_eq!(bounced, State::Purged);
    }
    let told: BTreeSet<EventKind> =
        serde_json::from_value(paper.sender_events["SUSPICION_REPORT"].clone()).unwrap();
    for (kind, event) in pairs(Kind::ALL, EventKind::ALL) {
        let expected = kind != Kind::SuspicionReport || told.contains(&event);
        assert_eq!(
            sender_view::sender_learns(kind, event),
            expected,
            "{kind} {event}"
        );
    }
}

fn read<T: serde::de::DeserializeOwned>(value: Value) -> Vec<T> {
    if value.is_null() {
        Vec::new()
    } else {
        serde_json::from_value(value).unwrap()
    }
}

#[test]
fn the_codes_are_those_of_the_paper() {
    let paper = paper();
    let list = |name: &str| paper.codes[name].clone();
    assert_eq!(
        read::<Profession>(list("senderProfession")),
        Profession::ALL
    );
    assert_eq!(read::<Urgency>(list("urgency")), Urgency::ALL);
    assert_eq!(read::<AgeBand>(list("ageBand")), AgeBand::ALL);
    assert_eq!(read::<HoldReason>(list("hold")), HoldReason::ALL);
    assert_eq!(read::<KeepReason>(list("keep")), KeepReason::ALL);
    assert_eq!(read::<Problem>(list("problems")), Problem::ALL);
    for kind in Kind::ALL {
        let of = |name: &str| list(name)[kind.as_str()].clone();
        assert_eq!(read::<Gate>(of("gates")), kind.gates());
        assert_eq!(read::<Outcome>(of("outcome")), Outcome::of(*kind));
        assert_eq!(read::<FailReason>(of("fail")), FailReason::of(*kind));
        assert_eq!(
            read::<DeclineReason>(of("decline")),
            DeclineReason::of(*kind)
        );
    }
    assert_eq!(
        paper.guards.keys().copied().collect::<BTreeSet<_>>(),
        Guard::ALL.iter().copied().collect()
    );
}

#[test]
fn the_vocabularies_are_those_of_the_paper() {
    let codes = paper().codes;
    let vocabularies = codes["feedbackVocabulary"].as_object().unwrap();
    assert_eq!(vocabularies.len(), FeedbackVocabulary::ALL.len());
    let echo = &vocabularies["KKG_ECHO"];
    let names = |list: &Value| -> Vec<String> { serde_json::from_value(list.clone()).unwrap() };
    for (kind, profession) in pairs(Kind::ALL, Profession::ALL) {
        for gate in kind.gates() {
            let found = sender_view::feedback_vocabulary(kind, *gate, profession);
            let kinds = names(&vocabularies[found.as_str()]["kinds"]);
            assert!(kinds.contains(&kind.to_string()));
            let echoes = kind == Kind::SuspicionReport
                && names(&echo["gates"]).contains(&gate.to_string())
                && names(&echo["professions"]).contains(&profession.to_string());
            assert_eq!(found == FeedbackVocabulary::KkgEcho, echoes);
        }
    }
}

#[test]
fn every_kind_can_be_purged_from_wherever_it_stands() {
    for kind in Kind::ALL {
        let mut reached = BTreeSet::from([State::New]);
        loop {
            let next: BTreeSet<State> = pairs(&Vec::from_iter(reached.clone()), Action::ALL)
                .into_iter()
                .filter_map(|(state, action)| rule(*kind, state, action)?.to)
                .collect();
            let before = reached.len();
            reached.extend(next);
            if reached.len() == before {
                break;
            }
        }
        for start in &reached {
            let mut from = BTreeSet::from([*start]);
            for _ in State::ALL {
                let next: Vec<State> = pairs(&Vec::from_iter(from.clone()), Action::ALL)
                    .into_iter()
                    .filter_map(|(state, action)| rule(*kind, state, action)?.to)
                    .collect();
                from.extend(next);
            }
            assert!(from.contains(&State::Purged), "{kind} from {start}");
        }
    }
}

#[test]
fn a_suspicion_report_is_neither_declined_nor_failed_nor_taken_back() {
    for state in State::ALL {
        for action in [
            Action::Decline,
            Action::Fail,
            Action::RequestCancel,
            Action::RevokeConsent,
        ] {
            assert!(rule(Kind::SuspicionReport, *state, action).is_none());
        }
        let taken_back = rule(Kind::SuspicionReport, *state, Action::Withdraw);
        assert_eq!(taken_back.is_some(), *state == State::Submitted);
    }
}

fn any_of<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    prop::sample::select(all)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn the_machine_does_what_the_paper_says_for_any_actor_and_facts(
        kind in any_of(Kind::ALL),
        state in any_of(State::ALL),
        action in any_of(Action::ALL),
        parts in prop::collection::btree_set(any_of(Who::ALL), 0..3),
        missing in prop::collection::btree_set(any_of(Guard::ALL), 0..3),
    ) {
        let facts = Guard::ALL.iter().copied().filter(|guard| !missing.contains(guard)).collect();
        let row = our_rows().into_iter().find(|row| {
            row.0 == state && row.1 == action && row.4.contains(&kind)
        });
        let expected = match row {
            None => Err(Denied::NotAllowed),
            Some(row) if row.3.is_disjoint(&parts) => Err(Denied::NotYours),
            Some(row) => {
                let failed: BTreeSet<_> = row.5.intersection(&missing).copied().collect();
                if failed.is_empty() { Ok((row.2.unwrap_or(state), row.6)) } else {
                    Err(Denied::GuardFailed(failed.into_iter().collect()))
                }
            }
        };
        match (transition(kind, state, action, &parts, &facts), expected) {
            (Ok((to, events)), Ok((expected, event))) => {
                prop_assert_eq!(to, expected);
                prop_assert_eq!(events, event.into_iter().collect::<Vec<_>>());
            }
            (Err(Denied::GuardFailed(mut found)), Err(Denied::GuardFailed(expected))) => {
                found.sort();
                prop_assert_eq!(found, expected);
            }
            (found, expected) => prop_assert_eq!(found.unwrap_err(), expected.unwrap_err()),
        }
    }
}

/// Every kind, state, action and single part, without chance: who may, may; nobody else.
#[test]
fn no_part_can_take_an_action_the_table_does_not_give_it() {
    let everything: Facts = Guard::ALL.iter().copied().collect();
    for (kind, state) in pairs(Kind::ALL, State::ALL) {
        for (action, part) in pairs(Action::ALL, Who::ALL) {
            let found = transition(kind, state, action, &BTreeSet::from([part]), &everything);
            let given = rule(kind, state, action).is_some_and(|rule| rule.who.contains(&part));
            assert_eq!(found.is_ok(), given, "{kind} {state} {action} {part}");
            if state == State::Purged {
                assert!(found.is_err());
            }
        }
    }
}
