//! Points and distances.

use serde::{Deserialize, Serialize};

/// A point on the earth in degrees (WGS 84).
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Coordinates {
    /// Latitude, -90 to 90.
    pub lat: f64,
    /// Longitude, -180 to 180.
    pub lon: f64,
}

/// The mean radius of the earth in metres.
const EARTH_RADIUS_M: f64 = 6_371_000.0;

impl Coordinates {
    /// The distance in metres along the surface (haversine).
    pub fn distance_m(self, other: Self) -> f64 {
        let half_sine = |degrees: f64| (degrees.to_radians() / 2.0).sin().powi(2);
        let straight = half_sine(other.lat - self.lat)
            + self.lat.to_radians().cos()
                * other.lat.to_radians().cos()
                * half_sine(other.lon - self.lon);
        2.0 * EARTH_RADIUS_M * straight.sqrt().min(1.0).asin()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schwerin_and_rostock_are_about_seventy_five_kilometres_apart() {
        let schwerin = Coordinates {
            lat: 53.615,
            lon: 11.434,
        };
        let rostock = Coordinates {
            lat: 54.149,
            lon: 12.145,
        };
        let distance = schwerin.distance_m(rostock);
        assert!((74_000.0..77_000.0).contains(&distance), "{distance}");
    }
}
