import type { Amount, PricedPart } from './Amount.ts'

/** A part with this price. Where it is fixed, the first request works it out for all. */
export function pricePart(isFixed: boolean, price: PricedPart['price']): PricedPart {
  if (!isFixed) return { isFixed, price }
  let known: Amount | undefined
  return {
    isFixed,
    price(request) {
      known ??= price(request)
      return known
    },
  }
}
