import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { T, useVoice } from "@/i18n";
import { Button } from "@/ui/Button";
import { TextField } from "@/ui/Field";
import { usePlaces } from "./queries";

const REST_MS = 250;

/** Asks for the place; suggestions come from the browser's own list below the field. */
export function PlaceForm({ onPlace }: { onPlace: (words: string) => void }) {
  const { t } = useVoice();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const [refused, setRefused] = useState(false);
  const places = usePlaces(useRested(typed));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const words = typed.trim();
    setRefused(words === "");
    if (words === "") input.current?.focus();
    else onPlace(words);
  };
  return (
    <form className="sn-worry__form" onSubmit={submit} noValidate autoComplete="off">
      <TextField
        ref={input}
        label={t("worry.place")}
        hint={t("worry.placeHint")}
        error={refused ? t("worry.placeMissing") : undefined}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        list={listId}
        maxLength={100}
        enterKeyHint="search"
      />
      <datalist id={listId}>
        {places.data?.places.map((place) => (
          <option
            key={`${place.label}-${place.municipality ?? place.postcode ?? place.district}`}
            value={place.label}
          />
        ))}
      </datalist>
      <Button type="submit" look="primary">
        <T id="worry.submit" />
      </Button>
    </form>
  );
}

/** A value once it has rested, so that not every letter is a question. */
function useRested(value: string): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value.trim()), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
