import { Page } from "../../ui/page.tsx";

export function CorridorPage() {
  return <Page title="Corridor">{null}</Page>;
}
