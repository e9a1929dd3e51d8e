import { cleanup } from "@testing-library/react";
import { afterEach, vi } from "vitest";

// The document of these tests has no layout, and so nothing to scroll; the tests of the crypto have none at all.
if (typeof Element !== "undefined") Element.prototype.scrollIntoView = vi.fn();

afterEach(cleanup);
