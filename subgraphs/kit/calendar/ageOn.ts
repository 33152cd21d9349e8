/** Age in whole years on a day, or null before birth. Both days are `YYYY-MM-DD`. */
export function ageOn(birthDate: string, day: string): number | null {
  if (day < birthDate) return null
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years
}
