//! Whether one value fits one type.

use async_graphql::parser::types::{BaseType, InputValueDefinition, Type};
use async_graphql::{Name, Value, indexmap::IndexMap};
use chrono::NaiveDate;

use super::{Input, InputTypes};
use crate::graphql::scalars::{DAY, INSTANT};
use crate::problem::reading::REQUIRED;
use crate::problem::{Fault, Kind};

/// What is said of a whole number that is none of GraphQL's.
const INT: &str = "a whole number from -2147483648 to 2147483647";

impl InputTypes {
    /// Whether a value fits; `path` leads to it. Bytes, which no client can write, stand for a variable:
    /// that is looked at where its value is.
    pub(super) fn fits(
        &self,
        value: &Value,
        wanted: &Type,
        path: &mut Vec<String>,
    ) -> Result<(), Fault> {
        if matches!(value, Value::Binary(_)) || (*value == Value::Null && wanted.nullable) {
            return Ok(());
        }
        match (&wanted.base, value) {
            (BaseType::List(item), Value::List(all)) => {
                for (at, one) in all.iter().enumerate() {
                    path.push(at.to_string());
                    self.fits(one, item, path)?;
                    path.pop();
                }
                Ok(())
            }
            (BaseType::List(_), Value::Null) => Err(wrong(path, "a list", value)),
            // one item stands for a list of one
            (BaseType::List(item), one) => self.fits(one, item, path),
            (BaseType::Named(name), _) => match self.inputs.get(name.as_str()) {
                Some(Input::OneOf(names)) => {
                    let word = if let Value::Enum(name) = value {
                        Some(name.as_str())
                    } else {
                        text_of(value)
                    };
                    if word.is_some_and(|word| names.iter().any(|name| name == word)) {
                        return Ok(());
                    }
                    Err(wrong(path, &format!("one of: {}", names.join(", ")), value))
                }
                Some(Input::Object(fields)) => self.fits_object(value, fields, path),
                Some(Input::Scalar) | None => {
                    scalar(name, value).map_err(|allowed| wrong(path, allowed, value))
                }
            },
        }
    }

    fn fits_object(
        &self,
        value: &Value,
        fields: &[InputValueDefinition],
        path: &mut Vec<String>,
    ) -> Result<(), Fault> {
        let Value::Object(given) = value else {
            return Err(wrong(path, "an object", value));
        };
        if has_others(given, fields) {
            // its name may be a word of somebody's: the object that holds it is named
            let names: Vec<_> = fields.iter().map(|one| one.name.node.as_str()).collect();
            let allowed = format!("one of the fields: {}", names.join(", "));
            return Err(Fault::new(path.clone(), allowed, Kind::OtherField));
        }
        for field in fields {
            path.push(field.name.node.to_string());
            match given.get(&field.name.node) {
                Some(inner) => self.fits(inner, &field.ty.node, path)?,
                None if may_be_absent(field) => {}
                None => return Err(Fault::new(path.clone(), REQUIRED, Kind::Nothing)),
            }
            path.pop();
        }
        Ok(())
    }
}

/// Whether a field or an argument need not be given.
pub(super) fn may_be_absent(wanted: &InputValueDefinition) -> bool {
    wanted.default_value.is_some() || wanted.ty.node.nullable
}

fn has_others(given: &IndexMap<Name, Value>, fields: &[InputValueDefinition]) -> bool {
    let known = |name: &Name| fields.iter().any(|field| field.name.node == *name);
    !given.keys().all(known)
}

fn wrong(path: &[String], allowed: &str, value: &Value) -> Fault {
    Fault::new(path.to_vec(), allowed, kind(value))
}

const fn kind(value: &Value) -> Kind {
    match value {
        Value::Null => Kind::Null,
        Value::Number(_) => Kind::Number,
        Value::String(_) | Value::Binary(_) => Kind::Text,
        Value::Boolean(_) => Kind::Flag,
        Value::Enum(_) => Kind::Word,
        Value::List(_) => Kind::List,
        Value::Object(_) => Kind::Object,
    }
}

fn text_of(value: &Value) -> Option<&str> {
    if let Value::String(text) = value {
        Some(text)
    } else {
        None
    }
}

/// Whether a value is one of a scalar; what would be. What the schema does not know is let pass.
fn scalar(name: &str, value: &Value) -> Result<(), &'static str> {
    let text = text_of(value);
    let (good, allowed) = match (name, value) {
        ("Int", Value::Number(given)) => {
            let is_whole = given.is_i64() || given.is_u64();
            let fits = given.as_i64().is_some_and(|one| i32::try_from(one).is_ok());
            (fits, if is_whole { INT } else { "a whole number" })
        }
        ("Int", _) => (false, "a whole number"),
        ("Float", _) => (matches!(value, Value::Number(_)), "a number"),
        ("Boolean", _) => (matches!(value, Value::Boolean(_)), "true or false"),
        ("ID", Value::Number(given)) => {
            let is_whole = given.is_i64() || given.is_u64();
            (is_whole, "a text or a whole number")
        }
        ("ID", _) => (text.is_some(), "a text or a whole number"),
        ("DateTime", _) => {
            let read = text.map(chrono::DateTime::parse_from_rfc3339);
            (read.is_some_and(|read| read.is_ok()), INSTANT)
        }
        ("Date", _) => {
            let read = text.map(str::parse::<NaiveDate>);
            (read.is_some_and(|read| read.is_ok()), DAY)
        }
        _ => (text.is_some(), "a text"),
    };
    if good { Ok(()) } else { Err(allowed) }
}
