import "./shell/style/index.css";
import { askKnowledgeEarly } from "./shell/early-knowledge.ts";
import { pause } from "./ui/in-pieces.ts";

askKnowledgeEarly();

// Setting up takes a tenth of a second in all (the component library reads the browser's tables of languages, the router its
// list of pages …). Each part has a turn of its own, so that the page as the server wrote it can be read and scrolled meanwhile.
await import("react-aria-components/I18nProvider");
await pause();
await import("./shell/router.ts");
await pause();
await import("react-dom/client");
await pause();
const { openPages } = await import("./shell/open-pages.tsx");
await pause();
await openPages();
