//! JSON in one spelling: the JSON Canonicalization Scheme (RFC 8785), and the strict reading that
//! signed texts need.
//!
//! Whatever is signed or hashed here is first brought into this form, so that two programs that
//! mean the same value hash the same bytes. Signed texts hold integers only; fractions are spelled
//! as the reader of the JSON understood them.

use std::fmt::{self, Write as _};

use serde::de::{self, DeserializeSeed, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Number, Value};

/// The largest integer that every JSON reader keeps exactly (2^53 - 1).
const SAFE: u64 = 9_007_199_254_740_991;

/// A text that is not JSON, or holds a member twice. `Display` repeats nothing of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("strict JSON is allowed: well-formed, no member twice")]
pub struct NotStrict;

/// Reads JSON and refuses an object that holds a member twice, because readers differ in which of
/// the two they believe.
pub fn read_strict(text: &str) -> Result<Value, NotStrict> {
    serde_json::from_str::<Strict>(text)
        .map(|Strict(value)| value)
        .map_err(|_may_hold_content| NotStrict)
}

/// A JSON value without members that occur twice, for use inside other types.
#[derive(Debug, Clone, PartialEq)]
pub struct Strict(pub Value);

impl<'de> Deserialize<'de> for Strict {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(StrictVisitor).map(Self)
    }
}

struct StrictVisitor;

impl<'de> DeserializeSeed<'de> for StrictVisitor {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for StrictVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON without members that occur twice")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, given: bool) -> Result<Value, E> {
        Ok(Value::Bool(given))
    }

    fn visit_i64<E>(self, given: i64) -> Result<Value, E> {
        Ok(Value::from(given))
    }

    fn visit_u64<E>(self, given: u64) -> Result<Value, E> {
        Ok(Value::from(given))
    }

    fn visit_f64<E: de::Error>(self, given: f64) -> Result<Value, E> {
        Number::from_f64(given)
            .map(Value::Number)
            .ok_or_else(|| de::Error::custom("a number is finite"))
    }

    fn visit_str<E>(self, given: &str) -> Result<Value, E> {
        Ok(Value::String(given.to_owned()))
    }

    fn visit_string<E>(self, given: String) -> Result<Value, E> {
        Ok(Value::String(given))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(Self)? {
            list.push(item);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(name) = members.next_key::<String>()? {
            let value = members.next_value_seed(Self)?;
            if object.insert(name, value).is_some() {
                return Err(de::Error::custom("a member occurs twice"));
            }
        }
        Ok(Value::Object(object))
    }
}

/// Whether every number inside is an integer that all JSON readers keep exactly.
pub fn integers_only(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(_) | Value::String(_) => true,
        Value::Number(number) => {
            number.as_u64().is_some_and(|n| n <= SAFE)
                || number.as_i64().is_some_and(|n| n.unsigned_abs() <= SAFE)
        }
        Value::Array(items) => items.iter().all(integers_only),
        Value::Object(members) => members.values().all(integers_only),
    }
}

/// The canonical text of a value (RFC 8785): members sorted by UTF-16 code units, no blanks, the
/// shortest spelling of every number and string.
pub fn canonical(value: &Value) -> String {
    let mut out = String::new();
    write_value(&mut out, value);
    out
}

fn write_value(out: &mut String, value: &Value) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(true) => out.push_str("true"),
        Value::Bool(false) => out.push_str("false"),
        Value::Number(number) => write_number(out, number),
        Value::String(text) => write_string(out, text),
        Value::Array(items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                write_value(out, item);
            }
            out.push(']');
        }
        Value::Object(members) => {
            let mut sorted: Vec<_> = members.iter().collect();
            sorted.sort_by(|(left, _), (right, _)| left.encode_utf16().cmp(right.encode_utf16()));
            out.push('{');
            for (at, (name, member)) in sorted.into_iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                write_string(out, name);
                out.push(':');
                write_value(out, member);
            }
            out.push('}');
        }
    }
}

