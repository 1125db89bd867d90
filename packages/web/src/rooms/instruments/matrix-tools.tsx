import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { Select } from "../../ui/select.tsx";
import type { ColumnOrder, RowOrder } from "./matrix-order.ts";

export type Zoom = "small" | "medium" | "large";

interface MatrixToolsProps {
  order: RowOrder;
  columns: ColumnOrder;
  zoom: Zoom;
}

/** Order of states and themes, and the size of the cells. */
export function MatrixTools({ order, columns, zoom }: MatrixToolsProps) {
  const { t } = useLingui();
  const navigate = useNavigate({ from: "/matrix" });
  const change = (to: Partial<MatrixToolsProps>) =>
    void navigate({ search: (before) => ({ ...before, ...to }), replace: true, resetScroll: false });
  return (
    <>
      <Select
        label={t({
          message: "States",
          comment: "Label of the choice how the rows of the matrix are ordered",
        })}
        value={order}
        onChange={(value) => change({ order: value })}
        choices={[
          { value: "region", name: t({ message: "by region", comment: "Order of states in the matrix" }) },
          { value: "name", name: t({ message: "by name", comment: "Order of states in the matrix" }) },
          {
            value: "duties",
            name: t({ message: "most duties first", comment: "Order of states in the matrix" }),
          },
        ]}
      />
      <Select
        label={t({
          message: "Themes",
          comment: "Label of the choice how the columns of the matrix are ordered",
        })}
        value={columns}
        onChange={(value) => change({ columns: value })}
        choices={[
          { value: "listed", name: t({ message: "as listed", comment: "Order of themes in the matrix" }) },
          {
            value: "gap",
            name: t({ message: "longest gap first", comment: "Order of themes in the matrix" }),
          },
        ]}
      />
      <Select
        label={t({ message: "Cells", comment: "Label of the choice how large the cells of the matrix are" })}
        value={zoom}
        onChange={(value) => change({ zoom: value })}
        choices={[
          { value: "small", name: t({ message: "small", comment: "Size of the cells of the matrix" }) },
          { value: "medium", name: t({ message: "medium", comment: "Size of the cells of the matrix" }) },
          {
            value: "large",
            name: t({ message: "large, with names", comment: "Size of the cells of the matrix" }),
          },
        ]}
      />
    </>
  );
}
