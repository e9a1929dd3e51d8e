export { type MessageId, markDocument, T, useVoice, VoiceProvider } from "./context";
export { isLanguage, LANGUAGES, type Language, preferredLanguage } from "./languages";
export { type Catalogues, Translator } from "./translator";
