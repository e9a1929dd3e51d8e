//! Which language tags people may state for what they offer.

use crate::text::Lang;

/// The languages of ISO 639-1, two letters each.
const TWO_LETTERS: &str = "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu \
    cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia \
    id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg \
    mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw \
    sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur \
    uz ve vi vo wa wo xh yi yo za zh zu";

/// Languages without two letters that are spoken or signed here: Low German, Sorbian, Romani, Kurdish,
/// Dari, Assyrian, Cantonese and their like, and the sign languages of Germany and of neighbours.
const THREE_LETTERS: &str = "aii ars ary arz apc ase bfi ckb diq dsb dsl frr fsl fil gsg gsw haz hsb ils kiu kmr \
    mkd nds prs pso rmn rmy rom rue sdh sgg slk ssp stq syc syr szl tig tru tsm ukl wuu yue zgh zza";

/// Whether a tag names a language that is known: `uk`, `gsg`, `zh-Hant`, `pt-BR`, `de-simple`. Behind
/// the language a script, a region and variants may stand, in this order (BCP 47).
pub(super) fn is_known(language: &Lang) -> bool {
    let mut parts = language.as_str().split('-').peekable();
    let known = parts.next().is_some_and(|name| {
        let among = |list: &str| {
            list.split_whitespace()
                .any(|one| name.eq_ignore_ascii_case(one))
        };
        among(TWO_LETTERS) || among(THREE_LETTERS)
    });
    let letters = |part: &&str, many: usize| {
        part.len() == many && part.bytes().all(|byte| byte.is_ascii_alphabetic())
    };
    let digits = |part: &&str| part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_digit());
    parts.next_if(|part| letters(part, 4));
    parts.next_if(|part| letters(part, 2) || digits(part));
    let is_variant = |part: &str| {
        let starts_with_digit = part.starts_with(|first: char| first.is_ascii_digit());
        (5..=8).contains(&part.len()) || (part.len() == 4 && starts_with_digit)
    };
    known && parts.all(is_variant)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_that_exists_is_known_with_all_that_may_follow() {
        for tag in [
            "de",
            "UK",
            "gsg",
            "kmr",
            "zh-Hant",
            "pt-BR",
            "es-419",
            "zh-Hant-TW",
            "de-simple",
            "de-1996",
        ] {
            assert!(is_known(&tag.parse().unwrap()), "{tag}");
        }
        for tag in [
            "xx",
            "xx-bogus-1",
            "de-1",
            "de-x-a",
            "deutsch",
            "a",
            "de-DE-Latn",
        ] {
            let known = tag.parse::<Lang>().is_ok_and(|lang| is_known(&lang));
            assert!(!known, "{tag}");
        }
    }
}
