//! Filters: whether a service is one that was asked for. An unknown value never excludes; it is
//! counted and ranks lower.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::directory::hours::{Channel, OpenState};
use domain::directory::{Answer, CapacityStatus, CostKind, Filter, Freshness, Serves};
use domain::text::Lang;

use crate::areas::{AreaFit, AreaTable};
use crate::facts::Doc;
use crate::hours::{Window, local_day};
use crate::model::{Model, Shared};
use crate::places::Named;
use crate::points::{Spot, distance_m, on_sphere};
use crate::query::{Parsed, StateWord};
use crate::rank::Signals;
use crate::terms::SlotIx;

/// How much an area counts whose service lies in the district asked for, but does not state it.
const SITS_THERE: f32 = 0.5;

/// How much an area counts that is not stated.
const AREA_UNKNOWN: f32 = 0.2;

/// The distance in metres beyond which all ways are equally long.
const LONGEST_WAY_M: f64 = 50_000.0;

/// A place that must be served.
#[derive(Debug, Clone)]
pub(crate) struct PlaceAsked {
    /// What of the question names it.
    pub(crate) query_part: String,
    /// The place.
    pub(crate) place: Named,
    /// What each statement of areas says about it, by id.
    fits: Vec<AreaFit>,
}

/// Everything a service must be.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) places: Vec<PlaceAsked>,
    /// Whether a place was named that nobody knows.
    pub(crate) place_unknown: bool,
    pub(crate) demo: bool,
    topics: Option<Vec<SlotIx>>,
    kinds: Option<Vec<SlotIx>>,
    sectors: Option<Vec<SlotIx>>,
    age_months: Option<u16>,
    languages: Vec<Lang>,
    accessible: bool,
    cost: Vec<CostKind>,
    anonymous: bool,
    open_at: Option<DateTime<Utc>>,
    channel: Option<Channel>,
    accepting: bool,
    near: Option<Arc<HashMap<u32, f64>>>,
    /// Where distances are measured from.
    from: Option<Spot>,
    now: DateTime<Utc>,
    today: NaiveDate,
    window: Window,
}

/// A service that is one of those asked for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Kept {
    pub(crate) signals: Signals,
    pub(crate) distance_m: Option<f64>,
    pub(crate) serves: Option<Serves>,
}

impl Asked {
    /// What the filter and the words ask for.
    pub(crate) fn new(
        filter: &Filter,
        parsed: &Parsed,
        model: &Model,
        shared: &Shared,
        now: DateTime<Utc>,
    ) -> Self {
        let today = local_day(now);
        let (named, place_unknown) = named_places(filter, parsed, shared, today);
        let demo = named.iter().any(|(_, place)| place.is_demo());
        let slots =
            |facet, keys: &[_]| (!keys.is_empty()).then(|| shared.terms.slots_of(facet, keys));
        let centre = filter.near.map(|near| {
            on_sphere(domain::territory::Coordinates {
                lat: near.lat,
                lon: near.lon,
            })
        });
        let near = filter.near.zip(centre).map(|(near, centre)| {
            Arc::new(
                model
                    .points
                    .within(centre, f64::from(near.radius_m))
                    .into_iter()
                    .collect(),
            )
        });
        let from = centre.or_else(|| {
            named
                .iter()
                .find_map(|(_, place)| place.point())
                .map(on_sphere)
        });
        let mut asked = Self {
            places: Vec::new(),
            place_unknown,
            demo,
            topics: slots("topic", &filter.topics),
            kinds: slots("kind", &filter.kinds),
            sectors: slots("sector", &filter.sectors),
            age_months: filter.age_months,
            languages: filter.languages.clone(),
            accessible: filter.accessible,
            cost: filter.cost.clone(),
            anonymous: filter.anonymous,
            open_at: filter.open_at,
            channel: filter.channel,
            accepting: filter.accepting,
            near,
            from,
            now,
            today,
            window: shared.window,
        };
        asked.add_states(&parsed.states);
        asked.set_places(named, &model.areas);
        asked
    }

    fn add_states(&mut self, states: &[StateWord]) {
        for state in states {
            match state {
                StateWord::Open => self.open_at = self.open_at.or(Some(self.now)),
                StateWord::Night => self.open_at = self.open_at.or(Some(next_night(self.now))),
                StateWord::Free => {
                    if self.cost.is_empty() {
                        self.cost.push(CostKind::Free);
                    }
                }
                StateWord::Anonymous => self.anonymous = true,
                StateWord::Accessible => self.accessible = true,
                StateWord::By(channel) => self.channel = self.channel.or(Some(*channel)),
                StateWord::Accepting => self.accepting = true,
                StateWord::Speaks(language) => self.languages.push(language.clone()),
                StateWord::Filler => {}
            }
        }
    }

