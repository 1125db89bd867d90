import "./state.css";
import "./instrument.css";
import { askInstrument, type Instrument, onlyThis } from "@concord/core/instruments";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { FileText, Printer } from "lucide-react";
import { useMemo } from "react";
import { apiAddress } from "../../shell/api.ts";
import { useAsking } from "../../shell/asking.ts";
import { useLaw } from "../../shell/law.ts";
import { useNames } from "../../shell/names.ts";
import { Button } from "../../ui/button.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { AskAgain } from "./ask-again.tsx";
import { InstrumentCurve } from "./instrument-curve.tsx";
import { InstrumentHoldouts } from "./instrument-holdouts.tsx";
import { InstrumentLead } from "./instrument-lead.tsx";
import { InstrumentMap } from "./instrument-map.tsx";
import { InstrumentProvisions } from "./instrument-provisions.tsx";
import { InstrumentSupervision } from "./instrument-supervision.tsx";
import { ProvisionList } from "./provision-list.tsx";

const route = getRouteApi("/law/instruments/$instrument");

/** One instrument: what it is, who takes part, what it provides, and what only it obliges. */
export function InstrumentPage() {
  const { t } = useLingui();
  const law = useLaw();
  const { instrument: asked } = route.useParams();
  const answer = useMemo(() => askInstrument(law, asked), [law, asked]);
  if (!answer.ok)
    return (
      <AskAgain
        title={t({
          message: "No such instrument",
          comment: "Heading when the address names no known treaty or text",
        })}
        refusal={answer.refusal}
        to="/instruments"
        toName={t({ message: "All instruments", comment: "Link to the list of treaties and texts" })}
      />
    );
  return <KnownInstrument instrument={answer.value} />;
}

function KnownInstrument({ instrument }: { instrument: Instrument }) {
  const names = useNames();
  const { when } = useAsking();
  return (
    <Page
      title={names.instrument(instrument.id)}
      lead={<InstrumentLead instrument={instrument} />}
      tools={
        <>
          <Button kind="quiet" onPress={() => window.print()}>
            <Printer aria-hidden size={16} />
            <Trans comment="Button: prints this page">Print</Trans>
          </Button>
          <a
            className="button button-quiet"
            href={apiAddress(`/instruments/${instrument.id}`, { date: when })}
          >
            <FileText aria-hidden size={16} />
            API
          </a>
        </>
      }
    >
      {instrument.binding && (
        <>
          <div className="instrument-top">
            <InstrumentMap instrument={instrument} />
            <InstrumentHoldouts instrument={instrument} />
          </div>
          <InstrumentCurve instrument={instrument} />
        </>
      )}
      <OnlyThis instrument={instrument} />
      <InstrumentProvisions instrument={instrument} />
      <InstrumentSupervision instrument={instrument} />
    </Page>
  );
}

/** Themes that no other binding instrument makes binding. */
function OnlyThis({ instrument }: { instrument: Instrument }) {
  const { t } = useLingui();
  const law = useLaw();
  const { themes } = useMemo(() => onlyThis(law, instrument.id), [law, instrument]);
  if (themes.length === 0) return null;
  return (
    <div className="card">
      <Section
        title={t({
          message: "What only this one obliges",
          comment: "Heading: duties found in no other binding instrument",
        })}
        intro={
          <Trans comment="Under the heading: What only this one obliges">
            No other binding instrument of the knowledge base makes these themes a plain duty.
          </Trans>
        }
      >
        <ProvisionList provisions={themes.flatMap(({ provisions }) => provisions)} naming="theme" />
      </Section>
    </div>
  );
}
