//! Who may do what with a referral, asked of the policy for everybody who may stand to it in any way.
//! `docs/referral-matrix.txt` is what it says.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use chrono::{DateTime, Utc};
use domain::access::{Actor, Member, Role, Verdict};
use domain::ids::{AccountId, MemberId, OrganisationId, ReferralId, SessionId};
use domain::referral::grants::{CaseGrant, GrantLevel};
use domain::referral::policy::{CaseView, may, may_read_parts, may_see, may_send};
use domain::referral::table::rules;
use domain::referral::{
    Action, Doer, Facts, Gate, Guard, Head, Kind, Profession, Referral, Urgency, Who,
};
use uuid::Uuid;

const HEADING: &str = "\
Who may do what with a referral that has arrived, whatever its state; the state has its own say after that.
Made from the policy of crates/domain: every act that is offered, for everybody who may stand to the case.

yes  may do it
no   may know of the case, but not do this
-    learns not even that there is one

At the office that has it, with the grant that arrival or assignment gives: intake, worker, decider, lead, duty
(officer), assignee; reader: let in to read only. Without a grant: worker0, lead0, duty0. excluded: a lead who must
not see it, whatever the grant. At the sending end: author, and without a grant lead0 (slead) and worker0 (sworker).
Elsewhere: stranger, a lead; admin, who runs the installation; nobody, without a session. system: the installation.
No act of the state machine, and so in no line here: a lead of the sending end lets themselves in with a reason
(takeSenderGrant), and is an author from then on.
";

/// The kinds that bodies receive.
const KINDS: [Kind; 2] = [Kind::HelpReferral, Kind::SuspicionReport];

const SENDING: u128 = 1;
const OFFICE: u128 = 2;
const ELSEWHERE: u128 = 3;
const AUTHOR: u128 = 11;
const ASSIGNEE: u128 = 21;
/// Everybody else is one member.
const OTHER: u128 = 22;

fn noon() -> DateTime<Utc> {
    "2026-12-01T11:00:00Z".parse().unwrap()
}

/// Somebody, and how they stand to the case.
struct Relation {
    name: &'static str,
    actor: Actor,
    grant: Option<GrantLevel>,
    excluded: bool,
}

fn member(n: u128) -> MemberId {
    MemberId::from_uuid(Uuid::from_u128(n))
}

fn organisation(n: u128) -> OrganisationId {
    OrganisationId::from_uuid(Uuid::from_u128(n))
}

fn relation(
    name: &'static str,
    (n, of, role): (u128, u128, Role),
    grant: Option<GrantLevel>,
) -> Relation {
    let actor = Actor::Member(Member {
        account: AccountId::from_uuid(Uuid::from_u128(n)),
        member: member(n),
        organisation: organisation(of),
        organisation_kind: "youth_office".to_owned(),
        district: None,
        session: SessionId::from_uuid(Uuid::from_u128(n)),
        roles: BTreeSet::from([role]),
    });
    Relation {
        name,
        actor,
        grant,
        excluded: false,
    }
}

fn without_membership(name: &'static str, actor: Actor) -> Relation {
    Relation {
        name,
        actor,
        grant: None,
        excluded: false,
    }
}

fn everybody() -> Vec<Relation> {
    let (work, lead) = (Some(GrantLevel::Work), Some(GrantLevel::Lead));
    let office = |role| (OTHER, OFFICE, role);
    let sending = |role| (OTHER, SENDING, role);
    vec![
        relation("intake", office(Role::Intake), work),
        relation("worker", office(Role::Worker), work),
        relation("decider", office(Role::Decider), work),
        relation("lead", office(Role::Lead), lead),
        relation("duty", office(Role::DutyOfficer), work),
        relation("assignee", (ASSIGNEE, OFFICE, Role::Worker), work),
        relation("reader", office(Role::Worker), Some(GrantLevel::Read)),
        relation("worker0", office(Role::Worker), None),
        relation("lead0", office(Role::Lead), None),
        relation("duty0", office(Role::DutyOfficer), None),
        Relation {
            excluded: true,
            ..relation("excluded", office(Role::Lead), lead)
        },
        relation(
            "author",
            (AUTHOR, SENDING, Role::Worker),
            Some(GrantLevel::Sender),
        ),
        relation("slead", sending(Role::Lead), None),
        relation("sworker", sending(Role::Worker), None),
        relation("stranger", (OTHER, ELSEWHERE, Role::Lead), None),
        relation("admin", (OTHER, ELSEWHERE, Role::Administrator), None),
        without_membership("nobody", Actor::Anonymous),
        without_membership("system", Actor::System),
    ]
}

