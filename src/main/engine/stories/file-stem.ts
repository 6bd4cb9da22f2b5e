/** The letters of a file's name: `sales-2024-01.csv` and `sales-2024-02.csv` have the same. */
export function fileStem(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .trim()
}
