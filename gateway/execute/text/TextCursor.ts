/** A place in a text that is read from its beginning to its end. */
export class TextCursor {
  readonly text: string
  at = 0

  constructor(text: string) {
    this.text = text
  }

  /** Goes on behind these words, if they stand here. */
  take(words: string): boolean {
    if (!this.text.startsWith(words, this.at)) return false
    this.at += words.length
    return true
  }

  /** Whether nothing follows but the line break that some encoders end every text with (Go's `json.Encoder`). */
  isAtEnd(): boolean {
    return this.at === this.text.length || (this.at === this.text.length - 1 && this.text.endsWith('\n'))
  }
}