    fn set_places(&mut self, named: Vec<(String, Named)>, areas: &AreaTable) {
        let asked = named.into_iter().map(|(query_part, place)| {
            let fits = areas.fits(&place);
            PlaceAsked {
                query_part,
                place,
                fits,
            }
        });
        self.places = asked.collect();
    }

    /// The same question for the districts around its places; nothing when it is that wide already.
    pub(crate) fn widened_to_districts(
        &self,
        model: &Model,
        shared: &Shared,
    ) -> Option<(Self, String)> {
        if self.places.is_empty() || self.places.iter().all(|asked| asked.place.is_district()) {
            return None;
        }
        let districts = |asked: &PlaceAsked| {
            let keys = asked.place.districts();
            let around = keys
                .iter()
                .filter_map(|key| shared.places.of_district(key.as_str(), self.today));
            let candidates = around.flat_map(|named| named.candidates).collect();
            let names = keys
                .iter()
                .filter_map(|key| shared.places.district_name(key));
            let label = names.collect::<Vec<_>>().join(", ");
            (asked.query_part.clone(), Named { candidates, label })
        };
        let named: Vec<(String, Named)> = self.places.iter().map(districts).collect();
        let label = named
            .first()
            .map(|(_, place)| place.label.clone())
            .unwrap_or_default();
        let mut wider = self.without_places();
        wider.set_places(named, &model.areas);
        Some((wider, label))
    }

    /// The same question without its places.
    pub(crate) fn without_places(&self) -> Self {
        Self {
            places: Vec::new(),
            ..self.clone()
        }
    }

    /// Any service at all that is shown to whoever asks this.
    pub(crate) fn anything(&self) -> Self {
        Self {
            places: Vec::new(),
            topics: None,
            kinds: None,
            sectors: None,
            age_months: None,
            languages: Vec::new(),
            accessible: false,
            cost: Vec::new(),
            anonymous: false,
            open_at: None,
            channel: None,
            accepting: false,
            near: None,
            from: None,
            ..*self
        }
    }

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
            open: self.openness(doc),
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
                    if self.sits_around(doc, &asked.place) {
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

    fn sits_around(&self, doc: &Doc, place: &Named) -> bool {
        let mut districts = place.candidates.iter().flat_map(|one| &one.locus.districts);
        districts.any(|key| doc.facts.districts.iter().any(|own| **own == *key.as_str()))
    }

    fn openness(&self, doc: &Doc) -> f32 {
        let openings = &doc.facts.openings;
        if openings.opens_within(self.channel, self.now, TimeDelta::zero()) {
            1.0
        } else if openings.opens_within(self.channel, self.now, TimeDelta::hours(24)) {
            0.5
        } else {
            0.0
        }
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

fn named_places(
    filter: &Filter,
    parsed: &Parsed,
    shared: &Shared,
    today: NaiveDate,
) -> (Vec<(String, Named)>, bool) {
    let places = &shared.places;
    let mut named = Vec::new();
    let mut place_unknown = false;
    let mut add = |asked: Option<&str>, find: &dyn Fn(&str) -> Option<Named>| {
        let Some(text) = asked.filter(|text| !text.trim().is_empty()) else {
            return;
        };
        match find(text) {
            Some(place) => named.push((text.to_owned(), place)),
            None => place_unknown = true,
        }
    };
    add(filter.place.as_deref(), &|text| {
        crate::query::typed_place(places, text, today)
    });
    add(filter.district.as_deref(), &|key| {
        places.of_district(key, today)
    });
    add(filter.municipality.as_deref(), &|key| {
        places.of_municipality(key, today)
    });
    let postcode = filter.postcode.as_ref();
    add(postcode.map(domain::text::PostalCode::as_str), &|_| {
        places.of_postcode(postcode?, today)
    });
    named.extend(
        parsed
            .place
            .iter()
            .map(|in_text| (in_text.query_part.clone(), in_text.place.clone())),
    );
    (named, place_unknown)
}

/// The next time it is two in the morning.
fn next_night(now: DateTime<Utc>) -> DateTime<Utc> {
    let night = |day: NaiveDate| {
        let at = day
            .and_hms_opt(2, 0, 0)?
            .and_local_timezone(domain::time::LOCAL);
        at.earliest().map(|at| at.with_timezone(&Utc))
    };
    let today = local_day(now);
    let nights = [Some(today), today.succ_opt()]
        .into_iter()
        .flatten()
        .filter_map(night);
    nights.into_iter().find(|at| *at >= now).unwrap_or(now)
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
