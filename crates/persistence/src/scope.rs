//! Where every list query starts: with the one who is asking.
//!
//! Each function says in SQL what a function of `domain::…::policy` says of one record; the contract
//! suite compares the two.

use domain::access::{Actor, Member, Role};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, JoinType, QueryFilter, QuerySelect, RelationTrait, Select,
};
use uuid::Uuid;

use crate::directory::row::{organisation, service};

/// All rows of a table, for the installation itself: its read model, its feed, its seeds. What
/// leaves the server from there was narrowed by `domain::directory::policy`.
pub(crate) fn whole<E: EntityTrait>() -> Select<E> {
    E::find()
}

/// The services that the actor may edit: those of the organisations that the actor may edit
/// (`domain::directory::policy::may_edit`).
pub(crate) fn services(actor: &Actor) -> Select<service::Entity> {
    service::Entity::find()
        .join(JoinType::InnerJoin, service::Relation::Organisation.def())
        .filter(editable(actor))
}

/// The organisations that the actor may edit, as a condition on their rows.
fn editable(actor: &Actor) -> Condition {
    match actor {
        Actor::System => Condition::all(),
        Actor::Anonymous => Condition::all().add(nothing()),
        Actor::Member(member) => Condition::any()
            .add(nothing())
            .add_option(own(member))
            .add_option(in_own_district(member)),
    }
}

fn own(member: &Member) -> Option<Condition> {
    let mine = organisation::Column::Id.eq(member.organisation.as_uuid());
    member
        .roles
        .contains(&Role::DirectoryEditor)
        .then(|| Condition::all().add(mine))
}

fn in_own_district(member: &Member) -> Option<Condition> {
    let district = member.district.as_deref()?;
    let there = organisation::Column::District.eq(district);
    member
        .roles
        .contains(&Role::NetworkCoordinator)
        .then(|| Condition::all().add(there))
}

/// No row at all.
fn nothing() -> sea_orm::sea_query::SimpleExpr {
    organisation::Column::Id.is_in(std::iter::empty::<Uuid>())
}