fn write_string(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\u{c}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            c if c < ' ' => {
                // writing to a String cannot fail
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

fn write_number(out: &mut String, number: &Number) {
    let whole = number.as_u64().map(|n| n.to_string());
    if let Some(spelled) = whole.or_else(|| number.as_i64().map(|n| n.to_string())) {
        out.push_str(&spelled);
    } else if let Some(float) = number.as_f64() {
        write_float(out, float);
    }
}

/// The spelling of ECMAScript's `Number::toString`, which RFC 8785 prescribes.
fn write_float(out: &mut String, float: f64) {
    if float == 0.0 {
        out.push('0');
        return;
    }
    if float < 0.0 {
        out.push('-');
    }
    // Rust's exponent form has the same shortest digits: d.ddd…e±n
    let spelled = format!("{:e}", float.abs());
    let (mantissa, exponent) = spelled.split_once('e').unwrap_or((&spelled, "0"));
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let point = exponent.parse::<i32>().unwrap_or(0) + 1;
    let count = i32::try_from(digits.len()).unwrap_or(i32::MAX);
    let zeros = |n: i32| "0".repeat(usize::try_from(n).unwrap_or(0));
    let cut = usize::try_from(point).unwrap_or(0);
    if (count..=21).contains(&point) {
        out.push_str(&digits);
        out.push_str(&zeros(point - count));
    } else if (1..=21).contains(&point) {
        out.push_str(&digits[..cut]);
        out.push('.');
        out.push_str(&digits[cut..]);
    } else if (-5..=0).contains(&point) {
        out.push_str("0.");
        out.push_str(&zeros(-point));
        out.push_str(&digits);
    } else {
        out.push_str(&digits[..1]);
        if count > 1 {
            out.push('.');
            out.push_str(&digits[1..]);
        }
        let _ = write!(
            out,
            "e{}{}",
            if point > 0 { "+" } else { "-" },
            (point - 1).abs()
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_of_the_rfc_is_spelled_as_the_rfc_spells_it() {
        let given = r#"{"numbers":[333333333.3,1E30,4.50,2e-3,0.000000000000000000000000001],
            "string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}"#;
        assert_eq!(
            canonical(&read_strict(given).unwrap()),
            "{\"literals\":[null,true,false],\
             \"numbers\":[333333333.3,1e+30,4.5,0.002,1e-27],\
             \"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}"
        );
    }

    #[test]
    fn members_are_sorted_by_utf16_code_units() {
        let given =
            r#"{"\u20ac":1,"\r":2,"\ufb33":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":7}"#;
        assert_eq!(
            canonical(&read_strict(given).unwrap()),
            "{\"\\r\":2,\"1\":4,\"\u{80}\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\u{fb33}\":3}"
        );
    }

    #[test]
    fn numbers_are_spelled_as_ecmascript_spells_them() {
        for (bits, spelled) in [
            (0x0000_0000_0000_0001, "5e-324"),
            (0x8000_0000_0000_0001, "-5e-324"),
            (0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308"),
            (0x4340_0000_0000_0000, "9007199254740992"),
            (0x4430_0000_0000_0000, "295147905179352830000"),
            (0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22"),
            (0x444b_1ae4_d6e2_ef4e, "999999999999999700000"),
            (0x444b_1ae4_d6e2_ef50, "1e+21"),
            (0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7"),
            (0x3eb0_c6f7_a0b5_ed8d, "0.000001"),
            (0x41b3_de43_5555_5553, "333333333.3333332"),
            (0xbecb_f647_612f_3696, "-0.0000033333333333333333"),
        ] {
            let mut out = String::new();
            write_float(&mut out, f64::from_bits(bits));
            assert_eq!(out, spelled);
        }
    }

    #[test]
    fn a_member_given_twice_is_refused_at_any_depth() {
        assert_eq!(read_strict(r#"{"a":1,"a":1}"#), Err(NotStrict));
        assert_eq!(read_strict(r#"{"b":[{"a":1,"\u0061":2}]}"#), Err(NotStrict));
        assert!(read_strict(r#"{"a":{"a":1}}"#).is_ok());
    }

    #[test]
    fn fractions_and_giants_are_no_integers() {
        for wrong in [
            "1.5",
            "1.0",
            "1e2",
            "-0",
            "9007199254740992",
            "[{\"a\":0.5}]",
        ] {
            assert!(!integers_only(&read_strict(wrong).unwrap()), "{wrong}");
        }
        assert!(integers_only(
            &read_strict("[0,-7,9007199254740991]").unwrap()
        ));
    }
}
