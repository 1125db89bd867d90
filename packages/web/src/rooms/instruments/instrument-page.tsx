import { Page } from "../../ui/page.tsx";

export function InstrumentPage() {
  return <Page title="Instrument">{null}</Page>;
}
