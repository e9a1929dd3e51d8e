//! Accounts, organisations and what they may do, as the installation's administration sets them.
//! Until joining exists, the command line is the only face of these.

use std::collections::BTreeSet;

use domain::access::Role;
use domain::directory::{ChangeKind, EntityRef, Organisation, Taxonomy};
use domain::identity::{Account, Membership, Secret, Standing, may_administrate};
use domain::ids::{AccountId, MemberId, OrganisationId};
use domain::referral::Kind;
use domain::store::Work;
use domain::text::{self, Malformed};

use crate::error::Enforce;
use crate::{Context, Failure, FieldError, audit, referral};

/// What a new account needs, as it was typed.
pub struct NewAccount {
    /// What the person will type to sign in.
    pub login: String,
    /// How the person is addressed.
    pub display_name: String,
    /// The first password.
    pub password: Secret<String>,
}

/// What a new organisation needs, as it was typed.
pub struct NewOrganisation {
    /// Its full name.
    pub name: String,
    /// Its kind, a term of `organisation_kind`.
    pub kind: String,
    /// Its sectors, terms of `sector`, at least one.
    pub sectors: Vec<String>,
    /// The key of the district of its seat; an invented one only where things are tried out.
    pub district: Option<String>,
}

/// What a new member needs, as it was typed.
pub struct NewMember {
    /// The login of the person's account.
    pub login: String,
    /// The id of the organisation.
    pub organisation: String,
    /// What the person does there, at least one role.
    pub roles: Vec<String>,
}

/// The fields that hold something not allowed, all of them.
#[derive(Default)]
struct Wrong(Vec<FieldError>);

impl Wrong {
    /// What was read of a field; nothing, and the field is noted, where it holds something not allowed.
    fn unless<T>(&mut self, field: &str, read: Result<T, impl Into<String>>) -> Option<T> {
        read.map_err(|allowed| self.0.push(FieldError::new(field, allowed)))
            .ok()
    }

    /// What was read of a name.
    fn unless_name(&mut self, field: &str, given: &str) -> Option<String> {
        let name = text::name(given).map(str::to_owned);
        self.unless(field, name.map_err(|malformed| malformed.allowed))
    }

    /// The failure that names every field.
    fn refuse(self) -> Failure {
        Failure::Invalid(self.0)
    }
}

/// Makes an account.
///
/// # Errors
/// `Forbidden`; `Invalid` for a login that is taken or malformed, a name or password out of bounds.
pub async fn create_account(ctx: &Context, new: NewAccount) -> Result<Account, Failure> {
    may_administrate(&ctx.actor).enforce()?;
    let mut wrong = Wrong::default();
    let display_name = wrong.unless_name("displayName", &new.display_name);
    let password_hash = match ctx.passwords.hash(&new.password).await {
        Err(Failure::Invalid(fields)) => {
            wrong.0.extend(fields);
            None
        }
        hashed => Some(hashed?),
    };
    let mut work = ctx.store.begin().await?;
    let login = match login(&new.login) {
        Ok(login) if work.accounts().by_login(&login).await?.is_some() => {
            Err("this login is taken; choose another one")
        }
        read => read,
    };
    let login = wrong.unless("login", login);
    let (Some(login), Some(display_name), Some(password_hash)) =
        (login, display_name, password_hash)
    else {
        return Err(wrong.refuse());
    };
    let now = ctx.clock.now();
    let account = Account {
        id: AccountId::from_uuid(ctx.mint.mint(now)),
        login,
        display_name,
        password_hash,
        enabled: true,
        failures: 0,
        locked_until: None,
        created_at: now,
    };
    work.accounts().save(&account).await?;
    let id = account.id.to_string();
    audit::administered(ctx, work.as_mut(), "account.created", "account", id).await?;
    work.commit().await?;
    Ok(account)
}

/// A login as it is kept.
fn login(given: &str) -> Result<String, &'static str> {
    let login = given.trim().to_lowercase();
    let fits = (3..=100).contains(&login.chars().count());
    if fits && text::is_one_line(&login) && !login.chars().any(char::is_whitespace) {
        Ok(login)
    } else {
        Err("a login has 3 to 100 characters, no blanks and no control characters")
    }
}

