// REST and GraphQL are two faces of one use case. For each question asked over REST, the GraphQL
// document that names the very same fields is made from the REST answer and the schema; then both
// answers have to be equal, value by value. Only the spelling of enumerations differs: lower case in
// REST, upper case in GraphQL.

import assert from "node:assert/strict";
import { suite, test } from "node:test";

import {
  buildClientSchema,
  getIntrospectionQuery,
  getNamedType,
  getNullableType,
  isEnumType,
  isListType,
  isObjectType,
} from "graphql";

import { base, graphql, rest } from "./kit/ask.mjs";

const schema = buildClientSchema(await graphql(getIntrospectionQuery()));
const root = (field) => schema.getQueryType().getFields()[field].type;

/** The selection of every field that stands in any of these answers. */
function selection(values, type) {
  const named = getNamedType(type);
  if (!isObjectType(named)) return "";
  const fields = named.getFields();
  const objects = values.flat(Infinity).filter((value) => value !== null && value !== undefined);
  const names = new Set(objects.flatMap((value) => Object.keys(value)));
  const parts = [...names].map((name) => {
    assert.ok(fields[name], `GraphQL has no ${named.name}.${name}, which REST answers`);
    const inner = objects.map((value) => value[name]);
    const known = inner.flat(Infinity).some((value) => value !== null && value !== undefined);
    if (!isObjectType(getNamedType(fields[name].type))) return name;
    // nothing of it is known in any answer: whether it is null or empty is all there is to compare
    return known ? `${name} ${selection(inner, fields[name].type)}` : `${name} { __typename }`;
  });
  return `{ ${parts.join(" ")} }`;
}

/** The same answer in the spelling of GraphQL. */
function spelled(value, type) {
  const here = getNullableType(type);
  if (value === null || value === undefined) return null;
  if (isListType(here)) return value.map((one) => spelled(one, here.ofType));
  if (isEnumType(here)) return value.toUpperCase();
  if (!isObjectType(here)) return value;
  const fields = here.getFields();
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, spelled(one, fields[name].type)]));
}

/** Asks both faces until the REST answers before and after the GraphQL answer agree: the clock of "open now" moves. */
async function compare(field, signature, call, variables, askRest) {
  const type = root(field);
  for (;;) {
    const before = await askRest();
    const query = `query${signature} { ${field}${call} ${selection([before], type)} }`;
    const data = await graphql(query, variables);
    const after = await askRest();
    if (JSON.stringify(before) !== JSON.stringify(after)) continue;
    assert.deepEqual(data[field], spelled(before, type));
    return before;
  }
}

async function ok(answer) {
  const body = await answer.json();
  assert.equal(answer.status, 200, JSON.stringify(body));
  return body;
}

suite("search", () => {
  const questions = [
    ["everything", {}, "RELEVANCE"],
    ["words", { text: "Kontaktstelle" }, "RELEVANCE"],
    ["a word with a slip and a place", { text: "Kinderschuz", place: "Rostock" }, "RELEVANCE"],
    ["what is open now", { openAt: new Date().toISOString() }, "NAME"],
    ["a point", { near: { lat: 53.63, lon: 11.41, radiusM: 30_000 } }, "DISTANCE"],
    ["the demo's district", { district: "99001" }, "NAME"],
    ["free and without a name", { cost: ["FREE"], anonymous: true }, "NAME"],
    ["what does not exist", { text: "Zzyzxq" }, "RELEVANCE"],
  ];
  for (const [name, filter, orderBy] of questions) {
    test(`${name}: the same in both faces`, async () => {
      const lower = filter.cost ? { ...filter, cost: filter.cost.map((kind) => kind.toLowerCase()) } : filter;
      const found = await compare(
        "services",
        "($filter: ServiceFilter, $orderBy: ServiceOrder!)",
        "(filter: $filter, orderBy: $orderBy, first: 10)",
        { filter, orderBy },
        async () => ok(await rest("/api/v1/directory/search", { filter: lower, orderBy: orderBy.toLowerCase(), first: 10 })),
      );
      if (name === "what does not exist") assert.ok(found.widenedTo, "it says what is shown instead");
      else assert.ok(found.totalCount > 0, "the question finds something, else nothing was compared");
    });
  }

  test("a cursor of one face goes on in the other", async () => {
    const first = await ok(await rest("/api/v1/directory/search", { orderBy: "name", first: 3 }));
    const query = "query($after: String) { services(orderBy: NAME, first: 3, after: $after) { nodes { id } } }";
    const data = await graphql(query, { after: first.pageInfo.endCursor });
    const six = await ok(await rest("/api/v1/directory/search", { orderBy: "name", first: 6 }));
    const ids = six.edges.map((edge) => edge.node.id);
    assert.deepEqual([...first.edges.map((edge) => edge.node.id), ...data.services.nodes.map((node) => node.id)], ids);
  });
});

suite("one record", () => {
  test("each service of a page is the same in both faces", async () => {
    const { services } = await graphql("{ services(orderBy: NAME, first: 15) { nodes { id } } }");
    assert.equal(services.nodes.length, 15);
    for (const { id } of services.nodes) {
      await compare("service", "($id: ID!)", "(id: $id)", { id }, async () => ok(await fetch(`${base}/api/v1/directory/services/${id}`)));
    }
  });

  test("each of their organisations is the same in both faces", async () => {
    const { services } = await graphql("{ services(orderBy: NAME, first: 15) { nodes { organisation { id } } } }");
    for (const id of new Set(services.nodes.map((node) => node.organisation.id))) {
      await compare("organisation", "($id: ID!)", "(id: $id)", { id }, async () =>
        ok(await fetch(`${base}/api/v1/directory/organisations/${id}`)),
      );
    }
  });
});

suite("responsibility", () => {
  const cases = [
    ["unique", { postcode: "19055" }, "CONTACT_POINT"],
    ["ambiguous", { postcode: "18181" }, "CHILD_PROTECTION_REPORT"],
    ["of a region to be asked", { placeName: "Stavenhagen" }, "CHILD_PROTECTION_REPORT"],
    ["outside the state", { postcode: "10115" }, "CHILD_PROTECTION_REPORT"],
    ["of an unknown place", { postcode: "00000" }, "EARLY_HELP"],
    ["in the demo", { postcode: "99993" }, "CHILD_PROTECTION_REPORT"],
  ];
  for (const [name, place, topic] of cases) {
    test(`${name}: the same in both faces`, async () => {
      const at = "2026-11-20T15:40:00Z";
      const answer = await compare(
        "responsible",
        "($input: ResponsibleInput!)",
        "(input: $input)",
        { input: { place, topic, at } },
        async () => ok(await rest("/api/v1/territory/responsible", { place, topic: topic.toLowerCase(), at })),
      );
      assert.ok(answer.candidates.length + answer.fallback.length > 0, "nobody is left without a number");
    });
  }
});

test("what this installation is: the same in both faces, but for the second", async () => {
  const rested = await ok(await fetch(`${base}/api/v1/meta`));
  assert.equal(rested.practice, true);
  const { meta } = await graphql(`{ meta ${selection([rested], root("meta"))} }`);
  assert.ok(Math.abs(Date.parse(rested.time) - Date.parse(meta.time)) <= 5_000);
  assert.deepEqual({ ...meta, time: "" }, { ...rested, time: "" });
});
