import type { ChangeEvent } from "react";

/** Ties controls to members of a value that never changes in place. */
export function binder<T extends object>(value: T, onChange: (next: T) => void) {
  const set = <K extends keyof T>(name: K, next: T[K]) => onChange({ ...value, [name]: next });
  return {
    set,
    /** Properties of a text control. */
    text: <K extends keyof T>(name: K & { [P in K]: T[P] extends string ? P : never }[K]) => ({
      value: value[name] as string,
      onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>) =>
        set(name, event.target.value as T[typeof name]),
    }),
    /** Properties of a tick box. */
    check: <K extends keyof T>(name: K) => ({
      checked: value[name] === true,
      onChange: (event: ChangeEvent<HTMLInputElement>) => set(name, event.target.checked as T[K]),
    }),
  };
}

/** A list with one value more or less. */
export const toggled = (list: readonly string[], value: string): readonly string[] =>
  list.includes(value) ? list.filter((one) => one !== value) : [...list, value];

/** A list with the entry at `index` replaced, or removed where `next` is null. */
export const replacedAt = <T>(list: readonly T[], index: number, next: T | null): readonly T[] =>
  list.flatMap((one, at) => (at === index ? (next === null ? [] : [next]) : [one]));
