import { createFileRoute } from "@tanstack/react-router";
import { Person, Sessions } from "@/features/identity/Account";
import { useViewer } from "@/features/identity/viewer";
import { ChangePassphrase } from "@/features/keys/ChangePassphrase";
import { usesKeys } from "@/features/keys/standing";
import { InternPage } from "@/features/shell/InternPage";
import { T } from "@/i18n";

export const Route = createFileRoute("/intern/_signedIn/konto")({
  loader: ({ context }) => context.translator.need("account", "keys"),
  component: AccountPage,
});

function AccountPage() {
  const { data: viewer } = useViewer();
  if (!viewer) return null;
  return (
    <InternPage page="account" heading={<T id="account.heading" />} lead={<T id="account.lead" />}>
      <Person viewer={viewer} />
      <Sessions viewer={viewer} />
      {usesKeys(viewer.can) && <ChangePassphrase />}
    </InternPage>
  );
}
