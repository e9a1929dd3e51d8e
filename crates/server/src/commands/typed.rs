//! What was typed at the command line, for refusing it in its own words.

use application::{Failure, FieldError};

/// The arguments of one command: the field of the use case, the argument, what was typed.
#[derive(Debug, Default)]
pub(crate) struct Typed(Vec<(&'static str, &'static str, String)>);

impl Typed {
    /// The same with one more argument.
    pub(crate) fn with(mut self, field: &'static str, argument: &'static str, given: &str) -> Self {
        self.0.push((field, argument, given.to_owned()));
        self
    }

    /// A failure in words for the person at the command line: every argument that is not allowed, what
    /// would be, and what was found. A secret is no argument, so it is never repeated.
    pub(crate) fn explain(&self, failure: Failure) -> anyhow::Error {
        let Failure::Invalid(fields) = failure else {
            return anyhow::Error::new(failure);
        };
        let all: Vec<String> = fields.iter().map(|field| self.sentence(field)).collect();
        anyhow::anyhow!(all.join("; "))
    }

    fn sentence(&self, error: &FieldError) -> String {
        let field = error.field.join(".");
        let typed = self.0.iter().find(|(name, ..)| *name == field);
        match typed {
            Some((_, argument, given)) => {
                format!("{argument}: {} (found: {given:?})", error.allowed)
            }
            None => error.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_argument_is_named_with_what_was_found_and_a_secret_is_not_repeated() {
        let typed = Typed::default().with("displayName", "--name", "");
        let failure = Failure::Invalid(vec![
            FieldError::new("displayName", "a name has 1 to 200 characters"),
            FieldError::new("password", "a password has 12 to 200 characters"),
        ]);
        assert_eq!(
            typed.explain(failure).to_string(),
            "--name: a name has 1 to 200 characters (found: \"\"); \
             password: a password has 12 to 200 characters"
        );
        assert_eq!(typed.explain(Failure::Forbidden).to_string(), "forbidden");
    }
}
