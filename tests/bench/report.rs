//! The figures as Markdown, beside the orders they are held against.

use std::fmt::Write as _;
use std::time::Duration;

use chrono::{DateTime, Utc};

use crate::measure::{Memory, Run, Sitting, Tally};
use crate::questions::TYPENAME;

/// The size the orders are given for, and the one growth is counted from.
const ORDERED: usize = 10_000;
const SMALL: usize = 1_000;
const GROWTH: f64 = 1.5;
const UPDATE: Duration = Duration::from_millis(50);
const START: Duration = Duration::from_secs(1);
const MEMORY: u64 = 150 * 1_000_000;

/// The whole report.
///
/// # Errors
/// None: writing to a text cannot fail.
pub(crate) fn markdown(runs: &[Run], at: DateTime<Utc>, machine: &str) -> anyhow::Result<String> {
    let mut out = String::new();
    writeln!(
        out,
        "Measured {} on {machine}.\n",
        at.format("%Y-%m-%d %H:%M UTC")
    )?;
    for run in runs {
        writeln!(
            out,
            "**{}, {} generated services** ({} found without a filter)\n",
            run.engine,
            thousands(run.size),
            run.services
        )?;
        questions(&mut out, run, small_of(runs, run))?;
        writeln!(out)?;
    }
    process(&mut out, runs)?;
    let missed = missed(runs);
    writeln!(out)?;
    if runs.iter().all(|run| run.size != ORDERED) {
        writeln!(
            out,
            "No order is judged: they are given for 10,000 services."
        )?;
    } else if missed.is_empty() {
        writeln!(out, "Every order is kept.")?;
    } else {
        writeln!(out, "**Missed orders:** {}.", missed.join("; "))?;
    }
    Ok(out)
}

fn questions(out: &mut String, run: &Run, small: Option<&Run>) -> anyhow::Result<()> {
    writeln!(
        out,
        "| question | CPU µs | ratio | of each process | order | growth | median ms | p95 ms | kB | requests |"
    )?;
    writeln!(out, "|---|---:|---:|---|---|---:|---:|---:|---:|---:|")?;
    for (at, question) in run.questions.iter().enumerate() {
        let asked = Asked { run, at };
        let ratio = asked.ratio();
        let ordered = question.order.filter(|_| run.size == ORDERED);
        let order = ordered.map_or_else(String::new, |order| {
            verdict(ratio <= order, &format!("≤ {order}"))
        });
        let growth = small.map_or_else(String::new, |small| {
            let growth = asked.growth(small);
            let text = format!("{growth:.2}");
            match ordered {
                Some(_) => verdict(growth <= GROWTH, &text),
                None => text,
            }
        });
        let (least, most) = asked.least_and_most();
        let walls = asked.walls();
        writeln!(
            out,
            "| {} | {:.0} | {ratio:.1} | {least:.1} to {most:.1} | {order} | {growth} | {:.2} | {:.2} | {:.1} | {} |",
            question.name,
            asked.micros(),
            millis(percentile(&walls, 50)),
            millis(percentile(&walls, 95)),
            asked.kilobytes(),
            walls.len()
        )?;
    }
    Ok(())
}

fn process(out: &mut String, runs: &[Run]) -> anyhow::Result<()> {
    writeln!(
        out,
        "| engine | services | start to /healthz ms | to /readyz ms | RSS MB: seed alone, ready, \
         after the run; most | index of words MB | update + next read ms: median, p95 | filling s |"
    )?;
    writeln!(out, "|---|---:|---:|---:|---|---:|---|---:|")?;
    for run in runs {
        let Service {
            alive,
            ready,
            updates,
            memory,
        } = service(run);
        let update = percentile(&updates, 50);
        let [seed, when_ready, after, most] =
            [run.memory_of_seed, memory.ready, memory.after, memory.most]
                .map(|bytes| bytes / 1_000_000);
        let ordered = |kept, text: &str| {
            if run.size == ORDERED {
                verdict(kept, text)
            } else {
                text.to_owned()
            }
        };
        writeln!(
            out,
            "| {} | {} | {} | {:.0} | {} | {}.{} | {} | {:.0} |",
            run.engine,
            thousands(run.size),
            ordered(alive < START, &format!("{:.0}", millis(alive))),
            millis(ready),
            ordered(
                memory.after < MEMORY,
                &format!("{seed}, {when_ready}, {after}; {most}")
            ),
            run.index / 1_000_000,
            run.index % 1_000_000 / 100_000,
            ordered(
                update <= UPDATE,
                &format!(
                    "{:.1}, {:.1}",
                    millis(update),
                    millis(percentile(&updates, 95))
                )
            ),
            run.filling.as_secs_f64()
        )?;
    }
    Ok(())
}

/// The orders that are not kept, in words.
fn missed(runs: &[Run]) -> Vec<String> {
    let ordered = runs.iter().filter(|run| run.size == ORDERED);
    ordered
        .flat_map(|run| {
            let mut missed = missed_by_questions(run, small_of(runs, run));
            missed.extend(missed_by_the_service(run));
            let named = |text| format!("{}: {text}", run.engine);
            missed.into_iter().map(named).collect::<Vec<_>>()
        })
        .collect()
}