/// Makes an organisation that stands in the directory at once, unverified.
///
/// # Errors
/// `Forbidden`; `Invalid` for a name out of bounds, a term or a district that does not exist.
pub async fn create_organisation(
    ctx: &Context,
    new: NewOrganisation,
) -> Result<Organisation, Failure> {
    may_administrate(&ctx.actor).enforce()?;
    let mut wrong = Wrong::default();
    let mut work = ctx.store.begin().await?;
    let terms = work.taxonomies().terms().await?;
    let term = |taxonomy, given: &String| {
        let found = terms
            .iter()
            .find(|term| term.taxonomy == taxonomy && term.key.as_str() == given);
        found.map(|term| term.key.clone())
    };
    let name = wrong.unless_name("name", &new.name);
    let kind = term(Taxonomy::OrganisationKind, &new.kind);
    let kind = wrong.unless(
        "kind",
        kind.ok_or("a term of the taxonomy organisation_kind, such as daycare"),
    );
    let sectors = new.sectors.iter().map(|one| term(Taxonomy::Sector, one));
    let sectors: Option<Vec<_>> = sectors.collect();
    let sectors = wrong.unless(
        "sectors",
        sectors
            .filter(|sectors| !sectors.is_empty())
            .ok_or("at least one term of the taxonomy sector, such as youth_welfare"),
    );
    let district = new.district.map(|given| district(ctx, given)).transpose();
    let district = wrong.unless("district", district);
    let (Some(name), Some(kind), Some(sectors), Some(district)) = (name, kind, sectors, district)
    else {
        return Err(wrong.refuse());
    };
    let now = ctx.clock.now();
    let id = OrganisationId::from_uuid(ctx.mint.mint(now));
    let organisation = Organisation {
        sectors,
        district,
        ..Organisation::entered(id, name, kind, now)
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

/// The key of a district of the installation: the invented one is none of the state.
fn district(ctx: &Context, given: String) -> Result<String, String> {
    let atlas = ctx.atlas.load();
    let districts = atlas.gazetteer().districts(ctx.is_practice());
    let keys: Vec<_> = districts.map(|district| district.key.as_str()).collect();
    if keys.contains(&given.as_str()) {
        Ok(given)
    } else {
        Err(format!("one of: {}", keys.join(", ")))
    }
}

/// Marks an organisation as verified: somebody compared it with a register and reached it by post,
/// or visited it.
///
/// # Errors
/// `Forbidden`; `Invalid` for an organisation that does not exist.
pub async fn verify_organisation(ctx: &Context, organisation: &str) -> Result<Standing, Failure> {
    let now = ctx.clock.now();
    let verified = |standing: Standing| Standing {
        verified_at: standing.verified_at.or(Some(now)),
        ..standing
    };
    let wrong = Wrong::default();
    change_standing(ctx, organisation, wrong, "organisation.verified", verified).await
}

/// Grants an organisation the capability to receive a kind of referral; it is never self-declared.
///
/// # Errors
/// `Forbidden`; `Invalid` for an organisation or a kind that does not exist.
pub async fn grant_reception(
    ctx: &Context,
    organisation: &str,
    kind: &str,
) -> Result<Standing, Failure> {
    let mut wrong = Wrong::default();
    let kinds: Vec<_> = Kind::ALL.iter().map(|kind| kind.as_str()).collect();
    let known = kind.parse::<Kind>();
    let allowed = |_unknown| format!("one of: {}", kinds.join(", "));
    let kind = wrong.unless("kind", known.map_err(allowed));
    let granted = |mut standing: Standing| {
        let kind = kind.map(|kind| kind.as_str().to_owned());
        standing.receives.extend(kind);
        standing
    };
    change_standing(ctx, organisation, wrong, "organisation.granted", granted).await
}

async fn change_standing(
    ctx: &Context,
    organisation: &str,
    mut wrong: Wrong,
    action: &'static str,
    change: impl FnOnce(Standing) -> Standing + Send,
) -> Result<Standing, Failure> {
    may_administrate(&ctx.actor).enforce()?;
    let mut work = ctx.store.begin().await?;
    let found = existing(work.as_mut(), organisation).await?;
    let found = wrong.unless("organisation", found.ok_or(NO_ORGANISATION));
    let Some(id) = found.filter(|_| wrong.0.is_empty()) else {
        return Err(wrong.refuse());
    };
    let standing = change(work.memberships().standing(id).await?);
    work.memberships().save_standing(id, &standing).await?;
    audit::administered(ctx, work.as_mut(), action, "organisation", id.to_string()).await?;
    work.commit().await?;
    Ok(standing)
}

const NO_ORGANISATION: &str = "the id of an organisation, such as org_ and its digits";

/// The organisation with this id, if there is one.
async fn existing(work: &mut dyn Work, given: &str) -> Result<Option<OrganisationId>, Failure> {
    let Ok(id) = given.parse::<OrganisationId>() else {
        return Ok(None);
    };
    let found = work.organisations().find(id).await?;
    Ok(found.map(|organisation| organisation.id))
}

/// Makes a person a member of an organisation, or changes the roles of one who is. Whoever receives
/// there is let into the cases that wait.
///
/// # Errors
/// `Forbidden`; `Invalid` for a login, an organisation or a role that does not exist, or without a role.
pub async fn add_member(ctx: &Context, new: NewMember) -> Result<Membership, Failure> {
    may_administrate(&ctx.actor).enforce()?;
    let mut wrong = Wrong::default();
    let mut work = ctx.store.begin().await?;
    let login = new.login.trim().to_lowercase();
    let account = work.accounts().by_login(&login).await?;
    let account = wrong.unless("login", account.ok_or("the login of an account"));
    let organisation = existing(work.as_mut(), &new.organisation).await?;
    let organisation = wrong.unless("organisation", organisation.ok_or(NO_ORGANISATION));
    let roles: Result<BTreeSet<Role>, _> = new.roles.iter().map(|role| role.parse()).collect();
    let roles = wrong.unless(
        "roles",
        roles.map_err(|malformed: Malformed| malformed.allowed),
    );
    let roles = roles.and_then(|roles| {
        let some = Some(roles).filter(|roles| !roles.is_empty());
        wrong.unless("roles", some.ok_or("at least one role"))
    });
    let (Some(account), Some(organisation), Some(roles)) = (account, organisation, roles) else {
        return Err(wrong.refuse());
    };
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
            since: ctx.clock.now(),
            ended_at: None,
        },
    };
    work.memberships().save(&membership).await?;
    referral::let_in(work.as_mut(), &membership, ctx.clock.now()).await?;
    let id = membership.id.to_string();
    audit::administered(ctx, work.as_mut(), "member.added", "member", id).await?;
    work.commit().await?;
    Ok(membership)
}
