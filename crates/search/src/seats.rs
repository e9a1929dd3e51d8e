//! Where services are given, as keys of municipalities and districts; each distinct statement is kept
//! once, so a question about a place asks each only once.

use std::collections::HashMap;
use std::sync::Arc;

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

impl Seat {
    /// Whether it is in the municipality, or for a question about a district in the district, that
    /// was asked for.
    pub(crate) fn is_in(&self, place: &PlaceKeys) -> bool {
        self.municipalities.iter().any(|own| place.hold(*own))
    }

    /// Whether it is in one of the districts of the place asked for.
    pub(crate) fn is_around(&self, place: &PlaceKeys) -> bool {
        self.districts.iter().any(|own| place.lie_in(*own))
    }
}

/// All distinct statements.
#[derive(Debug, Clone, Default)]
pub(crate) struct SeatTable {
    known: HashMap<Arc<Seat>, SeatId>,
    seats: Vec<Arc<Seat>>,
}

impl SeatTable {
    /// The id of a statement.
    pub(crate) fn id_of(&mut self, seat: Seat) -> SeatId {
        if let Some(id) = self.known.get(&seat) {
            return *id;
        }
        let id = SeatId::try_from(self.seats.len()).unwrap_or(SeatId::MAX);
        let seat = Arc::new(seat);
        self.seats.push(Arc::clone(&seat));
        self.known.insert(seat, id);
        id
    }

    /// How many distinct statements there are.
    pub(crate) fn len(&self) -> usize {
        self.seats.len()
    }

    /// The statement an id names.
    pub(crate) fn get(&self, id: SeatId) -> &Seat {
        &self.seats[crate::model::position(id)]
    }
}
