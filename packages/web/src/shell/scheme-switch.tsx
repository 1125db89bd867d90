import { useLingui } from "@lingui/react/macro";
import { Monitor, Moon, Sun } from "lucide-react";
import { useState } from "react";
import { forgetPaints } from "../figures/paint.ts";
import { IconButton } from "../ui/button.tsx";
import { applyScheme, keptScheme, SCHEMES } from "./scheme.ts";

const ICONS = { system: Monitor, light: Sun, dark: Moon };

/** Steps through: as the system, light, dark. */
export function SchemeSwitch() {
  const { t } = useLingui();
  const [scheme, setScheme] = useState(keptScheme);
  const words = {
    system: t({
      message: "Colours: as your system",
      comment: "Button that switches colours; says what is on now",
    }),
    light: t({ message: "Colours: light", comment: "Button that switches colours; says what is on now" }),
    dark: t({ message: "Colours: dark", comment: "Button that switches colours; says what is on now" }),
  };
  const Icon = ICONS[scheme];
  return (
    <IconButton
      label={words[scheme]}
      onPress={() => {
        const next = SCHEMES[(SCHEMES.indexOf(scheme) + 1) % SCHEMES.length] ?? "system";
        applyScheme(next);
        forgetPaints();
        setScheme(next);
      }}
    >
      <Icon aria-hidden size={18} />
    </IconButton>
  );
}