fn missed_by_questions(run: &Run, small: Option<&Run>) -> Vec<String> {
    let mut missed = Vec::new();
    for (at, question) in run.questions.iter().enumerate() {
        let (asked, name) = (Asked { run, at }, question.name);
        let Some(order) = question.order else {
            continue;
        };
        let ratio = asked.ratio();
        if ratio > order {
            missed.push(format!("{name} {ratio:.1} (≤ {order})"));
        }
        let growth = small.map(|small| asked.growth(small));
        if let Some(growth) = growth.filter(|growth| *growth > GROWTH) {
            missed.push(format!("{name} grows {growth:.2} (≤ {GROWTH})"));
        }
    }
    missed
}

fn missed_by_the_service(run: &Run) -> Vec<String> {
    let service = service(run);
    let mut missed = Vec::new();
    let update = percentile(&service.updates, 50);
    if update > UPDATE {
        missed.push(format!(
            "update + next read {:.0} ms (≤ 50)",
            millis(update)
        ));
    }
    if service.alive >= START {
        missed.push(format!("start {:.0} ms (< 1,000)", millis(service.alive)));
    }
    if service.memory.after >= MEMORY {
        missed.push(format!(
            "RSS {} MB (< 150)",
            service.memory.after / 1_000_000
        ));
    }
    missed
}

fn verdict(kept: bool, text: &str) -> String {
    if kept {
        format!("{text} ok")
    } else {
        format!("**{text} MISSED**")
    }
}

fn small_of<'a>(runs: &'a [Run], run: &Run) -> Option<&'a Run> {
    runs.iter()
        .find(|small| small.engine == run.engine && small.size == SMALL && run.size > SMALL)
}

/// What one question cost in the sittings of a run.
#[derive(Clone, Copy)]
struct Asked<'a> {
    run: &'a Run,
    /// Its place among the questions.
    at: usize,
}

impl Asked<'_> {
    fn tallies(&self) -> impl Iterator<Item = &Tally> {
        self.run
            .sittings
            .iter()
            .filter_map(|sitting| sitting.tallies.get(self.at))
    }

    /// Processor time per request in microseconds.
    fn micros(&self) -> f64 {
        median(self.tallies().map(micros).collect())
    }

    /// How many times the processor time of the plainest question of the same process, in each sitting.
    fn ratios(&self) -> Vec<f64> {
        let plain = self
            .run
            .questions
            .iter()
            .position(|one| one.name == TYPENAME);
        let plain = Asked {
            run: self.run,
            at: plain.unwrap_or_default(),
        };
        let pairs = self.tallies().zip(plain.tallies());
        pairs
            .map(|(one, plain)| micros(one) / micros(plain))
            .collect()
    }

    fn ratio(&self) -> f64 {
        median(self.ratios())
    }

    fn least_and_most(&self) -> (f64, f64) {
        let ratios = self.ratios();
        (
            ratios.iter().copied().fold(f64::INFINITY, f64::min),
            ratios.iter().copied().fold(0.0, f64::max),
        )
    }

    /// Its processor time over the one in the small network, which was asked in turn with it in each sitting.
    fn growth(&self, small: &Run) -> f64 {
        let there = Asked {
            run: small,
            at: self.at,
        };
        let pairs = self.tallies().zip(there.tallies());
        median(
            pairs
                .map(|(here, there)| micros(here) / micros(there))
                .collect(),
        )
    }

    fn walls(&self) -> Vec<Duration> {
        self.tallies()
            .flat_map(|tally| tally.walls.clone())
            .collect()
    }

    /// The mean size of an answer.
    fn kilobytes(&self) -> f64 {
        let per_request = |tally: &Tally| {
            let bytes = u32::try_from(tally.bytes).unwrap_or(u32::MAX);
            f64::from(bytes) / 1_000.0 / f64::from(tally.requests.max(1))
        };
        median(self.tallies().map(per_request).collect())
    }
}

/// What the processes of a run have in common: the median of their starts, all their updates, and the most
/// memory that any of them held.
struct Service {
    alive: Duration,
    ready: Duration,
    updates: Vec<Duration>,
    memory: Memory,
}

fn service(run: &Run) -> Service {
    let starts = |of: fn(&Sitting) -> Duration| {
        let starts: Vec<_> = run.sittings.iter().map(of).collect();
        percentile(&starts, 50)
    };
    let most = |of: fn(&Memory) -> u64| {
        let held = run.sittings.iter().map(|sitting| of(&sitting.memory));
        held.max().unwrap_or_default()
    };
    Service {
        alive: starts(|sitting| sitting.alive),
        ready: starts(|sitting| sitting.ready),
        updates: run
            .sittings
            .iter()
            .flat_map(|sitting| sitting.updates.clone())
            .collect(),
        memory: Memory {
            ready: most(|memory| memory.ready),
            after: most(|memory| memory.after),
            most: most(|memory| memory.most),
        },
    }
}

fn micros(tally: &Tally) -> f64 {
    tally.cpu.as_secs_f64() * 1e6 / f64::from(tally.requests.max(1))
}

fn median(mut of: Vec<f64>) -> f64 {
    of.sort_unstable_by(f64::total_cmp);
    of.get(of.len() / 2).copied().unwrap_or(f64::NAN)
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn percentile(of: &[Duration], percent: usize) -> Duration {
    let mut sorted = of.to_vec();
    sorted.sort_unstable();
    let at = (sorted.len().saturating_sub(1)) * percent / 100;
    sorted.get(at).copied().unwrap_or_default()
}

fn thousands(n: usize) -> String {
    let (thousand, rest) = (n / 1_000, n % 1_000);
    if thousand == 0 {
        rest.to_string()
    } else {
        format!("{thousand},{rest:03}")
    }
}
