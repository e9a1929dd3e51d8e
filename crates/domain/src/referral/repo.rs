//! What the exchange asks of storage.
//!
//! State, due dates, history, feed, audit and idempotency row of one act are written in one work.

use std::collections::BTreeSet;

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use super::aggregate::Referral;
use super::change::Changed;
use super::grants::{CaseExclusion, CaseGrant};
use super::idempotency::{Answer, IdempotencyKey, IdempotencyRow, Scope};
use super::jose::Kid;
use super::keys::{GrantTarget, KeyGrant, Link, RecoverySheet, StoredCertificate, Vault};
use super::machine::State;
use super::records::{
    Draft, Mailbox, Message, PartHead, ReferralEvent, ReferralFilter, StoredPart, Transition,
};
use super::timers::Due;
use crate::access::Actor;
use crate::ids::{EventId, MemberId, OrganisationId, PartId, ReferralId};
use crate::page::Page;
use crate::store::Stored;

/// Referrals in storage.
#[async_trait]
pub trait Referrals: Send {
    /// One referral. Never from a replica after a write.
    async fn find(&mut self, id: ReferralId) -> Stored<Option<Referral>>;
    /// Inserts an announced referral with its envelope, byte for byte; answers `false` and changes
    /// nothing when the id exists.
    async fn insert(&mut self, referral: &Referral, envelope: &str) -> Stored<bool>;
    /// The envelope as it came.
    async fn envelope(&mut self, id: ReferralId) -> Stored<Option<String>>;
    /// Replaces the referral only if storage still holds the version `changed.was`; answers whether
    /// it did.
    async fn save(&mut self, changed: &Changed) -> Stored<bool>;
    /// Replaces the deadlines of a referral.
    async fn save_due_dates(&mut self, id: ReferralId, due: &[Due]) -> Stored<()>;
    /// Appends a step to the history.
    async fn record(&mut self, transition: &Transition) -> Stored<()>;
    /// The history of a referral, oldest first.
    async fn history(&mut self, id: ReferralId) -> Stored<Vec<Transition>>;
    /// The referrals of a box that exist for the actor by [`policy::sight`](super::policy::sight):
    /// in the order of the filter, at most `limit` behind the first `offset`, with the exact total of
    /// those the actor may see.
    async fn page(
        &mut self,
        actor: &Actor,
        mailbox: Mailbox,
        filter: &ReferralFilter,
        now: DateTime<Utc>,
        offset: u64,
        limit: u64,
    ) -> Stored<Page<Referral>>;
    /// When the referrals that this member announced since `since` were announced, the latest
    /// first; discarded ones count.
    async fn announced_by(
        &mut self,
        author: MemberId,
        since: DateTime<Utc>,
    ) -> Stored<Vec<DateTime<Utc>>>;
    /// Referrals that have stood in `state` since before `before`, oldest first: what the jobs
    /// deliver and discard. On PostgreSQL the rows are claimed (`FOR UPDATE SKIP LOCKED`).
    async fn waiting(
        &mut self,
        state: State,
        before: DateTime<Utc>,
        limit: u32,
    ) -> Stored<Vec<ReferralId>>;
    /// The referrals that arrived at a destination, run, and are assigned to nobody; oldest first.
    async fn unassigned(&mut self, destination: OrganisationId) -> Stored<Vec<Referral>>;
    /// The newest referral by which `sender` continued `id`, of those that were sent off.
    async fn successor(
        &mut self,
        id: ReferralId,
        sender: OrganisationId,
    ) -> Stored<Option<ReferralId>>;
    /// Deletes parts, streams and keys of a referral; the row lives on.
    async fn purge_content(&mut self, id: ReferralId) -> Stored<()>;
}

/// Encrypted parts and messages in storage.
#[async_trait]
pub trait Parts: Send {
    /// Inserts a part; answers `false` when another part has the id.
    async fn insert(&mut self, part: &StoredPart) -> Stored<bool>;
    /// One part with its bytes.
    async fn find(&mut self, referral: ReferralId, part: PartId) -> Stored<Option<StoredPart>>;
    /// The heads of the parts of the given referrals, oldest first.
    async fn heads(&mut self, referrals: &[ReferralId]) -> Stored<Vec<PartHead>>;
    /// Inserts a message.
    async fn insert_message(&mut self, message: &Message) -> Stored<()>;
    /// The messages of the given referrals, oldest first.
    async fn messages(&mut self, referrals: &[ReferralId]) -> Stored<Vec<Message>>;
}

/// Who was let in, in storage.
#[async_trait]
pub trait CaseGrants: Send {
    /// The grants of one member on the given referrals, ended ones included.
    async fn of_member(
        &mut self,
        member: MemberId,
        referrals: &[ReferralId],
    ) -> Stored<Vec<CaseGrant>>;
    /// All grants on one referral.
    async fn of_case(&mut self, referral: ReferralId) -> Stored<Vec<CaseGrant>>;
    /// Inserts grants; a grant of the same member and level replaces the one before it.
    async fn insert(&mut self, grants: &[CaseGrant]) -> Stored<()>;
    /// Ends every live grant of a member.
    async fn end_all_of(&mut self, member: MemberId, at: DateTime<Utc>) -> Stored<u64>;
    /// Which of the given referrals the member is excluded from.
    async fn exclusions_of(
        &mut self,
        member: MemberId,
        referrals: &[ReferralId],
    ) -> Stored<BTreeSet<ReferralId>>;
    /// The members excluded from one referral.
    async fn excluded(&mut self, referral: ReferralId) -> Stored<BTreeSet<MemberId>>;
    /// Inserts an exclusion; every live grant of the member on the case ends with it.
    async fn exclude(&mut self, exclusion: &CaseExclusion) -> Stored<()>;
}

