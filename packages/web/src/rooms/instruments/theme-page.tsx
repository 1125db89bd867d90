import { Page } from "../../ui/page.tsx";

export function ThemePage() {
  return <Page title="Theme">{null}</Page>;
}
