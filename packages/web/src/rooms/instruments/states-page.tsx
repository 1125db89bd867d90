import { Page } from "../../ui/page.tsx";

export function StatesPage() {
  return <Page title="States">{null}</Page>;
}
