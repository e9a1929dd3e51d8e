//! Where services are given, as keys of municipalities and districts; each distinct statement is kept
//! once, so that a question about a place looks for it among statements, not among services.

use std::collections::HashMap;

use crate::bits::Bits;
use crate::places::{KeyNumber, PlaceKeys};
use crate::sites::{ByKey, ByMunicipality};

/// Names a distinct statement of where a service is given.
pub(crate) type SeatId = u32;

/// One distinct statement.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub(crate) struct Seat {
    /// The municipalities it is given in.
    pub(crate) municipalities: Box<[KeyNumber]>,
    /// The districts it is given in; that of the organisation's seat where no place is known.
    pub(crate) districts: Box<[KeyNumber]>,
}

/// All distinct statements.
#[derive(Debug, Clone, Default)]
pub(crate) struct SeatTable {
    known: HashMap<Seat, SeatId>,
    by_municipality: ByMunicipality,
    by_district: ByKey,
}

impl SeatTable {
    /// The id of a statement.
    pub(crate) fn id_of(&mut self, seat: Seat) -> SeatId {
        if let Some(id) = self.known.get(&seat) {
            return *id;
        }
        let id = SeatId::try_from(self.known.len()).unwrap_or(SeatId::MAX);
        for municipality in &seat.municipalities {
            self.by_municipality.add(*municipality, id);
        }
        for district in &seat.districts {
            self.by_district.add(*district, id);
        }
        self.known.insert(seat, id);
        id
    }

    /// The seats in the municipality, or for a question about a district in the district, that was
    /// asked for.
    pub(crate) fn inside(&self, place: &PlaceKeys) -> Bits {
        self.by_municipality.asked_for(place)
    }

    /// The seats in one of the districts of the place asked for.
    pub(crate) fn around(&self, place: &PlaceKeys) -> Bits {
        self.by_district.of_any(&place.districts)
    }
}
