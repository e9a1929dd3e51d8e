//! The German for sentences that say what is allowed. The English sentence is the key, `#` stands for
//! its numbers. Where a sentence is missing here the whole answer is in English: an answer never mixes
//! two languages.

mod exchange;

use exchange::EXCHANGE;

/// English and German, numbers as `#`.
const SENTENCES: &[(&str, &str)] = &[
    ("valid JSON", "gültiges JSON"),
    (
        "a value: this field is required",
        "eine Angabe: dieses Feld ist nötig",
    ),
    (
        "a value that the contract describes",
        "ein Wert, wie ihn die Beschreibung der Schnittstelle nennt",
    ),
    ("a whole number", "eine ganze Zahl"),
    (
        "a whole number from -# to #",
        "eine ganze Zahl von -# bis #",
    ),
    ("a number", "eine Zahl"),
    ("a text", "ein Text"),
    ("true or false", "ja oder nein (true, false)"),
    ("a list", "eine Liste"),
    ("an object", "ein Objekt"),
    ("a text or a whole number", "ein Text oder eine ganze Zahl"),
    (
        "a text without the character NUL (U+#)",
        "ein Text ohne das Zeichen NUL (U+#)",
    ),
    (
        "an instant such as #-#-#T#:#:#Z",
        "ein Zeitpunkt, etwa #-#-#T#:#:#Z",
    ),
    ("a day such as #-#-#", "ein Tag, etwa #-#-#"),
    (
        "a postcode has exactly five digits, such as #",
        "eine Postleitzahl hat genau fünf Ziffern, etwa #",
    ),
    (
        "a telephone number has # to # digits and may start with +, such as +# # #",
        "eine Telefonnummer hat # bis # Ziffern und darf mit + beginnen, etwa +# # #",
    ),
    (
        "a mail address looks like name@example.org",
        "eine Mailadresse sieht aus wie name@example.org",
    ),
    (
        "a web address starts with https:// or http:// and names a host",
        "eine Webadresse beginnt mit https:// oder http:// und nennt einen Rechner",
    ),
    (
        "a language is a BCP # tag such as de, de-simple or en",
        "eine Sprache ist ein Kürzel nach BCP #, etwa de, de-simple oder en",
    ),
    (
        "a language is de, de-simple or en",
        "eine Sprache ist de, de-simple oder en",
    ),
    (
        "a term key has # to # lower-case letters, digits and underscores, such as youth_office",
        "ein Schlüssel hat # bis # Kleinbuchstaben, Ziffern und Unterstriche, etwa youth_office",
    ),
    (
        "a time of day is HH:MM from #:# to #:#, such as #:#",
        "eine Uhrzeit ist HH:MM von #:# bis #:#, etwa #:#",
    ),
    (
        "a span starts between #:# and #:#",
        "eine Zeitspanne beginnt zwischen #:# und #:#",
    ),
    (
        "a key has # characters, such as #",
        "ein Schlüssel hat # Zeichen, etwa #",
    ),
    (
        "a district key has five digits, such as #",
        "ein Kreisschlüssel hat fünf Ziffern, etwa #",
    ),
    (
        "a municipality key has eight digits, such as #",
        "ein Gemeindeschlüssel hat acht Ziffern, etwa #",
    ),
    ("at most # characters", "höchstens # Zeichen"),
    ("at most #,# characters", "höchstens #.# Zeichen"),
    (
        "a name has # to # characters",
        "ein Name hat # bis # Zeichen",
    ),
    (
        "a summary has at most # characters",
        "der kurze Text hat höchstens # Zeichen",
    ),
    (
        "a description has at most #,# characters",
        "eine Beschreibung hat höchstens #.# Zeichen",
    ),
    (
        "a boundary note has at most #,# characters",
        "was das Angebot nicht ersetzt: höchstens #.# Zeichen",
    ),
    (
        "a notice has # to # characters",
        "ein Hinweis hat # bis # Zeichen",
    ),
    (
        "a text of one line, without control characters",
        "ein Text in einer Zeile, ohne Steuerzeichen",
    ),
    (
        "a text without control characters",
        "ein Text ohne Steuerzeichen",
    ),
    (
        "the first age lies below the last one",
        "das erste Alter liegt unter dem letzten",
    ),
    (
        "an amount is # or more cents",
        "ein Betrag ist # Cent oder mehr",
    ),
    (
        "a language that exists, by its BCP # tag such as uk or gsg",
        "eine Sprache, die es gibt, mit ihrem Kürzel nach BCP #, etwa uk oder gsg",
    ),
    ("today or a day before", "heute oder ein Tag davor"),
    ("# to # days", "# bis # Tage"),
    (
        "the last day is not before the first one",
        "der letzte Tag liegt nicht vor dem ersten",
    ),
    (
        "an emergency call (#, #) has the purpose EMERGENCY and is no line of an office",
        "ein Notruf (#, #) hat den Zweck Notruf (EMERGENCY) und ist kein Anschluss einer Stelle",
    ),
    (
        "a list has at most # entries",
        "eine Liste hat höchstens # Einträge",
    ),
    (
        "the value of an option of the question",
        "der Wert einer Antwort, die zur Frage angeboten ist",
    ),
    ("at most # values", "höchstens # Werte"),
    ("at most # spans", "höchstens # Zeitspannen"),
    (
        "no spans beside alwaysOpen",
        "keine Zeitspannen neben alwaysOpen",
    ),
    ("an age is # to # months", "ein Alter ist # bis # Monate"),
    (
        "lat is -# to #, lon -# to #, radiusM # to #",
        "lat liegt zwischen -# und #, lon zwischen -# und #, radiusM zwischen # und #",
    ),
    (
        "lat -# to # and lon -# to #, both",
        "lat von -# bis # und lon von -# bis #, beide",
    ),
    (
        "at least one field of the place",
        "mindestens eine Angabe zum Ort",
    ),
    (
        "a channel of telephones: phone or on_call",
        "ein Weg mit Telefon: phone oder on_call",
    ),
    (
        "relevance or name; distance needs near, place, postcode or municipality in the filter",
        "relevance oder name; distance braucht near, place, postcode oder municipality im Filter",
    ),
    (
        "# to # services are allowed",
        "# bis # Angebote sind möglich",
    ),
    (
        "# to # entries are allowed",
        "# bis # Einträge sind möglich",
    ),
    ("# to # places are allowed", "# bis # Orte sind möglich"),
    ("# to # are allowed", "# bis # sind möglich"),
    (
        "a cursor is the text an earlier answer gave",
        "ein Cursor ist der Text aus einer früheren Antwort",
    ),
    (
        "the id of a telephone of this service",
        "die Kennung eines Telefons dieses Angebots",
    ),
    (
        "the id of a colleague",
        "die Kennung einer Kollegin oder eines Kollegen",
    ),
    ("the id of an organisation", "die Kennung einer Einrichtung"),
    ("# (Monday) to # (Sunday)", "# (Montag) bis # (Sonntag)"),
    (
        "say why it is closed, for the public",
        "ein Satz für alle, warum geschlossen ist",
    ),
    ("a number from # on", "eine Zahl ab #"),
    ("# to # characters", "# bis # Zeichen"),
    (
        "a day within the next # days",
        "ein Tag innerhalb der nächsten # Tage",
    ),
    ("# to # parts at once", "# bis # Teile auf einmal"),
    (
        "at most # drafts; delete one first",
        "höchstens # Entwürfe; bitte zuerst einen löschen",
    ),
    (
        "a password has # to # characters",
        "ein Passwort hat # bis # Zeichen",
    ),
];

