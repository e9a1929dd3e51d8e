//! Places, and who answers for them.

/// Everything the resolver reads: places, responsibilities, the bodies that hold them.
#[derive(Debug, Default)]
pub struct Atlas {}
