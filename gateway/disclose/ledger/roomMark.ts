/** What fills a segment behind its last line, where lines to come are written over it. No line begins with it. */
export const roomMark = ' '
