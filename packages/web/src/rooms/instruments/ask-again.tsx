import type { Refusal } from "@concord/core/vocabulary";
import { Trans } from "@lingui/react/macro";
import { Link, type LinkProps } from "@tanstack/react-router";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";

interface AskAgainProps {
  title: string;
  /** Why the question could not be answered, as the rules say it, in English. */
  refusal: Refusal;
  to: LinkProps["to"];
  toName: string;
}

/** The address names something unknown: what it was, what may have been meant, where to look. */
export function AskAgain({ title, refusal, to, toName }: AskAgainProps) {
  return (
    <Page title={title}>
      <Notice
        kind="empty"
        actions={
          <Link to={to} className="button button-primary">
            {toName}
          </Link>
        }
      >
        <p>
          <Trans comment="Under a heading such as: No such state">
            The address names something that the knowledge base does not hold. Use the search above, or look
            in the list.
          </Trans>
        </p>
        <p className="small quiet" lang="en" dir="ltr">
          {refusal.detail} {refusal.cure}
        </p>
      </Notice>
    </Page>
  );
}
