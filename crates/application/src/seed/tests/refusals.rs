//! A broken file is one clear line.

use super::super::files::File;
use super::super::read::read_from;

const SOURCE: &str =
    "[[source]]\nkey = \"seite\"\ntitle = \"Seite\"\npage_date = \"2024\"\nlicence = \"facts\"\n";
const KINDS: &str = "taxonomy = \"organisation_kind\"\n[[term]]\nkey = \"helpline\"\nlabel = { de = \"Hilfetelefon\", en = \"Helpline\" }\n";
const SECTORS: &str = "taxonomy = \"sector\"\n[[term]]\nkey = \"health\"\nlabel = { de = \"Gesundheit\", en = \"Health\" }\n";
const SERVICES: &str = "taxonomy = \"service_kind\"\n[[term]]\nkey = \"hotline\"\nlabel = { de = \"Hotline\", en = \"Hotline\" }\n";

const SOUND: &str = r#"district = "13004"

[[organisation]]
key = "a"
name = "A"
kind = "helpline"
sectors = ["health"]
status = "active"
certainty = "seen"
sources = ["seite"]

[[organisation.location]]
key = "sitz"
city = "Schwerin"

[[organisation.service]]
key = "a"
name = "A"
kinds = ["hotline"]
at = ["sitz"]

[[organisation.service.area]]
districts = ["13004"]
source = "seite"

[[organisation.service.phone]]
number = "0385 1"
purpose = "office"
source = "seite"

[[organisation.service.hours]]
channel = "phone"
source = "seite"
blocks = [{ days = "mo-fr", start = "09:00", end = "12:00" }]
"#;

fn refusal(network: &str) -> Option<String> {
    let terms = [
        File {
            path: "taxonomies/organisation_kind.toml",
            text: KINDS,
        },
        File {
            path: "taxonomies/sector.toml",
            text: SECTORS,
        },
        File {
            path: "taxonomies/service_kind.toml",
            text: SERVICES,
        },
    ];
    let source = File {
        path: "sources/sources.toml",
        text: SOURCE,
    };
    let read = read_from(
        &source,
        &terms,
        &[File {
            path: "network/x.toml",
            text: network,
        }],
    );
    read.err().map(|broken| broken.to_string())
}

#[test]
fn a_sound_file_is_read() {
    assert_eq!(refusal(SOUND), None);
}

#[test]
fn a_broken_file_is_one_line_that_names_file_place_found_and_allowed() {
    for (sound, broken, line) in [
        (
            "purpose = \"office\"",
            "purpose = \"secretary\"",
            "data/network/x.toml, line 28: found unknown variant `secretary`; allowed: ",
        ),
        (
            "channel = \"phone\"",
            "channel = \"phone\"\ncolour = \"red\"",
            "data/network/x.toml, line 33: found unknown field `colour`; allowed: one of ",
        ),
        (
            "number = \"0385 1\"",
            "number = \"Durchwahl\"",
            "data/network/x.toml, line 27: found a telephone number has 3 to 15 digits",
        ),
        (
            "kinds = [\"hotline\"]",
            "kinds = [\"chat\"]",
            "data/network/x.toml, organisation a, service a, kinds: found chat; allowed: a term of data/taxonomies/service_kind.toml",
        ),
        (
            "kind = \"helpline\"",
            "kind = \"hotline\"",
            "data/network/x.toml, organisation a, kind: found hotline; allowed: a term of data/taxonomies/organisation_kind.toml",
        ),
        (
            "sources = [\"seite\"]",
            "sources = [\"buch\"]",
            "data/network/x.toml, organisation a, sources: found buch; allowed: a key of data/sources/sources.toml",
        ),
        (
            "districts = [\"13004\"]",
            "districts = [\"13099\"]",
            "data/network/x.toml, organisation a, service a, area.districts: found 13099; allowed: one of 13004",
        ),
        (
            "districts = [\"13004\"]",
            "statewide = true\nnationwide = true",
            "data/network/x.toml, organisation a, service a, area: found none or several",
        ),
        (
            "at = [\"sitz\"]",
            "at = [\"haus\"]",
            "data/network/x.toml, organisation a, service a, at: found haus; allowed: the key of a location",
        ),
        (
            "days = \"mo-fr\"",
            "days = \"fr-mo\"",
            "data/network/x.toml, line 34: found days are mo di mi do fr sa so",
        ),
        (
            "end = \"12:00\"",
            "end = \"25:00\"",
            "data/network/x.toml, line 34: found a time of day is HH:MM",
        ),
        (
            "source = \"seite\"\nblocks",
            "blocks",
            "data/network/x.toml, organisation a, service a, hours.source: found nothing; allowed: a key of",
        ),
        (
            "city = \"Schwerin\"",
            "street = \"Am Markt\"\naddress_visibility = \"hidden\"",
            "data/network/x.toml, organisation a, location: found street",
        ),
        (
            "status = \"active\"",
            "status = \"draft\"",
            "data/network/x.toml, organisation a, status_reason: found ",
        ),
        (
            "[[organisation.service]]\nkey = \"a\"",
            "[[organisation.service]\nkey = \"a\"",
            "data/network/x.toml, line 16: found ",
        ),
    ] {
        assert!(SOUND.contains(sound), "{sound}");
        let said = refusal(&SOUND.replacen(sound, broken, 1))
            .unwrap_or_else(|| panic!("{broken} was read"));
        assert!(said.starts_with(line), "\n{said}\ninstead of\n{line}");
        assert!(!said.contains('\n'), "{said}");
    }
}

#[test]
fn a_key_cannot_name_two_things() {
    let twice = format!("{SOUND}{}", SOUND.replacen("district = \"13004\"", "", 1));
    assert!(
        refusal(&twice)
            .unwrap()
            .contains("organisation a, key: found the key a second time")
    );
}
