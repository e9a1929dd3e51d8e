//! Places and who answers for them.
use serde::{Deserialize, Serialize};
/// placeholder
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Area {}
