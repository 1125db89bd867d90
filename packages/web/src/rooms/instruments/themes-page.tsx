import { Page } from "../../ui/page.tsx";

export function ThemesPage() {
  return <Page title="Themes">{null}</Page>;
}
