//! Accounts, organisations and what they may do, as the installation's administration sets them.
//! Until joining exists, the command line is the only face of these.

use std::collections::BTreeSet;

use domain::access::Role;
use domain::directory::{ChangeKind, EntityRef, Organisation, Taxonomy, TermKey};
use domain::identity::{Account, Membership, Secret, Standing, may_administrate};
use domain::ids::{AccountId, MemberId, OrganisationId};

use crate::error::Enforce;
use crate::{Context, Failure, audit};

/// What a new account needs.
pub struct NewAccount {
    /// What the person will type to sign in.
    pub login: String,
    /// How the person is addressed.
    pub display_name: String,
    /// The first password.
    pub password: Secret<String>,
}

/// What a new organisation needs.
pub struct NewOrganisation {
    /// Its full name.
    pub name: String,
    /// Its kind, a term of `organisation_kind`.
    pub kind: TermKey,
    /// Its sectors, terms of `sector`, at least one.
    pub sectors: Vec<TermKey>,
    /// The district key of its seat.
    pub district: Option<String>,
}

/// Makes an account.
///
/// # Errors
/// `Forbidden`; `Invalid` for a login that is taken or malformed, a name or password out of bounds.
pub async fn create_account(ctx: &Context, new: NewAccount) -> Result<Account, Failure> {
    may_administrate(&ctx.actor).enforce()?;
    let NewAccount {
        login,
        display_name,
        password,
    } = new;
    let login = login.trim().to_lowercase();
    let well_formed = (3..=100).contains(&login.chars().count())
        && !login.chars().any(|c| c.is_whitespace() || c.is_control());
    if !well_formed {
        return Err(Failure::invalid(
            "login",
            "a login has 3 to 100 characters and no blanks",
        ));
    }
    if !(1..=200).contains(&display_name.trim().chars().count()) {
        return Err(Failure::invalid(
            "displayName",
            "a name has 1 to 200 characters",
        ));
    }
    let password_hash = ctx.passwords.hash(&password).await?;
    let now = ctx.clock.now();
    let account = Account {
        id: AccountId::from_uuid(ctx.mint.mint(now)),
        login,
        display_name: display_name.trim().to_owned(),
        password_hash,
        enabled: true,
        failures: 0,
        locked_until: None,
        created_at: now,
    };
    let mut work = ctx.store.begin().await?;
    if work.accounts().by_login(&account.login).await?.is_some() {
        return Err(Failure::invalid(
            "login",
            "this login is taken; choose another one",
        ));
    }
    work.accounts().save(&account).await?;
    audit::administered(
        ctx,
        work.as_mut(),
        "account.created",
        "account",
        account.id.to_string(),
    )
    .await?;
    work.commit().await?;
    Ok(account)
}

/// Makes an organisation that stands in the directory at once, unverified.
///
/// # Errors
/// `Forbidden`; `Invalid` for a name out of bounds or a term that does not exist.
pub async fn create_organisation(
    ctx: &Context,
    new: NewOrganisation,
) -> Result<Organisation, Failure> {
    may_administrate(&ctx.actor).enforce()?;
    let NewOrganisation {
        name,
        kind,
        sectors,
        district,
    } = new;
    if !(1..=200).contains(&name.trim().chars().count()) {
        return Err(Failure::invalid("name", "a name has 1 to 200 characters"));
    }
    let mut work = ctx.store.begin().await?;
    let terms = work.taxonomies().terms().await?;
    let exists = |taxonomy, key: &TermKey| {
        terms
            .iter()
            .any(|term| term.taxonomy == taxonomy && term.key == *key)
    };
    if !exists(Taxonomy::OrganisationKind, &kind) {
        return Err(Failure::invalid(
            "kind",
            "a kind is a term of the taxonomy organisation_kind",
        ));
    }
    if sectors.is_empty()
        || !sectors
            .iter()
            .all(|sector| exists(Taxonomy::Sector, sector))
    {
        return Err(Failure::invalid(
            "sectors",
            "at least one term of the taxonomy sector",
        ));
    }
    let now = ctx.clock.now();
    let id = OrganisationId::from_uuid(ctx.mint.mint(now));
    let organisation = Organisation {
        sectors,
        district,
        ..Organisation::entered(id, name.trim().to_owned(), kind, now)
    };
    work.organisations().save(&organisation).await?;
    work.changes()
        .append(
            EntityRef::Organisation(organisation.id),
            ChangeKind::Upserted,
            organisation.version,
            now,
        )
        .await?;
    let id = organisation.id.to_string();
    audit::administered(
        ctx,
        work.as_mut(),
        "organisation.created",
        "organisation",
        id,
    )
    .await?;
    work.commit().await?;
    Ok(organisation)
}

