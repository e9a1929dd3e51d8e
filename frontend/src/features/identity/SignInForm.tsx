import { type FormEvent, useRef, useState } from "react";
import { ApiError } from "@/api/errors";
import { signIn } from "@/api/session";
import { T, useVoice } from "@/i18n";
import { Alert } from "@/ui/Alert";
import { Button } from "@/ui/Button";
import { TextField } from "@/ui/Field";

type Outcome = "none" | "busy" | "missing" | "refused" | "broken";

/** One sentence for every refusal: wrong, unknown and locked look alike. */
export function SignInForm({ onDone }: { onDone: () => void }) {
  const { t } = useVoice();
  const [outcome, setOutcome] = useState<Outcome>("none");
  const alert = useRef<HTMLDivElement>(null);
  const fail = (next: Outcome) => {
    setOutcome(next);
    requestAnimationFrame(() => alert.current?.focus());
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const login = String(data.get("login") ?? "").trim();
    const password = String(data.get("password") ?? "");
    if (!login || !password) return fail("missing");
    setOutcome("busy");
    try {
      await signIn(login, password);
      form.reset();
      onDone();
    } catch (failure) {
      fail(failure instanceof ApiError && !failure.retryable ? "refused" : "broken");
    }
  };
  return (
    <form className="sn-form" onSubmit={submit} noValidate>
      {(outcome === "missing" || outcome === "refused") && (
        <Alert ref={alert} tabIndex={-1} look="danger" role="alert" title={<T id={`login.${outcome}`} />} />
      )}
      {outcome === "broken" && (
        <Alert ref={alert} tabIndex={-1} look="warning" role="alert" title={<T id="core.state.network" />} />
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
        <Button type="submit" look="primary" aria-disabled={outcome === "busy"}>
          <T id={outcome === "busy" ? "login.busy" : "login.submit"} />
        </Button>
      </div>
    </form>
  );
}
