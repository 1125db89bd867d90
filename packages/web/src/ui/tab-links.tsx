import "./tab-links.css";
import { Link } from "@tanstack/react-router";

interface TabLinksProps<T extends string> {
  /** What is chosen, read aloud. */
  label: string;
  current: T;
  tabs: readonly { value: T; name: string }[];
  /** The address of a tab, as a change of the search parameters of this page. */
  search: (value: T) => object;
}

/** A choice between views of one page, each with an address of its own. */
export function TabLinks<T extends string>({ label, current, tabs, search }: TabLinksProps<T>) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map(({ value, name }) => (
        <Link
          key={value}
          to="."
          search={((before: object) => ({ ...before, ...search(value) })) as never}
          resetScroll={false}
          activeOptions={{ exact: true }}
          className="tab"
          aria-current={value === current ? "page" : undefined}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
