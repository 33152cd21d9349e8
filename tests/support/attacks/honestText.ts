/** What an honest client asks of the bookshop, and all that is registered there. */
export const honestText = 'query Honest { book(id: "1") { title reviews { stars } } }'
