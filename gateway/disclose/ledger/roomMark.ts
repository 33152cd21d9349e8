/** What fills a segment behind its last line, where lines to come are written over it. No line has it in it. */
export const roomMark = ' '
