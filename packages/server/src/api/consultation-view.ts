/** A consultation as answers show it. */
import {
  type Consultation,
  presentText,
  type RollingText,
  rightOf,
  rollingText,
  type ShownProposal,
  voteOrderOf,
} from "@concord/core/plan";

/** Who sits where, which stage runs, what has been fixed and decided. */
export function publicConsultation(id: string, step: number, state: Consultation) {
  return {
    id,
    step,
    title: state.title,
    body: state.body,
    agenda_item: state.agendaItem,
    language: state.language,
    rule_set: state.ruleSet.id,
    time_zone: state.seat.timeZone,
    moderation_policy: state.moderationPolicy,
    facilitators: [...state.facilitators],
    participants: [...state.participants.values()].map(({ actor, kind }) => ({ actor, kind })),
    groups: [...state.groups.values()].map((group) => ({ ...group, members: [...group.members] })),
    stage: { ...state.stage },
    stages: state.stages.map((stage) => ({ ...stage })),
    versions: state.versions.map(({ kind, revision, issued, hash }) => ({ kind, revision, issued, hash })),
    renamings: state.renamings.map(({ revision, names }) => ({
      revision,
      names: names.map((one) => ({ ...one })),
    })),
    silences: state.silences.map(({ opened, until, effect, version, outcome }) => ({
      opened,
      until,
      effect,
      version,
      outcome: outcome.kind,
      by: outcome.kind === "broken" ? outcome.by : null,
      said: outcome.kind === "broken" ? outcome.reason : outcome.kind === "unbroken" ? outcome.record : null,
    })),
    drafts: [...state.drafts.values()].map((draft) => ({ ...draft, sponsors: [...draft.sponsors] })),
    votes: [...state.votes.values()].map((vote) => ({
      id: vote.id,
      at: vote.at,
      question: vote.question,
      outcome: vote.outcome,
      comparison: vote.count.comparison,
      majority: vote.count.majority,
      second_vote: vote.secondVote,
      counts: vote.count.counts,
      ballots: Object.fromEntries(vote.ballots),
      corrections: vote.corrections.map((one) => ({ ...one })),
    })),
    next_vote: voteOrderOf(state).next ?? null,
    contributions: [...state.contributions.values()].map(({ id: key, kind, at, filing, about, text }) => ({
      id: key,
      kind,
      at,
      by: filing.by,
      in_name_of: [...filing.inNameOf],
      about,
      text: state.hidden.has(key) ? null : text,
      hidden: state.hidden.get(key) ?? null,
    })),
    late_filings: [...state.lateFilings.values()].map(({ id: key, at, by, admitted }) => ({
      id: key,
      at,
      by,
      admitted: admitted?.reason ?? null,
    })),
  };
}

function publicProposal({ proposal, standing, hidden }: ShownProposal) {
  const { id, kind, at, paragraph, words, addition, others, explanation, anchor, filing, answeredBy } =
    proposal;
  return {
    id,
    kind,
    at,
    by: filing.by,
    group: filing.group,
    paragraph,
    on: proposal.on,
    words: hidden === null ? words : null,
    hidden,
    addition: addition?.name ?? null,
    others: [...others],
    explanation: hidden === null ? explanation : null,
    look_again: anchor?.kind === "look-again",
    range: anchor?.kind === "carried" ? { ...anchor.range } : null,
    proposers: standing.proposers,
    supporters: standing.supporters,
    opponents: standing.opponents,
    reserving: standing.reserving,
    dissociated: standing.dissociated,
    member_count: standing.memberCount,
    answered_by: [...answeredBy],
  };
}

const idsOf = (shown: readonly ShownProposal[]) => shown.map(({ proposal }) => proposal.id);

function proposalsOf({ additions, paragraphs, homeless }: RollingText, state: Consultation) {
  const open = [...state.proposals.values()].filter(({ status }) => status === "open").map(({ id }) => id);
  const shown = new Map<string, ShownProposal>();
  for (const one of [...additions, ...homeless]) shown.set(one.proposal.id, one);
  for (const one of paragraphs) for (const each of one.open) shown.set(each.proposal.id, each);
  return open.flatMap((id) => {
    const one = shown.get(id);
    return one ? [publicProposal(one)] : [];
  });
}

/** The rolling text: paragraphs cut into stretches, and each open proposal once. */
export function publicRollingText(id: string, step: number, state: Consultation) {
  const text = rollingText(state);
  return {
    consultation: id,
    step,
    revision: text.revision,
    title: presentText(state).title,
    paragraphs: text.paragraphs.map(({ paragraph, segments, edition, first, ...lists }) => ({
      id: paragraph.id,
      name: paragraph.name,
      kind: paragraph.kind,
      parent: paragraph.parent,
      status: paragraph.status === "ad-ref" ? ("ad-ref" as const) : ("open" as const),
      asked: paragraph.asked !== null,
      edition,
      first,
      segments: segments.map((segment) =>
        segment.kind === "text"
          ? { text: segment.text, deleted_by: [...segment.deletedBy], proposal: null }
          : { text: segment.text, deleted_by: [], proposal: segment.proposal },
      ),
      whole: idsOf(lists.whole),
      look_again: idsOf(lists.lookAgain),
      comments: idsOf(lists.comments),
      additions: idsOf(lists.additions),
    })),
    additions: idsOf(text.additions),
    homeless: idsOf(text.homeless),
    proposals: proposalsOf(text, state),
  };
}

/** Whether somebody may read the stage that runs; the reason where not. */
export function readingRight(state: Consultation, actor: string | null) {
  const kind = actor === null ? undefined : state.participants.get(actor)?.kind;
  const steers = actor !== null && state.facilitators.includes(actor);
  return rightOf(steers ? "member" : (kind ?? "public"), "read", state.stage);
}
