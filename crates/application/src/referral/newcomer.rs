//! Members who come, or get another role, while cases wait (`referral.md` 11).

use chrono::{DateTime, Utc};
use domain::identity::Membership;
use domain::referral::grants::first_grants;
use domain::store::Work;

use super::office::colleagues;
use crate::Failure;

/// Lets a member into the cases of the organisation that are assigned to nobody, as if the member had
/// been there when they arrived. What the member was given before stays as it is.
pub(crate) async fn let_in(
    work: &mut dyn Work,
    newcomer: &Membership,
    now: DateTime<Utc>,
) -> Result<(), Failure> {
    let memberships = work
        .memberships()
        .of_organisation(newcomer.organisation)
        .await?;
    let colleagues = colleagues(&memberships);
    let waiting = work.referrals().unassigned(newcomer.organisation).await?;
    for case in waiting {
        let mut grants = work.case_grants();
        let excluded = grants.excluded(case.id()).await?;
        let has = grants.of_member(newcomer.id, &[case.id()]).await?;
        let mut first = first_grants(&case, &colleagues, &excluded, now);
        first.retain(|grant| {
            grant.member == newcomer.id
                && !has
                    .iter()
                    .any(|had| had.level == grant.level && had.is_live(now))
        });
        grants.insert(&first).await?;
    }
    Ok(())
}
