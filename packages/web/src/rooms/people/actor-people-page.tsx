import "./people.css";
import type { Role } from "@concord/core/access";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useAsking } from "../../shell/asking.ts";
import { Page, Section } from "../../ui/page.tsx";
import { Select } from "../../ui/select.tsx";
import { SignedOut } from "./account-page.tsx";
import { RowButton, useWork } from "./form.tsx";
import { InviteForm } from "./invite-form.tsx";
import { tell } from "./people-api.ts";
import { RefusalNotice } from "./refusal-words.tsx";
import { useRoleName } from "./role-words.ts";
import { type Me, type Membership, useForget, useMe, useOwnAccount } from "./session.ts";

const route = getRouteApi("/people/people/actor");

interface Person extends Membership {
  name: string;
  email: string | null;
}
interface OpenInvitation {
  id: string;
  email: string | null;
  role: Role;
  expiresAt: string;
  standing: "open" | "expired" | "used" | "withdrawn";
}

/** Roles that somebody may give at an actor, by their own. */
export function rolesToGive(role: Role, actor: string): Role[] {
  if (actor === "concord-secretariat") return role === "administrator" ? ["secretariat"] : [];
  if (role === "focal-point") return ["member", "observer"];
  return role === "secretariat" || role === "administrator"
    ? ["focal-point", "member", "observer", "facilitator"]
    : [];
}

/** Who acts for an actor: roles, invitations, suspensions. */
export function ActorPeoplePage() {
  const { t } = useLingui();
  const me = useMe();
  const account = useOwnAccount();
  const asked = route.useSearch().actor;
  const title = t({ message: "People", comment: "Heading: who acts for an actor" });
  if (me && me.account === null) return <SignedOut title={title} />;
  const actor = asked ?? me?.actor;
  if (!me || !account || !actor) return <Page title={title}>{null}</Page>;
  return <People key={actor} me={me} actor={actor} title={title} />;
}

function People({ me, actor, title }: { me: Me; actor: string; title: string }) {
  const { t } = useLingui();
  const manages = me.may.includes("invitation.see");
  const { data, error } = useQuery({
    queryKey: ["people", "of", actor],
    queryFn: () => tell<{ people: Person[] }>("GET", `/actors/${actor}/people`),
    retry: false,
  });
  const actorName = data?.people[0]?.actorName ?? actor;
  if (error) return <Page title={title}>{<RefusalNotice error={error} />}</Page>;
  return (
    <Page
      title={title}
      lead={<Trans comment="Under the heading; name of an actor">Everybody who acts for {actorName}.</Trans>}
    >
      <ul className="people-list" aria-label={title}>
        {data?.people.map((person) => (
          <PersonRow key={person.account} person={person} me={me} />
        ))}
      </ul>
      {manages && (
        <>
          <Section title={t({ message: "Open invitations", comment: "Heading" })}>
            <Invitations actor={actor} />
          </Section>
          <Section title={t({ message: "Invite somebody", comment: "Heading" })}>
            <InviteForm actor={actor} roles={rolesToGive(me.role, actor)} />
          </Section>
        </>
      )}
    </Page>
  );
}

function PersonRow({ person, me }: { person: Person; me: Me }) {
  const { t } = useLingui();
  const roleName = useRoleName();
  const forget = useForget();
  const { busy, refused, run } = useWork();
  const { account, actor, name, email, role, suspendedAt } = person;
  const roles = rolesToGive(me.role, actor);
  const manageable = roles.includes(role) && account !== me.account;
  const path = `/actors/${actor}/people/${account}`;
  const act = (method: string, address: string, body?: unknown) =>
    void run(async () => tell(method, address, body).then(forget));
  return (
    <li className="people-row">
      <span>
        <strong dir="auto">{name}</strong> {!manageable && <span className="quiet">{roleName(role)}</span>}
        {suspendedAt && (
          <span className="people-mark">
            <Trans comment="Mark: the membership is suspended or the actor is gone">suspended</Trans>
          </span>
        )}
        {email && (
          <>
            <br />
            <span className="quiet" dir="ltr">
              {email}
            </span>
          </>
        )}
        <RefusalNotice error={refused} />
      </span>
      {manageable && (
        <span className="people-actions">
          <Select
            label={t({ message: `Role of ${name}`, comment: "Field beside a person" })}
            value={role}
            choices={roles.map((value) => ({ value, name: roleName(value) }))}
            onChange={(chosen) => act("PUT", path, { role: chosen })}
          />
          <RowButton
            row={name}
            isDisabled={busy}
            onPress={() => act(suspendedAt ? "DELETE" : "POST", `${path}/suspension`)}
          >
            {suspendedAt ? (
              <Trans comment="Button beside a suspended person">Lift the suspension</Trans>
            ) : (
              <Trans comment="Button beside a person">Suspend</Trans>
            )}
          </RowButton>
          <RowButton row={name} isDisabled={busy} onPress={() => act("DELETE", path)}>
            <Trans comment="Button beside a person: end the membership">End</Trans>
          </RowButton>
        </span>
      )}
    </li>
  );
}

function Invitations({ actor }: { actor: string }) {
  const { format } = useAsking();
  const roleName = useRoleName();
  const forget = useForget();
  const { busy, refused, run } = useWork();
  const { data } = useQuery({
    queryKey: ["people", "invitations", actor],
    queryFn: () => tell<{ invitations: OpenInvitation[] }>("GET", `/actors/${actor}/invitations`),
  });
  const invitations = data?.invitations ?? [];
  if (invitations.length === 0)
    return (
      <p className="quiet">
        <Trans comment="No invitation is open">None is open.</Trans>
      </p>
    );
  return (
    <>
      <ul className="people-list">
        {invitations.map(({ id, email, role, expiresAt, standing }) => (
          <li key={id} className="people-row">
            <span>
              <strong dir="ltr">{email ?? "–"}</strong> <span className="quiet">{roleName(role)}</span>
              <br />
              <span className="quiet">
                {standing === "expired" ? (
                  <Trans comment="Beside an invitation">expired</Trans>
                ) : (
                  <Trans comment="Beside an invitation; a day">
                    good until {format.day(expiresAt.slice(0, 10))}
                  </Trans>
                )}
              </span>
            </span>
            <span className="people-actions">
              <RowButton
                row={email ?? "–"}
                isDisabled={busy}
                onPress={() => void run(async () => tell("POST", `/invitations/${id}/renewal`).then(forget))}
              >
                <Trans comment="Button beside an invitation">Send anew</Trans>
              </RowButton>
              <RowButton
                row={email ?? "–"}
                isDisabled={busy}
                onPress={() => void run(async () => tell("DELETE", `/invitations/${id}`).then(forget))}
              >
                <Trans comment="Button beside an invitation">Withdraw</Trans>
              </RowButton>
            </span>
          </li>
        ))}
      </ul>
      <RefusalNotice error={refused} />
    </>
  );
}
