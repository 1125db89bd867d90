import { Page } from "../../ui/page.tsx";

export function StatePage() {
  return <Page title="State">{null}</Page>;
}
