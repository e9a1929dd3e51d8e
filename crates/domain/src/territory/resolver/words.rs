//! The sentences of an answer, in German and in English.

use super::answer::{Explanation, FollowUp, FollowUpKind};
use crate::text::Lang;

impl FollowUp {
    /// The question in words: English for `en`, German for every other language.
    pub fn text(&self, lang: &Lang) -> &'static str {
        let english = lang.as_str() == "en";
        match (self.kind, english) {
            (FollowUpKind::ChoosePlace, false) => "In welchem Ort ist das?",
            (FollowUpKind::ChoosePlace, true) => "In which place is it?",
            (FollowUpKind::ChooseDistrict, false) => {
                "Welche Stadt oder welcher Landkreis ist gemeint?"
            }
            (FollowUpKind::ChooseDistrict, true) => "Which city or district is meant?",
            (FollowUpKind::ChooseSubRegion, false) => "Zu welcher Region gehört der Ort?",
            (FollowUpKind::ChooseSubRegion, true) => "Which region does the place belong to?",
            (FollowUpKind::WhichState, false) => "In welchem Bundesland ist das?",
            (FollowUpKind::WhichState, true) => "In which federal state is it?",
        }
    }
}

impl Explanation {
    /// The explanation in words: English for `en`, German for every other language.
    pub fn text(&self, lang: &Lang) -> String {
        if lang.as_str() == "en" {
            self.english()
        } else {
            self.german()
        }
    }

    fn german(&self) -> String {
        match self {
            Self::WhereNotLaw => {
                "Die Auskunft sagt, wer für diesen Ort zuständig ist. Welcher Ort rechtlich zählt, \
                 klärt die Stelle selbst."
                    .to_owned()
            }
            Self::SeveralDistricts => {
                "Die Angabe passt zu mehr als einem Landkreis oder einer Stadt. Alle stehen hier."
                    .to_owned()
            }
            Self::PostcodeIncomplete => {
                "Für diese Postleitzahl ist die Liste der Orte nicht vollständig.".to_owned()
            }
            Self::ReachesOutside(places) => {
                format!("Die Postleitzahl reicht über die Landesgrenze: {places}.")
            }
            Self::RegionNotPublished => {
                "Welche Gemeinde zu welcher Region gehört, ist nicht veröffentlicht. Alle Nummern \
                 stehen hier."
                    .to_owned()
            }
            Self::FirstAnswersNow => {
                "Zuerst steht eine Nummer, die nach ihren Zeiten jetzt erreichbar ist.".to_owned()
            }
            Self::NoNumberKnown(body) => {
                format!("Eine Nummer für Hinweise ist nicht bekannt: {body}.")
            }
            Self::AreasDiffer(body) => {
                format!("Die Quellen nennen verschiedene Gebiete: {body}.")
            }
            Self::OtherState => {
                "Der Ort liegt nicht in Mecklenburg-Vorpommern. Zuständig ist das Jugendamt dort."
                    .to_owned()
            }
            Self::PlaceNotKnown => "Diesen Ort kennen wir nicht.".to_owned(),
            Self::NobodyKnown => {
                "Wer hier zuständig ist, ist uns nicht bekannt. Diese Nummern helfen weiter."
                    .to_owned()
            }
            Self::HistoryNotSettled => {
                "Zu welchem Landkreis der Ort an diesem Tag gehörte, ist nicht gesichert."
                    .to_owned()
            }
            Self::Invented => {
                "Beispiel: Diesen Landkreis gibt es nicht, seine Nummern sind nicht wählbar."
                    .to_owned()
            }
        }
    }

    fn english(&self) -> String {
        match self {
            Self::WhereNotLaw => {
                "This says who is responsible for the place. Which place counts in \
                                  law is settled by the body itself."
                    .to_owned()
            }
            Self::SeveralDistricts => {
                "This fits more than one district or city. All of them are listed.".to_owned()
            }
            Self::PostcodeIncomplete => {
                "The list of places of this postcode is not complete.".to_owned()
            }
            Self::ReachesOutside(places) => {
                format!("The postcode reaches beyond the state: {places}.")
            }
            Self::RegionNotPublished => "Which municipality belongs to which region is not \
                                         published. All numbers are listed."
                .to_owned(),
            Self::FirstAnswersNow => {
                "The first number is one that answers now, by its stated hours.".to_owned()
            }
            Self::NoNumberKnown(body) => format!("No number for reports is known: {body}."),
            Self::AreasDiffer(body) => format!("The sources state different areas: {body}."),
            Self::OtherState => {
                "The place is not in Mecklenburg-Vorpommern. The youth office there \
                                 is responsible."
                    .to_owned()
            }
            Self::PlaceNotKnown => "We do not know this place.".to_owned(),
            Self::NobodyKnown => {
                "We do not know who is responsible here. These numbers can help.".to_owned()
            }
            Self::HistoryNotSettled => {
                "It is not certain which district the place belonged to on that day.".to_owned()
            }
            Self::Invented => "Example: this district does not exist, and its numbers cannot be \
                               dialled."
                .to_owned(),
        }
    }
}
