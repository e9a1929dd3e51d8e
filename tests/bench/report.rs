//! The figures as Markdown, beside the orders they are held against.

use std::fmt::Write as _;
use std::time::Duration;

use chrono::{DateTime, Utc};

use crate::measure::{Run, Tally};
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
        "| question | CPU µs | ratio | order | growth | median ms | p95 ms | kB | requests |"
    )?;
    writeln!(out, "|---|---:|---:|---|---|---:|---:|---:|---:|")?;
    for (question, tally) in &run.tallies {
        let ratio = ratio(run, tally);
        let order = question
            .order
            .filter(|_| run.size == ORDERED)
            .map_or_else(String::new, |order| {
                verdict(ratio <= order, &format!("≤ {order}"))
            });
        let growth = small.and_then(|small| growth(run, small, question.name));
        let growth = growth.map_or_else(String::new, |growth| {
            let text = format!("{growth:.2}");
            if run.size == ORDERED && question.order.is_some() {
                verdict(growth <= GROWTH, &text)
            } else {
                text
            }
        });
        writeln!(
            out,
            "| {} | {:.0} | {ratio:.1} | {order} | {growth} | {:.2} | {:.2} | {:.1} | {} |",
            question.name,
            micros(tally),
            millis(percentile(&tally.walls, 50)),
            millis(percentile(&tally.walls, 95)),
            per_request(tally, kilobytes(tally.bytes)),
            tally.requests
        )?;
    }
    Ok(())
}

fn process(out: &mut String, runs: &[Run]) -> anyhow::Result<()> {
    writeln!(
        out,
        "| engine | services | start to /healthz ms | to /readyz ms | RSS MB: seed alone, ready, \
         after the run; most | update + next read ms: median, p95 | filling s |"
    )?;
    writeln!(out, "|---|---:|---:|---:|---|---|---:|")?;
    for run in runs {
        let (alive, ready) = (percentile(&run.alive, 50), percentile(&run.ready, 50));
        let update = percentile(&run.updates, 50);
        let after = run.memory[2];
        let [seed, when_ready, at_the_end, most] = run.memory.map(|bytes| bytes / 1_000_000);
        let memory = format!("{seed}, {when_ready}, {at_the_end}; {most}");
        let updates = format!(
            "{:.1}, {:.1}",
            millis(update),
            millis(percentile(&run.updates, 95))
        );
        let ordered = |kept, text: &str| {
            if run.size == ORDERED {
                verdict(kept, text)
            } else {
                text.to_owned()
            }
        };
        writeln!(
            out,
            "| {} | {} | {} | {:.0} | {} | {} | {:.0} |",
            run.engine,
            thousands(run.size),
            ordered(alive < START, &format!("{:.0}", millis(alive))),
            millis(ready),
            ordered(after < MEMORY, &memory),
            ordered(update <= UPDATE, &updates),
            run.filling.as_secs_f64()
        )?;
    }
    Ok(())
}

/// The orders that are not kept, in words.
pub(crate) fn missed(runs: &[Run]) -> Vec<String> {
    let mut missed = Vec::new();
    for run in runs.iter().filter(|run| run.size == ORDERED) {
        let engine = run.engine;
        for (question, tally) in &run.tallies {
            let Some(order) = question.order else {
                continue;
            };
            let ratio = ratio(run, tally);
            if ratio > order {
                missed.push(format!(
                    "{engine}: {} {ratio:.1} (≤ {order})",
                    question.name
                ));
            }
            let growth = small_of(runs, run).and_then(|small| growth(run, small, question.name));
            if let Some(growth) = growth.filter(|growth| *growth > GROWTH) {
                missed.push(format!(
                    "{engine}: {} grows {growth:.2} (≤ {GROWTH})",
                    question.name
                ));
            }
        }
        let update = percentile(&run.updates, 50);
        if update > UPDATE {
            missed.push(format!(
                "{engine}: update + next read {:.0} ms (≤ 50)",
                millis(update)
            ));
        }
        let alive = percentile(&run.alive, 50);
        if alive >= START {
            missed.push(format!("{engine}: start {:.0} ms (< 1,000)", millis(alive)));
        }
        let after = run.memory[2];
        if after >= MEMORY {
            missed.push(format!("{engine}: RSS {} MB (< 150)", after / 1_000_000));
        }
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

/// The ratio of a question here over its ratio in the small network.
fn growth(run: &Run, small: &Run, name: &str) -> Option<f64> {
    let of = |run: &Run| {
        let (_, tally) = run.tallies.iter().find(|(one, _)| one.name == name)?;
        Some(ratio(run, tally))
    };
    Some(of(run)? / of(small)?)
}

/// How many times the processor time of the plainest question.
fn ratio(run: &Run, tally: &Tally) -> f64 {
    let plain = run.tallies.iter().find(|(one, _)| one.name == TYPENAME);
    plain.map_or(f64::NAN, |(_, plain)| micros(tally) / micros(plain))
}

/// Processor time per request in microseconds.
fn micros(tally: &Tally) -> f64 {
    per_request(tally, tally.cpu.as_secs_f64() * 1e6)
}

fn per_request(tally: &Tally, sum: f64) -> f64 {
    sum / f64::from(tally.requests.max(1))
}

fn kilobytes(bytes: u64) -> f64 {
    f64::from(u32::try_from(bytes / 1_000).unwrap_or(u32::MAX))
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
