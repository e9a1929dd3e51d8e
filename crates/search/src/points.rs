//! Where services are given, as points on the unit sphere: a circle on the earth is a ball in space,
//! and there is no edge at a meridian or pole.

use domain::territory::Coordinates;
use rstar::primitives::GeomWithData;
use rstar::{PointDistance, RTree};

/// The mean radius of the earth in metres.
const EARTH_RADIUS_M: f64 = 6_371_000.0;

/// A point on the unit sphere.
pub(crate) type Spot = [f64; 3];

type Entry = GeomWithData<Spot, u32>;

/// The points of all services of a tier.
#[derive(Debug, Clone, Default)]
pub(crate) struct Points(RTree<Entry>);

impl Points {
    /// Loads the points of all services at once.
    pub(crate) fn new(points: impl IntoIterator<Item = (u32, Spot)>) -> Self {
        let entries = points
            .into_iter()
            .map(|(slot, spot)| Entry::new(spot, slot));
        Self(RTree::bulk_load(entries.collect()))
    }

    /// Adds a point of a service.
    pub(crate) fn add(&mut self, slot: u32, spot: Spot) {
        self.0.insert(Entry::new(spot, slot));
    }

    /// Takes a point of a service out.
    pub(crate) fn remove(&mut self, slot: u32, spot: Spot) {
        self.0.remove(&Entry::new(spot, slot));
    }

    /// The services with a point within `radius_m` metres, by slot; one with several points there
    /// comes several times.
    pub(crate) fn within(&self, centre: Spot, radius_m: f64) -> impl Iterator<Item = u32> {
        let chord = chord_of(radius_m);
        let found = self.0.locate_within_distance(centre, chord * chord);
        found.map(|entry| entry.data)
    }
}

/// The distance in metres along the surface.
pub(crate) fn distance_m(one: Spot, other: Spot) -> f64 {
    metres_of(one.distance_2(&other).sqrt())
}

/// Where a point lies on the unit sphere.
pub(crate) fn on_sphere(point: Coordinates) -> Spot {
    let (lat, lon) = (point.lat.to_radians(), point.lon.to_radians());
    [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()]
}

fn chord_of(metres: f64) -> f64 {
    2.0 * (metres / (2.0 * EARTH_RADIUS_M)).sin()
}

fn metres_of(chord: f64) -> f64 {
    2.0 * EARTH_RADIUS_M * (chord / 2.0).min(1.0).asin()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCHWERIN: Coordinates = Coordinates {
        lat: 53.615,
        lon: 11.434,
    };
    const ROSTOCK: Coordinates = Coordinates {
        lat: 54.149,
        lon: 12.145,
    };

    #[test]
    fn a_circle_holds_what_is_near_and_nothing_else() {
        let points = Points::new([(0, on_sphere(SCHWERIN)), (1, on_sphere(ROSTOCK))]);
        let near: Vec<u32> = points.within(on_sphere(SCHWERIN), 10_000.0).collect();
        assert_eq!(near, [0]);
        assert_eq!(points.within(on_sphere(SCHWERIN), 100_000.0).count(), 2);
    }

    #[test]
    fn the_distance_is_that_of_the_territory() {
        let here = distance_m(on_sphere(SCHWERIN), on_sphere(ROSTOCK));
        assert!((here - SCHWERIN.distance_m(ROSTOCK)).abs() < 1.0);
    }

    #[test]
    fn a_removed_point_is_gone() {
        let mut points = Points::new([(0, on_sphere(SCHWERIN))]);
        points.add(1, on_sphere(SCHWERIN));
        points.remove(0, on_sphere(SCHWERIN));
        assert_eq!(points.within(on_sphere(SCHWERIN), 1.0).count(), 1);
    }
}
