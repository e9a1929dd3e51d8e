//! The words and rules of child protection in Schutznetz: pure types, no IO.
//!
//! Read it shelf by shelf: [`territory`] knows places and who answers for them, [`directory`] the
//! organisations, their offers and when they are open.

pub mod directory;
pub mod ids;
pub mod territory;
pub mod text;
pub mod time;
