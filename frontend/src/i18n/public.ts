import sourceCore from "virtual:catalogue/public/de/core";
import { complete, load } from "virtual:catalogues/public";
import { Translator } from "./translator";

/** The voice of the public document. */
export const translator = new Translator({ complete, load, sourceCore });
