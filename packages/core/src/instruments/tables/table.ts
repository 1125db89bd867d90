/** An answer as rows and columns: the same facts as its JSON, for spreadsheets and terminals. Lists in a cell are joined by spaces. */
export type TableCell = string | number | boolean | null | undefined;

export interface AnswerTable {
  columns: readonly string[];
  rows: readonly (readonly TableCell[])[];
}
