import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useAsking } from "../../shell/asking.ts";
import { Button } from "../../ui/button.tsx";
import { Section } from "../../ui/page.tsx";
import { RowButton, useWork } from "./form.tsx";
import { tell } from "./people-api.ts";
import { RefusalNotice } from "./refusal-words.tsx";
import { useForget } from "./session.ts";

interface Session {
  id: string;
  since: string;
  until: string;
  address: string | null;
  browser: string | null;
  current: boolean;
}

/** Where one is signed in; each session can be ended, or all others at once. */
export function SessionSection() {
  const { t } = useLingui();
  const { format } = useAsking();
  const forget = useForget();
  const { busy, refused, run } = useWork();
  const { data } = useQuery({
    queryKey: ["people", "sessions"],
    queryFn: () => tell<{ sessions: Session[] }>("GET", "/me/sessions"),
  });
  const sessions = data?.sessions ?? [];
  return (
    <Section title={t({ message: "Where you are signed in", comment: "Heading" })}>
      <ul className="people-list">
        {sessions.map(({ id, since, address, browser, current }) => (
          <li key={id} className="people-row">
            <span>
              <span dir="ltr">{address || "–"}</span>{" "}
              <span className="quiet">
                <Trans comment="Beside a session; a day">since {format.day(since.slice(0, 10))}</Trans>
              </span>
              <br />
              <span className="quiet people-browser" dir="ltr">
                {browser}
              </span>
            </span>
            {current ? (
              <span className="people-mark">
                <Trans comment="Mark beside the session in use">this one</Trans>
              </span>
            ) : (
              <RowButton
                row={address ?? "–"}
                isDisabled={busy}
                onPress={() => void run(async () => tell("DELETE", `/sessions/${id}`).then(forget))}
              >
                <Trans comment="Button beside a session">End</Trans>
              </RowButton>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <div className="people-actions">
          <Button
            isDisabled={busy}
            onPress={() => void run(async () => tell("DELETE", "/me/sessions").then(forget))}
          >
            <Trans comment="Button: end every session but this one">End all others</Trans>
          </Button>
        </div>
      )}
      <RefusalNotice error={refused} />
    </Section>
  );
}
