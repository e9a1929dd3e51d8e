/* eslint-disable */
import * as types from './graphql';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "query MyEntries($first: Int!, $after: String) {\n  myEntries(first: $first, after: $after) {\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      id\n      version\n      name {\n        lang\n        value\n      }\n      status {\n        code\n      }\n      organisation {\n        name {\n          lang\n          value\n        }\n      }\n      trust {\n        freshness\n        confirmedOn\n        text {\n          lang\n          value\n        }\n      }\n      updatedAt\n      demo\n    }\n  }\n}\n\nfragment EntryForm_service on Service {\n  id\n  version\n  name {\n    lang\n    value\n  }\n  summary {\n    lang\n    value\n  }\n  description {\n    lang\n    value\n  }\n  status {\n    code\n    reason {\n      lang\n      value\n    }\n    expectedBackOn\n  }\n  eligibility {\n    ageKnown\n    ageFromMonths\n    ageToMonths\n    pregnancy\n    notFor {\n      value\n    }\n    note {\n      value\n    }\n  }\n  cost {\n    kind\n    options {\n      amountCents\n      per {\n        value\n      }\n      note {\n        value\n      }\n    }\n  }\n  anonymous\n  boundaryNote {\n    lang\n    value\n  }\n  website\n  email\n  updatedAt\n}\n\nquery EntryToEdit($id: ID!) {\n  service(id: $id) {\n    ...EntryForm_service\n  }\n}\n\nmutation UpdateService($id: ID!, $expectedVersion: Int!, $patch: ServicePatch!) {\n  updateService(id: $id, expectedVersion: $expectedVersion, patch: $patch) {\n    service {\n      ...EntryForm_service\n    }\n    userErrors {\n      code\n      field\n      message\n      current {\n        ...EntryForm_service\n      }\n    }\n  }\n}": typeof types.MyEntriesDocument,
    "query Viewer {\n  viewer {\n    id\n    displayName\n    organisation {\n      id\n      name {\n        lang\n        value\n      }\n      demo\n    }\n    roles\n    can\n    sessionEndsAt\n  }\n}": typeof types.ViewerDocument,
};
const documents: Documents = {
    "query MyEntries($first: Int!, $after: String) {\n  myEntries(first: $first, after: $after) {\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      id\n      version\n      name {\n        lang\n        value\n      }\n      status {\n        code\n      }\n      organisation {\n        name {\n          lang\n          value\n        }\n      }\n      trust {\n        freshness\n        confirmedOn\n        text {\n          lang\n          value\n        }\n      }\n      updatedAt\n      demo\n    }\n  }\n}\n\nfragment EntryForm_service on Service {\n  id\n  version\n  name {\n    lang\n    value\n  }\n  summary {\n    lang\n    value\n  }\n  description {\n    lang\n    value\n  }\n  status {\n    code\n    reason {\n      lang\n      value\n    }\n    expectedBackOn\n  }\n  eligibility {\n    ageKnown\n    ageFromMonths\n    ageToMonths\n    pregnancy\n    notFor {\n      value\n    }\n    note {\n      value\n    }\n  }\n  cost {\n    kind\n    options {\n      amountCents\n      per {\n        value\n      }\n      note {\n        value\n      }\n    }\n  }\n  anonymous\n  boundaryNote {\n    lang\n    value\n  }\n  website\n  email\n  updatedAt\n}\n\nquery EntryToEdit($id: ID!) {\n  service(id: $id) {\n    ...EntryForm_service\n  }\n}\n\nmutation UpdateService($id: ID!, $expectedVersion: Int!, $patch: ServicePatch!) {\n  updateService(id: $id, expectedVersion: $expectedVersion, patch: $patch) {\n    service {\n      ...EntryForm_service\n    }\n    userErrors {\n      code\n      field\n      message\n      current {\n        ...EntryForm_service\n      }\n    }\n  }\n}": types.MyEntriesDocument,
    "query Viewer {\n  viewer {\n    id\n    displayName\n    organisation {\n      id\n      name {\n        lang\n        value\n      }\n      demo\n    }\n    roles\n    can\n    sessionEndsAt\n  }\n}": types.ViewerDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query MyEntries($first: Int!, $after: String) {\n  myEntries(first: $first, after: $after) {\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      id\n      version\n      name {\n        lang\n        value\n      }\n      status {\n        code\n      }\n      organisation {\n        name {\n          lang\n          value\n        }\n      }\n      trust {\n        freshness\n        confirmedOn\n        text {\n          lang\n          value\n        }\n      }\n      updatedAt\n      demo\n    }\n  }\n}\n\nfragment EntryForm_service on Service {\n  id\n  version\n  name {\n    lang\n    value\n  }\n  summary {\n    lang\n    value\n  }\n  description {\n    lang\n    value\n  }\n  status {\n    code\n    reason {\n      lang\n      value\n    }\n    expectedBackOn\n  }\n  eligibility {\n    ageKnown\n    ageFromMonths\n    ageToMonths\n    pregnancy\n    notFor {\n      value\n    }\n    note {\n      value\n    }\n  }\n  cost {\n    kind\n    options {\n      amountCents\n      per {\n        value\n      }\n      note {\n        value\n      }\n    }\n  }\n  anonymous\n  boundaryNote {\n    lang\n    value\n  }\n  website\n  email\n  updatedAt\n}\n\nquery EntryToEdit($id: ID!) {\n  service(id: $id) {\n    ...EntryForm_service\n  }\n}\n\nmutation UpdateService($id: ID!, $expectedVersion: Int!, $patch: ServicePatch!) {\n  updateService(id: $id, expectedVersion: $expectedVersion, patch: $patch) {\n    service {\n      ...EntryForm_service\n    }\n    userErrors {\n      code\n      field\n      message\n      current {\n        ...EntryForm_service\n      }\n    }\n  }\n}"): typeof import('./graphql').MyEntriesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Viewer {\n  viewer {\n    id\n    displayName\n    organisation {\n      id\n      name {\n        lang\n        value\n      }\n      demo\n    }\n    roles\n    can\n    sessionEndsAt\n  }\n}"): typeof import('./graphql').ViewerDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
