// Whether a value has the shape that the contract gives it.

/** A schema of the contract, references followed. */
export function resolve(schema, contract) {
  if (!schema?.$ref) return schema ?? {};
  const name = schema.$ref.replace("#/components/schemas/", "");
  const found = contract.components.schemas[name];
  if (!found) throw new Error(`the contract has no schema ${name}`);
  return resolve(found, contract);
}

/** What of a value does not fit a schema, as `path: fault` lines. */
export function faults(value, schema, contract, path = "") {
  const here = resolve(schema, contract);
  const inside = (one, inner, step) => faults(one, inner, contract, `${path}/${step}`);
  const either = here.oneOf ?? here.anyOf;
  if (either) {
    const all = either.map((one) => faults(value, one, contract, path));
    return all.some((found) => found.length === 0) ? [] : all.sort((a, b) => a.length - b.length)[0];
  }
  const parts = here.allOf ? here.allOf.map((one) => resolve(one, contract)) : [here];
  const types = [parts.map((part) => part.type).find(Boolean) ?? []].flat();
  if (types.length > 0 && !types.some((type) => isA(value, type))) return [`${path}: not ${types.join(" or ")}`];
  const values = parts.flatMap((part) => part.enum ?? []);
  if (values.length > 0 && value !== null && !values.includes(value)) return [`${path}: not one of ${values.join(", ")}`];
  if (Array.isArray(value)) return value.flatMap((one, at) => inside(one, here.items ?? {}, at));
  if (value === null || typeof value !== "object") return [];
  const known = Object.assign({}, ...parts.map((part) => part.properties ?? {}));
  // a schema that names no property describes somebody else's document
  if (Object.keys(known).length === 0) return [];
  const missing = parts.flatMap((part) => part.required ?? []).filter((name) => !(name in value));
  return [
    ...missing.map((name) => `${path}/${name}: missing`),
    ...Object.entries(value).flatMap(([name, one]) =>
      known[name] ? inside(one, known[name], name) : [`${path}/${name}: not in the contract`],
    ),
  ];
}

/** Where an answer lacks, or has in another type, what its example shows. */
export function unlike(answer, example, path = "") {
  if (answer === null || example === null) return [];
  if (Array.isArray(example)) {
    if (!Array.isArray(answer)) return [`${path}: no list`];
    return answer.length && example.length ? unlike(answer[0], example[0], `${path}/0`) : [];
  }
  if (typeof answer !== typeof example) return [`${path}: ${typeof answer}, and ${typeof example} in the example`];
  if (typeof example !== "object") return [];
  return Object.entries(example).flatMap(([name, one]) =>
    name in answer ? unlike(answer[name], one, `${path}/${name}`) : [`${path}/${name}: missing`],
  );
}

function isA(value, type) {
  switch (type) {
    case "null":
      return value === null;
    case "array":
      return Array.isArray(value);
    case "object":
      return typeof value === "object" && value !== null && !Array.isArray(value);
    case "integer":
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}
