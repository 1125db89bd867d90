import { Trans } from "@lingui/react/macro";
import type { ReactElement, ReactNode } from "react";

/** The choices of the rules of this room, in plain words. */
export function AboutConventions() {
  return (
    <div className="columns">
      <Group
        title={<Trans comment="Heading of conventions: states, groups, dates">Who and when</Trans>}
        items={[
          <Trans key="states" comment="Convention">
            197 states are counted: the members of the United Nations, two observers, two associated states.
            The European Union has a page but is never counted among states. A state is answered for on every
            date, even before it existed.
          </Trans>,
          <Trans key="groups" comment="Convention">
            A group has today’s members on any date. Only membership of the European Union is dated, because
            its directives depend on it.
          </Trans>,
          <Trans key="partial" comment="Convention">
            Where a source gives a year or month only, an act counts from the last day it leaves open; until
            then the standing is unknown.
          </Trans>,
        ]}
      />
      <Group
        title={<Trans comment="Heading of conventions: when a treaty binds">In force</Trans>}
        items={[
          <Trans key="deposit" comment="Convention">
            A treaty binds a state when the waiting period after its deposit has run, and never before the
            treaty itself is in force. Succession counts from the day given.
          </Trans>,
          <Trans key="stays" comment="Convention">
            A party stays a party after its list ends, until a departure is reported; the end of the list
            stands beside it.
          </Trans>,
          <Trans key="directives" comment="Convention">
            A directive of the European Union binds members from its own entry into force, not from
            transposition; Denmark takes no part; the United Kingdom is counted through 31 January 2020.
          </Trans>,
          <Trans key="open" comment="Convention">
            Only the Council of Europe’s convention against trafficking is offered to states outside its
            region, marked “by invitation”.
          </Trans>,
        ]}
      />
      <Group
        title={<Trans comment="Heading of conventions: strength of duties">Strength</Trans>}
        items={[
          <Trans key="relevance" comment="Convention">
            Core and related instruments count; instruments on other subjects are shown beside, and enter no
            strength, gap or roadmap.
          </Trans>,
          <Trans key="soft" comment="Convention">
            Soft law is recommended to every state and never closes a gap.
          </Trans>,
          <Trans key="addressee" comment="Convention">
            Provisions addressed to business or parliaments count for the state, which must see to them; tasks
            of organizations do not. Duties of countries of origin, transit or destination count for every
            state.
          </Trans>,
          <Trans key="old" comment="Convention">
            The treaties of 1904 to 1933 count while in force, and the convention against organized crime
            counts by itself.
          </Trans>,
          <Trans key="amended" comment="Convention">
            Where the directive of 2024 amends that of 2011, the earlier wording counts to 14 July 2026 and
            the later from 15 July 2026.
          </Trans>,
        ]}
      />
      <Group
        title={<Trans comment="Heading of conventions: gaps, roadmaps, corridors">Questions</Trans>}
        items={[
          <Trans key="gap" comment="Convention">
            A theme is a gap when nothing binding is in force. A gap that an instrument of unknown standing
            may close is called open; it is never counted as closed.
          </Trans>,
          <Trans key="roadmap" comment="Convention">
            A roadmap proposes an instrument whose list has ended only with the mark “not a party as of”; a
            strict roadmap leaves it out. Every instrument costs one.
          </Trans>,
          <Trans key="corridor" comment="Convention">
            Between two states, direction does not matter for the law. Migrants, detected victims and pooled
            cases are different measures and are never added.
          </Trans>,
        ]}
      />
    </div>
  );
}

/** A heading with its conventions, each handed in as a keyed element. */
function Group({ title, items }: { title: ReactNode; items: readonly ReactElement[] }) {
  return (
    <section className="convention">
      <h3>{title}</h3>
      <ul className="prose-list">
        {items.map((item) => (
          <li key={item.key}>{item}</li>
        ))}
      </ul>
    </section>
  );
}
