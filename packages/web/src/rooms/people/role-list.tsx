import { Trans } from "@lingui/react/macro";
import { RowButton, useWork } from "./form.tsx";
import { tell } from "./people-api.ts";
import { RefusalNotice } from "./refusal-words.tsx";
import { useRoleName } from "./role-words.ts";
import { type Me, type OwnAccount, useForget } from "./session.ts";

/** Every actor for whom the person may act, and the choice among them. */
export function RoleList({ account, me }: { account: OwnAccount; me: Me }) {
  const roleName = useRoleName();
  const forget = useForget();
  const { busy, refused, run } = useWork();
  if (account.memberships.length === 0)
    return (
      <p className="quiet">
        <Trans comment="The person has no membership">
          You act for nobody at present. Ask for an invitation.
        </Trans>
      </p>
    );
  return (
    <>
      <ul className="people-list">
        {account.memberships.map(({ actor, actorName, role, live }) => (
          <li key={actor} className="people-row">
            <span>
              <strong dir="auto">{actorName}</strong> <span className="quiet">{roleName(role)}</span>
            </span>
            {actor === me.actor ? (
              <span className="people-mark">
                <Trans comment="Mark beside the actor for whom one acts now">you act for this one</Trans>
              </span>
            ) : live ? (
              <RowButton
                row={actorName}
                isDisabled={busy}
                onPress={() => void run(async () => tell("PUT", "/me/acting", { actor }).then(forget))}
              >
                <Trans comment="Button beside an actor">Act for this one</Trans>
              </RowButton>
            ) : (
              <span className="people-mark">
                <Trans comment="Mark: the membership is suspended or the actor is gone">suspended</Trans>
              </span>
            )}
          </li>
        ))}
      </ul>
      <RefusalNotice error={refused} />
    </>
  );
}
