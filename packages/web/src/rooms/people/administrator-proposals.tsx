import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Button } from "../../ui/button.tsx";
import { Section } from "../../ui/page.tsx";
import { useWork } from "./form.tsx";
import { tell } from "./people-api.ts";
import { RefusalNotice } from "./refusal-words.tsx";
import { useForget, useMe } from "./session.ts";

interface Proposal {
  id: string;
  name: string;
  change: "give" | "take";
  proposedBy: string;
}

/** Proposals on the role of administrator: another administrator confirms, whoever proposed may withdraw. */
export function AdministratorProposals() {
  const { t } = useLingui();
  const me = useMe();
  const forget = useForget();
  const { busy, refused, run } = useWork();
  const { data } = useQuery({
    queryKey: ["people", "proposals"],
    queryFn: () => tell<{ proposals: Proposal[] }>("GET", "/administrators/proposals"),
  });
  if (!data || data.proposals.length === 0) return null;
  const act = (method: string, path: string) => void run(async () => tell(method, path).then(forget));
  return (
    <Section title={t({ message: "Waiting for a second administrator", comment: "Heading" })}>
      <ul className="people-list">
        {data.proposals.map(({ id, name, change, proposedBy }) => (
          <li key={id} className="people-row">
            <span>
              {change === "give" ? (
                <Trans comment="A proposal; name of a person">{name} is to become administrator</Trans>
              ) : (
                <Trans comment="A proposal; name of a person">{name} is to be administrator no longer</Trans>
              )}
            </span>
            <span className="people-actions">
              {proposedBy !== me?.account && (
                <Button
                  isDisabled={busy}
                  onPress={() => act("POST", `/administrators/proposals/${id}/confirmation`)}
                >
                  <Trans comment="Button: confirm a proposal">Confirm</Trans>
                </Button>
              )}
              <Button
                kind="quiet"
                isDisabled={busy}
                onPress={() => act("DELETE", `/administrators/proposals/${id}`)}
              >
                <Trans comment="Button: withdraw a proposal">Withdraw</Trans>
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <RefusalNotice error={refused} />
    </Section>
  );
}