/// A referral that has arrived and was given to its assignee.
fn arrived(kind: Kind) -> Referral {
    let head = Head {
        id: ReferralId::from_uuid(Uuid::from_u128(7)),
        kind,
        gate: Gate::Kkg43,
        destination: organisation(OFFICE),
        district: None,
        sender_organisation: Some(organisation(SENDING)),
        author: Some(member(AUTHOR)),
        profession: Profession::Kkg41Nr1,
        urgency: Urgency::Normal,
        topic: None,
        age_band: None,
        flags: BTreeSet::new(),
        destination_epoch: 1,
        predecessor: None,
    };
    let doer = |n, part| Doer {
        parts: BTreeSet::from([part]),
        member: Some(member(n)),
    };
    let holds = || -> Facts { Guard::ALL.iter().copied().collect() };
    let new = Referral::announce(head, noon());
    let author = doer(AUTHOR, Who::Sender);
    let sent = new.submit(new.version(), &author, holds(), noon()).unwrap();
    let here = sent.referral.deliver(holds(), [], noon()).unwrap().referral;
    let (reader, intake) = (doer(OTHER, Who::Recipient), doer(OTHER, Who::Intake));
    let here = here.open(&reader, noon()).unwrap().referral;
    let given = here.assign(here.version(), &intake, member(ASSIGNEE), true, noon());
    given.unwrap().referral
}

/// Asks about one referral on behalf of one relation.
fn asked(
    relation: &Relation,
    referral: &Referral,
    ask: impl Fn(&Actor, &CaseView<'_>) -> Verdict,
) -> &'static str {
    let grant = |level| CaseGrant {
        referral: referral.id(),
        member: relation.actor.member().unwrap().member,
        level,
        by: None,
        at: noon(),
        until: None,
        reason: None,
    };
    let grants: Vec<_> = relation.grant.map(grant).into_iter().collect();
    let view = CaseView {
        referral,
        grants: &grants,
        excluded: relation.excluded,
    };
    match ask(&relation.actor, &view) {
        Verdict::Allow => "yes",
        Verdict::Forbid => "no",
        Verdict::Hide => "-",
    }
}

/// The acts on a kind that are offered and that a rule knows.
fn offered(kind: Kind) -> impl Iterator<Item = Action> {
    Action::ALL.iter().copied().filter(move |action| {
        let known = rules(*action).iter().any(|rule| rule.kinds.contains(&kind));
        action.is_offered(kind) && known
    })
}

/// The lines about one kind: what is done, and the word for everybody.
fn lines(kind: Kind, everybody: &[Relation]) -> Vec<(&'static str, Vec<&'static str>)> {
    let referral = arrived(kind);
    let line = |name, ask: &dyn Fn(&Actor, &CaseView<'_>) -> Verdict| {
        let cells = everybody.iter().map(|one| asked(one, &referral, ask));
        (name, cells.collect())
    };
    let mut all = vec![
        line("see head and state", &|actor, case| {
            may_see(actor, case, noon())
        }),
        line("fetch the content", &|actor, case| {
            may_read_parts(actor, case, noon())
        }),
    ];
    all.extend(offered(kind).map(|action| {
        line(action.as_str(), &|actor, case| {
            may(actor, action, case, noon())
        })
    }));
    all
}

fn write_line(table: &mut String, name: &str, everybody: &[Relation], cells: &[&str]) {
    let mut text = format!("{name:<23}");
    for (relation, cell) in everybody.iter().zip(cells) {
        let width = relation.name.len() + 2;
        write!(text, "{cell:<width$}").unwrap();
    }
    writeln!(table, "{}", text.trim_end()).unwrap();
}

#[test]
fn the_committed_matrix_is_what_the_policy_says() {
    let everybody = everybody();
    let names: Vec<_> = everybody.iter().map(|one| one.name).collect();
    let mut table = HEADING.to_owned();
    for kind in KINDS {
        writeln!(table).unwrap();
        write_line(&mut table, kind.as_str(), &everybody, &names);
        for (name, cells) in lines(kind, &everybody) {
            assert!(cells.contains(&"yes"), "nobody may {name} a {kind}");
            write_line(&mut table, name, &everybody, &cells);
        }
    }
    writeln!(table).unwrap();
    write_line(&mut table, "ANY KIND", &everybody, &names);
    let referral = arrived(Kind::HelpReferral);
    let sends = |one| asked(one, &referral, |actor, _| may_send(actor));
    let cells: Vec<_> = everybody.iter().map(sends).collect();
    write_line(&mut table, "write a new one", &everybody, &cells);

    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/referral-matrix.txt");
    let committed = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        committed == table,
        "docs/referral-matrix.txt is stale, it should be:\n{table}"
    );
}
