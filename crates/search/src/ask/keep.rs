//! Whether one service is asked for, and what there is to say about it.

use std::sync::Arc;

use domain::directory::hours::OpenState;
use domain::directory::{Answer, CapacityStatus, CostKind, Freshness, Serves};

use super::{Asked, PlaceAsked};
use crate::areas::AreaFit;
use crate::bits::Bits;
use crate::model::position;
use crate::rank::{Signals, shuffle};
use crate::row::Row;

/// How much an area counts whose service lies in the district asked for, but does not state it.
const SITS_THERE: f32 = 0.5;

/// How much an area counts that is not stated.
const AREA_UNKNOWN: f32 = 0.2;

/// The distance in metres beyond which all ways are equally long.
const LONGEST_WAY_M: f64 = 50_000.0;

/// What is to say about a service that is one of those asked for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Kept {
    pub(crate) signals: Signals,
    pub(crate) distance_m: Option<f64>,
    pub(crate) serves: Option<Serves>,
}

/// What the row of a service that is asked for says about it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Outline<'m> {
    slot: u32,
    row: &'m Row,
    /// What could be said at best about it, words aside.
    pub(crate) at_best: Signals,
    serves: Option<Serves>,
}

impl Asked<'_> {
    /// The services that may be asked for, by the sets alone: of each [`Self::admits`] has the last
    /// word.
    fn candidates(&self) -> Bits {
        let mut candidates = self.model.columns.shown_on(self.today, self.demo);
        let serving = self.places.iter().map(|asked| &asked.serving);
        for set in self.among.iter().chain(serving) {
            candidates.keep_common(set);
        }
        candidates
    }

    /// All services asked for, words aside.
    pub(crate) fn all(&self) -> Bits {
        let mut all = self.candidates();
        if self.asks_of_rows() {
            all.retain(|slot| self.admits(slot));
        }
        all
    }

    /// Every service asked for that `find` finds among candidates.
    pub(crate) fn found(&self, find: impl FnOnce(Arc<Bits>) -> Vec<(u32, f32)>) -> Vec<(u32, f32)> {
        let mut found = find(Arc::new(self.candidates()));
        if self.asks_of_rows() {
            found.retain(|(slot, _)| self.admits(*slot));
        }
        found
    }

    fn asks_of_rows(&self) -> bool {
        self.channel.is_some() || self.asks_what_may_be_unknown()
    }

    fn asks_what_may_be_unknown(&self) -> bool {
        !self.cost.is_empty()
            || !self.languages.is_empty()
            || self.anonymous
            || self.accessible
            || self.accepting
            || self.age_months.is_some()
            || self.open_at.is_some()
    }

    /// Whether a candidate is asked for.
    fn admits(&self, slot: u32) -> bool {
        self.model.columns.row(slot).is_some_and(|row| {
            self.channel.is_none_or(|channel| row.has_channel(channel))
                && self.unknowns(slot, row).is_some()
        })
    }

    /// What is to say about a service that is asked for; nothing when it is not.
    pub(crate) fn about(&self, slot: u32) -> Option<Kept> {
        self.outline(slot)
            .and_then(|outline| self.in_full(&outline))
    }

    /// What its row alone says about a service, the best being assumed of hours and way; nothing when
    /// it is not asked for.
    pub(crate) fn outline(&self, slot: u32) -> Option<Outline<'_>> {
        let row = self.model.columns.row(slot)?;
        let unknowns = self.unknowns(slot, row)?;
        let (area, serves) = self.area(row)?;
        let at_best = Signals {
            area,
            fresh: match row.freshness(self.today) {
                Freshness::Confirmed => 1.0,
                Freshness::Overdue => 0.5,
                Freshness::Unconfirmed => 0.0,
            },
            unknowns,
            ..self.best_signals()
        };
        Some(Outline {
            slot,
            row,
            at_best,
            serves,
        })
    }

    /// The same with its hours and the way there.
    pub(crate) fn in_full(&self, outline: &Outline<'_>) -> Option<Kept> {
        let &Outline { slot, row, .. } = outline;
        let doc = self.model.doc(slot)?;
        let columns = &self.model.columns;
        let distance_m = self.distance_m(slot);
        let signals = Signals {
            open: columns.openness(slot, doc, self.window, self.channel, self.now),
            distance: way(distance_m.filter(|_| row.is_visited)),
            ..outline.at_best
        };
        Some(Kept {
            signals,
            distance_m,
            serves: outline.serves,
        })
    }

    /// What could be said at best about any service, words aside.
    pub(crate) fn best_signals(&self) -> Signals {
        Signals {
            text: 0.0,
            area: if self.places.is_empty() { 0.0 } else { 1.0 },
            open: 1.0,
            fresh: 1.0,
            distance: 0.0,
            unknowns: 0,
        }
    }

    /// The way to a service, where a point or place to start from was asked for.
    pub(crate) fn distance_m(&self, slot: u32) -> Option<f64> {
        let doc = self.model.doc(slot)?;
        self.model.columns.distance_m(self.from?, slot, doc)
    }

    /// The order of equals, on the day of the question.
    pub(crate) fn shuffle(&self, slot: u32) -> u64 {
        let row = self.model.columns.row(slot);
        row.map_or(0, |row| shuffle(self.today, row.mixed_id))
    }

    /// How many of the things asked for are not known; nothing when one is known to be otherwise.
    fn unknowns(&self, slot: u32, row: &Row) -> Option<u8> {
        if !self.asks_what_may_be_unknown() {
            return Some(0);
        }
        let mut unknowns = 0;
        let mut ask = |asked: bool, answer: &dyn Fn() -> Answer| {
            if !asked {
                return true;
            }
            match answer() {
                Answer::Yes | Answer::Partly => true,
                Answer::No => false,
                Answer::Unknown => {
                    unknowns += 1;
                    true
                }
            }
        };
        let all = ask(!self.cost.is_empty(), &|| match row.cost {
            CostKind::Unknown => Answer::Unknown,
            known if self.cost.contains(&known) => Answer::Yes,
            CostKind::Free | CostKind::Partly | CostKind::Paid => Answer::No,
        }) && ask(self.anonymous, &|| row.anonymous)
            && ask(self.accessible, &|| row.accessible)
            && ask(self.age_months.is_some(), &|| {
                row.fits_age(self.age_months.unwrap_or(0))
            })
            && ask(!self.languages.is_empty(), &|| match (
                row.has_languages,
                self.speaking.contains(slot),
            ) {
                (false, _) => Answer::Unknown,
                (true, true) => Answer::Yes,
                (true, false) => Answer::No,
            })
            && ask(self.accepting, &|| match row.capacity(self.today) {
                Some(CapacityStatus::Accepting) => Answer::Yes,
                Some(CapacityStatus::Waitlist | CapacityStatus::Full) => Answer::No,
                Some(CapacityStatus::AssessmentRequired) | None => Answer::Unknown,
            })
            && ask(self.open_at.is_some(), &|| self.is_open(slot));
        all.then_some(unknowns)
    }

    fn is_open(&self, slot: u32) -> Answer {
        let at = self.open_at.unwrap_or(self.now);
        let state = self.model.doc(slot).map(|doc| {
            let openings = &doc.facts.openings;
            openings.state(&doc.view, self.window, self.channel, at)
        });
        match state {
            Some(OpenState::Open) => Answer::Yes,
            Some(OpenState::Closed) => Answer::No,
            Some(OpenState::Unknown) | None => Answer::Unknown,
        }
    }

    /// Whether a service is given in the municipality, or for a question about a district in the
    /// district, that was asked for.
    pub(crate) fn is_given_in(&self, asked: &PlaceAsked, slot: u32) -> bool {
        let row = self.model.columns.row(slot);
        row.is_some_and(|row| asked.seats_inside.contains(row.seat))
    }

    /// How closely the areas fit all places asked for; nothing when one of them is not served.
    fn area(&self, row: &Row) -> Option<(f32, Option<Serves>)> {
        let mut serves = None;
        let mut least: Option<f32> = None;
        for asked in &self.places {
            let fit = asked.fits.get(position(row.area));
            let fits = match fit.copied().unwrap_or(AreaFit::Unknown) {
                AreaFit::Excluded => return None,
                AreaFit::Fits(score) => {
                    serves = serves.or(Some(Serves::Yes));
                    // whoever sits in the very municipality has it named
                    if asked.seats_inside.contains(row.seat) {
                        1.0
                    } else {
                        score
                    }
                }
                AreaFit::Unknown => {
                    serves = Some(Serves::Unknown);
                    if asked.seats_around.contains(row.seat) {
                        SITS_THERE
                    } else {
                        AREA_UNKNOWN
                    }
                }
            };
            least = Some(least.map_or(fits, |least| least.min(fits)));
        }
        Some((least.unwrap_or(0.0), serves))
    }
}

/// The way as a part of the longest one that counts.
fn way(distance_m: Option<f64>) -> f32 {
    let Some(distance_m) = distance_m else {
        return 0.0;
    };
    let part = (distance_m / LONGEST_WAY_M).min(1.0);
    // hundredths are fine enough, and have no rounding to lose
    let hundredths = (part * 100.0).round();
    let (mut from, mut to) = (0_u8, 100_u8);
    while from < to {
        let middle = from.midpoint(to);
        if f64::from(middle) < hundredths {
            from = middle + 1;
        } else {
            to = middle;
        }
    }
    f32::from(from) / 100.0
}
