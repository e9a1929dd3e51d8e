//! Organisations, offers, places, hours.
