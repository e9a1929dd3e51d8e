//! The `phone` table and its way into the domain and back.

use domain::directory::{Phone, Stated, hours::Schedule};
use domain::ids::{PhoneId, SourceId};
use domain::text::Lang;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;

use super::{Belongs, position};
use crate::column::{Json, code, decode, parse, stated};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "phone")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) record_kind: String,
    pub(crate) record_id: Uuid,
    pub(crate) owner_kind: String,
    pub(crate) owner_id: Uuid,
    pub(crate) position: i32,
    pub(crate) number: String,
    pub(crate) display: String,
    pub(crate) kind: String,
    pub(crate) purpose: String,
    pub(crate) label: Option<String>,
    pub(crate) cost: Option<String>,
    pub(crate) anonymous: Option<bool>,
    pub(crate) languages: Json<Vec<Lang>>,
    pub(crate) source_id: Option<Uuid>,
    pub(crate) stated_on: Option<String>,
    pub(crate) tier: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn into_domain(self, schedules: Vec<Stated<Schedule>>) -> Result<Phone, DbErr> {
        let Self {
            id,
            record_kind: _,
            record_id: _,
            owner_kind: _,
            owner_id: _,
            position: _,
            number,
            display,
            kind,
            purpose,
            label,
            cost,
            anonymous,
            languages: Json(languages),
            source_id,
            stated_on,
            tier,
        } = self;
        Ok(Phone {
            id: PhoneId::from_uuid(id),
            number: parse("phone.number", &number)?,
            display,
            kind: decode("phone.kind", &kind)?,
            purpose: decode("phone.purpose", &purpose)?,
            label,
            cost: cost.map(|cost| decode("phone.cost", &cost)).transpose()?,
            anonymous,
            languages,
            schedules,
            stated: stated((), source_id, stated_on),
            tier: decode("phone.tier", &tier)?,
        })
    }
}

pub(crate) fn row(phone: &Phone, belongs: Belongs, index: usize) -> ActiveModel {
    let Phone {
        id,
        number,
        display,
        kind,
        purpose,
        label,
        cost,
        anonymous,
        languages,
        // in a table of their own
        schedules: _,
        stated: Stated {
            value: (),
            source,
            date,
        },
        tier,
    } = phone;
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
        number: Set(number.to_string()),
        display: Set(display.clone()),
        kind: Set(code(kind)),
        purpose: Set(code(purpose)),
        label: Set(label.clone()),
        cost: Set(cost.map(code)),
        anonymous: Set(*anonymous),
        languages: Set(Json(languages.clone())),
        source_id: Set(source.map(SourceId::as_uuid)),
        stated_on: Set(date.clone()),
        tier: Set(code(tier)),
    }
}
