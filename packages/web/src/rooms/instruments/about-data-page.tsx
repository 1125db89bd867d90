import { Page } from "../../ui/page.tsx";

export function AboutDataPage() {
  return <Page title="AboutData">{null}</Page>;
}
