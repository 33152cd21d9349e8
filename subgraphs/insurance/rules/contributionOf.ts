/** What is paid for: the time before work as a whole, or so many months of work (with the month after it). */
type Cover = { readonly phase: 'BEFORE_WORK' } | { readonly phase: 'DURING_WORK'; readonly months: number }

/** The packets of months of work, longest first. */
const packets = [
  { months: 24, rupiah: 332_500 },
  { months: 12, rupiah: 189_000 },
] as const

const shortestPacket = { months: 6, rupiah: 108_000 } as const

/**
 * The contribution in rupiah for work accident and death (Permenaker 4/2023 art. 18): the longest packet that the months
 * fill, and for each month beyond it the same again; less than half a year costs as much as half a year.
 */
export function contributionOf(cover: Cover): number {
  if (cover.phase === 'BEFORE_WORK') return 37_500
  const { months } = cover
  const packet = packets.find((candidate) => candidate.months <= months) ?? shortestPacket
  return packet.rupiah + Math.max(0, months - packet.months) * 13_500
}
