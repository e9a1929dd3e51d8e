//! Places, and who answers for them, as GraphQL and REST show it.

mod area;
mod query;
mod responsible;

pub(crate) use area::area_label;
pub use area::{District, DistrictKind, Place};
pub use query::TerritoryQuery;
pub use responsible::{
    AnswerInput, Candidate, CandidateCertainty, PlaceInput, Question, QuestionKind, QuestionOption,
    ResponsibilityTopic, ResponsibleAnswer, ResponsibleArea, ResponsibleBody, ResponsibleInput,
    ResponsibleNumber, ResponsibleStatus,
};
