//! Places, and who answers for them, as GraphQL and REST show it.

mod answer;
mod area;
mod query;
mod question;

pub use answer::{
    Candidate, CandidateCertainty, Question, QuestionKind, QuestionOption, ResponsibleAnswer,
    ResponsibleArea, ResponsibleBody, ResponsibleNumber, ResponsibleStatus,
};
pub(crate) use area::area_label;
pub use area::{District, DistrictKind, Place};
pub use query::TerritoryQuery;
pub use question::{AnswerInput, PlaceInput, ResponsibilityTopic, ResponsibleInput};
