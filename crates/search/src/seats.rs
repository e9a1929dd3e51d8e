//! Where services are given, as keys of municipalities and districts; each distinct statement is kept
//! once, so a question about a place asks each only once.

use std::collections::HashMap;
use std::sync::Arc;

use crate::lists::ShortLists;
use crate::places::{KeyNumber, PlaceKeys};

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
    known: HashMap<Arc<Seat>, SeatId>,
    municipalities: ShortLists,
    districts: ShortLists,
}

impl SeatTable {
    /// The id of a statement.
    pub(crate) fn id_of(&mut self, seat: Seat) -> SeatId {
        if let Some(id) = self.known.get(&seat) {
            return *id;
        }
        let id = SeatId::try_from(self.len()).unwrap_or(SeatId::MAX);
        self.municipalities.push(&seat.municipalities);
        self.districts.push(&seat.districts);
        self.known.insert(Arc::new(seat), id);
        id
    }

    /// How many distinct statements there are.
    pub(crate) fn len(&self) -> usize {
        self.municipalities.len()
    }

    /// Whether a seat is in the municipality, or for a question about a district in the district,
    /// that was asked for.
    pub(crate) fn is_in(&self, seat: SeatId, place: &PlaceKeys) -> bool {
        let own = self.municipalities.get(seat);
        own.iter().any(|own| place.hold(*own))
    }

    /// Whether a seat is in one of the districts of the place asked for.
    pub(crate) fn is_around(&self, seat: SeatId, place: &PlaceKeys) -> bool {
        let own = self.districts.get(seat);
        own.iter().any(|own| place.lie_in(*own))
    }
}
