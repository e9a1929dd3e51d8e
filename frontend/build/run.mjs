// Runs one of the TypeScript tools beside this file on the Node of the pins, which cannot read TypeScript itself.
import { runnerImport } from "vite";

const [name, ...rest] = process.argv.slice(2);
const { module } = await runnerImport(`./build/${name}.ts`);
process.exitCode = await module.main(rest);
