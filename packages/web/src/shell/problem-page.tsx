import { Trans, useLingui } from "@lingui/react/macro";
import { type ErrorComponentProps, Link, useRouter } from "@tanstack/react-router";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";
import { ServerProblem } from "./api.ts";

/** Something went wrong: what happened, that nothing is lost, and how to go on. */
export function ProblemPage({ error, reset }: ErrorComponentProps) {
  const { t } = useLingui();
  const router = useRouter();
  return (
    <Page title={t({ message: "This page could not be shown", comment: "Heading of the error page" })}>
      <Notice
        kind="problem"
        actions={
          <>
            <Button
              kind="primary"
              onPress={() => {
                reset();
                void router.invalidate();
              }}
            >
              <Trans comment="Button on the error page">Try again</Trans>
            </Button>
            <Link to="/" className="button button-plain">
              <Trans comment="Link on the error page to the first page">Go to the overview</Trans>
            </Link>
          </>
        }
      >
        <Explanation error={error} />
        <p>
          <Trans comment="On the error page">
            Nothing was lost: the address of this page still holds your question.
          </Trans>
        </p>
      </Notice>
    </Page>
  );
}

function Explanation({ error }: { error: unknown }) {
  if (error instanceof ServerProblem && error.status === 0)
    return (
      <p>
        <Trans comment="Error page: no connection">
          The server can’t be reached. Check the connection, then try again.
        </Trans>
      </p>
    );
  const detail = error instanceof Error ? error.message : String(error);
  const cure = error instanceof ServerProblem ? error.cure : "";
  return (
    <>
      <p>
        <Trans comment="Error page; a technical sentence in English follows">The answer was:</Trans>{" "}
        <span lang="en" dir="ltr">
          {detail}
        </span>
      </p>
      {cure !== "" && (
        <p lang="en" dir="ltr">
          {cure}
        </p>
      )}
    </>
  );
}

/** The same for a part of a page: what happened, while the rest stays. */
export function ProblemNotice({ error }: { error: unknown }) {
  return (
    <Notice kind="problem">
      <Explanation error={error} />
    </Notice>
  );
}

/** There is no page at this address. */
export function NotFoundPage() {
  const { t } = useLingui();
  return (
    <Page
      title={t({
        message: "There is no page at this address",
        comment: "Heading when an address is unknown",
      })}
    >
      <Notice
        kind="empty"
        actions={
          <Link to="/" className="button button-primary">
            <Trans comment="Link on the error page to the first page">Go to the overview</Trans>
          </Link>
        }
      >
        <Trans comment="Not-found page">
          The link may be mistyped or from an older version. Use the search above to find a state, an
          instrument or a theme.
        </Trans>
      </Notice>
    </Page>
  );
}
