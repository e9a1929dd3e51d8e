import { type FormEvent, useEffect, useRef, useState } from "react";
import { ApiError, NETWORK } from "@/api/errors";
import { signIn } from "@/api/session";
import { type MessageId, T, useVoice } from "@/i18n";
import { Alert } from "@/ui/Alert";
import { Button } from "@/ui/Button";
import { TextField } from "@/ui/Field";

type Outcome = "none" | "busy" | { readonly words: MessageId; readonly values?: Readonly<Record<string, number>> };

/** From here on a waiting time is told in minutes. */
const LONGEST_IN_SECONDS = 90;

/** Wrong, unknown and locked look alike; what is no refusal says what it is, and a brake for how long. */
export function outcomeOf(failure: unknown): Exclude<Outcome, string> {
  if (!(failure instanceof ApiError)) return { words: "core.state.server" };
  if (failure.code === NETWORK) return { words: "core.state.network" };
  if (failure.code === "RATE_LIMITED") {
    const seconds = failure.retryAfterSeconds ?? 0;
    return seconds > LONGEST_IN_SECONDS
      ? { words: "login.waitMinutes", values: { minutes: Math.ceil(seconds / 60) } }
      : { words: "login.wait", values: { seconds } };
  }
  return { words: failure.retryable ? "core.state.server" : "login.refused" };
}

/** One sentence for every refusal: wrong, unknown and locked look alike. */
export function SignInForm({ onDone }: { onDone: () => void }) {
  const { t } = useVoice();
  const [{ outcome, tries }, setState] = useState<{ outcome: Outcome; tries: number }>({ outcome: "none", tries: 0 });
  const alert = useRef<HTMLDivElement>(null);
  const refusal = typeof outcome === "object" ? outcome : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each refused try moves the focus, also to the same words
  useEffect(() => alert.current?.focus(), [outcome, tries]);
  const become = (next: Outcome) => setState((old) => ({ outcome: next, tries: old.tries + 1 }));
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const login = String(data.get("login") ?? "").trim();
    const password = String(data.get("password") ?? "");
    if (!login || !password) return become({ words: "login.missing" });
    become("busy");
    try {
      await signIn(login, password);
      form.reset();
      onDone();
    } catch (failure) {
      become(outcomeOf(failure));
    }
  };
  return (
    <form className="sn-form" onSubmit={submit} noValidate>
      {refusal && (
        <Alert
          ref={alert}
          tabIndex={-1}
          look="danger"
          role="alert"
          title={<T id={refusal.words} values={refusal.values ?? {}} />}
        >
          {refusal.words === "login.refused" && <T id="login.refusedText" />}
        </Alert>
      )}
      <TextField
        name="login"
        label={t("login.login")}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <TextField name="password" type="password" label={t("login.password")} autoComplete="current-password" />
      <div className="sn-actions">
        <Button type="submit" look="primary" busy={outcome === "busy"}>
          <T id={outcome === "busy" ? "login.busy" : "login.submit"} />
        </Button>
      </div>
    </form>
  );
}
