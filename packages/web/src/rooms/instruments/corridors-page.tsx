import { Page } from "../../ui/page.tsx";

export function CorridorsPage() {
  return <Page title="Corridors">{null}</Page>;
}
