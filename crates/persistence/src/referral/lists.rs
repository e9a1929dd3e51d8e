//! Lists of the exchange. Each starts in [`scope`], with the one who is asking.

use chrono::{DateTime, Utc};
use domain::access::Actor;
use domain::referral::records::{BoxOrder, Mailbox, ReferralFilter};
use domain::referral::timers::Timer;
use domain::referral::{Kind, Side, State, Urgency};
use sea_orm::sea_query::{CaseStatement, Expr, NullOrdering};
use sea_orm::{
    ColumnTrait, Condition, DatabaseTransaction, DbErr, EntityTrait, Order, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
};
use uuid::Uuid;

use super::row::{due, referral};
use crate::scope;

/// One page of a box and how many it has in all.
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
    let query = match filter.order.unwrap_or(mailbox.usual_order()) {
        BoxOrder::Newest => query,
        BoxOrder::Urgency => by_urgency(query, mailbox.side()),
    };
    let rows = query
        .order_by_desc(referral::Column::CreatedAt)
        .order_by_desc(referral::Column::Id)
        .offset(offset)
        .limit(limit)
        .all(txn)
        .await?;
    Ok((rows, total))
}

/// Those that run before those that ended, the more urgent first, then by the nearest deadline.
fn by_urgency(query: Select<referral::Entity>, side: Side) -> Select<referral::Entity> {
    let ended = State::ALL.iter().filter(|state| state.is_terminal());
    let ended = state_at(side).is_in(ended.map(|state| state.as_str()));
    let urgency = Urgency::ALL
        .iter()
        .zip(0..)
        .fold(CaseStatement::new(), |ranks, (urgency, rank)| {
            ranks.case(referral::Column::Urgency.eq(urgency.as_str()), rank)
        });
    query
        .order_by_asc(ended)
        .order_by_asc(Expr::Case(Box::new(urgency)))
        .order_by_with_nulls(nearest(side), Order::Asc, NullOrdering::Last)
}

/// The nearest deadline the reader is shown. Written out, because the builder has no sub-select as a
/// value; the names in it are our own.
fn nearest(side: Side) -> Expr {
    let timers = |kind: Kind| {
        let shown = Timer::ALL
            .iter()
            .filter(|timer| timer.is_shown_to(side, kind));
        let names: Vec<_> = shown.map(|timer| format!("'{timer}'")).collect();
        names.join(", ")
    };
    Expr::cust(format!(
        "(SELECT MIN(d.at) FROM referral_due d WHERE d.referral_id = referral.id AND d.timer IN ({}) \
         AND (referral.kind <> '{suspicion}' OR d.timer IN ({})))",
        timers(Kind::HelpReferral),
        timers(Kind::SuspicionReport),
        suspicion = Kind::SuspicionReport,
    ))
}

/// Where the state stands that one of the two ends is shown.
fn state_at(side: Side) -> referral::Column {
    match side {
        Side::Recipient => referral::Column::State,
        Side::Sender => referral::Column::SenderState,
    }
}

/// `ReferralFilter::matches` as a condition.
fn matching(filter: &ReferralFilter, side: Side) -> Condition {
    let ReferralFilter {
        states,
        kinds,
        assignee,
        due_before,
        order: _,
    } = filter;
    let state = state_at(side);
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

/// `Referral::due_dates_for` has one before the instant.
fn is_due(before: DateTime<Utc>, side: Side) -> Condition {
    let due = |kind: Kind| {
        let shown = Timer::ALL
            .iter()
            .filter(|timer| timer.is_shown_to(side, kind));
        let rows = due::Entity::find()
            .select_only()
            .column(due::Column::ReferralId)
            .filter(due::Column::At.lt(before))
            .filter(due::Column::Timer.is_in(shown.map(|timer| timer.as_str())))
            .into_query();
        referral::Column::Id.in_subquery(rows)
    };
    let suspicion = Kind::SuspicionReport;
    Condition::any().add(due(suspicion)).add(
        Condition::all()
            .add(referral::Column::Kind.ne(suspicion.as_str()))
            .add(due(Kind::HelpReferral)),
    )
}
