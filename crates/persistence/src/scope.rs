//! Where every list query starts: with the one who is asking.
//!
//! Each function says in SQL what a function of `domain::…::policy` says of one record; the contract
//! suite compares the two.

use chrono::{DateTime, Utc};
use domain::access::{Actor, Member, Role};
use domain::referral::grants::GrantLevel;
use domain::referral::records::Mailbox;
use sea_orm::sea_query::SimpleExpr;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, JoinType, QueryFilter, QuerySelect, QueryTrait,
    RelationTrait, Select,
};
use uuid::Uuid;

use crate::directory::row::{organisation, service};
use crate::referral::row::{event, exclusion, grant, referral};

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

/// The referrals of a box that exist for the actor, seen from the end the box belongs to
/// (`domain::referral::policy::sight`).
pub(crate) fn referrals(
    actor: &Actor,
    mailbox: Mailbox,
    now: DateTime<Utc>,
) -> Select<referral::Entity> {
    referral::Entity::find().filter(in_sight(actor, mailbox, now))
}

/// The events of the feed that the actor may see: at the receiving end all of a referral that exists
/// for the actor, at the sending end those its sender may learn of.
pub(crate) fn referral_events(actor: &Actor, now: DateTime<Utc>) -> Select<event::Entity> {
    let for_sender = Condition::all()
        .add(event::Column::SenderLearns.eq(true))
        .add(in_sight(actor, Mailbox::Outbox, now));
    event::Entity::find()
        .join(JoinType::InnerJoin, event::Relation::Referral.def())
        .filter(
            Condition::any()
                .add(in_sight(actor, Mailbox::Inbox, now))
                .add(for_sender),
        )
}

/// Whether a referral exists for the actor at one end, as a condition on its row. Who could see it
/// from both ends sees it from the receiving one.
fn in_sight(actor: &Actor, mailbox: Mailbox, now: DateTime<Utc>) -> Condition {
    let Some(member) = actor.member() else {
        return Condition::all().add(referral::Column::Id.is_in(std::iter::empty::<Uuid>()));
    };
    let excluded = exclusion::Entity::find()
        .select_only()
        .column(exclusion::Column::ReferralId)
        .filter(exclusion::Column::MemberId.eq(member.member.as_uuid()))
        .into_query();
    let seen = match mailbox {
        Mailbox::Inbox => at_destination(member, now),
        Mailbox::Outbox => at_sender(member, now).add(at_destination(member, now).not()),
    };
    seen.add(referral::Column::Id.not_in_subquery(excluded))
}

fn at_destination(member: &Member, now: DateTime<Utc>) -> Condition {
    let let_in = [GrantLevel::Read, GrantLevel::Work, GrantLevel::Lead];
    Condition::all()
        .add(referral::Column::DestinationId.eq(member.organisation.as_uuid()))
        .add(referral::Column::DeliveredAt.is_not_null())
        .add_option(granted_unless_lead(member, &let_in, now))
}

fn at_sender(member: &Member, now: DateTime<Utc>) -> Condition {
    let open = Condition::any()
        .add(referral::Column::SenderAccessUntil.is_null())
        .add(referral::Column::SenderAccessUntil.gt(now));
    Condition::all()
        .add(referral::Column::SenderId.eq(member.organisation.as_uuid()))
        .add(open)
        .add_option(granted_unless_lead(member, &[GrantLevel::Sender], now))
}

/// A live grant of one of the levels; a lead needs none to see that a case exists.
fn granted_unless_lead(
    member: &Member,
    levels: &[GrantLevel],
    now: DateTime<Utc>,
) -> Option<SimpleExpr> {
    if member.roles.contains(&Role::Lead) {
        return None;
    }
    let lasting = Condition::any()
        .add(grant::Column::Until.is_null())
        .add(grant::Column::Until.gt(now));
    let granted = grant::Entity::find()
        .select_only()
        .column(grant::Column::ReferralId)
        .filter(grant::Column::MemberId.eq(member.member.as_uuid()))
        .filter(grant::Column::Level.is_in(levels.iter().map(|level| level.as_str())))
        .filter(grant::Column::At.lte(now))
        .filter(lasting)
        .into_query();
    Some(referral::Column::Id.in_subquery(granted))
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
fn nothing() -> SimpleExpr {
    organisation::Column::Id.is_in(std::iter::empty::<Uuid>())
}
