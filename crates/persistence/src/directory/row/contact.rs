//! The `contact` table and its way into the domain and back.

use domain::directory::{Contact, Phone};
use domain::ids::ContactId;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;

use super::{Belongs, position};
use crate::column::{code, decode, parse_known};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "contact")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) record_kind: String,
    pub(crate) record_id: Uuid,
    pub(crate) owner_kind: String,
    pub(crate) owner_id: Uuid,
    pub(crate) position: i32,
    pub(crate) function: String,
    pub(crate) label: Option<String>,
    pub(crate) department: Option<String>,
    pub(crate) email: Option<String>,
    pub(crate) tier: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn into_domain(self, phones: Vec<Phone>) -> Result<Contact, DbErr> {
        let Self {
            id,
            record_kind: _,
            record_id: _,
            owner_kind: _,
            owner_id: _,
            position: _,
            function,
            label,
            department,
            email,
            tier,
        } = self;
        Ok(Contact {
            id: ContactId::from_uuid(id),
            function: decode("contact.function", &function)?,
            label,
            department,
            email: parse_known("contact.email", email)?,
            phones,
            tier: decode("contact.tier", &tier)?,
        })
    }
}

pub(crate) fn row(contact: &Contact, belongs: Belongs, index: usize) -> ActiveModel {
    // the phones are in a table of their own
    let Contact {
        id,
        function,
        label,
        department,
        email,
        phones: _,
        tier,
    } = contact;
    let Belongs {
        record_kind,
        record_id,
        owner_kind,
        owner_id,
    } = belongs;
    ActiveModel {
        id: Set(id.as_uuid()),
        record_kind: Set(record_kind.as_str().to_owned()),
        record_id: Set(record_id),
        owner_kind: Set(owner_kind.as_str().to_owned()),
        owner_id: Set(owner_id),
        position: Set(position(index)),
        function: Set(code(function)),
        label: Set(label.clone()),
        department: Set(department.clone()),
        email: Set(email.as_ref().map(ToString::to_string)),
        tier: Set(code(tier)),
    }
}
