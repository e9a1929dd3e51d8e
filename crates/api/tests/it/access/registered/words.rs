//! Rust source as names, texts and marks, without comments.

/// A word of a source.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// A name or a path of names, such as `web::get`; numbers too.
    Name(String),
    /// A string literal, without its quotes.
    Text(String),
    /// Any other sign.
    Mark(char),
}

/// The words of a source.
pub(super) fn words(source: &str) -> Vec<Word> {
    let mut all = Vec::new();
    let mut rest = source;
    while let Some(next) = rest.chars().next() {
        let (word, length) = if next.is_whitespace() {
            (None, next.len_utf8())
        } else if rest.starts_with("//") {
            (None, rest.find('\n').unwrap_or(rest.len()))
        } else if rest.starts_with("/*") {
            (None, rest.find("*/").map_or(rest.len(), |end| end + 2))
        } else if let Some((text, length)) = text(rest) {
            (Some(Word::Text(text)), length)
        } else if let Some(length) = letter(rest) {
            (None, length)
        } else if is_of_name(next) {
            let length = name(rest);
            (Some(Word::Name(rest[..length].to_owned())), length)
        } else {
            (Some(Word::Mark(next)), next.len_utf8())
        };
        all.extend(word);
        rest = &rest[length..];
    }
    all
}

const fn is_of_name(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || sign == '_'
}

/// The length of a name or path of names.
fn name(rest: &str) -> usize {
    let mut length = 0;
    loop {
        let tail = &rest[length..];
        length += tail.find(|sign| !is_of_name(sign)).unwrap_or(tail.len());
        let next = rest[length..].strip_prefix("::");
        if next.is_none_or(|next| !next.starts_with(is_of_name)) {
            return length;
        }
        length += 2;
    }
}

/// A string literal, raw or not, and the length it takes.
fn text(rest: &str) -> Option<(String, usize)> {
    let plain = rest.strip_prefix('b').unwrap_or(rest);
    let begun = rest.len() - plain.len();
    if let Some(inside) = plain.strip_prefix('"') {
        let mut escaped = false;
        let end = inside.find(|sign| {
            let ends = sign == '"' && !escaped;
            escaped = sign == '\\' && !escaped;
            ends
        })?;
        return Some((inside[..end].to_owned(), begun + end + 2));
    }
    let raw = plain.strip_prefix('r')?;
    let fences = raw.len() - raw.trim_start_matches('#').len();
    let inside = raw[fences..].strip_prefix('"')?;
    let end = inside.find(&format!("\"{}", &raw[..fences]))?;
    Some((
        inside[..end].to_owned(),
        begun + 1 + fences + 1 + end + 1 + fences,
    ))
}

/// The length of a literal of one letter; a lifetime is none.
fn letter(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('\'')?;
    let first = inside.chars().next()?;
    if first == '\\' {
        return inside[2..].find('\'').map(|end| end + 4);
    }
    let length = first.len_utf8();
    inside[length..].starts_with('\'').then_some(length + 2)
}
