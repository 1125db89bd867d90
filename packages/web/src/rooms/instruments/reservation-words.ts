import { useLingui } from "@lingui/react/macro";

/** Words for kinds of statements made on joining a treaty. */
export function useReservationWords(): (kind: string) => string {
  const { t } = useLingui();
  const words: Record<string, string> = {
    reservation: t({ message: "reservation", comment: "Kind of statement to a treaty" }),
    declaration: t({ message: "declaration", comment: "Kind of statement to a treaty" }),
    objection: t({ message: "objection", comment: "Kind of statement: against another state's reservation" }),
    unspecified: t({
      message: "reservation or declaration",
      comment: "Kind of statement: the source does not say which",
    }),
  };
  return (kind) => words[kind] ?? kind;
}
