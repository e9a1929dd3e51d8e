//! Whether one service is asked for, and what there is to say about it.

use domain::directory::hours::OpenState;
use domain::directory::{Answer, CapacityStatus, CostKind, Freshness, Serves};

use super::Asked;
use crate::areas::AreaFit;
use crate::facts::Doc;
use crate::places::Named;
use crate::points::distance_m;
use crate::rank::Signals;
use crate::terms::SlotIx;

/// How much an area counts whose service lies in the district asked for, but does not state it.
const SITS_THERE: f32 = 0.5;

/// How much an area counts that is not stated.
const AREA_UNKNOWN: f32 = 0.2;

/// The distance in metres beyond which all ways are equally long.
const LONGEST_WAY_M: f64 = 50_000.0;

/// A service that is one of those asked for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Kept {
    pub(crate) signals: Signals,
    pub(crate) distance_m: Option<f64>,
    pub(crate) serves: Option<Serves>,
}

impl Asked {
    /// Whether the service is asked for, and what is to say about it.
    pub(crate) fn keep(&self, slot: u32, doc: &Doc) -> Option<Kept> {
        let facts = &doc.facts;
        if facts.demo != self.demo || !facts.is_published_on(self.today) {
            return None;
        }
        let in_any =
            |wanted: &Option<Vec<SlotIx>>| wanted.as_ref().is_none_or(|slots| facts.has_any(slots));
        if !(in_any(&self.kinds) && in_any(&self.topics) && in_any(&self.sectors)) {
            return None;
        }
        if self
            .channel
            .is_some_and(|channel| !facts.has_channel(channel))
        {
            return None;
        }
        let near_m = match &self.near {
            Some(near) => Some(*near.get(&slot)?),
            None => None,
        };
        let unknowns = self.unknowns(doc)?;
        let (area, serves) = self.area(doc)?;
        let distance_m = near_m.or_else(|| {
            let from = self.from?;
            facts
                .points
                .iter()
                .map(|spot| distance_m(from, *spot))
                .min_by(f64::total_cmp)
        });
        let signals = Signals {
            text: 0.0,
            area,
            open: facts.openings.openness(self.channel, self.now),
            fresh: self.freshness(doc),
            distance: way(distance_m.filter(|_| facts.is_visited)),
            unknowns,
        };
        Some(Kept {
            signals,
            distance_m,
            serves,
        })
    }

    /// How many of the things asked for are not known; nothing when one is known to be otherwise.
    fn unknowns(&self, doc: &Doc) -> Option<u8> {
        let facts = &doc.facts;
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
        let all = ask(!self.cost.is_empty(), &|| match facts.cost {
            CostKind::Unknown => Answer::Unknown,
            known if self.cost.contains(&known) => Answer::Yes,
            CostKind::Free | CostKind::Partly | CostKind::Paid => Answer::No,
        }) && ask(self.anonymous, &|| facts.anonymous)
            && ask(self.accessible, &|| facts.accessible)
            && ask(self.age_months.is_some(), &|| {
                facts.fits_age(self.age_months.unwrap_or(0))
            })
            && ask(!self.languages.is_empty(), &|| self.speaks(doc))
            && ask(self.accepting, &|| match facts.capacity(self.today) {
                Some(CapacityStatus::Accepting) => Answer::Yes,
                Some(CapacityStatus::Waitlist | CapacityStatus::Full) => Answer::No,
                Some(CapacityStatus::AssessmentRequired) | None => Answer::Unknown,
            })
            && ask(self.open_at.is_some(), &|| self.is_open(doc));
        all.then_some(unknowns)
    }

    fn speaks(&self, doc: &Doc) -> Answer {
        if !doc.facts.has_languages {
            return Answer::Unknown;
        }
        let spoken = doc
            .view
            .service
            .languages
            .iter()
            .any(|one| self.languages.contains(&one.code));
        if spoken { Answer::Yes } else { Answer::No }
    }

    fn is_open(&self, doc: &Doc) -> Answer {
        let at = self.open_at.unwrap_or(self.now);
        match doc
            .facts
            .openings
            .state(&doc.view, self.window, self.channel, at)
        {
            OpenState::Open => Answer::Yes,
            OpenState::Closed => Answer::No,
            OpenState::Unknown => Answer::Unknown,
        }
    }

    /// How closely the areas fit all places asked for; nothing when one of them is not served.
    fn area(&self, doc: &Doc) -> Option<(f32, Option<Serves>)> {
        let mut serves = None;
        let mut least: Option<f32> = None;
        for asked in &self.places {
            let at = usize::try_from(doc.facts.area).unwrap_or(0);
            let fits = match asked.fits.get(at).copied().unwrap_or(AreaFit::Unknown) {
                AreaFit::Excluded => return None,
                AreaFit::Fits(score) => {
                    serves = serves.or(Some(Serves::Yes));
                    // whoever sits in the very municipality has it named
                    if is_given_in(doc, &asked.place) {
                        1.0
                    } else {
                        score
                    }
                }
                AreaFit::Unknown => {
                    serves = Some(Serves::Unknown);
                    if sits_around(doc, &asked.place) {
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

    fn freshness(&self, doc: &Doc) -> f32 {
        let freshness = match doc.facts.trusted_until {
            Some(until) if until >= self.today => Freshness::Confirmed,
            Some(_) => Freshness::Overdue,
            None => Freshness::Unconfirmed,
        };
        match freshness {
            Freshness::Confirmed => 1.0,
            Freshness::Overdue => 0.5,
            Freshness::Unconfirmed => 0.0,
        }
    }
}

/// Whether a service whose area is not stated sits in one of the districts.
fn sits_around(doc: &Doc, place: &Named) -> bool {
    let mut districts = place.candidates.iter().flat_map(|one| &one.locus.districts);
    districts.any(|key| doc.facts.districts.iter().any(|own| **own == *key.as_str()))
}

/// Whether a service is given in the municipality, or for a question about a district in the
/// district, that was asked for.
pub(crate) fn is_given_in(doc: &Doc, place: &Named) -> bool {
    place
        .candidates
        .iter()
        .any(|candidate| match &candidate.locus.municipality {
            Some(key) => doc
                .facts
                .municipalities
                .iter()
                .any(|own| **own == *key.as_str()),
            None => candidate.locus.districts.iter().any(|key| {
                doc.facts
                    .municipalities
                    .iter()
                    .any(|own| own.starts_with(key.as_str()))
            }),
        })
}

/// The way as a part of the longest one that counts.
fn way(distance_m: Option<f64>) -> f32 {
    let part = distance_m.map_or(0.0, |metres| (metres / LONGEST_WAY_M).min(1.0));
    // hundredths are fine enough, and have no rounding to lose
    let hundredths = (part * 100.0).round();
    (0_u8..=100)
        .find(|step| f64::from(*step) >= hundredths)
        .map_or(1.0, |step| f32::from(step) / 100.0)
}
