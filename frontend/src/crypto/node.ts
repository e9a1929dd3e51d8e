/** Entry for scripts: everything of `index.ts`, and Argon2id in this thread. Built by `npm run build:crypto`. */
export { argon2id } from "./argon2";
export * from "./index";
