//! The districts of the state.

use domain::territory::units::District;

use super::Atlas;

/// The districts of today in the order of their keys, invented ones left out.
pub fn districts(atlas: &Atlas) -> Vec<&District> {
    atlas.gazetteer().districts(false).collect()
}
