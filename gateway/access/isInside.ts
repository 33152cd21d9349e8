/** Whether a region is one of these or lies in one of them, by its code: 53.18.07 lies in 53.18 and in 53. */
export function isInside(region: string, area: readonly string[]): boolean {
  return area.some((code) => region === code || region.startsWith(`${code}.`))
}
