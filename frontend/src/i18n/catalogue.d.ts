type CompiledMessages = import("./message").Messages;
type CatalogueLanguage = "de" | "de-simple" | "en";

declare module "virtual:catalogues/public" {
  export const load: Record<CatalogueLanguage, Record<string, () => Promise<CompiledMessages>>>;
  export const complete: Record<CatalogueLanguage, string[]>;
}
declare module "virtual:catalogues/intern" {
  export const load: Record<CatalogueLanguage, Record<string, () => Promise<CompiledMessages>>>;
  export const complete: Record<CatalogueLanguage, string[]>;
}
declare module "virtual:catalogue/public/de/core" {
  const messages: CompiledMessages;
  export default messages;
}
declare module "virtual:catalogue/intern/de/core" {
  const messages: CompiledMessages;
  export default messages;
}
