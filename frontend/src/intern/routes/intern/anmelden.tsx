import { useQueryClient } from "@tanstack/react-query";
import { createFileRoute, useNavigate } from "@tanstack/react-router";
import { SignInForm } from "@/features/identity/SignInForm";
import { HelplineBar } from "@/features/shell/HelplineBar";
import { InternHeader } from "@/features/shell/InternHeader";
import { InternPage } from "@/features/shell/InternPage";
import { Notices } from "@/features/shell/Notices";
import { T } from "@/i18n";
import { pages } from "@/shared/pages";
import { PageLink } from "@/ui/PageLink";

export const Route = createFileRoute("/intern/anmelden")({
  loader: ({ context }) => context.translator.need("login"),
  component: SignIn,
});

function SignIn() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const done = () => {
    client.clear();
    void navigate({ to: pages.today.path });
  };
  return (
    <>
      <InternHeader person={null} nav={[]} />
      <HelplineBar />
      <Notices />
      <main id="inhalt" className="sn-main sn-wrap" tabIndex={-1}>
        <InternPage page="login" heading={<T id="login.heading" />} lead={<T id="login.lead" />}>
          <div className="sn-card sn-card--narrow">
            <SignInForm onDone={done} />
          </div>
          <p className="sn-muted">
            <T id="login.note" />
          </p>
          <p className="sn-muted">
            <T id="login.cookie" />
          </p>
          <p>
            <PageLink page="home">
              <T id="login.public" />
            </PageLink>
          </p>
        </InternPage>
      </main>
    </>
  );
}
