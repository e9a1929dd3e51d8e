//! Filters: whether a service is one that was asked for. An unknown value never excludes; it is
//! counted and ranks lower.

mod keep;

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use domain::directory::hours::Channel;
use domain::directory::{CostKind, Filter};
use domain::text::Lang;
pub(crate) use keep::{Kept, Outline};

use crate::areas::AreaFit;
use crate::bits::Bits;
use crate::model::{Model, Shared, position};
use crate::places::{Named, PlaceKeys};
use crate::points::{Spot, on_sphere};
use crate::query::{Parsed, StateWord};
use crate::window::{Window, local_day};

/// A place that must be served.
#[derive(Debug, Clone)]
pub(crate) struct PlaceAsked {
    /// What of the question names it.
    pub(crate) query_part: String,
    /// The place.
    pub(crate) place: Named,
    /// What each statement of areas says about it.
    fits: Vec<AreaFit>,
    /// Those who serve it, or do not say that they do not.
    serving: Arc<Bits>,
    /// The seats in the very municipality, or in the district when that was asked for.
    seats_inside: Bits,
    /// The seats in one of its districts.
    seats_around: Bits,
}

/// Everything a service must be, in the model of one tier.
#[derive(Debug, Clone)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one thing asked for, as in the filter"
)]
pub(crate) struct Asked<'m> {
    model: &'m Model,
    pub(crate) places: Vec<PlaceAsked>,
    /// Whether a place was named that nobody knows.
    pub(crate) place_unknown: bool,
    pub(crate) demo: bool,
    /// Those with the terms asked for, and those within the circle asked for.
    among: Vec<Arc<Bits>>,
    age_months: Option<u16>,
    languages: Vec<Lang>,
    /// Those who speak one of the languages.
    speaking: Arc<Bits>,
    accessible: bool,
    cost: Vec<CostKind>,
    anonymous: bool,
    open_at: Option<DateTime<Utc>>,
    channel: Option<Channel>,
    accepting: bool,
    /// Where distances are measured from.
    from: Option<Spot>,
    now: DateTime<Utc>,
    today: NaiveDate,
    window: Window,
}

impl<'m> Asked<'m> {
    /// What the filter and the words ask for.
    pub(crate) fn new(
        filter: &Filter,
        parsed: &Parsed,
        model: &'m Model,
        shared: &Shared,
        now: DateTime<Utc>,
    ) -> Self {
        let today = local_day(now);
        let (named, place_unknown) = named_places(filter, parsed, shared, today);
        let demo = named.iter().any(|(_, place)| place.is_demo());
        let centre = filter.near.map(|near| {
            on_sphere(domain::territory::Coordinates {
                lat: near.lat,
                lon: near.lon,
            })
        });
        let from = centre.or_else(|| {
            named
                .iter()
                .find_map(|(_, place)| place.point())
                .map(on_sphere)
        });
        let mut asked = Self {
            model,
            places: Vec::new(),
            place_unknown,
            demo,
            among: among(filter, centre, model, shared),
            age_months: filter.age_months,
            languages: filter.languages.clone(),
            speaking: Arc::default(),
            accessible: filter.accessible,
            cost: filter.cost.clone(),
            anonymous: filter.anonymous,
            open_at: filter.open_at,
            channel: filter.channel,
            accepting: filter.accepting,
            from,
            now,
            today,
            window: shared.window,
        };
        asked.add_states(&parsed.states);
        asked.speaking = Arc::new(model.columns.speaking(&asked.languages));
        asked.set_places(named);
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

    fn set_places(&mut self, named: Vec<(String, Named)>) {
        let tables = &self.model.tables;
        let asked = named.into_iter().map(|(query_part, place)| {
            let keys = PlaceKeys::of(&place);
            let seats = &tables.seats;
            let fits = tables.areas.fits(&place, &keys);
            let excluded = |area| fits.get(position(area)) == Some(&AreaFit::Excluded);
            let serving = self.model.columns.stating(|area| !excluded(area));
            PlaceAsked {
                query_part,
                place,
                fits,
                serving: Arc::new(serving),
                seats_inside: seats.inside(&keys),
                seats_around: seats.around(&keys),
            }
        });
        self.places = asked.collect();
    }

    /// The same question for the districts around its places; nothing when it is that wide already.
    pub(crate) fn widened_to_districts(&self, shared: &Shared) -> Option<(Self, String)> {
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
        wider.set_places(named);
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
            among: Vec::new(),
            age_months: None,
            languages: Vec::new(),
            speaking: Arc::default(),
            accessible: false,
            cost: Vec::new(),
            anonymous: false,
            open_at: None,
            channel: None,
            accepting: false,
            from: None,
            ..*self
        }
    }
}

/// The sets a filter names: those with any of the terms of each kind, those within the circle.
fn among(filter: &Filter, centre: Option<Spot>, model: &Model, shared: &Shared) -> Vec<Arc<Bits>> {
    let with_any = |facet, keys: &[_]| {
        let values = (!keys.is_empty()).then(|| shared.terms.slots_of(facet, keys));
        values.map(|values| Arc::new(model.columns.with_any(&values)))
    };
    let within = filter.near.zip(centre).map(|(near, centre)| {
        let within = model.points.within(centre, f64::from(near.radius_m));
        Arc::new(Bits::of(within))
    });
    [
        with_any("topic", &filter.topics),
        with_any("kind", &filter.kinds),
        with_any("sector", &filter.sectors),
        within,
    ]
    .into_iter()
    .flatten()
    .collect()
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
