import { afterEach, expect, test, vi } from "vitest";
import { dropOnLeave, leaveNow, shiftCounter } from "./leave";

const press = (key: string, timeStamp: number, repeat = false) => ({ key, timeStamp, repeat });

afterEach(() => {
  document.documentElement.className = "";
});

test("leaving blanks the page, takes a neutral title, drops memory and only then goes", () => {
  const order: string[] = [];
  const forget = dropOnLeave(() =>
    order.push(`dropped, blank: ${document.documentElement.classList.contains("sn-blank")}`),
  );
  sessionStorage.setItem("trace", "x");
  leaveNow({ url: "https://example.org/", title: "Wetter" }, (url) => order.push(url));
  forget();
  expect(order).toEqual(["dropped, blank: true", "https://example.org/"]);
  expect(document.title).toBe("Wetter");
  expect(sessionStorage.length).toBe(0);
});

test("a store that cannot be emptied does not keep the person here", () => {
  const go = vi.fn();
  const forget = dropOnLeave(() => {
    throw new Error("stuck");
  });
  leaveNow({ url: "https://example.org/", title: "Wetter" }, go);
  forget();
  expect(go).toHaveBeenCalledWith("https://example.org/");
});

test("three presses of Shift within five seconds leave, two do not", () => {
  const pressed = shiftCounter();
  expect([press("Shift", 0), press("Shift", 1000), press("Shift", 2000)].map(pressed)).toEqual([false, false, true]);
});

test("a held Shift counts once", () => {
  const pressed = shiftCounter();
  expect([press("Shift", 0), press("Shift", 30, true), press("Shift", 60, true)].some(pressed)).toBe(false);
});

test("any other key starts anew, and so do five seconds", () => {
  const pressed = shiftCounter();
  expect([press("Shift", 0), press("Shift", 1), press("a", 2), press("Shift", 3)].some(pressed)).toBe(false);
  const slow = shiftCounter();
  expect([press("Shift", 0), press("Shift", 3000), press("Shift", 6000)].some(slow)).toBe(false);
});
