//! What the read model promises, over the real network and over records made for one question.

mod filters;
mod follow;
mod golden;
mod invented;
mod properties;
mod support;
mod tiers;