/// What ends in names, which stay as they are.
const LISTS: &[(&str, &str)] = &[
    ("one of: ", "eines von: "),
    ("one of the fields: ", "eines der Felder: "),
    (
        "a place in the same district as in the field ",
        "ein Ort im selben Kreis wie im Feld ",
    ),
    ("missing in the envelope: ", "im Umschlag fehlt: "),
    ("wrong in the envelope: ", "im Umschlag stimmt nicht: "),
    (
        "a header has exactly the members of the profile; not allowed is ",
        "ein Kopf hat genau die Angaben des Profils; nicht erlaubt ist: ",
    ),
    (
        "the header has exactly the members of the profile; wrong is ",
        "der Kopf hat genau die Angaben des Profils; falsch ist: ",
    ),
    (
        "the header and the envelope differ in ",
        "Kopf und Umschlag unterscheiden sich in: ",
    ),
];

/// The German sentence, where there is one.
pub(super) fn german(english: &str) -> Option<String> {
    if english.split(", ").all(|name| !name.contains(' ')) {
        return Some(english.to_owned());
    }
    if let Some((list, names)) = LISTS
        .iter()
        .find_map(|(list, german)| Some((german, english.strip_prefix(list)?)))
    {
        return Some(format!("{list}{names}"));
    }
    let (pattern, numbers) = taken_out(english);
    let mut all = SENTENCES.iter().chain(EXCHANGE);
    let (_, german) = all.find(|(english, _)| *english == pattern)?;
    Some(put_in(german, &numbers))
}

/// The sentence with `#` for its numbers, and the numbers.
fn taken_out(sentence: &str) -> (String, Vec<&str>) {
    let mut pattern = String::new();
    let mut numbers = Vec::new();
    let mut rest = sentence;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let digits = &rest[start..];
        let end = digits
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(digits.len());
        pattern.push_str(&rest[..start]);
        pattern.push('#');
        numbers.push(&digits[..end]);
        rest = &digits[end..];
    }
    pattern.push_str(rest);
    (pattern, numbers)
}

fn put_in(pattern: &str, numbers: &[&str]) -> String {
    let mut numbers = numbers.iter();
    pattern
        .split_inclusive('#')
        .map(|piece| match piece.strip_suffix('#') {
            Some(words) => format!("{words}{}", numbers.next().unwrap_or(&"#")),
            None => piece.to_owned(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use domain::directory::TermKey;
    use domain::text::{Email, Lang, Malformed, PhoneNumber, PostalCode};

    use super::*;

    #[test]
    fn numbers_keep_their_places() {
        assert_eq!(
            german("an age is 0 to 1200 months").as_deref(),
            Some("ein Alter ist 0 bis 1200 Monate")
        );
        assert_eq!(
            german("one of: de, en").as_deref(),
            Some("eines von: de, en")
        );
        assert_eq!(
            german("accept, decline").as_deref(),
            Some("accept, decline")
        );
        assert_eq!(german("nobody has translated this"), None);
    }

    #[test]
    fn both_sentences_have_the_same_numbers() {
        for (english, german) in SENTENCES.iter().chain(EXCHANGE) {
            assert_eq!(
                english.matches('#').count(),
                german.matches('#').count(),
                "{english}"
            );
            assert_eq!(taken_out(english).0, *english, "a number is written out");
        }
    }

    #[test]
    fn the_texts_of_the_domain_have_a_german_sentence() {
        fn of<T: std::str::FromStr<Err = Malformed>>() -> &'static str {
            match "\u{7}".parse::<T>() {
                Err(malformed) => malformed.allowed,
                Ok(_) => panic!("a bell is allowed"),
            }
        }
        let all = [
            of::<PostalCode>(),
            of::<PhoneNumber>(),
            of::<Email>(),
            of::<Lang>(),
            of::<TermKey>(),
        ];
        for english in all {
            assert!(german(english).is_some(), "{english}");
        }
    }
}
