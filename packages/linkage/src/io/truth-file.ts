/** The truth of test data: which record is which person. */
import { readCsvRows } from "./csv-rows.ts";
import { LinkageError } from "./linkage-error.ts";

/**
 * Reads a CSV file with the columns `id` and `person`; other columns are passed over.
 * @param path of the file
 * @returns person by identifier
 */
export async function readTruth(path: string): Promise<Map<string, string>> {
  const truth = new Map<string, string>();
  let columns: [number, number] | null = null;
  try {
    for await (const { firstRow, rows } of readCsvRows(path)) {
      for (let i = 0; i < rows.length; i++) {
        const row = rows[i]!;
        if (row.length === 0) continue;
        if (columns === null) {
          columns = [row.indexOf("id"), row.indexOf("person")];
          if (columns.includes(-1))
            throw new LinkageError(`${path}, row 1`, "lacks a column", "give the columns id and person");
          continue;
        }
        const [id, person] = [row[columns[0]], row[columns[1]]];
        if (id === undefined || person === undefined) {
          throw new LinkageError(`${path}, row ${firstRow + i}`, "has too few cells", "give id and person");
        }
        if (truth.has(id))
          throw new LinkageError(
            `${path}, row ${firstRow + i}`,
            "repeats an identifier",
            "keep one of the rows",
          );
        truth.set(id, person);
      }
    }
  } catch (error) {
    if (error instanceof LinkageError) throw error;
    throw new LinkageError(path, "can't be read", "check the name and its permissions");
  }
  return truth;
}
