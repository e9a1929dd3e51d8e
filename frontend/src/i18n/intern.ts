import sourceCore from "virtual:catalogue/intern/de/core";
import { complete, load } from "virtual:catalogues/intern";
import { Translator } from "./translator";

/** The voice of the professional document. */
export const translator = new Translator({ complete, load, sourceCore });
