import { Page } from "../../ui/page.tsx";

export function RoadmapPage() {
  return <Page title="Roadmap">{null}</Page>;
}
