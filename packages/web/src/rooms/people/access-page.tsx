import "./people.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Button } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { SignedOut } from "./account-page.tsx";
import { AdministratorProposals } from "./administrator-proposals.tsx";
import { RowButton, useWork } from "./form.tsx";
import { tell } from "./people-api.ts";
import { RefusalNotice } from "./refusal-words.tsx";
import { useRoleName } from "./role-words.ts";
import { type Me, type Membership, useForget, useMe } from "./session.ts";

interface Account {
  id: string;
  name: string;
  email: string;
  secondFactor: boolean;
  suspendedAt: string | null;
  memberships: Membership[];
}

/** Everybody who can sign in, with every actor for whom they may act. */
export function AccessPage() {
  const { t } = useLingui();
  const me = useMe();
  const signedIn = Boolean(me?.account);
  const { data, error } = useQuery({
    queryKey: ["people", "accounts"],
    queryFn: () => tell<{ accounts: Account[] }>("GET", "/accounts"),
    enabled: signedIn,
    retry: false,
  });
  const title = t({ message: "Who has access", comment: "Heading of the page" });
  if (me && me.account === null) return <SignedOut title={title} />;
  return (
    <Page
      title={title}
      lead={<Trans comment="Under the heading">Every account, and for whom it may act.</Trans>}
    >
      <RefusalNotice error={error} />
      {me?.may.includes("administrator.see") && <AdministratorProposals />}
      <ul className="people-list" aria-label={title}>
        {me && data?.accounts.map((account) => <AccountRow key={account.id} account={account} me={me} />)}
      </ul>
    </Page>
  );
}

function AccountRow({ account, me }: { account: Account; me: Me }) {
  const roleName = useRoleName();
  const forget = useForget();
  const { busy, refused, run } = useWork();
  const { id, name, email, memberships, suspendedAt, secondFactor } = account;
  const administers = me.role === "administrator";
  const membership = memberships.find(({ actor }) => actor === "concord-secretariat");
  const isAdministrator = membership?.role === "administrator";
  const act = (method: string, path: string, body?: unknown) =>
    void run(async () => tell(method, path, body).then(forget));
  return (
    <li className="people-row">
      <span>
        <strong dir="auto">{name}</strong>{" "}
        <span className="quiet" dir="ltr">
          {email}
        </span>{" "}
        {suspendedAt && (
          <span className="people-mark">
            <Trans comment="Mark: the membership is suspended or the actor is gone">suspended</Trans>
          </span>
        )}
        <br />
        <span className="quiet">
          {memberships.map(({ actor, actorName, role }, index) => (
            <span key={actor}>
              {index > 0 && " · "}
              {actorName}: {roleName(role)}
            </span>
          ))}
          {!secondFactor && (
            <>
              {" · "}
              <Trans comment="Beside an account">no second factor</Trans>
            </>
          )}
        </span>
        <RefusalNotice error={refused} />
      </span>
      {administers && id !== me.account && (
        <span className="people-actions">
          {membership && (
            <Button
              kind="quiet"
              isDisabled={busy}
              onPress={() =>
                act("POST", "/administrators/proposals", {
                  account: id,
                  change: isAdministrator ? "take" : "give",
                })
              }
            >
              {isAdministrator ? (
                <Trans comment="Button: propose that a person is no longer administrator">
                  Propose to end the role of administrator
                </Trans>
              ) : (
                <Trans comment="Button: propose a person as administrator">Propose as administrator</Trans>
              )}
            </Button>
          )}
          {!isAdministrator && (
            <RowButton
              row={name}
              isDisabled={busy}
              onPress={() => act(suspendedAt ? "DELETE" : "POST", `/accounts/${id}/suspension`)}
            >
              {suspendedAt ? (
                <Trans comment="Button beside a suspended person">Lift the suspension</Trans>
              ) : (
                <Trans comment="Button beside a person">Suspend</Trans>
              )}
            </RowButton>
          )}
        </span>
      )}
    </li>
  );
}
