import "./people.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useAsking } from "../../shell/asking.ts";
import { Page, Section } from "../../ui/page.tsx";
import { Select } from "../../ui/select.tsx";
import { SignedOut } from "./account-page.tsx";
import { Field, Form, RowButton, useWork } from "./form.tsx";
import { KINDS, type Kind, useKindName } from "./kind-words.ts";
import { tell } from "./people-api.ts";
import { RefusalNotice } from "./refusal-words.tsx";
import { useForget, useMe } from "./session.ts";

interface Admitted {
  id: string;
  name: string;
  acronym: string;
  kind: string;
  website: string;
  admittedAt: string;
}

/** The organizations that the secretariat admitted; admitting one, and ending an admission. */
export function ActorsPage() {
  const { t } = useLingui();
  const { format } = useAsking();
  const me = useMe();
  const forget = useForget();
  const kindName = useKindName();
  const { busy, refused, run } = useWork();
  const { data } = useQuery({
    queryKey: ["people", "admitted"],
    queryFn: () => tell<{ actors: Admitted[] }>("GET", "/admissions"),
    enabled: Boolean(me?.account),
  });
  const title = t({ message: "Admitted organizations", comment: "Heading of the page" });
  if (me && me.account === null) return <SignedOut title={title} />;
  const may = me?.may.includes("actor.admit") ?? false;
  return (
    <Page
      title={title}
      lead={
        <Trans comment="Under the heading">
          Organizations that take part here besides those of the knowledge base. Once one is admitted, people
          can be invited to act for it.
        </Trans>
      }
    >
      {data?.actors.length === 0 && (
        <p className="quiet">
          <Trans comment="The list of admitted organizations is empty">None has been admitted yet.</Trans>
        </p>
      )}
      <ul className="people-list">
        {data?.actors.map(({ id, name, acronym, kind, admittedAt }) => (
          <li key={id} className="people-row">
            <span>
              <strong dir="auto">{name}</strong> <span className="quiet">{acronym}</span>
              <br />
              <span className="quiet">
                {kindName(kind)} ·{" "}
                <Trans comment="Beside an organization; a day">
                  admitted on {format.day(admittedAt.slice(0, 10))}
                </Trans>
              </span>
            </span>
            {may && (
              <span className="people-actions">
                <Link to="/people/actor" search={{ actor: id }} className="button button-quiet">
                  <Trans comment="Link to the people of an organization">People</Trans>
                </Link>
                <RowButton
                  row={name}
                  isDisabled={busy}
                  onPress={() => void run(async () => tell("DELETE", `/admissions/${id}`).then(forget))}
                >
                  <Trans comment="Button beside an organization">End the admission</Trans>
                </RowButton>
              </span>
            )}
          </li>
        ))}
      </ul>
      <RefusalNotice error={refused} />
      {may && <Admission />}
    </Page>
  );
}

function Admission() {
  const { t } = useLingui();
  const forget = useForget();
  const kindName = useKindName();
  const [kind, setKind] = useState<Kind>("ngo");
  return (
    <Section title={t({ message: "Admit an organization", comment: "Heading" })}>
      <section className="card people-narrow">
        <Form
          action={t({ message: "Admit it", comment: "Button: admit an organization" })}
          onSend={async ({ name, acronym, website }) => {
            await tell("POST", "/admissions", { name, acronym, website, kind });
            await forget();
          }}
        >
          <Field
            label={t({ message: "Name", comment: "Field: of an organization" })}
            name="name"
            dir="auto"
          />
          <Field
            label={t({ message: "Acronym", comment: "Field: of an organization" })}
            name="acronym"
            required={false}
            dir="auto"
          />
          <Field
            label={t({ message: "Website", comment: "Field: of an organization" })}
            name="website"
            type="url"
            required={false}
            placeholder="https://"
            dir="ltr"
          />
          <Select
            label={t({ message: "Kind", comment: "Field: of an organization" })}
            value={kind}
            choices={KINDS.map((value) => ({ value, name: kindName(value) }))}
            onChange={setKind}
          />
        </Form>
      </section>
    </Section>
  );
}
