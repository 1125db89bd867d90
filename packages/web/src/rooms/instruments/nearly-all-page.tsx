import "./changes.css";
import "./state.css";
import { type NearlyAll, nearlyAll } from "@concord/core/instruments";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { type Column, DataTable } from "../../figures/data-table.tsx";
import { Figure } from "../../figures/figure.tsx";
import { apiAddress } from "../../shell/api.ts";
import { useAsking, WORLD } from "../../shell/asking.ts";
import { useLaw } from "../../shell/law.ts";
import { useNames } from "../../shell/names.ts";
import { useWho } from "../../shell/who.ts";
import { Page } from "../../ui/page.tsx";
import { TabLinks } from "../../ui/tab-links.tsx";
import { type Missing, missingFrom } from "./nearly-all-missing.ts";
import { SHARES } from "./routes.ts";

const route = getRouteApi("/law/nearly-all");

/** Instruments that nearly all of those they are open to have joined, and who has not. */
export function NearlyAllPage() {
  const { t } = useLingui();
  const law = useLaw();
  const who = useWho();
  const names = useNames();
  const { when, format } = useAsking();
  const share = route.useSearch().share ?? "90";
  const all = useMemo(() => nearlyAll(law, when), [law, when]);
  const rows = useMemo(
    () => missingFrom(all, Number(share) / 100, who.id === WORLD ? undefined : new Set(who.members)),
    [all, share, who],
  );
  const title = t({ message: "Joined by nearly all, except whom", comment: "Heading and title of a table" });
  const place = names.who(who.id);
  const columns = useColumns();
  const shareName = (value: (typeof SHARES)[number]) =>
    value === "0"
      ? t({ message: "any share", comment: "Choice: treaties joined by any share of states" })
      : t({
          message: `at least ${format.share(Number(value), 100)}`,
          comment: "Choice: treaties joined by at least this share of states; e.g. 90%",
        });
  return (
    <Page
      title={title}
      lead={
        who.id === WORLD ? (
          <Trans comment="Under the heading, for the whole world">
            For each instrument, the states to which it is open and for which no joining is held. A state that
            is not on a list that ends before this day may have joined since, and stands apart as unknown.
          </Trans>
        ) : (
          <Trans comment="Under the heading; place is a group or a state">
            For each instrument, those of {place} to whom it is open and for whom no joining is held. Whoever
            is not on a list that ends before this day may have joined since, and stands apart as unknown.
          </Trans>
        )
      }
    >
      <TabLinks
        label={t({ message: "Joined by", comment: "Label of a choice: share of states" })}
        current={share}
        tabs={SHARES.map((value) => ({ value, name: shareName(value) }))}
        search={(value) => ({ share: value === "90" ? undefined : value })}
      />
      <Figure
        title={title}
        subtitle={`${place} · ${format.day(when)}`}
        note={
          <Trans comment="Note under the table of nearly all">
            Counted among all UN members to whom an instrument is open without an invitation. Soft law and
            instruments without a list of parties are left out.
          </Trans>
        }
        table={{ columns, rows, rowKey: ({ instrument }) => instrument }}
        tableName={title}
        isTable
        api={apiAddress("/nearly-all", { date: when, limit: 100 })}
      >
        <DataTable
          caption={title}
          columns={columns}
          rows={rows}
          rowKey={({ instrument }) => instrument}
          whole
          emptyText={t({
            message: "For no such instrument is somebody missing. Try a lower share.",
            comment: "Empty table",
          })}
        />
      </Figure>
    </Page>
  );
}

type Row = NearlyAll & Missing;

function useColumns(): Column<Row>[] {
  const { t } = useLingui();
  const names = useNames();
  const { format } = useAsking();
  const states = (codes: readonly string[]) => (
    <span className="names-cell">
      {codes.map((state, index) => (
        <span key={state}>
          {index > 0 && " · "}
          <Link to="/states/$state" params={{ state }}>
            {names.state(state)}
          </Link>
        </span>
      ))}
    </span>
  );
  return [
    {
      key: "instrument",
      name: t({ message: "Instrument", comment: "Column head: a treaty, directive or soft-law text" }),
      value: ({ instrument }) => names.instrument(instrument),
      cell: ({ instrument }) => (
        <Link to="/instruments/$instrument" params={{ instrument }}>
          {names.instrument(instrument)}
        </Link>
      ),
      isHeader: true,
    },
    {
      key: "joined",
      name: t({ message: "Joined", comment: "Column head: number of states of a number" }),
      value: ({ joined }) => joined,
      cell: ({ joined, base }) => `${format.count(joined)}/${format.count(base)}`,
      numeric: true,
    },
    {
      key: "base",
      name: t({ message: "Share", comment: "Column head: percentage of states" }),
      value: ({ joined, base }) => (base === 0 ? 0 : joined / base),
      cell: ({ joined, base }) => format.share(joined, base),
      numeric: true,
    },
    {
      key: "signed",
      name: t({ message: "Signed only", comment: "Column head: states that signed without joining" }),
      value: ({ missingSigned }) => missingSigned.map(names.state).join("; "),
      cell: ({ missingSigned }) => states(missingSigned),
    },
    {
      key: "not_party",
      name: t({
        message: "Not a party",
        comment: "Column head: states known not to have joined, or that left",
      }),
      value: ({ missingKnown }) => missingKnown.map(names.state).join("; "),
      cell: ({ missingKnown }) => states(missingKnown),
    },
    {
      key: "unknown",
      name: t({ message: "Unknown", comment: "Column head: states of which nothing can be said" }),
      value: ({ missingUnknown }) => missingUnknown.map(names.state).join("; "),
      cell: ({ missingUnknown }) => states(missingUnknown),
    },
  ];
}
