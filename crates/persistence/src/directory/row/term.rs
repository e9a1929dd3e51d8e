//! The `term` table and its way into the domain and back.

use domain::directory::Term;
use domain::ids::TermId;
use domain::text::LocalizedText;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;

use crate::column::{Json, parse, parse_known};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "term")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) taxonomy: String,
    pub(crate) key: String,
    pub(crate) parent: Option<String>,
    pub(crate) labels: Json<Vec<LocalizedText>>,
    pub(crate) synonyms: Json<Vec<String>>,
    pub(crate) plain_words: Json<Vec<String>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for Term {
    type Error = DbErr;

    fn try_from(row: Model) -> Result<Self, DbErr> {
        let Model {
            id,
            taxonomy,
            key,
            parent,
            labels: Json(labels),
            synonyms: Json(synonyms),
            plain_words: Json(plain_words),
        } = row;
        Ok(Self {
            id: TermId::from_uuid(id),
            taxonomy: parse("term.taxonomy", &taxonomy)?,
            key: parse("term.key", &key)?,
            parent: parse_known("term.parent", parent)?,
            labels,
            synonyms,
            plain_words,
        })
    }
}

impl From<&Term> for ActiveModel {
    fn from(term: &Term) -> Self {
        let Term {
            id,
            taxonomy,
            key,
            parent,
            labels,
            synonyms,
            plain_words,
        } = term;
        Self {
            id: Set(id.as_uuid()),
            taxonomy: Set(taxonomy.as_str().to_owned()),
            key: Set(key.to_string()),
            parent: Set(parent.as_ref().map(ToString::to_string)),
            labels: Set(Json(labels.clone())),
            synonyms: Set(Json(synonyms.clone())),
            plain_words: Set(Json(plain_words.clone())),
        }
    }
}