/// The feed in storage.
#[async_trait]
pub trait ReferralEvents: Send {
    /// Writes an event to the outbox, in the work of the act.
    async fn record(&mut self, event: &ReferralEvent) -> Stored<()>;
    /// Gives the events of committed works their places in the feed; one publisher at a time.
    /// Answers how many were published.
    async fn publish(&mut self, limit: u32) -> Stored<u64>;
    /// At most `limit` published events behind the event `after` that the actor may see, in the
    /// order of publication. At the sending end those its sender may not learn of are left out.
    async fn after(
        &mut self,
        actor: &Actor,
        after: Option<EventId>,
        now: DateTime<Utc>,
        limit: u32,
    ) -> Stored<Vec<ReferralEvent>>;
}

/// Drafts in storage.
#[async_trait]
pub trait Drafts: Send {
    /// One draft of this author.
    async fn find(&mut self, author: MemberId, id: ReferralId) -> Stored<Option<Draft>>;
    /// The drafts of one author, last changed first.
    async fn of_author(&mut self, author: MemberId) -> Stored<Vec<Draft>>;
    /// Inserts or replaces a draft of its author.
    async fn save(&mut self, draft: &Draft) -> Stored<()>;
    /// Deletes a draft; answers whether there was one.
    async fn delete(&mut self, author: MemberId, id: ReferralId) -> Stored<bool>;
    /// Deletes what was last changed before `before`; answers how many.
    async fn delete_before(&mut self, before: DateTime<Utc>) -> Stored<u64>;
}

/// Keys in storage: public halves, and private ones sealed.
#[async_trait]
pub trait Keys: Send {
    /// The announcements of an organisation, oldest first.
    async fn links(&mut self, organisation: OrganisationId) -> Stored<Vec<Link>>;
    /// Appends the announcement of `epoch`; answers `false` when that epoch exists.
    async fn append_link(
        &mut self,
        organisation: OrganisationId,
        epoch: u32,
        link: &Link,
        at: DateTime<Utc>,
    ) -> Stored<bool>;
    /// The endorsements of an organisation, oldest first, as tokens.
    async fn endorsements(&mut self, organisation: OrganisationId) -> Stored<Vec<String>>;
    /// Inserts an endorsement.
    async fn insert_endorsement(
        &mut self,
        organisation: OrganisationId,
        token: &str,
        at: DateTime<Utc>,
    ) -> Stored<()>;
    /// The certificates of an organisation, ended ones included, oldest first.
    async fn certificates(
        &mut self,
        organisation: OrganisationId,
    ) -> Stored<Vec<StoredCertificate>>;
    /// The certificate whose signing key has this name, in one organisation.
    async fn certificate_by_signing_kid(
        &mut self,
        organisation: OrganisationId,
        kid: &Kid,
    ) -> Stored<Option<StoredCertificate>>;
    /// Inserts a certificate; every certificate of the same member before it is ended.
    async fn insert_certificate(
        &mut self,
        organisation: OrganisationId,
        certificate: &StoredCertificate,
        at: DateTime<Utc>,
    ) -> Stored<()>;
    /// The grants of an organisation's keys, ended ones included, by epoch.
    async fn grants(&mut self, organisation: OrganisationId) -> Stored<Vec<KeyGrant>>;
    /// The live grants for one target.
    async fn grants_for(
        &mut self,
        organisation: OrganisationId,
        target: GrantTarget,
    ) -> Stored<Vec<KeyGrant>>;
    /// Inserts a grant; one for the same epoch and target replaces it.
    async fn save_grant(&mut self, grant: &KeyGrant) -> Stored<()>;
    /// Ends every certificate and grant of a member in an organisation.
    async fn end_all_of(
        &mut self,
        organisation: OrganisationId,
        member: MemberId,
        at: DateTime<Utc>,
    ) -> Stored<()>;
    /// The vault of a member.
    async fn vault(&mut self, member: MemberId) -> Stored<Option<Vault>>;
    /// Inserts or replaces the vault of a member.
    async fn save_vault(
        &mut self,
        member: MemberId,
        vault: &Vault,
        at: DateTime<Utc>,
    ) -> Stored<()>;
    /// The recovery sheets of an organisation, replaced ones included, by number.
    async fn sheets(&mut self, organisation: OrganisationId) -> Stored<Vec<RecoverySheet>>;
    /// Inserts or replaces a recovery sheet.
    async fn save_sheet(&mut self, sheet: &RecoverySheet) -> Stored<()>;
}

/// Idempotency rows in storage.
#[async_trait]
pub trait Idempotency: Send {
    /// The row of a key.
    async fn find(&mut self, scope: &Scope, key: IdempotencyKey) -> Stored<Option<IdempotencyRow>>;
    /// Claims a key; answers `false` when another request has it. A row past its time is replaced.
    async fn claim(&mut self, row: &IdempotencyRow) -> Stored<bool>;
    /// Keeps the answer, in the work of the act.
    async fn finish(&mut self, scope: &Scope, key: IdempotencyKey, answer: &Answer) -> Stored<()>;
    /// Deletes rows made before `before`; answers how many.
    async fn delete_before(&mut self, before: DateTime<Utc>) -> Stored<u64>;
}
