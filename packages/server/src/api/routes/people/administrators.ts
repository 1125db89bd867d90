/** The role of administrator: one gives it alone while alone, then it takes two; and the last one can't be taken. */
import { SECRETARIAT_ACTOR } from "@concord/core/access";
import {
  type AdministratorChange,
  asProgram,
  insertProposal,
  lockAdministrators,
  putMembership,
  selectAccount,
  selectMembership,
  selectProposals,
  settleProposal,
  type WriteTx,
} from "@concord/store";
import { z } from "@hono/zod-openapi";
import { type Action, action, DONE, done, failed, notFound } from "../../action.ts";
import { accountId, moment, nothing } from "./shape.ts";

const ofProposal = z.object({ proposal: z.string().max(100) });
const change = z.enum(["give", "take"]);

const lastOne = failed({
  code: "conflict",
  status: 409,
  detail: "This is the only administrator.",
  cure: "Give somebody else the role first.",
  reason: "last-administrator",
});

/** Gives the role, or makes an administrator one of the secretariat again. */
async function effect(tx: WriteTx, account: string, what: AdministratorChange, by: string | null) {
  const role = what === "give" ? "administrator" : "secretariat";
  const membership = { account, actor: SECRETARIAT_ACTOR, role, grantedBy: by } as const;
  await asProgram(tx, (program) => putMembership(program, membership));
}

async function proposalOf(tx: Parameters<typeof selectProposals>[0], id: string) {
  return (await selectProposals(tx)).find((proposal) => proposal.id === id);
}

export const ADMINISTRATOR_ACTIONS: readonly Action[] = [
  action({
    id: "administratorProposals",
    section: "people",
    method: "GET",
    path: "/administrators/proposals",
    deed: "administrator.see",
    summary: "Proposals on the role of administrator that wait for a second person",
    description: "The oldest first.",
    params: nothing,
    query: nothing,
    answer: z.object({
      proposals: z.array(
        z.object({
          id: z.string(),
          account: accountId,
          name: z.string(),
          change,
          proposedBy: z.string(),
          at: moment,
        }),
      ),
    }),
    async handle({ tx }) {
      const proposals = [];
      for (const proposal of await selectProposals(tx)) {
        const { id, account, proposedBy, proposedAt } = proposal;
        const name = (await selectAccount(tx, account))?.name ?? "";
        const what = change.parse(proposal.change);
        proposals.push({ id, account, name, change: what, proposedBy, at: proposedAt.toISOString() });
      }
      return done({ proposals });
    },
  }),
  action({
    id: "proposeAdministrator",
    section: "people",
    method: "POST",
    path: "/administrators/proposals",
    deed: "administrator.propose",
    summary: "Propose to give or take the role of administrator",
    description: "Takes effect at once while there is one administrator; else another one confirms it.",
    params: nothing,
    query: nothing,
    body: z.object({ account: accountId, change }),
    answer: z.object({ id: z.string(), settled: z.boolean() }),
    async handle({ tx, principal, body }) {
      const by = principal.account ?? "";
      const administrators = await lockAdministrators(tx);
      if (!(await selectAccount(tx, body.account))) return notFound("account");
      const membership = await selectMembership(tx, body.account, SECRETARIAT_ACTOR);
      const has = membership?.role === "administrator";
      if (has === (body.change === "give"))
        return failed({
          code: "conflict",
          status: 409,
          detail: has ? "The person is an administrator already." : "The person is no administrator.",
          cure: "Look at the list of people.",
        });
      if (body.change === "take" && administrators.length < 2) return lastOne;
      const id = await insertProposal(tx, { ...body, proposedBy: by });
      const settled = administrators.length < 2;
      if (settled) {
        await settleProposal(tx, id, null);
        await effect(tx, body.account, body.change, by);
      }
      return done({ id, settled }, { status: 201 });
    },
  }),
  action({
    id: "confirmAdministrator",
    section: "people",
    method: "POST",
    path: "/administrators/proposals/{proposal}/confirmation",
    deed: "administrator.confirm",
    summary: "Confirm another administrator's proposal",
    description:
      "It takes effect at once. Where there are only two, the other has to agree to lose the role.",
    params: ofProposal,
    query: nothing,
    async subject({ tx, params }) {
      const found = await proposalOf(tx, params.proposal);
      return found && { kind: "administrator", id: found.id, account: found.proposedBy };
    },
    async handle({ tx, principal, params }) {
      const administrators = await lockAdministrators(tx);
      const settled = await settleProposal(tx, params.proposal, principal.account);
      if (!settled) return notFound("proposal");
      const what = change.parse(settled.change);
      if (what === "take" && administrators.length < 2) return lastOne;
      await effect(tx, settled.account, what, principal.account);
      return DONE;
    },
  }),
  action({
    id: "withdrawAdministratorProposal",
    section: "people",
    method: "DELETE",
    path: "/administrators/proposals/{proposal}",
    deed: "administrator.withdraw",
    summary: "Withdraw a proposal on the role of administrator",
    description: "Nothing comes of it.",
    params: ofProposal,
    query: nothing,
    async handle({ tx, params }) {
      const settled = await asProgram(tx, (program) => settleProposal(program, params.proposal, null));
      return settled ? DONE : notFound("proposal");
    },
  }),
];