/// Marks an organisation as verified: somebody compared it with a register and reached it by post,
/// or visited it.
///
/// # Errors
/// `Forbidden`, `NotFound`.
pub async fn verify_organisation(ctx: &Context, id: OrganisationId) -> Result<Standing, Failure> {
    let now = ctx.clock.now();
    change_standing(ctx, id, "organisation.verified", |standing| Standing {
        verified_at: standing.verified_at.or(Some(now)),
        ..standing
    })
    .await
}

/// Grants an organisation the capability to receive a kind of referral; it is never self-declared.
///
/// # Errors
/// `Forbidden`, `NotFound`, `Invalid` for a kind that does not exist.
pub async fn grant_reception(
    ctx: &Context,
    id: OrganisationId,
    kind: &str,
) -> Result<Standing, Failure> {
    let kind: domain::referral::Kind = kind.parse().map_err(|_unknown| {
        Failure::invalid(
            "kind",
            "a kind is one of HELP_REFERRAL, SELF_REFERRAL, SUSPICION_REPORT, EXPERT_CONSULTATION, HANDOVER",
        )
    })?;
    change_standing(ctx, id, "organisation.granted", |mut standing| {
        standing.receives.insert(kind.as_str().to_owned());
        standing
    })
    .await
}

async fn change_standing(
    ctx: &Context,
    id: OrganisationId,
    action: &'static str,
    change: impl FnOnce(Standing) -> Standing + Send,
) -> Result<Standing, Failure> {
    may_administrate(&ctx.actor).enforce()?;
    let mut work = ctx.store.begin().await?;
    work.organisations()
        .find(id)
        .await?
        .ok_or(Failure::NotFound)?;
    let standing = change(work.memberships().standing(id).await?);
    work.memberships().save_standing(id, &standing).await?;
    audit::administered(ctx, work.as_mut(), action, "organisation", id.to_string()).await?;
    work.commit().await?;
    Ok(standing)
}

/// Makes a person a member of an organisation, or changes the roles of one who is.
///
/// # Errors
/// `Forbidden`; `NotFound` for an unknown login or organisation; `Invalid` without a role.
pub async fn add_member(
    ctx: &Context,
    login: &str,
    organisation: OrganisationId,
    roles: BTreeSet<Role>,
) -> Result<Membership, Failure> {
    may_administrate(&ctx.actor).enforce()?;
    if roles.is_empty() {
        return Err(Failure::invalid("roles", "at least one role"));
    }
    let now = ctx.clock.now();
    let mut work = ctx.store.begin().await?;
    let account = work
        .accounts()
        .by_login(&login.trim().to_lowercase())
        .await?
        .ok_or_else(|| Failure::invalid("login", "the login of an account"))?;
    work.organisations()
        .find(organisation)
        .await?
        .ok_or_else(|| Failure::invalid("organisation", "the id of an organisation"))?;
    let existing = work.memberships().of_account(account.id).await?;
    let membership = match existing
        .into_iter()
        .find(|one| one.organisation == organisation)
    {
        Some(membership) => Membership {
            roles,
            ..membership
        },
        None => Membership {
            id: MemberId::from_uuid(ctx.mint.mint_random()),
            account: account.id,
            organisation,
            roles,
            since: now,
            ended_at: None,
        },
    };
    work.memberships().save(&membership).await?;
    audit::administered(
        ctx,
        work.as_mut(),
        "member.added",
        "member",
        membership.id.to_string(),
    )
    .await?;
    work.commit().await?;
    Ok(membership)
}
