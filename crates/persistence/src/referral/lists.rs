//! Lists of the exchange. Each starts in [`scope`], with the one who is asking.

use chrono::{DateTime, Utc};
use domain::access::Actor;
use domain::referral::records::{Mailbox, ReferralFilter};
use domain::referral::timers::Timer;
use domain::referral::{Kind, Side};
use sea_orm::sea_query::SimpleExpr;
use sea_orm::{
    ColumnTrait, Condition, DatabaseTransaction, DbErr, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, QueryTrait,
};
use uuid::Uuid;

use super::row::{due, referral};
use crate::scope;

/// One page of a box, newest first, and how many it has in all.
pub(super) async fn page(
    txn: &DatabaseTransaction,
    actor: &Actor,
    mailbox: Mailbox,
    filter: &ReferralFilter,
    now: DateTime<Utc>,
    (offset, limit): (u64, u64),
) -> Result<(Vec<referral::Model>, u64), DbErr> {
    let query = scope::referrals(actor, mailbox, now).filter(matching(filter, mailbox.side()));
    let total = query.clone().count(txn).await?;
    let rows = query
        .order_by_desc(referral::Column::CreatedAt)
        .order_by_desc(referral::Column::Id)
        .offset(offset)
        .limit(limit)
        .all(txn)
        .await?;
    Ok((rows, total))
}

/// `ReferralFilter::matches` as a condition.
fn matching(filter: &ReferralFilter, side: Side) -> Condition {
    let ReferralFilter {
        states,
        kinds,
        assignee,
        due_before,
    } = filter;
    let state = match side {
        Side::Recipient => referral::Column::State,
        Side::Sender => referral::Column::SenderState,
    };
    let in_state =
        (!states.is_empty()).then(|| state.is_in(states.iter().map(|state| state.as_str())));
    let of_kind = (!kinds.is_empty())
        .then(|| referral::Column::Kind.is_in(kinds.iter().map(|kind| kind.as_str())));
    let assigned = assignee.map(|member| match side {
        Side::Recipient => referral::Column::AssigneeId.eq(member.as_uuid()),
        // who works on it is nothing the sender may filter by
        Side::Sender => referral::Column::Id.is_in(std::iter::empty::<Uuid>()),
    });
    Condition::all()
        .add_option(in_state)
        .add_option(of_kind)
        .add_option(assigned)
        .add_option(due_before.map(|before| is_due(before, side)))
}

/// `Referral::due_dates_for` has one before the instant: the sender of a suspicion report is shown
/// the deadlines of its arrival alone.
fn is_due(before: DateTime<Utc>, side: Side) -> Condition {
    let due = |timers: Option<SimpleExpr>| {
        let rows = due::Entity::find()
            .select_only()
            .column(due::Column::ReferralId)
            .filter(due::Column::At.lt(before))
            .filter(Condition::all().add_option(timers))
            .into_query();
        referral::Column::Id.in_subquery(rows)
    };
    if side == Side::Recipient {
        return Condition::all().add(due(None));
    }
    let telling_nothing = Timer::ALL.iter().filter(|timer| timer.tells_nothing());
    let shown = due::Column::Timer.is_in(telling_nothing.map(|timer| timer.as_str()));
    let unmasked = referral::Column::Kind.ne(Kind::SuspicionReport.as_str());
    Condition::any()
        .add(due(Some(shown)))
        .add(Condition::all().add(unmasked).add(due(None)))
}
