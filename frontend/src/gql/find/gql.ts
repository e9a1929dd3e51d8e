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
    "fragment ServiceCard_service on Service {\n  id\n  name {\n    lang\n    value\n  }\n  summary {\n    lang\n    value\n  }\n  kinds {\n    key\n    label {\n      lang\n      value\n    }\n  }\n  cost {\n    text {\n      lang\n      value\n    }\n  }\n  organisation {\n    name {\n      lang\n      value\n    }\n    district {\n      key\n      fullName\n    }\n  }\n  phones {\n    id\n    display\n    href\n    purpose\n    label {\n      lang\n      value\n    }\n  }\n  openNow {\n    ...OpenBadge_openNow\n  }\n  demo\n  trust {\n    ...TrustLine_trust\n  }\n}\n\nquery FindServices($filter: ServiceFilter, $orderBy: ServiceOrder!, $first: Int!, $after: String, $lang: String) {\n  services(\n    filter: $filter\n    orderBy: $orderBy\n    first: $first\n    after: $after\n    lang: $lang\n  ) {\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    didYouMean\n    urgent\n    widenedTo {\n      lang\n      value\n    }\n    facets {\n      field\n      counts {\n        value\n        count\n        label {\n          lang\n          value\n        }\n      }\n    }\n    edges {\n      cursor\n      serves\n      distanceM\n      reasons {\n        kind\n        text {\n          lang\n          value\n        }\n      }\n      node {\n        id\n        ...ServiceCard_service\n      }\n    }\n  }\n}": typeof types.ServiceCard_ServiceFragmentDoc,
    "fragment OpenBadge_openNow on OpenNow {\n  state\n  text {\n    lang\n    value\n  }\n  stale\n  instead {\n    name {\n      lang\n      value\n    }\n    display\n    href\n  }\n}\n\nfragment TrustLine_trust on Trust {\n  freshness\n  confirmedOn\n  text {\n    lang\n    value\n  }\n  sources {\n    title\n    url\n    date\n  }\n}": typeof types.OpenBadge_OpenNowFragmentDoc,
};
const documents: Documents = {
    "fragment ServiceCard_service on Service {\n  id\n  name {\n    lang\n    value\n  }\n  summary {\n    lang\n    value\n  }\n  kinds {\n    key\n    label {\n      lang\n      value\n    }\n  }\n  cost {\n    text {\n      lang\n      value\n    }\n  }\n  organisation {\n    name {\n      lang\n      value\n    }\n    district {\n      key\n      fullName\n    }\n  }\n  phones {\n    id\n    display\n    href\n    purpose\n    label {\n      lang\n      value\n    }\n  }\n  openNow {\n    ...OpenBadge_openNow\n  }\n  demo\n  trust {\n    ...TrustLine_trust\n  }\n}\n\nquery FindServices($filter: ServiceFilter, $orderBy: ServiceOrder!, $first: Int!, $after: String, $lang: String) {\n  services(\n    filter: $filter\n    orderBy: $orderBy\n    first: $first\n    after: $after\n    lang: $lang\n  ) {\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    didYouMean\n    urgent\n    widenedTo {\n      lang\n      value\n    }\n    facets {\n      field\n      counts {\n        value\n        count\n        label {\n          lang\n          value\n        }\n      }\n    }\n    edges {\n      cursor\n      serves\n      distanceM\n      reasons {\n        kind\n        text {\n          lang\n          value\n        }\n      }\n      node {\n        id\n        ...ServiceCard_service\n      }\n    }\n  }\n}": types.ServiceCard_ServiceFragmentDoc,
    "fragment OpenBadge_openNow on OpenNow {\n  state\n  text {\n    lang\n    value\n  }\n  stale\n  instead {\n    name {\n      lang\n      value\n    }\n    display\n    href\n  }\n}\n\nfragment TrustLine_trust on Trust {\n  freshness\n  confirmedOn\n  text {\n    lang\n    value\n  }\n  sources {\n    title\n    url\n    date\n  }\n}": types.OpenBadge_OpenNowFragmentDoc,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment ServiceCard_service on Service {\n  id\n  name {\n    lang\n    value\n  }\n  summary {\n    lang\n    value\n  }\n  kinds {\n    key\n    label {\n      lang\n      value\n    }\n  }\n  cost {\n    text {\n      lang\n      value\n    }\n  }\n  organisation {\n    name {\n      lang\n      value\n    }\n    district {\n      key\n      fullName\n    }\n  }\n  phones {\n    id\n    display\n    href\n    purpose\n    label {\n      lang\n      value\n    }\n  }\n  openNow {\n    ...OpenBadge_openNow\n  }\n  demo\n  trust {\n    ...TrustLine_trust\n  }\n}\n\nquery FindServices($filter: ServiceFilter, $orderBy: ServiceOrder!, $first: Int!, $after: String, $lang: String) {\n  services(\n    filter: $filter\n    orderBy: $orderBy\n    first: $first\n    after: $after\n    lang: $lang\n  ) {\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    didYouMean\n    urgent\n    widenedTo {\n      lang\n      value\n    }\n    facets {\n      field\n      counts {\n        value\n        count\n        label {\n          lang\n          value\n        }\n      }\n    }\n    edges {\n      cursor\n      serves\n      distanceM\n      reasons {\n        kind\n        text {\n          lang\n          value\n        }\n      }\n      node {\n        id\n        ...ServiceCard_service\n      }\n    }\n  }\n}"): typeof import('./graphql').ServiceCard_ServiceFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment OpenBadge_openNow on OpenNow {\n  state\n  text {\n    lang\n    value\n  }\n  stale\n  instead {\n    name {\n      lang\n      value\n    }\n    display\n    href\n  }\n}\n\nfragment TrustLine_trust on Trust {\n  freshness\n  confirmedOn\n  text {\n    lang\n    value\n  }\n  sources {\n    title\n    url\n    date\n  }\n}"): typeof import('./graphql').OpenBadge_OpenNowFragmentDoc;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
