import type { Profile } from "@concord/core/instruments";
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useAsking } from "../../shell/asking.ts";

/** A row of small facts: how many instruments bind, are pending, signed only, unknown; how many themes are binding. */
export function StateFacts({ position }: { position: Profile }) {
  const { format } = useAsking();
  const number = (record: object) => Object.keys(record).length;
  const themes = Object.values(position.counts).reduce((sum, n) => sum + n, 0);
  return (
    <dl className="facts">
      <Fact value={format.count(number(position.in_force))}>
        <Trans comment="Small fact: number of instruments">instruments in force</Trans>
      </Fact>
      <Fact value={format.count(number(position.pending))}>
        <Trans comment="Small fact: number of instruments joined whose effect comes later">
          joined, not yet in force
        </Trans>
      </Fact>
      <Fact value={format.count(number(position.signed_only))}>
        <Trans comment="Small fact: number of instruments">signed without joining</Trans>
      </Fact>
      <Fact value={format.count(number(position.unknown))}>
        <Trans comment="Small fact: number of instruments">participation unknown</Trans>
      </Fact>
      <Fact value={`${format.count(position.counts.binding)}/${format.count(themes)}`}>
        <Trans comment="Small fact: number of themes of all themes">themes with a binding duty</Trans>
      </Fact>
      <Fact value={format.count(position.counts.none)}>
        <Trans comment="Small fact: number of themes">themes without any provision</Trans>
      </Fact>
    </dl>
  );
}

function Fact({ value, children }: { value: string; children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{children}</dt>
      <dd className="numbers">{value}</dd>
    </div>
  );
}
