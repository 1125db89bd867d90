import { Page } from "../../ui/page.tsx";

export function MatrixPage() {
  return <Page title="Matrix">{null}</Page>;
}
